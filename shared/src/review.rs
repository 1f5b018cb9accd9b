//! The provider's review: decisions with reasons, and when they are due.

mod decision;
mod due;
mod reveal;

pub use decision::{Decision, FieldReason, check_rejection};
pub use due::{AUTHORITY_WORKING_DAYS, authority_due, review_due};
pub use reveal::{check_reveal, needs_reason};
