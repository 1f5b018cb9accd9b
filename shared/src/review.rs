//! The provider's review: decisions with reasons, and when they are due.

mod decision;
mod due;
mod example;
mod reveal;

pub use decision::{Decision, FieldReason, check_rejection};
pub use due::{AUTHORITY_WORKING_DAYS, authority_due, review_due};
pub use example::{ExampleCourse, ExampleDates, example_course, example_dates};
pub use reveal::{check_reveal, needs_reason};
