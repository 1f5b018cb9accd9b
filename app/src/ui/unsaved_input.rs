//! What was typed into a form and not sent yet is not lost by leaving the page: whoever follows a
//! link or closes the tab is asked first, and the ways that lead back here, the switch of the
//! language and the log-in, find it again.
//!
//! Nothing of it exists without JavaScript, where the browser knows of no unsaved input.

#[cfg(feature = "hydrate")]
mod controls;
#[cfg(feature = "hydrate")]
mod kept;
#[cfg(feature = "hydrate")]
mod leaving;

#[cfg(feature = "hydrate")]
pub use controls::has_unsaved_input;
#[cfg(feature = "hydrate")]
pub use leaving::keep_unsaved_input;

/// On the element that shows who is logged in: what was typed belongs to that account.
pub const ACCOUNT: &str = "data-account";

/// On a form that saves itself while it is filled in.
pub const SAVES_ITSELF: &str = "data-saves-itself";

/// On a field whose value is kept nowhere, whatever its type is at the moment.
pub const SECRET: &str = "data-secret";

/// Where pages lead from which one comes back to a filled form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaysBack {
    /// The targets of the forms that switch the language and the look.
    pub switches: [&'static str; 2],
    /// The log-in page.
    pub log_in: &'static str,
}

/// The server's pages ask nothing.
#[cfg(not(feature = "hydrate"))]
pub const fn keep_unsaved_input(_ways_back: WaysBack, _question: Option<&'static str>) {}
