//! Pages that need no account.

mod help;
mod home;
mod log_in;
mod retrieve_license_password;

pub use help::Help;
pub use home::Home;
pub use log_in::LogIn;
pub use retrieve_license_password::RetrieveLicensePassword;
