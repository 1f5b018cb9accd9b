//! Cancel access by the website's holder (S1 to S17).

mod load_cancel_access;
mod submit_cancel_access;

#[cfg(feature = "ssr")]
use super::typed::Form;

pub use load_cancel_access::load_cancel_access;
pub use submit_cancel_access::SubmitCancelAccess;

/// The form, about a website.
#[cfg(feature = "ssr")]
const FORM: Form = Form::new("cancel_access");
