//! Names of accounts as others may see them.

use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::store::account;
use crate::store::entities::account::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::role::{Action, Role, allows};
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

    /// What owners of codes see of whoever uses them ([`account::masked`]).
    ///
    /// # Errors
    /// [`Error::Internal`] when the account is missing or its address does not open.
    pub fn masked(&self, backend: &Backend, id: i64) -> Result<String> {
        account::masked(&backend.cipher, self.find(id)?)
    }

    /// What every page of staff shows of a person, and every file it exports: staff by name,
    /// holders by masked address.
    ///
    /// # Errors
    /// As [`Self::masked`].
    pub fn for_staff(&self, backend: &Backend, id: i64) -> Result<String> {
        let row = self.find(id)?;
        match account::role(row)? {
            Role::Holder => account::masked(&backend.cipher, row),
            Role::Reviewer | Role::Supervisor | Role::Auditor | Role::Administrator => {
                account::display_name(&backend.cipher, row)
            }
        }
    }

    /// An account that was loaded.
    ///
    /// # Errors
    /// As [`Self::masked`].
    pub fn find(&self, id: i64) -> Result<&Model> {
        self.0
            .get(&id)
            .ok_or_else(|| Error::inconsistent("account", id, "referred to and missing"))
    }
}

/// The address of an account in the list of accounts: in clear for whoever manages them, because
/// they are known by it there.
///
/// # Errors
/// As [`People::masked`].
pub fn address_of(backend: &Backend, permit: &Permit, row: &Model) -> Result<String> {
    if allows(permit.role(), Action::ManageAccounts) {
        backend
            .cipher
            .decrypt("account.email", &row.email_encrypted)
    } else {
        account::masked(&backend.cipher, row)
    }
}
