//! Ends an application with the authority's verdict.

use super::end_access::{Cause, end_access, tell_approved};
use super::license_website;
use super::proposed_rows::drop_proposed;
use super::take_back::take_back;
use super::verdict::Verdict;
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::{Error, Result};
use crate::forms::StoredRejection;
use crate::store::account::free_order_place;
use crate::store::application::{apply, find, kind, save, set_status, shown_domain};
use crate::store::audit::{Event, record};
use crate::store::entities::application::{ActiveModel, Model};
use crate::store::message::tell;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::application::{ApplicationKind, Command};
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;

/// S17, S33, and the authority's refusals.
pub async fn complete(
    tx: &Tx,
    backend: &Backend,
    application_id: i64,
    verdict: Verdict,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = find(tx, application_id).await?;
    match verdict {
        Verdict::Approved { opinion } => approve(tx, backend, &row, &opinion, now).await,
        Verdict::Rejected { reason } => reject(tx, backend, &row, reason, now).await,
        Verdict::ProvidersTurn { reason } => {
            take_back(tx, backend, Actor::Authority, &row, &reason, now).await
        }
    }
}

async fn approve(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    opinion: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let status = apply(row, &Command::AuthorityApprove { at: now })?;
    // The password has served its purpose (S11).
    let mut change = ActiveModel {
        license_password_encrypted: Set(None),
        hold_reason: Set(None),
        ..ActiveModel::default()
    };
    set_status(&mut change, &status, now);
    save(tx, row, change, now).await?;
    free_order_place(tx, row.account_id, row.id).await?;
    let event = Event::of_application(TimelineEvent::AuthorityApproved, row).with_note(opinion);
    record(tx, backend, Actor::Authority, now, event).await?;
    if kind(row)? == ApplicationKind::CancelAccess {
        let access_id = row
            .access_id
            .ok_or_else(|| Error::inconsistent("application", row.id, "no access"))?;
        let approved = Cause::Approved(row);
        match end_access(tx, backend, access_id, approved, now).await? {
            Some(ended) => tell_approved(tx, backend, ended, row, now).await,
            None => Ok(()),
        }
    } else {
        license_website::license_website(tx, backend, row, now).await
    }
}

async fn reject(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    reason: String,
    now: DateTime<Utc>,
) -> Result<()> {
    let status = apply(row, &Command::AuthorityReject { at: now })?;
    let rejection = StoredRejection {
        by_authority: true,
        reason: reason.clone(),
        fields: Vec::new(),
        at: now,
    };
    let mut change = ActiveModel {
        rejection_encrypted: Set(Some(
            backend.cipher.seal("application.rejection", &rejection)?,
        )),
        license_password_encrypted: Set(None),
        hold_reason: Set(None),
        ..ActiveModel::default()
    };
    set_status(&mut change, &status, now);
    save(tx, row, change, now).await?;
    drop_proposed(tx, row).await?;
    free_order_place(tx, row.account_id, row.id).await?;
    let event = Event::of_application(TimelineEvent::AuthorityRejected, row).with_note(&reason);
    record(tx, backend, Actor::Authority, now, event).await?;
    let notice = Notice::AuthorityRejected {
        number: row.number.clone(),
        domain: shown_domain(row),
        reason,
    };
    tell(tx, backend, row.account_id, now, &notice, Some(row.id)).await
}
