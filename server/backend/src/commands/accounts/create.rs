//! Opens an account.

use super::{LANGUAGES, event, parse_email, password};
use crate::backend::Backend;
use crate::caller::{Actor, Caller};
use crate::error::{Error, Result};
use crate::store::account::{self, NewAccount};
use crate::store::audit;
use crate::transaction::Tx;
use serde_json::json;
use shared::audit::EventKind;
use shared::field::Field;
use shared::parsed_text::tidy_line;
use shared::problem::Problem;
use shared::role::{Action, Role};

/// Characters of a display name.
const MAX_NAME_CHARACTERS: u32 = 60;

/// What an account begins with.
#[derive(Debug, Clone)]
pub struct CreateInput<'a> {
    pub email: &'a str,
    /// What others see; the part of the e-mail before the `@` when empty.
    pub display_name: &'a str,
    pub role: Role,
    /// Without one its person logs in with codes by mail.
    pub password: Option<&'a str>,
    /// One of [`LANGUAGES`].
    pub language: &'a str,
}

/// An administrator opens it; returns its id.
///
/// # Errors
/// Refused on the field that is wrong, with [`Problem::EmailTaken`] when the address has an
/// account, with [`Problem::AdministratorNotOpened`] for what takes a second administrator.
pub async fn create(backend: &Backend, caller: &Caller, input: &CreateInput<'_>) -> Result<i64> {
    let permit = caller.permit(Action::ManageAccounts)?;
    if input.role == Role::Administrator {
        let problem = Problem::AdministratorNotOpened;
        return Err(Error::refused_on(Field::Role, problem));
    }
    insert(backend, (&permit).into(), input).await
}

/// An operator opens it on the command line.
///
/// # Errors
/// As [`create`].
pub async fn create_by_operator(backend: &Backend, input: &CreateInput<'_>) -> Result<i64> {
    insert(backend, Actor::System, input).await
}

async fn insert(backend: &Backend, actor: Actor, input: &CreateInput<'_>) -> Result<i64> {
    let chosen = input.password;
    if let Some(wrong) = chosen.and_then(|new| password::check_new(backend, new, input.email)) {
        return Err(Error::Refused(vec![wrong]));
    }
    let new = prepare(backend, input).await?;
    let tx = backend.begin().await?;
    let id = insert_prepared(&tx, backend, actor, &new)
        .await?
        .ok_or_else(|| Error::refused_on(Field::Email, Problem::EmailTaken))?;
    tx.commit().await?;
    Ok(id)
}

/// Checks the input and hashes the password, which takes long, before any transaction. The
/// password is taken as it is: that of a demo account is fixed.
pub(crate) async fn prepare(backend: &Backend, input: &CreateInput<'_>) -> Result<NewAccount> {
    let email = parse_email(input.email)?;
    let display_name = tidy_line(input.display_name);
    let display_name = match &*display_name {
        "" => email.as_str().split('@').next().unwrap_or_default(),
        name => name,
    };
    if display_name.chars().count() > MAX_NAME_CHARACTERS as usize {
        let problem = Problem::TooLong {
            max: MAX_NAME_CHARACTERS,
        };
        return Err(Error::refused_on(Field::DisplayName, problem));
    }
    if !LANGUAGES.contains(&input.language) {
        return Err(Error::refused(Problem::NotAnOption));
    }
    let password_hash = match input.password {
        None => None,
        Some(password) => Some(password::hash(backend, password).await?),
    };
    Ok(NewAccount {
        display_name: display_name.to_owned(),
        role: input.role,
        password_hash,
        language: input.language.to_owned(),
        email,
    })
}

/// Returns the new account's id; `None` when the address has an account.
pub(crate) async fn insert_prepared(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    new: &NewAccount,
) -> Result<Option<i64>> {
    let now = backend.now();
    let Some(id) = account::insert(tx, &backend.cipher, new, now).await? else {
        return Ok(None);
    };
    let event =
        event(EventKind::AccountCreated, Some(id)).with_detail(json!({ "role": new.role.code() }));
    audit::record(tx, backend, actor, now, event).await?;
    Ok(Some(id))
}
