//! What every way to give an account another password does.

use super::{event, limit};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::mail_text::AccountMail;
use crate::store::entities::account::Model;
use crate::store::message::mail_account;
use crate::store::{account, audit, session};
use crate::transaction::Tx;
use shared::audit::EventKind;

/// Ends every session but `stays`, and mails the account that its password was changed.
///
/// # Errors
/// Refused with [`shared::problem::Problem::ChangedMeanwhile`] when the row is not what it was.
pub(super) async fn replace_password(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    kind: EventKind,
    before: &Model,
    hash: String,
    stays: Option<&str>,
) -> Result<()> {
    account::set_password_hash(tx, before, Some(hash)).await?;
    limit::PASSWORDS_OF_ADDRESS
        .clear(tx, &before.email_hash)
        .await?;
    session::revoke_all(tx, before.id, stays).await?;
    let now = backend.now();
    audit::record(tx, backend, actor, now, event(kind, Some(before.id))).await?;
    mail_account(tx, backend, before, &AccountMail::PasswordChanged, now).await
}
