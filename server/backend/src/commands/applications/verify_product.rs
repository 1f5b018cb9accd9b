//! `Verify`: an own eligible server or an authorization code carries the filing (S29).

use super::filing;
use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::commands::codes::lifecycle;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::application::{
    find, find_by_request_key, find_own, kind, next_number, save, status,
};
use crate::store::audit::{Event, record};
use crate::store::entities::application::{ActiveModel, Entity, Model};
use crate::store::entities::{authorization_code::Model as Code, cloud_server};
use crate::store::{account, attempt, authorization_code, cloud_server as servers, license};
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use serde_json::json;
use shared::application::{ApplicationKind, FilingForm};
use shared::authorization_code::{CodeStatus, CodeText, Reservation, VerifyRefusal};
use shared::calendar_date::shanghai_date;
use shared::cloud_server::check_eligibility;
use shared::field::Field;
use shared::problem::Problem;
use shared::role::Action;
use shared::wire::application::{TimelineEvent, VerifyProductInput};

/// Codes that do not exist, per account, before it has to wait.
const UNKNOWN_CODES: u32 = 20;
/// How long it waits then.
const WINDOW: Duration = Duration::minutes(15);

/// Verifies the product and starts the draft if there is none yet; returns its id. Nothing
/// is started by a refused verification. The same form sent twice starts one draft.
///
/// # Errors
/// Refused with one of the six answers a code can give, with every failed condition of a
/// server, or when the account cannot file this kind.
pub async fn verify_product(
    backend: &Backend,
    caller: &Caller,
    input: VerifyProductInput,
) -> Result<i64> {
    let permit = caller.permit(Action::FileApplication)?;
    let now = backend.now();
    check_guesses(backend, &permit, now).await?;
    let outcome = verify(backend, &permit, &input, now).await;
    if is_unknown_code(&outcome) {
        let tx = backend.begin().await?;
        attempt::count(&tx, &guesses_key(&permit), now, WINDOW).await?;
        tx.commit().await?;
    }
    outcome
}

async fn verify(
    backend: &Backend,
    permit: &Permit,
    input: &VerifyProductInput,
    now: DateTime<Utc>,
) -> Result<i64> {
    let text = match input.product.as_str() {
        "code" => Some(parse_code(&input.authorization_code)?),
        _ => None,
    };
    let tx = backend.begin().await?;
    let row = open_or_start(&tx, backend, permit, input, now).await?;
    if !is_editable_filing(&row)? {
        // An old form sent again: what it started has gone on since.
        return Ok(row.id);
    }
    let (server, code_id) = match text {
        Some(text) => reserve_code(&tx, backend, permit, &row, &text, now).await?,
        None => (
            choose_server(&tx, backend, permit, input.server, now).await?,
            None,
        ),
    };
    if row.code_id.is_some() && row.code_id != code_id {
        filing::let_go_of_code(&tx, backend, permit.into(), &row, now).await?;
    }
    let mut change = ActiveModel {
        server_id: Set(Some(server.id)),
        public_ip: Set(server.public_ip.clone()),
        code_id: Set(code_id),
        ..ActiveModel::default()
    };
    // A hold is about the product; another one, just found good, ends it.
    let is_cured =
        row.hold_reason.is_some() && (row.server_id != Some(server.id) || row.code_id != code_id);
    if is_cured {
        change.hold_reason = Set(None);
    }
    save(&tx, &row, change, now).await?;
    if is_cured {
        let event = Event::of_application(TimelineEvent::HoldLifted, &row);
        record(&tx, backend, permit.into(), now, event).await?;
    }
    let event = Event::of_application(TimelineEvent::ProductVerified, &row)
        .with_detail(json!({ "server": server.name, "by_code": code_id.is_some() }));
    record(&tx, backend, permit.into(), now, event).await?;
    tx.commit().await?;
    Ok(row.id)
}

fn parse_code(typed: &str) -> Result<CodeText> {
    CodeText::parse(typed)
        .map_err(|why| Error::refused_on(Field::AuthorizationCode, Problem::CodeMistyped { why }))
}

async fn open_or_start(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    input: &VerifyProductInput,
    now: DateTime<Utc>,
) -> Result<Model> {
    if input.application_id != 0 {
        let row = find_own(tx, permit, input.application_id).await?;
        if !is_editable_filing(&row)? {
            return Err(Error::refused(Problem::NotPossibleNow {
                status: row.status,
            }));
        }
        return Ok(row);
    }
    account::lock(tx, permit.account_id()).await?;
    if let Some(row) = find_by_request_key(tx, permit, &input.request_key).await? {
        return Ok(row);
    }
    start(tx, backend, permit, input, now).await
}

fn is_editable_filing(row: &Model) -> Result<bool> {
    Ok(kind(row)?.is_filing() && status(row)?.is_editable())
}

async fn start(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    input: &VerifyProductInput,
    now: DateTime<Utc>,
) -> Result<Model> {
    let kind = ApplicationKind::from_code(&input.kind)
        .filter(|kind| kind.is_filing())
        .ok_or_else(|| Error::refused(Problem::NotAnOption))?;
    let entity = license::find_own_entity(tx, permit).await?;
    if kind == ApplicationKind::FirstLicense && entity.is_some() {
        return Err(Error::refused(Problem::EntityExists));
    }
    let row = ActiveModel {
        number: Set(next_number(tx, kind, now).await?),
        kind: Set(kind.code().to_owned()),
        account_id: Set(permit.account_id()),
        status: Set("draft".to_owned()),
        status_at: Set(to_millis(now)),
        entity_name: Set(entity.map(|entity| entity.name).unwrap_or_default()),
        form_encrypted: Set(backend
            .cipher
            .seal("application.form", &FilingForm::default())?),
        request_key: Set(input.request_key.clone()),
        created_at: Set(to_millis(now)),
        updated_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    let id = Entity::insert(row).exec(tx).await?.last_insert_id;
    let row = find(tx, id).await?;
    record(
        tx,
        backend,
        permit.into(),
        now,
        Event::of_application(TimelineEvent::Created, &row),
    )
    .await?;
    Ok(row)
}

async fn choose_server(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    server_id: Option<i64>,
    now: DateTime<Utc>,
) -> Result<cloud_server::Model> {
    let id = server_id.ok_or_else(|| Error::refused_on(Field::Server, Problem::Required))?;
    let server = servers::find_own(tx, permit, id).await?;
    let facts = servers::facts(&server)?;
    let failed = check_eligibility(&backend.settings.policy.server, &facts, shanghai_date(now));
    if failed.is_empty() {
        Ok(server)
    } else {
        Err(Error::refused_on(
            Field::Server,
            Problem::ServerNotEligible { failed },
        ))
    }
}

/// Takes the code for this application; whoever comes second is told that it has been used.
async fn reserve_code(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    row: &Model,
    text: &CodeText,
    now: DateTime<Utc>,
) -> Result<(cloud_server::Model, Option<i64>)> {
    let code = authorization_code::find_by_text(tx, backend, text)
        .await?
        .ok_or_else(|| refused(VerifyRefusal::Unknown))?;
    let server = servers::find(tx, code.server_id).await?;
    let before = authorization_code::status(&code)?;
    if is_held_by(&before, row.id) {
        return Ok((server, Some(code.id)));
    }
    let facts = lifecycle::facts(tx, backend, &code, now).await?;
    let reservation = Reservation {
        application_id: row.id,
        account_id: permit.account_id(),
        since: now,
    };
    let after = before.reserve(&facts, reservation).map_err(refused)?;
    reserve(tx, backend, permit, &code, &after, row.id, now).await?;
    Ok((server, Some(code.id)))
}

async fn reserve(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    code: &Code,
    after: &CodeStatus,
    application_id: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    let cause = lifecycle::Cause::by(permit, now).of_application(application_id);
    let changed = lifecycle::change(tx, backend, code, after, cause).await;
    match changed {
        Err(Error::Refused(_)) => Err(refused(VerifyRefusal::HasBeenUsed)),
        other => other,
    }
}

fn is_held_by(status: &CodeStatus, application_id: i64) -> bool {
    matches!(status, CodeStatus::Licensing(by) if by.application_id == application_id)
}

fn refused(why: VerifyRefusal) -> Error {
    Error::refused_on(Field::AuthorizationCode, Problem::CodeRefused { why })
}

fn guesses_key(permit: &Permit) -> String {
    format!("code_guesses:{}", permit.account_id())
}

async fn check_guesses(backend: &Backend, permit: &Permit, now: DateTime<Utc>) -> Result<()> {
    let tries = attempt::find(&backend.database, &guesses_key(permit), now).await?;
    match tries.filter(|tries| tries.count >= UNKNOWN_CODES) {
        Some(tries) => {
            let until = tries.resets_at;
            Err(Error::refused_on(
                Field::AuthorizationCode,
                Problem::TooManyTries { until },
            ))
        }
        None => Ok(()),
    }
}

fn is_unknown_code(outcome: &Result<i64>) -> bool {
    let Err(Error::Refused(violations)) = outcome else {
        return false;
    };
    violations.iter().any(|violation| {
        matches!(
            violation.problem,
            Problem::CodeRefused {
                why: VerifyRefusal::Unknown
            }
        )
    })
}
