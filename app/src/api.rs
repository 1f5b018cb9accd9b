//! The server functions: one per file, named by its verb. Each takes its asker from
//! [`context`], calls the back end and hands the answer on. None decides anything.

pub mod account;
pub mod admin;
pub mod applications;
pub mod cancel_access;
pub mod codes;
#[cfg(feature = "ssr")]
pub mod context;
mod error;
pub mod help;
pub mod home;
pub mod licenses;
pub mod live;
mod local_path;
pub mod messages;
pub mod page_data;
pub mod review;
#[cfg(feature = "ssr")]
pub mod sealed_cookie;
pub mod session;
pub mod typed;

pub use error::PageError;
pub use local_path::{ERROR_PARAMETERS, local_path, without_error};
