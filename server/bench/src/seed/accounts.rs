//! The people: the two whose pages are measured, other holders, and those who verify.

use super::Size;
use crate::verification::CLIENTS;
use anyhow::Result;
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::accounts::create::{CreateInput, create_by_operator};
use backend::instant::to_millis;
use backend::store::entities::account::ActiveModel;
use sea_orm::ActiveValue::Set;
use shared::role::Role;

/// The holder whose pages are measured.
pub const READER: &str = "reader@example.com";
/// The reviewer whose pages are measured.
pub const REVIEWER: &str = "reviewer@example.com";
/// Of both.
pub const PASSWORD: &str = "bench-password-1";

/// The two accounts that are opened first.
const MEASURED: u32 = 2;
/// Number of the reviewer's account.
pub(super) const REVIEWER_ID: i64 = 2;

/// Opens the accounts with a password: numbers 1 and 2.
pub(super) async fn open_measured(backend: &Backend) -> Result<()> {
    for (email, role) in [(READER, Role::Holder), (REVIEWER, Role::Reviewer)] {
        let input = CreateInput {
            email,
            display_name: "",
            role,
            password: Some(PASSWORD),
            language: "en",
        };
        create_by_operator(backend, &input).await?;
    }
    Ok(())
}

/// Number of the account of a holder, counted from 0: the first one is measured.
pub(super) fn holder_id(holder: u32) -> i64 {
    i64::from(if holder == 0 { 1 } else { holder + MEASURED })
}

/// One of those who verify, each in an account without an entity.
pub fn verifier(size: Size, client: u32) -> Caller {
    let name = name(size.holders() + client);
    Caller {
        account_id: holder_id(size.holders() + client),
        role: Role::Holder,
        session_id: String::new(),
        email: email(&name),
        display_name: name,
    }
}

/// All but the measured ones.
pub(super) fn rows(backend: &Backend, size: Size) -> impl Iterator<Item = Result<ActiveModel>> {
    let now = to_millis(backend.now());
    (1..size.holders() + CLIENTS).map(move |holder| {
        let name = name(holder);
        let email = email(&name);
        Ok(ActiveModel {
            email_hash: Set(backend.cipher.keyed_hash("email", &email)),
            email_encrypted: Set(backend.cipher.encrypt("account.email", &email)?),
            display_name: Set(String::new()),
            display_name_encrypted: Set(Some(
                backend.cipher.encrypt("account.display_name", &name)?,
            )),
            role: Set(Role::Holder.code().to_owned()),
            language: Set("en".to_owned()),
            created_at: Set(now),
            version: Set(1),
            ..ActiveModel::default()
        })
    })
}

fn name(holder: u32) -> String {
    format!("holder-{holder}")
}

fn email(name: &str) -> String {
    format!("{name}@example.com")
}
