//! One page per user task, grouped by who uses it.

mod frame;
pub mod holder;
mod not_found;
pub mod public;

pub use frame::{ConsoleFrame, PublicFrame, UnreadMessages};
pub use not_found::NotFound;
