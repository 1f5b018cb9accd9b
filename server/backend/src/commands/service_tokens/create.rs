//! Makes a token for another system.

use crate::backend::Backend;
use crate::caller::{Actor, Caller};
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::service_token::Scope;
use crate::store::audit::{Event, record};
use crate::store::entities::service_token::ActiveModel;
use crate::store::{account, service_token};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::audit::EventKind;
use shared::field::Field;
use shared::parsed_text::tidy_line;
use shared::problem::{Problem, Violation};
use shared::role::{Action, Role};

/// Returns the token. It is shown this once: only a keyed hash is kept.
///
/// # Errors
/// Refused without a name, and without anything that the token allows.
pub async fn create(
    backend: &Backend,
    caller: &Caller,
    name: &str,
    scopes: &[Scope],
) -> Result<String> {
    let permit = caller.permit(Action::ManageServiceTokens)?;
    insert(backend, (&permit).into(), permit.account_id(), name, scopes).await
}

/// An operator makes it on the command line, for the first administrator.
///
/// # Errors
/// As [`create`]; [`Error::NotFound`] when there is no administrator yet.
pub async fn create_by_operator(backend: &Backend, name: &str, scopes: &[Scope]) -> Result<String> {
    let administrator = account::find_first(&backend.database, Role::Administrator)
        .await?
        .ok_or(Error::NotFound)?;
    insert(backend, Actor::System, administrator.id, name, scopes).await
}

async fn insert(
    backend: &Backend,
    actor: Actor,
    created_by: i64,
    name: &str,
    scopes: &[Scope],
) -> Result<String> {
    let name = &*tidy_line(name);
    let missing = [
        (name.is_empty(), Field::TokenName),
        (scopes.is_empty(), Field::TokenScope),
    ];
    let missing: Vec<_> = missing
        .into_iter()
        .filter(|(is_missing, _)| *is_missing)
        .map(|(_, field)| Violation::on(field, Problem::Required))
        .collect();
    if !missing.is_empty() {
        return Err(Error::Refused(missing));
    }
    let token = format!("license_{}{}", backend.random_key(), backend.random_key());
    let codes: Vec<_> = scopes.iter().map(|scope| scope.code()).collect();
    let now = backend.now();
    let tx = backend.begin().await?;
    let row = ActiveModel {
        name: Set(name.to_owned()),
        token_hash: Set(backend.cipher.keyed_hash(super::PURPOSE, &token)),
        scopes: Set(codes.join(" ")),
        created_by: Set(created_by),
        created_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    let id = service_token::insert(&tx, row).await?;
    let event = Event {
        kind: EventKind::ServiceTokenCreated.into(),
        subject: "service_token",
        subject_id: Some(id),
        application_id: None,
        account_id: None,
        detail: json!({ "name": name, "scopes": codes }),
        note: None,
    };
    record(&tx, backend, actor, now, event).await?;
    tx.commit().await?;
    Ok(token)
}
