//! What happened to an application, read from the audit trail.

use super::people::People;
use crate::backend::Backend;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::entities::audit_event::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use shared::field::Field;
use shared::review::FieldReason;
use shared::wire::application::{TimelineEntry, TimelineEvent};

/// The events of an application, oldest first.
pub struct Events(Vec<(TimelineEvent, Model)>);

impl Events {
    /// Loads them in one statement (index `audit_event_by_application`).
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn load(backend: &Backend, application_id: i64) -> Result<Self> {
        let rows = Entity::find()
            .filter(Column::ApplicationId.eq(application_id))
            .order_by_asc(Column::Id)
            .all(&backend.database)
            .await?;
        let events = rows
            .into_iter()
            .filter_map(|row| Some((TimelineEvent::from_code(&row.kind)?, row)));
        Ok(Self(events.collect()))
    }

    /// For the holder: without names, without how the provider shares out its work, and with
    /// no other words than those that were meant for the holder.
    ///
    /// # Errors
    /// When a note does not open.
    pub fn for_holder(&self, backend: &Backend) -> Result<Vec<TimelineEntry>> {
        let told = self.0.iter().filter(|(event, _)| {
            !matches!(
                event,
                TimelineEvent::Claimed | TimelineEvent::Released | TimelineEvent::Reassigned
            )
        });
        told.map(|(event, row)| {
            let is_answer = matches!(
                event,
                TimelineEvent::ProviderRejected
                    | TimelineEvent::AuthorityApproved
                    | TimelineEvent::AuthorityRejected
            );
            let (note, fields) = if is_answer {
                words(backend, row)?
            } else {
                (None, Vec::new())
            };
            Ok(TimelineEntry {
                at: from_millis(row.at),
                event: *event,
                actor: None,
                note,
                fields,
            })
        })
        .collect()
    }

    /// What whoever holds it back wrote about it, the last time.
    ///
    /// # Errors
    /// When the note does not open.
    pub fn words_of_hold(&self, backend: &Backend) -> Result<Option<String>> {
        let mut events = self.0.iter().rev();
        match events.find(|(event, _)| *event == TimelineEvent::Held) {
            Some((_, row)) => Ok(words(backend, row)?.0),
            None => Ok(None),
        }
    }

    /// For staff: everything, with who did it. `system` and `authority` stand for no account.
    ///
    /// # Errors
    /// When the database refuses or a note does not open.
    pub async fn for_staff(&self, backend: &Backend) -> Result<Vec<TimelineEntry>> {
        let actors = self.0.iter().filter_map(|(_, row)| row.actor_account_id);
        let people = People::load(backend, actors).await?;
        let mut entries = Vec::with_capacity(self.0.len());
        for (event, row) in &self.0 {
            let actor = match row.actor_account_id {
                Some(id) => people.for_staff(backend, id)?,
                None => row.actor.clone(),
            };
            let (note, fields) = words(backend, row)?;
            entries.push(TimelineEntry {
                at: from_millis(row.at),
                event: *event,
                actor: Some(actor),
                note,
                fields,
            });
        }
        Ok(entries)
    }
}

/// The words of an event: for the whole, and for single fields. A rejection's note ends with a
/// line for each of the fields that its detail names.
///
/// # Errors
/// When they do not open.
pub fn words(backend: &Backend, row: &Model) -> Result<(Option<String>, Vec<FieldReason>)> {
    let Some(encrypted) = row.note_encrypted.as_deref() else {
        return Ok((None, Vec::new()));
    };
    let note = backend.cipher.decrypt("audit_event.note", encrypted)?;
    let detail: EventDetail = serde_json::from_str(&row.detail)?;
    let fields: Vec<_> = detail
        .fields
        .iter()
        .filter_map(|code| Field::from_code(code))
        .collect();
    let lines: Vec<_> = note.lines().collect();
    let (whole, of_fields) = lines.split_at(lines.len().saturating_sub(fields.len()));
    let whole = Some(whole.join("\n")).filter(|whole| !whole.is_empty());
    let reasons = of_fields.iter().map(|reason| (*reason).to_owned());
    let fields = fields
        .into_iter()
        .zip(reasons)
        .map(|(field, reason)| FieldReason { field, reason });
    Ok((whole, fields.collect()))
}

/// What the words need to know of an event's values.
#[derive(Default, Deserialize)]
#[serde(default)]
struct EventDetail {
    fields: Vec<String>,
}
