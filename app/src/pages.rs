//! One page per user task, grouped by who uses it.

pub mod admin;
mod frame;
pub mod holder;
mod not_found;
pub mod public;
pub mod review;

pub use frame::{ConsoleFrame, PublicFrame, UnreadMessages};
pub use not_found::NotFound;
