//! Tells the owner of a code what the application of somebody else does to it.

use crate::backend::Backend;
use crate::error::Result;
use crate::store::entities::application::Model as Application;
use crate::store::entities::authorization_code::Model as Code;
use crate::store::message::tell;
use crate::store::{account, application, authorization_code};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use shared::authorization_code::{CodeStatus, InvalidReason};
use shared::wire::message::{CodeChange, Notice};

/// `after` is the status that the application gives the code. Owners who use a code themselves
/// read it in the messages about their application.
pub async fn tell_owner(
    tx: &Tx,
    backend: &Backend,
    code: &Code,
    server_name: &str,
    by: &Application,
    after: &CodeStatus,
    now: DateTime<Utc>,
) -> Result<()> {
    if code.account_id == by.account_id {
        return Ok(());
    }
    let user = account::find(tx, by.account_id).await?;
    let notice = Notice::CodeChanged {
        code: authorization_code::text(backend, code)?.to_string(),
        server_name: server_name.to_owned(),
        user: account::masked(&backend.cipher, &user)?,
        domain: application::domain(by),
        change: change(after),
    };
    tell(tx, backend, code.account_id, now, &notice, None).await
}

const fn change(after: &CodeStatus) -> CodeChange {
    match after {
        CodeStatus::Unused => CodeChange::Returned,
        CodeStatus::Licensing(_) => CodeChange::Taken,
        CodeStatus::Used { .. } => CodeChange::Used,
        CodeStatus::Invalid { reason, .. } => match reason {
            InvalidReason::Expired => CodeChange::Expired,
            InvalidReason::ServerGone => CodeChange::ServerGone,
            InvalidReason::Abandoned
            | InvalidReason::DisabledByOwner
            | InvalidReason::DisabledByStaff => CodeChange::Abandoned,
        },
    }
}
