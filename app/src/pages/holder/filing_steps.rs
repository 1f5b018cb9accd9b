//! The steps of a filing. Each is a plain form that saves what was typed, right or wrong, and with
//! JavaScript saves itself while somebody types.

mod check_step;
mod choices;
mod entity_step;
mod save_while_typing;
mod step_form;
mod stepper;
mod verified_product;
mod verify_step;
mod website_step;

pub use check_step::CheckStep;
pub use entity_step::EntityStep;
pub use step_form::{OpenForm, StepForm};
pub use stepper::Stepper;
pub use verified_product::{ProductAccepted, VerifiedProduct};
pub use verify_step::VerifyStep;
pub use website_step::WebsiteStep;
