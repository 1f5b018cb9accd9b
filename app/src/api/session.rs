//! Who is logged in, and how that begins.

#[cfg(feature = "ssr")]
mod begin;
mod landing;
mod load_frame;
mod load_log_in;
mod log_in_with_code;
mod log_in_with_password;
mod request_login_code;
mod request_password_code;
mod reset_forgotten_password;

pub use landing::home_of;
pub use load_frame::{Frame, load_frame};
pub use load_log_in::{LogInPage, load_log_in};
pub use log_in_with_code::LogInWithCode;
pub use log_in_with_password::LogInWithPassword;
pub use request_login_code::RequestLoginCode;
pub use request_password_code::RequestPasswordCode;
pub use reset_forgotten_password::ResetForgottenPassword;

/// The ways to log in share what was typed.
#[cfg(feature = "ssr")]
const FORM: super::typed::Form = super::typed::Form::new("log_in");

/// The log-in page where the code of this way is entered.
#[cfg(feature = "ssr")]
fn code_entry(way: &str, next: &str) -> String {
    use crate::routes::Path;

    let entry = format!("{}?way={way}&sent=1", Path::LogIn);
    match super::local_path(next) {
        Some(next) => format!("{entry}&next={}", super::context::escape_query(&next)),
        None => entry,
    }
}
