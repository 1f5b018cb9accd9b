//! Keeps what was decided on, for comparing what comes back with it.

use crate::backend::Backend;
use crate::error::Result;
use crate::forms::Reviewed;
use crate::store::application::kind;
use crate::store::entities::application::{ActiveModel, Model};
use sea_orm::ActiveValue::Set;

/// Notes it in the change that the decision saves.
///
/// # Errors
/// When the key is another one.
pub fn keep_reviewed(backend: &Backend, row: &Model, change: &mut ActiveModel) -> Result<()> {
    let cipher = &backend.cipher;
    let reviewed = if kind(row)?.is_filing() {
        Reviewed::Filing {
            form: cipher.open("application.form", &row.form_encrypted)?,
            public_ip: row.public_ip.clone(),
        }
    } else {
        Reviewed::Cancellation(cipher.open("application.form", &row.form_encrypted)?)
    };
    change.reviewed_encrypted = Set(Some(cipher.seal("application.reviewed", &reviewed)?));
    Ok(())
}
