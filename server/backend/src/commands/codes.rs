//! Authorization codes: apply, disable, take back, restore (S20 to S34).

pub mod apply;
pub mod disable;
pub mod disable_by_staff;
pub(crate) mod lifecycle;
pub mod note;
pub mod restore;
pub(crate) mod return_from_draft;
pub mod take_back;
pub(crate) mod tell_owner;
