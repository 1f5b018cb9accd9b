//! An owner takes a code back from a draft that was never submitted.

use super::lifecycle::{facts, lock_with_application};
use super::return_from_draft::return_from_draft;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::application::shown_domain;
use crate::store::authorization_code;
use crate::store::message::tell;
use shared::authorization_code::CodeStatus;
use shared::problem::Problem;
use shared::role::Action;
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;

/// The draft stays, and its holder is told. `version` is that of the code as the owner saw it:
/// another application may have taken it since. A code that came back already stays as it is.
///
/// # Errors
/// Refused when the code is Used, when its application was submitted, or when it was changed
/// meanwhile; [`Error::NotFound`] for somebody else's.
pub async fn take_back(
    backend: &Backend,
    caller: &Caller,
    code_id: i64,
    version: i64,
) -> Result<()> {
    let permit = caller.permit(Action::TakeBackOwnCode)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    authorization_code::find_own(&tx, &permit, code_id).await?;
    let (code, application) = lock_with_application(&tx, code_id).await?;
    let status = authorization_code::status(&code)?;
    if matches!(status, CodeStatus::Unused | CodeStatus::Invalid { .. }) {
        return Ok(());
    }
    let draft = application
        .ok_or_else(|| Error::inconsistent("authorization_code", code.id, "no application"))?;
    let facts = facts(&tx, backend, &code, now).await?;
    let after = status
        .take_back(draft.was_submitted, &facts, now)
        .map_err(|why| Error::refused(Problem::CodeNotTakenBack { why }))?;
    if code.version != version {
        return Err(Error::refused(Problem::ChangedMeanwhile));
    }
    let event = TimelineEvent::CodeTakenBack;
    let actor = (&permit).into();
    return_from_draft(&tx, backend, actor, (&code, &draft), &after, event, now).await?;
    let notice = Notice::CodeTakenBack {
        number: draft.number.clone(),
        domain: shown_domain(&draft),
    };
    tell(&tx, backend, draft.account_id, now, &notice, Some(draft.id)).await?;
    tx.commit().await
}
