//! What the commands of a filing share: the form with its facts, the code it holds.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::codes::lifecycle;
use crate::commands::codes::tell_owner::tell_owner;
use crate::error::{Error, Result};
use crate::store::application::kind;
use crate::store::entities::application::Model;
use crate::store::entities::cloud_server::Model as Server;
use crate::store::entity_name::{self, EntityName};
use crate::store::{application, authorization_code, base_code, cloud_server, license};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::application::{
    FilingFacts, FilingForm, FilingSubmission, HoldCause, NewAccessEntity, parse_filing,
};
use shared::authorization_code::{CodeStatus, VerifyRefusal};
use shared::calendar_date::shanghai_date;
use shared::cloud_server::{Ineligibility, check_eligibility};
use shared::field::Field;
use shared::problem::{Problem, Violation};
use shared::wire::application::CodeFate;

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
        provinces: backend.settings.provider.provinces.clone(),
        tables: base_code::tables(connection).await?,
        approved_endings: backend.settings.policy.domain.approved_endings.clone(),
        mobile_as_office_phone: backend
            .settings
            .policy
            .entity
            .mobile_as_office_phone
            .clone(),
        today: shanghai_date(backend.now()),
    };
    Ok(parse_filing(kind(row)?, form, &facts))
}

/// Whose website a filing is about, as it is submitted.
///
/// # Errors
/// When the key is another one, or the account's own entity is gone.
pub async fn entity_name(
    connection: &impl ConnectionTrait,
    backend: &Backend,
    row: &Model,
    submission: &FilingSubmission,
) -> Result<EntityName> {
    let (nature, name) = match submission {
        FilingSubmission::FirstLicense(first) => {
            (Some(first.entity.nature.code.clone()), &first.entity.name)
        }
        FilingSubmission::NewAccess(new_access) => match &new_access.entity {
            NewAccessEntity::Elsewhere { name, .. } => (None, name),
            NewAccessEntity::Own { .. } => {
                let entity = license::find_entity_of(connection, row.account_id).await?;
                let entity = entity.ok_or_else(|| Error::refused(Problem::EntityMissing))?;
                return entity_name::of_entity(&backend.cipher, &entity);
            }
        },
    };
    let name = name.clone();
    Ok(EntityName { nature, name })
}

/// Conditions that the server of a filing fails at this instant (S21, R-3).
///
/// # Errors
/// Refused when no product has been verified.
pub async fn failed_conditions(
    connection: &impl ConnectionTrait,
    backend: &Backend,
    row: &Model,
    now: DateTime<Utc>,
) -> Result<Vec<Ineligibility>> {
    let server = server(connection, row).await?;
    Ok(check_eligibility(
        &backend.settings.policy.server,
        &cloud_server::facts(&server)?,
        shanghai_date(now),
    ))
}

/// why the server as it is now cannot carry the filing as it was submitted. With another
/// address than the one that was reviewed, the report would be false.
///
/// # Errors
/// When the row of the server is inconsistent.
pub fn server_gone(
    backend: &Backend,
    row: &Model,
    server: &Server,
    now: DateTime<Utc>,
) -> Result<Option<HoldCause>> {
    let facts = cloud_server::facts(server)?;
    let failed = check_eligibility(&backend.settings.policy.server, &facts, shanghai_date(now));
    let server_name = server.name.clone();
    if !failed.is_empty() {
        return Ok(Some(HoldCause::ServerNotEligible {
            server_name,
            failed,
        }));
    }
    Ok(
        (server.public_ip != row.public_ip).then(|| HoldCause::OtherPublicIp {
            server_name,
            public_ip: server.public_ip.clone().unwrap_or_default(),
        }),
    )
}

/// The address that the server of a filing has now: another one may have been bound since it
/// was verified.
///
/// # Errors
/// Refused when no product has been verified.
pub async fn public_ip(connection: &impl ConnectionTrait, row: &Model) -> Result<Option<String>> {
    Ok(server(connection, row).await?.public_ip)
}

/// The server of a filing.
///
/// # Errors
/// Refused when no product has been verified.
pub async fn server(connection: &impl ConnectionTrait, row: &Model) -> Result<Server> {
    let server_id = row
        .server_id
        .ok_or_else(|| Error::refused(Problem::ProductNotVerified))?;
    cloud_server::find(connection, server_id).await
}

/// Why the code of a filing is not its to use any more; `None` when it is, or when the
/// filing has no code (S32a, `code.disable`).
///
/// # Errors
/// When the database refuses.
pub async fn lost_code(
    connection: &impl ConnectionTrait,
    row: &Model,
) -> Result<Option<VerifyRefusal>> {
    let Some(code_id) = row.code_id else {
        return Ok(None);
    };
    let code = authorization_code::find(connection, code_id).await?;
    Ok(match authorization_code::status(&code)? {
        CodeStatus::Licensing(by) if by.application_id == row.id => None,
        CodeStatus::Invalid { reason, .. } => Some(VerifyRefusal::Disabled { reason }),
        _ => Some(VerifyRefusal::HasBeenUsed),
    })
}

/// Rules §4, one account and one entity: an entity from elsewhere may not be licensed here
/// under another account already.
///
/// # Errors
/// Refused with [`Problem::EntityOfOtherAccount`].
pub async fn check_entity_is_free(
    connection: &impl ConnectionTrait,
    account_id: i64,
    submission: &FilingSubmission,
) -> Result<()> {
    let FilingSubmission::NewAccess(new_access) = submission else {
        // Another draft of a first license may have been approved since this one was begun.
        return match license::find_entity_of(connection, account_id).await? {
            Some(_) => Err(Error::refused(Problem::EntityExists)),
            None => Ok(()),
        };
    };
    let number = new_access.entity.license_number().as_str();
    if license::is_licensed_to_other(connection, number, account_id).await? {
        return Err(Error::refused_on(
            Field::EntityLicenseNumber,
            Problem::EntityOfOtherAccount,
        ));
    }
    Ok(())
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
) -> Result<Option<CodeFate>> {
    let Some(code_id) = row.code_id else {
        return Ok(None);
    };
    // The application first, as whoever takes the code away does: in another order the two could
    // wait for one another.
    application::lock(tx, row.id).await?;
    let code = authorization_code::find(tx, code_id).await?;
    let server = cloud_server::find(tx, code.server_id).await?;
    let facts = lifecycle::facts_of(backend, &code, &server, now)?;
    let status = authorization_code::status(&code)?;
    let after = if row.was_submitted {
        status.abandon(backend.settings.policy.code.on_abandon, row.id, &facts, now)
    } else {
        status.release(row.id, &facts, now)
    };
    // Staff disabled it meanwhile: there is nothing to let go of.
    let Some(after) = after else {
        return Ok(None);
    };
    let cause = lifecycle::Cause::by(actor, now).of_application(row.id);
    lifecycle::change(tx, backend, &code, &after, cause).await?;
    tell_owner(tx, backend, &code, &server.name, row, &after, now).await?;
    Ok(Some(match after {
        CodeStatus::Unused => CodeFate::Released,
        _ => CodeFate::Burned,
    }))
}
