//! A holder's messages.

pub mod mark_all_read;
pub mod mark_read;
