//! Gives somebody's account another password.

use super::{event, find_named, limit, password};
use crate::backend::Backend;
use crate::caller::{Actor, Caller};
use crate::error::{Error, Result};
use crate::store::entities::account::Model;
use crate::store::{account, audit, session};
use shared::role::Action;

/// An administrator resets it. Returns the new one, which is shown this once: only its hash
/// is kept. Every device of the account is logged out, but the one that asks.
///
/// # Errors
/// [`crate::error::Error::NotFound`]; refused with
/// [`shared::problem::Problem::ChangedMeanwhile`].
pub async fn reset_password(backend: &Backend, caller: &Caller, account_id: i64) -> Result<String> {
    let permit = caller.permit(Action::ManageAccounts)?;
    let before = account::find(&backend.database, account_id).await?;
    let new = backend.random_key();
    let stays = Some(caller.session_id.as_str());
    set(backend, (&permit).into(), &before, &new, stays).await?;
    Ok(new)
}

/// An operator sets it on the command line.
///
/// # Errors
/// Refused on the new password's field; [`crate::error::Error::NotFound`].
pub async fn set_password_by_operator(backend: &Backend, email: &str, new: &str) -> Result<()> {
    let before = find_named(&backend.database, backend, email).await?;
    set(backend, Actor::System, &before, new, None).await
}

async fn set(
    backend: &Backend,
    actor: Actor,
    before: &Model,
    new: &str,
    stays: Option<&str>,
) -> Result<()> {
    if let Some(wrong) = password::check_new(new) {
        return Err(Error::Refused(vec![wrong]));
    }
    let hash = password::hash(backend, new).await?;
    let tx = backend.begin().await?;
    account::set_password_hash(&tx, before, Some(hash)).await?;
    limit::PASSWORDS_OF_ADDRESS
        .clear(&tx, &before.email_hash)
        .await?;
    session::revoke_all(&tx, before.id, stays).await?;
    let event = event("account.password_changed", Some(before.id));
    audit::record(&tx, backend, actor, backend.now(), event).await?;
    tx.commit().await
}
