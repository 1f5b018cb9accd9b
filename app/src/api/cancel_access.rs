//! Cancel access by the website's holder (S1 to S17).

mod load_cancel_access;
mod submit_cancel_access;

pub use load_cancel_access::load_cancel_access;
pub use submit_cancel_access::SubmitCancelAccess;

/// The form's name for what was typed.
#[cfg(feature = "ssr")]
const FORM: &str = "cancel_access";
