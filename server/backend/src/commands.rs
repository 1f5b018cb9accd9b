//! The use-cases that change something, one file each, named by its verb.

pub mod accounts;
pub mod applications;
pub mod authority;
pub mod calendar;
pub mod cancel_access;
pub mod codes;
pub mod inventory;
pub mod license_password;
pub mod messages;
pub mod review;
pub mod service_tokens;
