use crate::coded::coded;

coded! {
    /// Reasons offered until the authority's own table (`Zxly`) has been downloaded.
    BuiltInReason {
        MovedToAnotherProvider = "moved_to_another_provider",
        WebsiteClosed = "website_closed",
        ServerReleased = "server_released",
        Other = "other",
    }
}

/// The built-in reasons with the numbers reported for them; a setting can change those,
/// because no public source lists the authority's table.
pub const DEFAULT_REASONS: [(i32, BuiltInReason); 4] = [
    (1, BuiltInReason::MovedToAnotherProvider),
    (2, BuiltInReason::WebsiteClosed),
    (3, BuiltInReason::ServerReleased),
    (4, BuiltInReason::Other),
];
