//! The outside world: implementations of the traits in `ports`.

pub mod authority_simulator;
pub mod authority_soap;
pub mod http_client;
pub mod mailer_log;
pub mod mailer_smtp;
pub mod resolver_hosts;
pub mod resolver_system;

#[cfg(test)]
#[path = "../tests/it/support/reports.rs"]
mod test_support;
