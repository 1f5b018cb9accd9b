//! What commands and jobs share when a code's status changes: facts, write, audit.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::store::audit::{Event, record};
use crate::store::entities::application::Model as Application;
use crate::store::entities::authorization_code::Model;
use crate::store::entities::cloud_server::Model as Server;
use crate::store::{application, authorization_code, cloud_server};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use serde_json::json;
use shared::audit::EventKind;
use shared::authorization_code::{CodeStatus, InvalidReason, ServerFacts};
use shared::calendar_date::shanghai_date;
use shared::cloud_server::check_eligibility;
use shared::problem::Problem;

/// What the rules need to know of a code's server and term.
pub async fn facts(
    tx: &Tx,
    backend: &Backend,
    code: &Model,
    now: DateTime<Utc>,
) -> Result<ServerFacts> {
    let server = cloud_server::find(tx, code.server_id).await?;
    facts_of(backend, code, &server, now)
}

/// The same with the server that was read already.
pub fn facts_of(
    backend: &Backend,
    code: &Model,
    server: &Server,
    now: DateTime<Utc>,
) -> Result<ServerFacts> {
    let failed = check_eligibility(
        &backend.settings.policy.server,
        &cloud_server::facts(server)?,
        shanghai_date(now),
    );
    Ok(ServerFacts {
        failed,
        expires_at: from_millis(code.expires_at),
    })
}

/// A code with the application that holds it or held it last; nobody else changes either until
/// the transaction ends. The application comes first, as for whoever decides on it: in another
/// order the two could wait for one another.
///
/// # Errors
/// [`Error::NotFound`]; refused with [`Problem::ChangedMeanwhile`] when another application took
/// the code at this instant.
pub async fn lock_with_application(tx: &Tx, code_id: i64) -> Result<(Model, Option<Application>)> {
    let holder = authorization_code::find(tx, code_id)
        .await?
        .holder_application_id;
    let application = match holder {
        Some(id) => Some(application::lock(tx, id).await?),
        None => None,
    };
    let code = authorization_code::lock(tx, code_id).await?;
    if code.holder_application_id == holder {
        Ok((code, application))
    } else {
        Err(Error::refused(Problem::ChangedMeanwhile))
    }
}

/// Why a code's status changes: whose doing it is, when, and for which application.
#[derive(Debug, Clone, Copy)]
pub struct Cause<'a> {
    pub actor: Actor,
    pub at: DateTime<Utc>,
    pub application_id: Option<i64>,
    /// Words for the audit trail.
    pub note: Option<&'a str>,
}

impl Cause<'_> {
    /// A cause that concerns no application.
    pub fn by(actor: impl Into<Actor>, at: DateTime<Utc>) -> Self {
        Self {
            actor: actor.into(),
            at,
            application_id: None,
            note: None,
        }
    }

    /// The same cause, on behalf of an application.
    pub const fn of_application(mut self, application_id: i64) -> Self {
        self.application_id = Some(application_id);
        self
    }
}

/// Writes the new status with its audit event.
///
/// # Errors
/// Refused with [`Problem::ChangedMeanwhile`] when somebody else changed the code first.
pub async fn change(
    tx: &Tx,
    backend: &Backend,
    code: &Model,
    after: &CodeStatus,
    cause: Cause<'_>,
) -> Result<()> {
    let event = write(tx, code, after, cause).await?;
    record(tx, backend, cause.actor, cause.at, event).await
}

/// Writes the new status and returns its audit event, for who records several at once.
///
/// # Errors
/// Refused with [`Problem::ChangedMeanwhile`] when somebody else changed the code first.
pub async fn write<'a>(
    tx: &Tx,
    code: &Model,
    after: &CodeStatus,
    cause: Cause<'a>,
) -> Result<Event<'a>> {
    let before = authorization_code::status(code)?;
    if !authorization_code::change_status(tx, code, after, cause.at).await? {
        return Err(Error::refused(Problem::ChangedMeanwhile));
    }
    Ok(Event {
        kind: event_kind(&before, after).into(),
        subject: "authorization_code",
        subject_id: Some(code.id),
        application_id: cause.application_id,
        account_id: Some(code.account_id),
        detail: json!({ "from": before.code(), "to": after.code() }),
        note: cause.note,
    })
}

const fn event_kind(before: &CodeStatus, after: &CodeStatus) -> EventKind {
    match after {
        CodeStatus::Unused if matches!(before, CodeStatus::Invalid { .. }) => {
            EventKind::CodeRestored
        }
        CodeStatus::Unused => EventKind::CodeReleased,
        CodeStatus::Licensing(_) if matches!(before, CodeStatus::Invalid { .. }) => {
            EventKind::CodeRestored
        }
        CodeStatus::Licensing(_) => EventKind::CodeReserved,
        CodeStatus::Used { .. } if matches!(before, CodeStatus::Invalid { .. }) => {
            EventKind::CodeRestored
        }
        CodeStatus::Used { .. } => EventKind::CodeUsed,
        CodeStatus::Invalid { reason, .. } => match reason {
            InvalidReason::Expired => EventKind::CodeExpired,
            InvalidReason::DisabledByOwner | InvalidReason::DisabledByStaff => {
                EventKind::CodeDisabled
            }
            InvalidReason::ServerGone => EventKind::CodeServerGone,
            InvalidReason::Abandoned => EventKind::CodeBurned,
        },
    }
}
