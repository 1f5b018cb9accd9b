//! The adapters against each other, over loopback.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

mod authority_contract;
mod authority_simulator;
mod mailer_smtp;
mod simulator_page;
mod support;
