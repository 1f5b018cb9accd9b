//! Names of entities. An organization's stands in clear, as in the public register, and reviewers
//! search for its beginning; a person's is encrypted, and found by keyed hashes of its parts.

use super::entities::{application, entity, name_term};
use crate::backend::Backend;
use crate::cipher::Cipher;
use crate::error::Result;
use crate::store::moved_text;
use crate::transaction::Tx;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::personal_name::{is_personal, masked, search_terms};

const OF_ENTITY: &str = "entity.name";
const OF_APPLICATION: &str = "application.entity_name";

/// A name with what tells whether it is personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityName {
    /// Code of the nature; `None` while nobody has said so.
    pub nature: Option<String>,
    pub name: String,
}

impl EntityName {
    /// The values of the columns for clear and for encrypted text: one of them is empty.
    fn columns(&self, cipher: &Cipher, label: &'static str) -> Result<(String, Option<Vec<u8>>)> {
        if !self.name.is_empty() && is_personal(self.nature.as_deref(), &self.name) {
            Ok((String::new(), Some(cipher.encrypt(label, &self.name)?)))
        } else {
            Ok((self.name.clone(), None))
        }
    }
}

/// The name of an entity.
///
/// # Errors
/// [`crate::error::Error::Internal`] when the key is another one.
pub fn of_entity(cipher: &Cipher, row: &entity::Model) -> Result<EntityName> {
    let encrypted = row.name_encrypted.as_deref();
    Ok(EntityName {
        nature: row.nature.clone(),
        name: moved_text::open(cipher, OF_ENTITY, &row.name, encrypted)?,
    })
}

/// The name of an entity as staff see it: a person's masked.
///
/// # Errors
/// As [`of_entity`].
pub fn of_entity_for_staff(cipher: &Cipher, row: &entity::Model) -> Result<String> {
    let EntityName { nature, name } = of_entity(cipher, row)?;
    Ok(for_staff(nature.as_deref(), name))
}

/// The name in an application as staff see it: a person's masked.
///
/// # Errors
/// As [`of_application`].
pub fn of_application_for_staff(cipher: &Cipher, row: &application::Model) -> Result<String> {
    let name = of_application(cipher, row)?;
    Ok(match row.entity_name_encrypted {
        Some(_) => masked(&name),
        None => name,
    })
}

/// The name in an application.
///
/// # Errors
/// [`crate::error::Error::Internal`] when the key is another one.
pub fn of_application(cipher: &Cipher, row: &application::Model) -> Result<String> {
    let encrypted = row.entity_name_encrypted.as_deref();
    moved_text::open(cipher, OF_APPLICATION, &row.entity_name, encrypted)
}

/// A name as staff see it: a person's masked.
#[must_use]
pub fn for_staff(nature: Option<&str>, name: String) -> String {
    if is_personal(nature, &name) {
        masked(&name)
    } else {
        name
    }
}

/// Puts a name into an entity that is about to be saved.
///
/// # Errors
/// As [`Cipher::encrypt`].
pub fn set_of_entity(
    cipher: &Cipher,
    row: &mut entity::ActiveModel,
    name: &EntityName,
) -> Result<()> {
    let (clear, encrypted) = name.columns(cipher, OF_ENTITY)?;
    row.name = Set(clear);
    row.name_encrypted = Set(encrypted);
    row.nature = Set(name.nature.clone());
    Ok(())
}

/// Puts a name into an application that is about to be saved, with what it is found by.
///
/// # Errors
/// When the database refuses.
pub async fn set_of_application(
    tx: &Tx,
    backend: &Backend,
    application_id: i64,
    change: &mut application::ActiveModel,
    name: &EntityName,
) -> Result<()> {
    let (clear, encrypted) = name.columns(&backend.cipher, OF_APPLICATION)?;
    name_term::Entity::delete_many()
        .filter(name_term::Column::ApplicationId.eq(application_id))
        .exec(tx)
        .await?;
    if encrypted.is_some() {
        for hash in hashes(&backend.cipher, &name.name) {
            let term = name_term::ActiveModel {
                hash: Set(hash),
                application_id: Set(application_id),
            };
            name_term::Entity::insert(term)
                .exec_without_returning(tx)
                .await?;
        }
    }
    change.entity_name = Set(clear);
    change.entity_name_encrypted = Set(encrypted);
    Ok(())
}

/// Ids of the applications whose person's name has this text in it; of none for a text without
/// letters.
#[must_use]
pub fn applications_of(cipher: &Cipher, text: &str) -> SelectStatement {
    let hashes: Vec<String> = hashes(cipher, text).collect();
    let wanted = i64::try_from(hashes.len()).unwrap_or(i64::MAX);
    Query::select()
        .column(name_term::Column::ApplicationId)
        .from(name_term::Entity)
        .and_where(name_term::Column::Hash.is_in(hashes))
        .group_by_col(name_term::Column::ApplicationId)
        .and_having(name_term::Column::Hash.count().eq(wanted))
        .to_owned()
}

fn hashes(cipher: &Cipher, text: &str) -> impl Iterator<Item = String> {
    let terms = search_terms(text).into_iter();
    terms.map(|term| cipher.keyed_hash("entity_name.term", &term))
}
