//! Recognizes another system by its token.

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::service_token::ServiceCaller;
use crate::store::service_token;
use chrono::Duration;

/// # Errors
/// [`Error::NotLoggedIn`] for a token that does not exist or was revoked.
pub async fn authenticate(backend: &Backend, token: &str) -> Result<ServiceCaller> {
    let hash = backend.cipher.keyed_hash(super::PURPOSE, token);
    let row = service_token::find_valid(&backend.database, &hash)
        .await?
        .ok_or(Error::NotLoggedIn)?;
    let now = backend.now();
    // Once a minute is enough to see which tokens are in use, and spares a write per call.
    let seen = row.last_used_at.map(from_millis);
    if seen.is_none_or(|seen| now - seen >= Duration::minutes(1)) {
        let tx = backend.begin().await?;
        service_token::touch(&tx, row.id, now).await?;
        tx.commit().await?;
    }
    Ok(ServiceCaller {
        token_id: row.id,
        scopes: service_token::scopes(&row)?,
        name: row.name,
    })
}
