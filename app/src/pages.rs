//! One page per user task, grouped by who uses it.

pub mod admin;
mod frame;
pub mod holder;
mod lazy;
mod not_found;
pub mod public;
pub mod review;

pub use frame::{ConsoleFrame, PublicFrame, UnreadMessages};
pub use lazy::LazyPage;
pub use not_found::NotFound;

use leptos::prelude::AnyView;

/// A page.
pub trait Screen: Sized {
    /// Begins to fetch what the page shows.
    fn data() -> Self;

    /// The page itself.
    fn view(self) -> AnyView;
}
