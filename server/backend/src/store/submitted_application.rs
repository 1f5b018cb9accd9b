//! Applications as staff may see them: once they were submitted, and as their holders submitted
//! them last. A draft, and what is typed into one that came back or was withdrawn, is its holder's
//! alone. Every query and command of staff gets its applications here.

use super::application::find;
use super::entities::application::{ActiveModel, Column, Entity, Model};
use crate::error::{Error, Result};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Select};

/// All that were ever submitted. Rows are to be read through [`as_submitted`]; what narrows by
/// domain asks for [`Column::SubmittedDomain`].
#[must_use]
pub fn select_submitted() -> Select<Entity> {
    Entity::find().filter(Column::SubmittedFormEncrypted.is_not_null())
}

/// Ids of those that never were.
#[must_use]
pub fn never_submitted() -> SelectStatement {
    Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::SubmittedFormEncrypted.is_null())
        .to_owned()
}

/// The row with everything its holder may be changing now as it was submitted last.
///
/// # Errors
/// [`Error::NotFound`] for one that never was.
pub fn as_submitted(row: Model) -> Result<Model> {
    let form = row.submitted_form_encrypted.clone();
    Ok(Model {
        form_encrypted: form.ok_or(Error::NotFound)?,
        domain: row.submitted_domain.clone(),
        server_id: row.submitted_server_id,
        code_id: row.submitted_code_id,
        public_ip: row.submitted_public_ip.clone(),
        ..row
    })
}

/// One of them, as it was submitted last.
///
/// # Errors
/// [`Error::NotFound`] also for a draft.
pub async fn find_submitted(connection: &impl ConnectionTrait, id: i64) -> Result<Model> {
    as_submitted(find(connection, id).await?)
}

/// Keeps in the change of a submission what is submitted by it.
pub fn keep_submitted(row: &Model, change: &mut ActiveModel) {
    let form = change.form_encrypted.try_as_ref();
    let public_ip = change.public_ip.try_as_ref();
    change.submitted_form_encrypted = Set(Some(form.unwrap_or(&row.form_encrypted).clone()));
    change.submitted_public_ip = Set(public_ip.unwrap_or(&row.public_ip).clone());
    change.submitted_domain = Set(row.domain.clone());
    change.submitted_server_id = Set(row.server_id);
    change.submitted_code_id = Set(row.code_id);
}
