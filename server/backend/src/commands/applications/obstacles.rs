//! What this system knows to stand between a filing and its submission: one list for the check
//! page, which shows all of it, and for `Submit`, which refuses with it.

use super::{filing, order_place};
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::entities::application::Model;
use crate::store::license;
use sea_orm::ConnectionTrait;
use shared::application::{FilingForm, FilingSubmission};
use shared::field::Field;
use shared::problem::{Problem, Violation};

/// Everything at once. `submission` is missing while the form is not complete; what depends on
/// its answers is then not known.
///
/// # Errors
/// When the database refuses or a row is inconsistent.
pub async fn obstacles(
    backend: &Backend,
    row: &Model,
    submission: Option<&FilingSubmission>,
) -> Result<Vec<Violation>> {
    let database = &backend.database;
    let mut found = Vec::new();
    if let Some(submission) = submission {
        gather(&mut found, check_not_served_here(backend, submission).await)?;
    }
    if row.server_id.is_some() {
        gather(&mut found, check_server(database, backend, row).await)?;
    }
    gather(&mut found, check_code(database, row).await)?;
    if let Some(submission) = submission {
        let entity = filing::check_entity_is_free(database, row.account_id, submission).await;
        gather(&mut found, entity)?;
    }
    gather(&mut found, order_place::check(backend, row).await)?;
    Ok(found)
}

/// Everything that stands between a filing and its submission as far as this system knows: what
/// is missing or wrong in the form, and the obstacles.
///
/// # Errors
/// When the database refuses or a row is inconsistent.
pub async fn violations(
    backend: &Backend,
    row: &Model,
    form: &FilingForm,
) -> Result<Vec<Violation>> {
    let parsed = filing::parse(&backend.database, backend, row, form).await?;
    let in_the_way = obstacles(backend, row, parsed.as_ref().ok()).await?;
    let mut found = parsed.err().unwrap_or_default();
    found.extend(in_the_way);
    Ok(found)
}

/// Once more where nobody can change it meanwhile: the server still meets the conditions, the
/// code is still this application's, and the entity nobody else's.
///
/// # Errors
/// Refused with the first that does not hold.
pub async fn check_holdings(
    connection: &impl ConnectionTrait,
    backend: &Backend,
    row: &Model,
    submission: &FilingSubmission,
) -> Result<()> {
    check_server(connection, backend, row).await?;
    check_code(connection, row).await?;
    filing::check_entity_is_free(connection, row.account_id, submission).await
}

fn gather(found: &mut Vec<Violation>, checked: Result<()>) -> Result<()> {
    match checked {
        Err(Error::Refused(violations)) => {
            found.extend(violations);
            Ok(())
        }
        other => other,
    }
}

async fn check_not_served_here(backend: &Backend, submission: &FilingSubmission) -> Result<()> {
    let domain = submission.domain().as_str();
    if license::is_served_here(&backend.database, domain).await? {
        return Err(Error::refused_on(
            Field::WebsiteDomain,
            Problem::DomainServedHere,
        ));
    }
    Ok(())
}

async fn check_server(
    connection: &impl ConnectionTrait,
    backend: &Backend,
    row: &Model,
) -> Result<()> {
    let failed = filing::failed_conditions(connection, backend, row, backend.now()).await?;
    if failed.is_empty() {
        return Ok(());
    }
    Err(Error::refused_on(
        Field::Server,
        Problem::ServerNotEligible { failed },
    ))
}

async fn check_code(connection: &impl ConnectionTrait, row: &Model) -> Result<()> {
    match filing::lost_code(connection, row).await? {
        Some(why) => Err(Error::refused_on(
            Field::AuthorizationCode,
            Problem::CodeRefused { why },
        )),
        None => Ok(()),
    }
}
