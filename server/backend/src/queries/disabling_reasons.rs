//! What staff wrote when they disabled codes. The words are kept once, in the audit trail.

use crate::backend::Backend;
use crate::error::Result;
use crate::store::entities::audit_event::{Column, Entity};
use crate::store::entities::authorization_code::Model;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::audit::EventKind;
use shared::authorization_code::InvalidReason;
use std::collections::HashMap;

/// The words by code, for those of the codes that staff disabled.
///
/// # Errors
/// When the database refuses or the words cannot be decrypted.
pub async fn disabling_reasons(backend: &Backend, codes: &[Model]) -> Result<HashMap<i64, String>> {
    let by_staff = Some(InvalidReason::DisabledByStaff.code());
    let disabled = || {
        codes
            .iter()
            .filter(move |row| row.reason.as_deref() == by_staff)
    };
    if disabled().next().is_none() {
        return Ok(HashMap::new());
    }
    // Index audit_event_by_time: a code's status and its event are of the same instant.
    let events: Vec<(Option<i64>, Option<Vec<u8>>)> = Entity::find()
        .select_only()
        .columns([Column::SubjectId, Column::NoteEncrypted])
        .filter(Column::At.is_in(disabled().map(|row| row.status_at)))
        .filter(Column::Kind.eq(EventKind::CodeDisabled.code()))
        .filter(Column::SubjectId.is_in(disabled().map(|row| row.id)))
        .into_tuple()
        .all(&backend.database)
        .await?;
    let written = events
        .into_iter()
        .filter_map(|(code, note)| Some((code?, note?)));
    written
        .map(|(code, note)| Ok((code, backend.cipher.decrypt("audit_event.note", &note)?)))
        .collect()
}
