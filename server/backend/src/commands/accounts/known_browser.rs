//! Browsers in which somebody has logged in rightly. Their tries are counted apart from those of
//! strangers, so that failures of a whole network, or of an attacker who knows the address, do not
//! keep an account's person out (the "device cookies" of OWASP).
//!
//! A cookie tells nothing but that: it is signed, holds no address, and logs nobody in.

use super::ClientInfo;
use crate::backend::Backend;
use crate::cipher::Cipher;
use crate::instant::to_millis;
use chrono::{DateTime, Duration, Utc};

/// What the names of these cookies begin with.
pub const COOKIE_PREFIX: &str = "license_known_";
/// How long a browser stays known after its last log-in.
pub const LIFETIME: Duration = Duration::days(180);
/// Characters of an account's part of the cookie's name.
const ACCOUNT_LENGTH: usize = 16;

/// The cookie of a browser for an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownBrowser {
    /// What tells the account's cookies from others': a keyed hash of its address.
    pub account: String,
    pub value: String,
}

/// The cookie that makes the browser known from now on. One that is known stays the same one.
pub(super) fn issue(backend: &Backend, email_hash: &str, client: &ClientInfo) -> KnownBrowser {
    let browser = find(backend, email_hash, client).unwrap_or_else(|| backend.random_key());
    let account = account_part(&backend.cipher, email_hash);
    let since = to_millis(backend.now());
    let signature = sign(&backend.cipher, &account, &browser, since);
    KnownBrowser {
        value: format!("{browser}.{since}.{signature}"),
        account,
    }
}

/// What the tries of a known browser are counted by; `None` for a stranger.
pub(super) fn find(backend: &Backend, email_hash: &str, client: &ClientInfo) -> Option<String> {
    let account = account_part(&backend.cipher, email_hash);
    let cookies = client.known_browsers.iter();
    cookies
        .filter(|cookie| cookie.account == account)
        .find_map(|cookie| open(&backend.cipher, cookie, backend.now()))
}

/// Whether the client has logged in to any account; returns what names that account.
#[must_use]
pub fn known_account<'a>(backend: &Backend, client: &'a ClientInfo) -> Option<&'a str> {
    let mut cookies = client.known_browsers.iter();
    let known = cookies.find(|cookie| open(&backend.cipher, cookie, backend.now()).is_some())?;
    Some(&known.account)
}

/// The browser of a cookie that we signed and that is not too old.
fn open(cipher: &Cipher, cookie: &KnownBrowser, now: DateTime<Utc>) -> Option<String> {
    let mut parts = cookie.value.split('.');
    let (browser, since, signature) = (parts.next()?, parts.next()?, parts.next()?);
    let since: i64 = since.parse().ok()?;
    let expected = sign(cipher, &cookie.account, browser, since);
    // Hashed again: how long the comparison takes tells nothing about the signature.
    let compared = |text: &str| cipher.keyed_hash("known_browser_compared", text);
    let is_ours = compared(signature) == compared(&expected);
    let is_young = since > to_millis(now - LIFETIME);
    (is_ours && is_young).then(|| browser.to_owned())
}

fn account_part(cipher: &Cipher, email_hash: &str) -> String {
    let mut account = cipher.keyed_hash("known_browser_account", email_hash);
    account.truncate(ACCOUNT_LENGTH);
    account
}

fn sign(cipher: &Cipher, account: &str, browser: &str, since: i64) -> String {
    cipher.keyed_hash("known_browser", &format!("{account} {browser} {since}"))
}
