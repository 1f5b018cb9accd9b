//! What was decided before about the same account or domain.

use super::people::People;
use super::timeline::words;
use crate::backend::Backend;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::application::kind;
use crate::store::entities::application::{Column, Model};
use crate::store::entities::audit_event;
use crate::store::submitted_application::select_submitted;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::wire::application::TimelineEvent;
use shared::wire::review::EarlierDecision;
use std::collections::HashMap;

/// Rows a reviewer is shown at most.
const MAX_ROWS: u64 = 20;

const DECISIONS: [TimelineEvent; 4] = [
    TimelineEvent::ProviderApproved,
    TimelineEvent::ProviderRejected,
    TimelineEvent::AuthorityApproved,
    TimelineEvent::AuthorityRejected,
];

/// Other applications, newest first, each with its last decision, in three statements.
///
/// # Errors
/// When the database refuses or a note does not open.
pub async fn earlier_decisions(backend: &Backend, row: &Model) -> Result<Vec<EarlierDecision>> {
    let others = others(backend, row).await?;
    let decisions = last_decisions(backend, &others).await?;
    let people = People::load(
        backend,
        decisions
            .values()
            .filter_map(|event| event.actor_account_id),
    )
    .await?;
    others
        .iter()
        .map(|other| {
            let decision = decisions.get(&other.id);
            let decided_by = decision.map(|event| match event.actor_account_id {
                Some(id) => people.for_staff(backend, id),
                None => Ok(event.actor.clone()),
            });
            let (note, fields) = match decision {
                Some(event) => words(backend, event)?,
                None => (None, Vec::new()),
            };
            Ok(EarlierDecision {
                application_id: other.id,
                number: other.number.clone(),
                kind: kind(other)?,
                status: other.status.clone(),
                decided_by: decided_by.transpose()?,
                note,
                fields,
                at: from_millis(decision.map_or(other.status_at, |event| event.at)),
            })
        })
        .collect()
}

/// Indexes `application_by_account` and `application_by_submitted_domain` find them.
async fn others(backend: &Backend, row: &Model) -> Result<Vec<Model>> {
    let mut related = Condition::any().add(Column::AccountId.eq(row.account_id));
    if !row.domain.is_empty() {
        related = related.add(Column::SubmittedDomain.eq(row.domain.as_str()));
    }
    Ok(select_submitted()
        .filter(related)
        .filter(Column::Id.ne(row.id))
        .order_by_desc(Column::Id)
        .limit(MAX_ROWS)
        .all(&backend.database)
        .await?)
}

async fn last_decisions(
    backend: &Backend,
    applications: &[Model],
) -> Result<HashMap<i64, audit_event::Model>> {
    if applications.is_empty() {
        return Ok(HashMap::new());
    }
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::ApplicationId.is_in(applications.iter().map(|row| row.id)))
        .filter(audit_event::Column::Kind.is_in(DECISIONS.map(TimelineEvent::code)))
        .order_by_asc(audit_event::Column::Id)
        .all(&backend.database)
        .await?;
    // Later events replace earlier ones of the same application.
    Ok(events
        .into_iter()
        .filter_map(|event| Some((event.application_id?, event)))
        .collect())
}
