//! The own account: password and log-ins.

mod change_password;
mod load_account;
mod revoke_session;
mod set_mails_about_codes;

pub use change_password::ChangePassword;
pub use load_account::load_account;
pub use revoke_session::RevokeSession;
pub use set_mails_about_codes::SetMailsAboutCodes;
