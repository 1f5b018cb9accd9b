//! Applications: filings step by step, and what their holder can do with any of them.

mod abandon_application;
mod load_application;
mod load_applications;
mod load_filing;
mod load_new_application;
#[cfg(feature = "ssr")]
mod onward;
mod save_step;
mod submit_filing;
mod verify_product;
mod withdraw_application;

pub use abandon_application::{AbandonApplication, abandon_application};
pub use load_application::load_application;
pub use load_applications::load_applications;
pub use load_filing::{Filing, load_filing};
pub use load_new_application::{NewApplicationPage, load_new_application};
pub use save_step::{SaveStep, save_step};
pub use submit_filing::{SubmitFiling, submit_filing};
pub use verify_product::{VerifyProduct, verify_product};
pub use withdraw_application::{WithdrawApplication, withdraw_application};

/// In the address of a step that was opened from the check of everything.
pub const FROM_CHECK: &str = "&from=check";

/// Names of the forms whose typed values are kept when they are refused.
#[cfg(feature = "ssr")]
mod form {
    use crate::api::typed::Form;

    /// About an application, or about none that exists yet.
    pub(super) const VERIFY: Form = Form::new("verify_product");
    pub(super) const STEP: Form = Form::new("save_step");
}
