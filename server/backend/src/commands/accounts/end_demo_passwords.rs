//! Takes the demo's passwords, which everybody can read, from an installation that is no demo.

use super::{event, find_named, password};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::demo::ACCOUNTS;
use crate::error::{Error, Result};
use crate::store::entities::account::Model;
use crate::store::{account, audit, session};
use shared::audit::EventKind;

/// Addresses of the accounts that still have the password which the demo gave them.
///
/// # Errors
/// When the database refuses.
pub async fn with_demo_password(backend: &Backend) -> Result<Vec<&'static str>> {
    let found = find(backend).await?;
    Ok(found.into_iter().map(|(email, _)| email).collect())
}

/// Leaves these accounts without a password, until an operator sets another one, and ends their
/// sessions. Returns their addresses.
///
/// # Errors
/// When the database refuses.
pub async fn end_demo_passwords(backend: &Backend) -> Result<Vec<&'static str>> {
    let found = find(backend).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let now = backend.now();
    let tx = backend.begin().await?;
    for (_, before) in &found {
        account::set_password_hash(&tx, before, None).await?;
        session::revoke_all(&tx, before.id, None).await?;
        let event = event(EventKind::DemoPasswordEnded, Some(before.id));
        audit::record(&tx, backend, Actor::System, now, event).await?;
    }
    tx.commit().await?;
    Ok(found.into_iter().map(|(email, _)| email).collect())
}

async fn find(backend: &Backend) -> Result<Vec<(&'static str, Model)>> {
    let mut found = Vec::new();
    for demo in ACCOUNTS {
        let account = match find_named(&backend.database, backend, demo.email).await {
            Ok(account) => account,
            Err(Error::NotFound) => continue,
            Err(error) => return Err(error),
        };
        let Some(hash) = account.password_hash.as_deref() else {
            continue;
        };
        if password::fits(Some(hash), demo.password).await? {
            found.push((demo.email, account));
        }
    }
    Ok(found)
}
