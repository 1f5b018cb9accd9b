//! Gives the own account another password, or a first one.

use super::replace_password::replace_password;
use super::{event, limit, password};
use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::error::{Error, Result};
use crate::store::entities::account::Model;
use crate::store::{account, audit};
use serde_json::json;
use shared::audit::EventKind;
use shared::field::Field;
use shared::problem::{Problem, Violation};
use shared::role::Action;

/// Other devices are logged out. An account that had no password (its person logs in with
/// codes) needs no current one.
///
/// # Errors
/// Refused on the field that is wrong, with [`Problem::TooManyTries`] after 5 wrong current
/// passwords in 15 minutes (they count together with those given when logging in), or with
/// [`Problem::ChangedMeanwhile`].
pub async fn change_password(
    backend: &Backend,
    caller: &Caller,
    current: &str,
    new: &str,
) -> Result<()> {
    let permit = caller.permit(Action::ManageOwnAccount)?;
    let now = backend.now();
    let before = account::find(&backend.database, permit.account_id()).await?;
    let is_missing = before.password_hash.is_some() && current.is_empty();
    let missing = is_missing.then(|| Violation::on(Field::Password, Problem::Required));
    let wrong: Vec<_> = missing
        .into_iter()
        .chain(password::check_new(backend, new, &caller.email))
        .collect();
    if !wrong.is_empty() {
        return Err(Error::Refused(wrong));
    }
    if let Some(hash) = &before.password_hash {
        let tx = backend.begin().await?;
        limit::PASSWORDS_OF_ADDRESS
            .spend(&tx, &before.email_hash, now)
            .await?;
        tx.commit().await?;
        if !password::fits(Some(hash), current).await? {
            return refuse_current(backend, &permit, &before).await;
        }
        if current == new {
            return Err(Error::refused_on(
                Field::NewPassword,
                Problem::PasswordUnchanged,
            ));
        }
    }
    let hash = password::hash(backend, new).await?;
    let tx = backend.begin().await?;
    let (actor, kind) = ((&permit).into(), EventKind::PasswordChanged);
    let stays = Some(caller.session_id.as_str());
    replace_password(&tx, backend, actor, kind, &before, hash, stays).await?;
    tx.commit().await
}

/// Whoever sits at an open session may be somebody else, who guesses.
async fn refuse_current(backend: &Backend, permit: &Permit, account: &Model) -> Result<()> {
    let limit = limit::PASSWORDS_OF_ADDRESS;
    let now = backend.now();
    let tx = backend.begin().await?;
    if limit.tell_lock(&tx, &account.email_hash, now).await? {
        let event = event(EventKind::AccountLocked, Some(account.id))
            .with_detail(json!({ "method": "password", "locked": limit.counts() }));
        audit::record(&tx, backend, permit.into(), now, event).await?;
    }
    tx.commit().await?;
    Err(Error::refused_on(
        Field::Password,
        Problem::CurrentPasswordWrong,
    ))
}
