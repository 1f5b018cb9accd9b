//! Gives the own account another password, or a first one.

use super::{event, limit, password};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::{account, audit, session};
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
        .chain(password::check_new(new))
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
            return Err(Error::refused_on(
                Field::Password,
                Problem::CurrentPasswordWrong,
            ));
        }
    }
    let hash = password::hash(backend, new).await?;
    let tx = backend.begin().await?;
    limit::PASSWORDS_OF_ADDRESS
        .clear(&tx, &before.email_hash)
        .await?;
    account::set_password_hash(&tx, &before, Some(hash)).await?;
    session::revoke_all(&tx, before.id, Some(&caller.session_id)).await?;
    let event = event("account.password_changed", Some(before.id));
    audit::record(&tx, backend, (&permit).into(), now, event).await?;
    tx.commit().await
}
