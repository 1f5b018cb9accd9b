//! Applications: filings step by step, and what their holder can do with any of them.

mod abandon_application;
mod load_application;
mod load_applications;
mod load_filing;
mod load_new_application;
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

/// Names of the forms whose typed values are kept when they are refused.
#[cfg(feature = "ssr")]
mod form {
    pub(super) const VERIFY: &str = "verify_product";
    pub(super) const STEP: &str = "save_step";
}
