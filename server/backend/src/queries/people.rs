//! Names of accounts as others may see them.

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::account;
use crate::store::entities::account::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::email_address::EmailAddress;
use shared::role::Role;
use std::collections::HashMap;

/// Accounts by id.
#[derive(Debug, Default)]
pub struct People(HashMap<i64, Model>);

impl People {
    /// Loads them in one statement, or in none when there is nobody to load.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn load(backend: &Backend, ids: impl IntoIterator<Item = i64>) -> Result<Self> {
        let mut ids: Vec<i64> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        let rows = Entity::find()
            .filter(Column::Id.is_in(ids))
            .all(&backend.database)
            .await?;
        Ok(Self(rows.into_iter().map(|row| (row.id, row)).collect()))
    }

    /// The e-mail address in clear, for the audit trail.
    ///
    /// # Errors
    /// As [`Self::masked_email`].
    pub fn email(&self, backend: &Backend, id: i64) -> Result<String> {
        backend
            .cipher
            .decrypt("account.email", &self.find(id)?.email_encrypted)
    }

    /// The masked e-mail address: `par•••@example.com`.
    ///
    /// # Errors
    /// [`Error::Internal`] when the account is missing or its address does not open.
    pub fn masked_email(&self, backend: &Backend, id: i64) -> Result<String> {
        masked_email(backend, self.find(id)?)
    }

    /// What colleagues see: staff by name, holders by masked address.
    ///
    /// # Errors
    /// As [`Self::masked_email`].
    pub fn for_staff(&self, backend: &Backend, id: i64) -> Result<String> {
        let row = self.find(id)?;
        match account::role(row)? {
            Role::Holder => masked_email(backend, row),
            Role::Reviewer | Role::Supervisor | Role::Auditor | Role::Administrator => {
                account::display_name(&backend.cipher, row)
            }
        }
    }

    fn find(&self, id: i64) -> Result<&Model> {
        self.0
            .get(&id)
            .ok_or_else(|| Error::inconsistent("account", id, "referred to and missing"))
    }
}

fn masked_email(backend: &Backend, row: &Model) -> Result<String> {
    let email = backend
        .cipher
        .decrypt("account.email", &row.email_encrypted)?;
    EmailAddress::parse(&email)
        .map(|email| email.masked())
        .map_err(|_| Error::inconsistent("account", row.id, "not an e-mail address"))
}
