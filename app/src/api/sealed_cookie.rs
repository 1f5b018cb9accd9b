//! A small value that a browser keeps for us: encrypted, so that nobody reads it or makes one up,
//! hidden from scripts, and worth nothing after its time. What nobody has logged in for is kept
//! like this and not in the database, which a stranger could fill.

use super::context::request_header;
use axum::http::{HeaderValue, header};
use backend::backend::Backend;
use chrono::{DateTime, Duration, Utc};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use serde::{Serialize, de::DeserializeOwned};

/// Browsers drop cookies over 4096 bytes, their names and attributes included.
const LONGEST_VALUE: usize = 3_500;

/// One cookie by its name, and how long its value counts.
#[derive(Debug, Clone, Copy)]
pub struct SealedCookie {
    name: &'static str,
    lifetime: Duration,
}

impl SealedCookie {
    /// The name is sealed with the value: one cookie's value is worth nothing in another.
    #[must_use]
    pub const fn new(name: &'static str, lifetime: Duration) -> Self {
        Self { name, lifetime }
    }

    /// Has the browser keep the value; `false` when it is too long for a cookie.
    ///
    /// # Errors
    /// When the value cannot be written as JSON.
    pub fn set<T: Serialize>(&self, backend: &Backend, value: &T) -> backend::error::Result<bool> {
        let until = backend.now() + self.lifetime;
        let sealed = hex::encode(backend.cipher.seal(self.name, &(until, value))?);
        if sealed.len() > LONGEST_VALUE {
            return Ok(false);
        }
        self.send(backend, &sealed, self.lifetime);
        Ok(true)
    }

    /// What the browser has kept, if it is ours and its time is not over.
    #[must_use]
    pub fn get<T: DeserializeOwned>(&self, backend: &Backend) -> Option<T> {
        let cookies = request_header(header::COOKIE)?;
        let name = self.full_name(backend);
        let sealed = cookies.split(';').find_map(|pair| {
            let (found, value) = pair.trim().split_once('=')?;
            (found == name).then_some(value)
        })?;
        let sealed = hex::decode(sealed).ok()?;
        let (until, value): (DateTime<Utc>, T) = backend.cipher.open(self.name, &sealed).ok()?;
        (backend.now() < until).then_some(value)
    }

    /// Has the browser forget the value.
    pub fn remove(&self, backend: &Backend) {
        self.send(backend, "", Duration::zero());
    }

    fn send(&self, backend: &Backend, value: &str, lifetime: Duration) {
        let secure = if is_secure(backend) { "; Secure" } else { "" };
        let cookie = format!(
            "{}={value}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{secure}",
            self.full_name(backend),
            lifetime.num_seconds()
        );
        if let (Some(response), Ok(cookie)) = (
            use_context::<ResponseOptions>(),
            HeaderValue::from_str(&cookie),
        ) {
            response.append_header(header::SET_COOKIE, cookie);
        }
    }

    /// Browsers take the prefix with `Secure` only: it keeps other hosts of the domain from
    /// setting the cookie.
    fn full_name(&self, backend: &Backend) -> String {
        let prefix = if is_secure(backend) { "__Host-" } else { "" };
        format!("{prefix}license_{}", self.name)
    }
}

fn is_secure(backend: &Backend) -> bool {
    backend.settings.public_url.starts_with("https://")
}
