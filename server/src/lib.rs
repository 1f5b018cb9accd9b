//! The program: settings, command line, wiring and the web server. No business rules and
//! no SQL; those are in `backend`.

pub mod cli;
pub mod config;
pub mod demo;
pub mod demo_folder;
pub mod http;
pub mod listener;
pub mod metrics;
pub mod telemetry;
pub mod wiring;
