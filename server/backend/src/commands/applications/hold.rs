//! Holding an application back from the authority until a cause is cured.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::store::application::{lock, save, shown_domain, status};
use crate::store::audit::{Event, record};
use crate::store::authority_channel::is_waiting;
use crate::store::entities::application::{ActiveModel, Model};
use crate::store::message::tell;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::application::{ApplicationStatus, HoldCause, HoldReason};
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;

/// Flags the application and tells its holder why. One that is held already stays as it is, and
/// so does one that is with the authority or over: nothing of it can be held back any more.
/// Returns whether its holder was told.
///
/// # Errors
/// Refused when somebody else changed the application first.
pub async fn hold(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    application: &Model,
    cause: HoldCause,
    now: DateTime<Utc>,
) -> Result<bool> {
    // The sender, who looks at the flag before it sends, waits until this one is set.
    lock(tx, application.id).await?;
    if application.hold_reason.is_some() || is_gone(tx, application).await? {
        return Ok(false);
    }
    let reason = cause.reason();
    let change = ActiveModel {
        hold_reason: Set(Some(reason.code().to_owned())),
        ..ActiveModel::default()
    };
    save(tx, application, change, now).await?;
    let event = Event::of_application(TimelineEvent::Held, application)
        .with_detail(json!({ "reason": reason.code() }))
        .with_note(cause.words());
    record(tx, backend, actor, now, event).await?;
    let notice = Notice::ApplicationHeld {
        number: application.number.clone(),
        domain: shown_domain(application),
        cause: Some(cause.clone()),
    };
    tell(
        tx,
        backend,
        application.account_id,
        now,
        &notice,
        Some(application.id),
    )
    .await?;
    Ok(true)
}

async fn is_gone(tx: &Tx, application: &Model) -> Result<bool> {
    let status = status(application)?;
    Ok(match status {
        ApplicationStatus::Submitting { .. } => !is_waiting(tx, application.id).await?,
        ApplicationStatus::AuthorityReview { .. } => true,
        _ => status.is_final(),
    })
}

/// Takes the flag away again when it was set for `reason`. Returns whether its holder was told.
///
/// # Errors
/// Refused when somebody else changed the application first.
pub async fn lift_hold(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    application: &Model,
    reason: HoldReason,
    now: DateTime<Utc>,
) -> Result<bool> {
    if application.hold_reason.as_deref() != Some(reason.code()) {
        return Ok(false);
    }
    let change = ActiveModel {
        hold_reason: Set(None),
        ..ActiveModel::default()
    };
    save(tx, application, change, now).await?;
    let event = Event::of_application(TimelineEvent::HoldLifted, application)
        .with_detail(json!({ "reason": reason.code() }));
    record(tx, backend, actor, now, event).await?;
    let notice = Notice::HoldLifted {
        number: application.number.clone(),
        domain: shown_domain(application),
    };
    tell(
        tx,
        backend,
        application.account_id,
        now,
        &notice,
        Some(application.id),
    )
    .await?;
    Ok(true)
}
