//! What the commands of a filing share: the form with its facts, the code it holds.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::codes::lifecycle;
use crate::error::Result;
use crate::store::application::kind;
use crate::store::entities::application::Model;
use crate::store::{authorization_code, license};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::application::{FilingFacts, FilingForm, FilingSubmission, parse_filing};
use shared::calendar_date::shanghai_date;
use shared::problem::Violation;

/// The draft as it was typed.
///
/// # Errors
/// When the key is another one.
pub fn form(backend: &Backend, row: &Model) -> Result<FilingForm> {
    backend.cipher.open("application.form", &row.form_encrypted)
}

/// Reads a filing as a submission, or says everything that is wrong with it.
///
/// # Errors
/// When the database refuses; what is wrong with the form is the inner result.
pub async fn parse(
    connection: &impl ConnectionTrait,
    backend: &Backend,
    row: &Model,
    form: &FilingForm,
) -> Result<Result<FilingSubmission, Vec<Violation>>> {
    let entity = license::find_entity_of(connection, row.account_id).await?;
    let facts = FilingFacts {
        has_own_entity: entity.is_some(),
        own_entity_license_number: entity.and_then(|entity| entity.license_number),
        has_license_password: row.license_password_encrypted.is_some(),
        product_verified: row.server_id.is_some(),
        today: shanghai_date(backend.now()),
    };
    Ok(parse_filing(kind(row)?, form, &facts))
}

/// Lets go of the code an application holds: back to Unused for a draft that was never
/// submitted, as policy says for an abandoned application (S32b, R-1).
///
/// # Errors
/// When the database refuses, or somebody changed the code at this instant.
pub async fn let_go_of_code(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    row: &Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(code_id) = row.code_id else {
        return Ok(());
    };
    let code = authorization_code::find(tx, code_id).await?;
    let facts = lifecycle::facts(tx, backend, &code, now).await?;
    let status = authorization_code::status(&code)?;
    let after = if row.was_submitted {
        status.abandon(backend.settings.policy.code.on_abandon, row.id, &facts, now)
    } else {
        status.release(row.id, &facts, now)
    };
    match after {
        Some(after) => {
            let cause = lifecycle::Cause::by(actor, now).of_application(row.id);
            lifecycle::change(tx, backend, &code, &after, cause).await
        }
        // Staff disabled it meanwhile: there is nothing to let go of.
        None => Ok(()),
    }
}
