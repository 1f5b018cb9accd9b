//! Gives somebody's account another password.

use super::replace_password::replace_password;
use super::{find_named, password};
use crate::backend::Backend;
use crate::caller::{Actor, Caller};
use crate::error::{Error, Result};
use crate::store::account;
use crate::store::entities::account::Model;
use shared::audit::EventKind;
use shared::problem::Problem;
use shared::role::{Action, Role};

/// An administrator resets it. Returns the new one, which is shown this once: only its hash
/// is kept. Every device of the account is logged out, but the one that asks.
///
/// # Errors
/// [`Error::NotFound`]; refused with [`Problem::OtherAdministratorsPassword`], because whoever
/// could log in as a second administrator would be two, or with [`Problem::ChangedMeanwhile`].
pub async fn reset_password(backend: &Backend, caller: &Caller, account_id: i64) -> Result<String> {
    let permit = caller.permit(Action::ManageAccounts)?;
    let before = account::find(&backend.database, account_id).await?;
    let is_own = account_id == permit.account_id();
    if account::role(&before)? == Role::Administrator && !is_own {
        return Err(Error::refused(Problem::OtherAdministratorsPassword));
    }
    let new = backend.random_key();
    let stays = Some(caller.session_id.as_str());
    set(backend, (&permit).into(), &before, &new, stays).await?;
    Ok(new)
}

/// An operator sets it on the command line.
///
/// # Errors
/// Refused on the new password's field; [`Error::NotFound`].
pub async fn set_password_by_operator(backend: &Backend, email: &str, new: &str) -> Result<()> {
    let before = find_named(&backend.database, backend, email).await?;
    if let Some(wrong) = password::check_new(backend, new, email) {
        return Err(Error::Refused(vec![wrong]));
    }
    set(backend, Actor::System, &before, new, None).await
}

async fn set(
    backend: &Backend,
    actor: Actor,
    before: &Model,
    new: &str,
    stays: Option<&str>,
) -> Result<()> {
    let hash = password::hash(backend, new).await?;
    let tx = backend.begin().await?;
    let kind = EventKind::PasswordChanged;
    replace_password(&tx, backend, actor, kind, before, hash, stays).await?;
    tx.commit().await
}
