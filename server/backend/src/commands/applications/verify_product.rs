//! `Verify`: an own eligible server or an authorization code carries the filing (S29).

mod change;
mod guesses;
mod product;
mod start;

use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::commands::codes::lifecycle;
use crate::commands::codes::tell_owner::tell_owner;
use crate::error::{Error, Result};
use crate::store::account;
use crate::store::application::{find_by_request_key, find_own, kind, status};
use crate::store::audit::Event;
use crate::store::entities::application::Model;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use product::{Product, VerifiedCode};
use shared::authorization_code::{CodeStatus, CodeText, Reservation, VerifyRefusal};
use shared::field::Field;
use shared::problem::{Problem, Violation};
use shared::role::Action;
use shared::wire::application::VerifyProductInput;

/// Verifies the product and starts the draft if there is none yet; returns its id. Nothing
/// is started by a refused verification. The same form sent twice starts one draft.
///
/// # Errors
/// Refused with one of the six answers a code can give (and where it is used, if that is an
/// application of the caller's own), with every failed condition of a server, or when the account cannot file this kind.
pub async fn verify_product(
    backend: &Backend,
    caller: &Caller,
    input: VerifyProductInput,
) -> Result<i64> {
    let permit = caller.permit(Action::FileApplication)?;
    let now = backend.now();
    let text = match input.product.as_str() {
        "code" => Some(parse_code(&input.authorization_code)?),
        _ => None,
    };
    let tx = backend.begin().await?;
    account::lock(&tx, permit.account_id()).await?;
    let started = find_started(&tx, &permit, &input).await?;
    if let Some(row) = &started
        && !is_editable_filing(row)?
    {
        return answer_to_old_form(row, &input);
    }
    let product = match text {
        None => product::of_server(&tx, backend, &permit, input.server, now).await?,
        Some(text) => {
            guesses::check(&tx, &permit, now).await?;
            match product::of_code(&tx, backend, &text).await? {
                Some(product) => product,
                None => return guesses::count_unknown(tx, &permit, now).await,
            }
        }
    };
    let id = match started {
        Some(row) => change::change_product(&tx, backend, &permit, &row, &product, now).await?,
        None => start::start(&tx, backend, &permit, &input, &product, now).await?,
    };
    tx.commit().await?;
    Ok(id)
}

fn parse_code(typed: &str) -> Result<CodeText> {
    CodeText::parse(typed)
        .map_err(|why| Error::refused_on(Field::AuthorizationCode, Problem::CodeMistyped { why }))
}

/// The application the form belongs to, or the one that the same form has started before.
async fn find_started(
    tx: &Tx,
    permit: &Permit,
    input: &VerifyProductInput,
) -> Result<Option<Model>> {
    if input.application_id != 0 {
        return find_own(tx, permit, input.application_id).await.map(Some);
    }
    find_by_request_key(tx, permit, &input.request_key).await
}

fn is_editable_filing(row: &Model) -> Result<bool> {
    Ok(kind(row)?.is_filing() && status(row)?.is_editable())
}

/// What the form began has gone on since it was first sent; what it was to change cannot be
/// changed any more.
fn answer_to_old_form(row: &Model, input: &VerifyProductInput) -> Result<i64> {
    if input.application_id == 0 {
        return Ok(row.id);
    }
    Err(Error::refused(Problem::NotPossibleNow {
        status: row.status.clone(),
    }))
}

/// Takes the code for this application, tells its owner, and returns what to record of it;
/// whoever comes second is told that the code has been used.
async fn reserve(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    product: &Product,
    application: &Model,
    now: DateTime<Utc>,
) -> Result<Option<Event<'static>>> {
    let Some(VerifiedCode { row: code, status }) = &product.code else {
        return Ok(None);
    };
    if matches!(status, CodeStatus::Licensing(by) if by.application_id == application.id) {
        return Ok(None);
    }
    let facts = lifecycle::facts_of(backend, code, &product.server, now)?;
    let reservation = Reservation {
        application_id: application.id,
        account_id: permit.account_id(),
        since: now,
    };
    let after = match status.reserve(&facts, reservation) {
        Ok(after) => after,
        Err(why) => return Err(explained(tx, permit, status, why).await?),
    };
    let cause = lifecycle::Cause::by(permit, now).of_application(application.id);
    let event = match lifecycle::write(tx, code, &after, cause).await {
        Err(Error::Refused(_)) => return Err(refused(VerifyRefusal::HasBeenUsed)),
        other => other?,
    };
    let server_name = &product.server.name;
    tell_owner(tx, backend, code, server_name, application, &after, now).await?;
    Ok(Some(event))
}

/// S32a: a code in use has been used for everybody. Whoever uses it in an application of their
/// own, as after a step back in the browser, is led there.
async fn explained(
    tx: &Tx,
    permit: &Permit,
    status: &CodeStatus,
    why: VerifyRefusal,
) -> Result<Error> {
    let why = Violation::on(Field::AuthorizationCode, Problem::CodeRefused { why });
    let mut violations = vec![why];
    if let CodeStatus::Licensing(by) = status
        && by.account_id == permit.account_id()
    {
        let own = find_own(tx, permit, by.application_id).await?;
        violations.push(Violation::general(Problem::CodeInOwnApplication {
            application_id: own.id,
            number: own.number,
        }));
    }
    Ok(Error::Refused(violations))
}

fn refused(why: VerifyRefusal) -> Error {
    Error::refused_on(Field::AuthorizationCode, Problem::CodeRefused { why })
}
