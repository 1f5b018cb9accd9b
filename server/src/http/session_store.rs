//! Sessions of browsers: a cookie with a random token; everything else is in the database,
//! which also decides when a session is over.

use async_trait::async_trait;
use backend::backend::Backend;
use backend::store::session::{self, ACCOUNT, ACCOUNT_EPOCH, Created, SessionContent};
use serde_json::Value;
use time::OffsetDateTime;
use tower_sessions::cookie::SameSite;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use tower_sessions::{Expiry, SessionManagerLayer, SessionStore};

/// Label of the encrypted column.
const COLUMN: &str = "session.data";
/// Key of what the browser calls itself.
pub const USER_AGENT: &str = "user_agent";

/// The layer that reads and writes the cookie. It ends with the browser.
pub fn layer(backend: Backend, is_secure: bool) -> SessionManagerLayer<DatabaseSessions> {
    // Browsers take the prefix with `Secure` only: it keeps other hosts of the domain from
    // setting the cookie.
    let name = if is_secure {
        "__Host-license_session"
    } else {
        "license_session"
    };
    SessionManagerLayer::new(DatabaseSessions { backend })
        .with_name(name)
        .with_secure(is_secure)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnSessionEnd)
}

/// Sessions in the database.
#[derive(Debug, Clone)]
pub struct DatabaseSessions {
    backend: Backend,
}

#[async_trait]
impl SessionStore for DatabaseSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        loop {
            let (token, content) = (record.id.to_string(), self.content(record)?);
            let created = session::create(&self.backend, &token, &content).await;
            match created.map_err(failed)? {
                Created::Begun => return Ok(()),
                Created::TokenTaken => record.id = Id::default(),
                // Nobody is logged in by it.
                Created::Ended => record.data.clear(),
            }
        }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        session::save(
            &self.backend,
            &record.id.to_string(),
            &self.content(record)?,
        )
        .await
        .map_err(failed)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let Some(found) = session::load(&self.backend, &id.to_string())
            .await
            .map_err(failed)?
        else {
            return Ok(None);
        };
        let sealed = hex::decode(&found.data).map_err(|error| Error::Decode(error.to_string()))?;
        let data = self.backend.cipher.open(COLUMN, &sealed).map_err(failed)?;
        // The database decides when a session is over; this date says nothing.
        let expiry_date = OffsetDateTime::UNIX_EPOCH;
        Ok(Some(Record {
            id: *id,
            data,
            expiry_date,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        session::delete(&self.backend, &id.to_string())
            .await
            .map_err(failed)
    }
}

impl DatabaseSessions {
    /// The whole content is encrypted: it holds what was typed into refused forms.
    fn content(&self, record: &Record) -> Result<SessionContent> {
        let text = |key| {
            record
                .data
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let number = |key| record.data.get(key).and_then(Value::as_i64);
        Ok(SessionContent {
            account_id: number(ACCOUNT),
            account_epoch: number(ACCOUNT_EPOCH).unwrap_or_default(),
            user_agent: text(USER_AGENT).to_owned(),
            data: hex::encode(
                self.backend
                    .cipher
                    .seal(COLUMN, &record.data)
                    .map_err(failed)?,
            ),
        })
    }
}

fn failed(error: backend::error::Error) -> Error {
    Error::Backend(format!("{:#}", anyhow::Error::from(error)))
}
