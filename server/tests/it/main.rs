//! The program as operators, browsers and other systems meet it, and what its parts may
//! know of each other.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "this crate is tests, its helper functions too"
)]

mod api;
mod api_description;
mod api_limits;
mod architecture;
mod clean_text;
mod command_line;
mod config;
mod cross_site;
mod demand;
mod downloads;
mod endpoint_access;
mod endpoint_table;
mod events;
mod form_limits;
mod harness;
mod health;
mod killed;
mod log_in_limit;
mod own_code;
mod page_head;
mod provider_logo;
mod public_pages;
mod readme;
mod refused_forms;
mod reset;
mod session;
mod taken_ports;
mod time_outs;
