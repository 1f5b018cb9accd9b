//! What the use-cases need from the outside world, as traits.
//!
//! Adapters implement them, the back end calls them, and neither knows the other. Beside
//! the authority stands a stateful fake; one set of contract tests runs on both.

pub mod authority;
pub mod clock;
pub mod mailer;
pub mod random;
pub mod resolver;
