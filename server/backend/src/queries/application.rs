use super::application_facts::{Audience, application_page, filing_form};
use super::masking::Reader;
use super::timeline::Events;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::commands::applications::filing;
use crate::commands::applications::obstacles::violations;
use crate::error::Result;
use crate::store::application::{find_own, kind, status};
use crate::store::authority_channel::is_unsent;
use crate::store::entities::application::Model;
use chrono::{DateTime, Utc};
use shared::application::{ApplicationKind, ApplicationStatus, Command, HoldCause, HoldReason};
use shared::role::Action;
use shared::wire::application::{ApplicationPage, HolderActions};

/// `/console/applications/{id}`.
///
/// # Errors
/// Not found also for somebody else's application.
pub async fn application(backend: &Backend, caller: &Caller, id: i64) -> Result<ApplicationPage> {
    let permit = caller.permit(Action::ViewOwnApplications)?;
    let row = find_own(&backend.database, &permit, id).await?;
    let events = Events::load(backend, row.id).await?;
    let status = status(&row)?;
    let was_sent = matches!(status, ApplicationStatus::Submitting { .. })
        && !is_unsent(&backend.database, row.id).await?;
    let audience = Audience {
        actions: actions(&status, kind(&row)?, was_sent, backend.now()),
        show_code: ToString::to_string,
        reader: Reader::Holder,
    };
    let mut page = application_page(backend, &row, &events, audience).await?;
    if page.kind.is_filing() && status.is_editable() {
        let form = filing_form(backend, &row)?;
        page.violations = violations(backend, &row, &form).await?;
    }
    if let Some(reason) = page.hold {
        page.hold_cause = hold_cause(backend, &row, reason, &events).await?;
    }
    Ok(page)
}

/// what the hold stands for as things are now. It is lifted by a job; until that has run,
/// there may be no cause any more.
async fn hold_cause(
    backend: &Backend,
    row: &Model,
    reason: HoldReason,
    events: &Events,
) -> Result<Option<HoldCause>> {
    match reason {
        HoldReason::ServerGone => {
            let server = filing::server(&backend.database, row).await?;
            filing::server_gone(backend, row, &server, backend.now())
        }
        HoldReason::CodeDisabled => {
            let words = events.words_of_hold(backend)?;
            Ok(words.map(|words| HoldCause::CodeDisabled { words }))
        }
    }
}

/// What the lifecycle would take from the holder now; what was sent to the authority cannot
/// be withdrawn (policy `cancel.withdraw_until`).
fn actions(
    status: &ApplicationStatus,
    kind: ApplicationKind,
    was_sent: bool,
    now: DateTime<Utc>,
) -> HolderActions {
    let submit = Command::Submit {
        at: now,
        due_at: now,
        due_is_provisional: false,
    };
    HolderActions {
        withdraw: !was_sent && status.allows(kind, &Command::Withdraw { at: now }),
        abandon: status.allows(kind, &Command::Abandon { at: now }),
        edit: status.is_editable(),
        submit: status.allows(kind, &submit),
    }
}
