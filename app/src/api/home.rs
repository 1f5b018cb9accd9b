//! What the public page shows.

mod load_home;

pub use load_home::load_home;
