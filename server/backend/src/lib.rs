//! The use-cases: who may do what, in one transaction each.
//!
//! A command takes a [`caller::Caller`], asks it for a permit, gets facts from ports,
//! then in one transaction loads, lets [`shared`] decide, writes and records. A query
//! serves one screen. Jobs do, after the commit, what reaches the outside world.

pub mod backend;
pub mod caller;
pub mod cipher;
pub mod commands;
pub mod demo;
pub mod error;
pub mod forms;
pub mod instant;
pub mod jobs;
pub mod live;
pub mod mail_text;
pub mod queries;
pub mod service_token;
pub mod settings;
pub mod store;
pub mod transaction;
mod write_ahead_log;
