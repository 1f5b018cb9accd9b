//! Tokens with which other systems call the machine interface.

pub mod authenticate;
pub mod create;
pub mod revoke;

/// Purpose of the keyed hash.
const PURPOSE: &str = "service_token";
