//! What happened to an application, read from the audit trail.

use super::people::People;
use crate::backend::Backend;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::entities::audit_event::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
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
            Ok(TimelineEntry {
                at: from_millis(row.at),
                event: *event,
                actor: None,
                note: if is_answer { note(backend, row)? } else { None },
            })
        })
        .collect()
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
            entries.push(TimelineEntry {
                at: from_millis(row.at),
                event: *event,
                actor: Some(actor),
                note: note(backend, row)?,
            });
        }
        Ok(entries)
    }
}

/// The words of an event.
///
/// # Errors
/// When they do not open.
pub fn note(backend: &Backend, row: &Model) -> Result<Option<String>> {
    row.note_encrypted
        .as_deref()
        .map(|encrypted| backend.cipher.decrypt("audit_event.note", encrypted))
        .transpose()
}
