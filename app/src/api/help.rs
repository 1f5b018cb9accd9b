//! What the Help Center needs to know of the installation.

mod load_help;

pub use load_help::{HelpPage, load_help};
