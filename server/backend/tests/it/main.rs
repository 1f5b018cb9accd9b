//! The use-cases, each on SQLite and on PostgreSQL.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "this crate is tests, its helper functions too"
)]

mod accounts;
mod archived_record;
mod broken_rows;
mod calendar;
mod cancel_access;
mod channel;
mod code_holds;
mod codes;
mod codes_in_use;
mod demo;
mod domain_served;
mod every_step_once;
mod filing;
mod filing_afterwards;
mod harness;
mod hold_causes;
mod holds;
mod inventory;
mod live;
mod mail_text;
mod mails;
mod messages;
mod migration;
mod new_access;
mod orders;
mod policy;
mod queries;
mod real_inputs;
mod resolution;
mod review;
mod second_review;
mod service_tokens;
mod staff_scope;
mod steps;
mod withdrawn_meanwhile;
