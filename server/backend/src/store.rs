//! The only SQL, one file per thing. Functions that write take the open transaction first.

pub mod account;
pub mod administrator_proposal;
pub mod application;
pub mod attempt;
pub mod audit;
pub mod authority_channel;
pub mod authorization_code;
pub mod backup;
pub mod base_code;
pub mod blocked_domain;
pub mod calendar;
pub mod cloud_server;
pub mod code_quota;
pub mod entities;
pub mod entity_name;
pub mod job;
pub mod license;
pub mod login_code;
pub mod message;
pub mod moved_names;
pub mod moved_text;
pub mod reported_filing;
pub mod service_token;
pub mod session;
pub mod submitted_application;
