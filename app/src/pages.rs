//! One page per user task, grouped by who uses it.

pub mod admin;
mod frame;
pub mod holder;
mod lazy;
#[cfg(feature = "ssr")]
mod module_links;
mod not_found;
pub mod public;
pub mod review;

pub use frame::{ConsoleFrame, PublicFrame, UnreadMessages};
pub use lazy::LazyPage;
#[cfg(feature = "ssr")]
pub use module_links::module_links;
pub use not_found::NotFound;

use leptos::prelude::AnyView;

/// A page.
pub trait Screen: Sized {
    /// Begins to fetch what the page shows.
    fn data() -> Self;

    /// The page itself.
    fn view(self) -> AnyView;
}
