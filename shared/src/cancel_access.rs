//! Cancel access: the link between one website and this provider ends (S1 to S17).

mod availability;
mod confirmation;
mod reason;

pub use availability::{Unavailable, check_availability};
pub use confirmation::{Confirmation, check_confirmation};
pub use reason::{BuiltInReason, ReasonNumbers};
