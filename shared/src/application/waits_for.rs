use crate::coded::coded;

coded! {
    /// Why an order waits until another one has ended (S9).
    WaitsFor {
        /// Policy `entity.one_order_at_a_time`.
        AnyOrder = "any_order",
        SameWebsite = "same_website",
        /// An account gets its entity by one first license.
        FirstLicense = "first_license",
    }
}
