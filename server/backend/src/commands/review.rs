//! The provider's review: claim, release, decide, reassign, reveal.

pub mod approve;
pub mod claim;
mod decide;
pub mod reassign;
pub mod reject;
pub mod release;
pub mod reveal;
mod reviewed;
