//! Plain rows: columns as they are, no rules.

pub mod access;
pub mod access_ip;
pub mod account;
pub mod application;
pub mod application_number;
pub mod attempt;
pub mod audit_event;
pub mod authority_channel;
pub mod authority_download;
pub mod authority_report;
pub mod authorization_code;
pub mod base_code;
pub mod block_feed;
pub mod blocked_domain;
pub mod cloud_server;
pub mod code_request;
pub mod entity;
pub mod holiday_year;
pub mod job;
pub mod login_code;
pub mod mail;
pub mod message;
pub mod service_token;
pub mod session;
pub mod website;
pub mod website_domain;
