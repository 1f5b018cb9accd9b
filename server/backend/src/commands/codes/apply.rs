//! `Apply` and `OK`: issues a batch of codes for a server (S22 to S26).

use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::audit::{Event, record};
use crate::store::entities::{authorization_code, code_request};
use crate::store::{account, cloud_server, code_quota, entities};
use crate::transaction::Tx;
use anyhow::anyhow;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use serde_json::json;
use shared::audit::EventKind;
use shared::authorization_code::{CodeText, check_quota};
use shared::calendar_date::{add_years, shanghai_date};
use shared::cloud_server::check_eligibility;
use shared::field::Field;
use shared::problem::Problem;
use shared::role::Action;

/// All of `count` codes are issued or none. The same form again changes nothing.
///
/// # Errors
/// Refused when the form was sent before with other values, when the server is not eligible (every failed condition) or the quota does not
/// suffice; [`Error::NotFound`] for somebody else's server.
pub async fn apply(
    backend: &Backend,
    caller: &Caller,
    server_id: i64,
    count: u32,
    request_key: &str,
) -> Result<()> {
    let permit = caller.permit(Action::ApplyForCodes)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    account::lock(&tx, permit.account_id()).await?;
    if let Some(request) = earlier_request(&tx, &permit, request_key).await? {
        let is_the_same = request.server_id == server_id && request.count == i64::from(count);
        return if is_the_same {
            Ok(())
        } else {
            Err(Error::refused(Problem::CodesIssuedAlready))
        };
    }
    let server = cloud_server::find_own(&tx, &permit, server_id).await?;
    check_server(backend, &server, now)?;
    let policy = &backend.settings.policy.code;
    let counted = code_quota::issue(&tx, policy.quota_mode, &server, count).await?;
    check_quota(policy.quota, counted, count)
        .map_err(|why| Error::refused_on(Field::CodeCount, Problem::Quota { why }))?;
    let request = code_request::ActiveModel {
        account_id: Set(permit.account_id()),
        request_key: Set(request_key.to_owned()),
        server_id: Set(server.id),
        count: Set(i64::from(count)),
        created_at: Set(to_millis(now)),
    };
    code_request::Entity::insert(request)
        .exec_without_returning(&tx)
        .await?;
    for _ in 0..count {
        issue(&tx, backend, &server, now).await?;
    }
    let event = Event {
        kind: EventKind::CodeIssued.into(),
        subject: "cloud_server",
        subject_id: Some(server.id),
        application_id: None,
        account_id: Some(permit.account_id()),
        detail: json!({ "count": count, "server": server.name }),
        note: None,
    };
    record(&tx, backend, (&permit).into(), now, event).await?;
    tx.commit().await
}

async fn earlier_request(
    tx: &Tx,
    permit: &Permit,
    request_key: &str,
) -> Result<Option<code_request::Model>> {
    let key = (permit.account_id(), request_key.to_owned());
    Ok(code_request::Entity::find_by_id(key).one(tx).await?)
}

fn check_server(
    backend: &Backend,
    server: &entities::cloud_server::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let facts = cloud_server::facts(server)?;
    let policy = &backend.settings.policy.server;
    let failed = check_eligibility(policy, &facts, shanghai_date(now));
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Error::refused_on(
            Field::Server,
            Problem::ServerNotEligible { failed },
        ))
    }
}

async fn issue(
    tx: &Tx,
    backend: &Backend,
    server: &entities::cloud_server::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut random = [0_u8; 64];
    backend.random.fill(&mut random);
    let text = CodeText::from_random(&random)
        .ok_or_else(|| Error::Internal(anyhow!("the source of randomness gave unusable bytes")))?;
    let expires_at = add_years(now, backend.settings.policy.code.validity_years);
    let row = authorization_code::ActiveModel {
        server_id: Set(server.id),
        account_id: Set(server.account_id),
        code_hash: Set(backend
            .cipher
            .keyed_hash("authorization_code", text.compact())),
        code_encrypted: Set(backend
            .cipher
            .encrypt("authorization_code.code", text.compact())?),
        status: Set("unused".to_owned()),
        status_at: Set(to_millis(now)),
        applied_at: Set(to_millis(now)),
        expires_at: Set(to_millis(expires_at)),
        ..authorization_code::ActiveModel::default()
    };
    authorization_code::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
