//! Ends a token at once.

use crate::backend::Backend;
use crate::caller::{Actor, Caller};
use crate::error::{Error, Result};
use crate::store::audit::{Event, record};
use crate::store::service_token;
use serde_json::json;
use shared::audit::EventKind;
use shared::role::Action;

/// # Errors
/// [`Error::NotFound`] when there is no such token, or it ended before.
pub async fn revoke(backend: &Backend, caller: &Caller, token_id: i64) -> Result<()> {
    let permit = caller.permit(Action::ManageServiceTokens)?;
    end(backend, (&permit).into(), token_id).await
}

/// An operator ends it on the command line.
///
/// # Errors
/// As [`revoke`].
pub async fn revoke_by_operator(backend: &Backend, token_id: i64) -> Result<()> {
    end(backend, Actor::System, token_id).await
}

async fn end(backend: &Backend, actor: Actor, token_id: i64) -> Result<()> {
    let now = backend.now();
    let tx = backend.begin().await?;
    if !service_token::revoke(&tx, token_id, now).await? {
        return Err(Error::NotFound);
    }
    let event = Event {
        kind: EventKind::ServiceTokenRevoked.into(),
        subject: "service_token",
        subject_id: Some(token_id),
        application_id: None,
        account_id: None,
        detail: json!({}),
        note: None,
    };
    record(&tx, backend, actor, now, event).await?;
    tx.commit().await
}
