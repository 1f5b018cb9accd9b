//! The domain: every rule of the license system, pure and synchronous.
//!
//! Compiled natively for the server, which decides, and to wasm for the browser, which
//! hints. Nothing here reads a clock, draws randomness, or knows a database, HTTP or a
//! user interface: time and facts are arguments, refusals are values with stable codes.

pub mod access;
pub mod application;
pub mod area;
pub mod audit;
pub mod authority_result;
pub mod authorization_code;
pub mod calendar_date;
pub mod cancel_access;
pub mod cloud_server;
pub mod code_table;
mod coded;
pub mod credit_code;
pub mod domain_name;
pub mod email_address;
pub mod entity;
pub mod field;
pub mod gbk;
pub mod hong_kong_macao_permit;
pub mod identity_card;
pub mod ip_address;
pub mod language;
pub mod license_number;
pub mod license_password;
pub mod parsed_text;
pub mod password;
pub mod permanent_residence_card;
pub mod personal_name;
pub mod phone;
pub mod policy;
pub mod problem;
pub mod review;
pub mod role;
pub mod website;
pub mod wire;
pub mod working_days;
