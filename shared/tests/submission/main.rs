//! A filing is read as a whole: a right form becomes a submission, every mistake is reported
//! with its field, and no form makes anything panic.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, not covered by clippy.toml"
)]

mod examples;
mod first_license;
mod inputs;
mod mistakes;
mod new_access;
mod properties;
mod steps;
