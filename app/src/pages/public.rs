//! Pages that need no account.

mod help;
mod home;
mod log_in;

pub use help::Help;
pub use home::Home;
pub use log_in::LogIn;
