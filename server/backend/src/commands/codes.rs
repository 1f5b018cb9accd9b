//! Authorization codes: apply, disable, restore (S20 to S34).

pub mod apply;
pub mod disable;
pub mod disable_by_staff;
pub(crate) mod lifecycle;
pub mod note;
pub mod restore;
