//! Logging in, one's own account, and the accounts of others.

pub mod block;
pub mod change_password;
pub mod change_role;
pub mod confirm_administrator;
pub mod create;
pub mod decline_administrator;
pub mod end_demo_passwords;
pub mod known_browser;
mod limit;
mod log_in_try;
pub mod log_in_with_code;
pub mod log_in_with_password;
pub mod log_out;
mod password;
mod replace_password;
pub mod request_login_code;
pub mod request_password_code;
pub mod reset_forgotten_password;
pub mod revoke_session;
pub mod set_language;
pub mod set_mails_about_codes;
pub mod set_password;
pub mod unblock;

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store;
use crate::store::audit::Event;
use crate::store::entities::account::Model;
use crate::transaction::Tx;
use known_browser::KnownBrowser;
use sea_orm::ConnectionTrait;
use serde_json::json;
use shared::audit::EventKind;
use shared::email_address::EmailAddress;
use shared::field::Field;
use shared::problem::{Problem, Violation};
use shared::role::Role;
use std::net::{IpAddr, Ipv6Addr};

/// The languages that mails and pages speak, as `account.language` holds them.
pub const LANGUAGES: [&str; 2] = ["en", "zh-CN"];

/// Where a request comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientInfo {
    pub ip: String,
    pub user_agent: String,
    /// One of [`LANGUAGES`]: the one in which it is shown pages.
    pub language: &'static str,
    /// What its cookies say about earlier log-ins; not checked yet.
    pub known_browsers: Vec<KnownBrowser>,
}

impl ClientInfo {
    /// What tries are counted by: an IPv4 address, or the network of an IPv6 address, of
    /// which each client has 2^64.
    #[must_use]
    pub fn network(&self) -> String {
        match self.ip.parse().map(|ip: IpAddr| ip.to_canonical()) {
            Ok(IpAddr::V6(ip)) => {
                let network = Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX));
                format!("{network}/64")
            }
            Ok(IpAddr::V4(ip)) => ip.to_string(),
            Err(_) => self.ip.clone(),
        }
    }
}

/// A log-in that succeeded; the web layer begins a new session for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedIn {
    pub account_id: i64,
    /// The session ends with those of before this log-in, however late it begins.
    pub account_epoch: i64,
    pub role: Role,
    /// The browser keeps it.
    pub known_browser: KnownBrowser,
}

/// The address and a secret beside it, both of which are asked for: what is missing or mistyped
/// is told of both at once.
fn parse_log_in(email: &str, secret: &str, field: Field) -> Result<EmailAddress> {
    let email = EmailAddress::parse(email)
        .map_err(|why| Violation::on(Field::Email, Problem::EmailAddress { why }));
    let missing = secret
        .is_empty()
        .then(|| Violation::on(field, Problem::Required));
    match (email, missing) {
        (Ok(email), None) => Ok(email),
        (email, missing) => Err(Error::Refused(
            email.err().into_iter().chain(missing).collect(),
        )),
    }
}

fn parse_email(email: &str) -> Result<EmailAddress> {
    EmailAddress::parse(email)
        .map_err(|why| Error::refused_on(Field::Email, Problem::EmailAddress { why }))
}

/// The account that somebody names who is not logged in: an operator, the demo data.
pub(crate) async fn find_named(
    connection: &impl ConnectionTrait,
    backend: &Backend,
    email: &str,
) -> Result<Model> {
    let email_hash = store::account::email_hash(&backend.cipher, &parse_email(email)?);
    store::account::find_by_email(connection, &email_hash)
        .await?
        .ok_or(Error::NotFound)
}

/// What every way to log in has in common at its end. Mails follow the pages: from now on they are
/// in the language in which somebody logged in.
async fn finish_log_in(
    tx: &Tx,
    backend: &Backend,
    account: &Model,
    client: &ClientInfo,
) -> Result<LoggedIn> {
    if account.language != client.language {
        store::account::set_language(tx, account.id, client.language).await?;
    }
    Ok(LoggedIn {
        account_id: account.id,
        account_epoch: account.session_epoch,
        role: store::account::role(account)?,
        known_browser: known_browser::issue(backend, &account.email_hash, client),
    })
}

/// A blocked account is told so after its right password or code only.
fn refuse_blocked(account: &Model) -> Result<()> {
    match account.blocked_at {
        Some(_) => Err(Error::refused(Problem::AccountBlocked)),
        None => Ok(()),
    }
}

fn client_hash(backend: &Backend, client: &ClientInfo) -> String {
    backend
        .cipher
        .keyed_hash("client_network", &client.network())
}

fn event<'a>(kind: EventKind, account_id: Option<i64>) -> Event<'a> {
    Event {
        kind: kind.into(),
        subject: "account",
        subject_id: account_id,
        application_id: None,
        account_id,
        detail: json!({}),
        note: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_of_an_ipv6_network_are_one_client() {
        let network = |ip: &str| {
            let client = ClientInfo {
                ip: ip.to_owned(),
                user_agent: String::new(),
                language: "en",
                known_browsers: Vec::new(),
            };
            client.network()
        };
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(network("2001:db8:1:2:ffff::"), "2001:db8:1:2::/64");
        assert_ne!(network("2001:db8:1:3::1"), network("2001:db8:1:2::1"));
        assert_eq!(network("198.51.100.7"), "198.51.100.7");
        assert_eq!(network("::ffff:198.51.100.7"), "198.51.100.7");
        assert_eq!(network(""), "");
    }
}
