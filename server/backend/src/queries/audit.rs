use super::audit_detail::values;
use super::cursor::{Sorting, page};
use super::display::prefix_pattern;
use super::people::People;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::{from_millis, to_millis};
use crate::store;
use crate::store::entities::audit_event::{Column, Entity, Model};
use crate::store::entities::{account, application};
use crate::store::submitted_application::{never_submitted, select_submitted};
use chrono::NaiveDate;
use sea_orm::sea_query::{LikeExpr, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, Select};
use shared::audit::LOG_INS;
use shared::calendar_date::{end_of_day, start_of_day};
use shared::email_address::EmailAddress;
use shared::parsed_text::{tidy_line, tidy_without_spaces};
use shared::role::Action;
use shared::wire::Page;
use shared::wire::application::TimelineEvent;
use shared::wire::audit::{AuditFilter, AuditRow};
use std::collections::HashMap;

/// `/review/audit`: what happened, the newest first.
///
/// # Errors
/// Forbidden to other roles than supervisors and auditors.
pub async fn audit(
    backend: &Backend,
    caller: &Caller,
    filter: AuditFilter,
) -> Result<Page<AuditRow>> {
    caller.permit(Action::ViewAudit)?;
    let sorting = Sorting {
        columns: [Column::Id],
        descending: true,
    };
    let select = narrowed(backend, &filter);
    let rows = page(
        &backend.database,
        select,
        sorting,
        filter.cursor.as_deref(),
        |row| [row.id],
    )
    .await?;
    Ok(Page {
        items: audit_rows(backend, rows.items).await?,
        previous: rows.previous,
        next: rows.next,
    })
}

/// The events that a filter lets through; log-ins only if it asks for them. A day that is none narrows nothing; an actor who
/// is none did nothing, and to an application that is none nothing happened.
pub(super) fn narrowed(backend: &Backend, filter: &AuditFilter) -> Select<Entity> {
    let given = |text: &Option<String>| {
        let text = text.as_deref().map(tidy_line);
        text.filter(|text| !text.is_empty())
    };
    let day = |text: &Option<String>| given(text).and_then(|text| text.parse::<NaiveDate>().ok());
    let begins = |beginning: &str| LikeExpr::new(prefix_pattern(beginning)).escape('\\');
    let mut select = Entity::find().filter(is_not_of_a_draft());
    let kind = given(&filter.kind);
    if let Some(beginning) = &kind {
        select = select.filter(Column::Kind.like(begins(beginning)));
    }
    if !kind.is_some_and(|beginning| beginning.starts_with(LOG_INS)) {
        select = select.filter(Column::Kind.not_like(begins(LOG_INS)));
    }
    if let Some(actor) = given(&filter.actor) {
        select = by_actor(backend, select, &actor);
    }
    if let Some(application) = given(&filter.application) {
        select = by_application(select, &application);
    }
    if let Some(from) = day(&filter.from) {
        select = select.filter(Column::At.gte(to_millis(start_of_day(from))));
    }
    if let Some(to) = day(&filter.to) {
        select = select.filter(Column::At.lt(to_millis(end_of_day(to))));
    }
    select
}

/// What happens to an application before it is submitted is its holder's matter. Its code's
/// events are not: they stay, and do not name it.
fn is_not_of_a_draft() -> Condition {
    Condition::any()
        .add(Column::Subject.ne("application"))
        .add(Column::ApplicationId.not_in_subquery(never_submitted()))
}

fn by_application(select: Select<Entity>, id_or_number: &str) -> Select<Entity> {
    let select = select.filter(Column::ApplicationId.not_in_subquery(never_submitted()));
    // Index audit_event_by_application finds either.
    if let Ok(id) = id_or_number.parse::<i64>() {
        return select.filter(Column::ApplicationId.eq(id));
    }
    let applications = Query::select()
        .column(application::Column::Id)
        .from(application::Entity)
        .and_where(application::Column::Number.eq(tidy_without_spaces(id_or_number).to_uppercase()))
        .to_owned();
    select.filter(Column::ApplicationId.in_subquery(applications))
}

/// Who acts without an account, as the trail names them in either language.
fn nobody(actor: &str) -> Option<&'static str> {
    match actor.to_lowercase().as_str() {
        "system" | "系统" => Some("system"),
        "authority" | "通信管理局" => Some("authority"),
        _ => None,
    }
}

fn by_actor(backend: &Backend, select: Select<Entity>, actor: &str) -> Select<Entity> {
    if let Some(code) = nobody(actor) {
        return select.filter(Column::Actor.eq(code));
    }
    let email_hash = EmailAddress::parse(actor)
        .map(|email| store::account::email_hash(&backend.cipher, &email))
        .unwrap_or_default();
    let accounts = Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::EmailHash.eq(email_hash))
        .to_owned();
    select.filter(Column::ActorAccountId.in_subquery(accounts))
}

/// The account that an event happened to.
fn subject_account(row: &Model) -> Option<i64> {
    row.subject_id.filter(|_| row.subject == "account")
}

/// The reviewer whom a value names: from whom to whom an application was given.
fn reviewer(kind: &str, text: &str) -> Option<i64> {
    let is_given = kind == TimelineEvent::Reassigned.code();
    is_given.then(|| text.parse().ok()).flatten()
}

/// Numbers of applications by id, without those that staff know nothing of.
async fn numbers_of_submitted(
    backend: &Backend,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, String>> {
    let mut ids: Vec<i64> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let numbers = select_submitted()
        .select_only()
        .columns([application::Column::Id, application::Column::Number])
        .filter(application::Column::Id.is_in(ids))
        .into_tuple::<(i64, String)>()
        .all(&backend.database)
        .await?;
    Ok(numbers.into_iter().collect())
}

/// The events, with people and applications as staff knows them, in two more statements.
pub(super) async fn audit_rows(backend: &Backend, rows: Vec<Model>) -> Result<Vec<AuditRow>> {
    let rows = rows
        .into_iter()
        .map(|row| Ok((values(row.id, &row.detail)?, row)))
        .collect::<Result<Vec<_>>>()?;
    let mut named = Vec::new();
    for (values, row) in &rows {
        let texts = values.iter().flat_map(|value| value.values.iter());
        named.extend(texts.filter_map(|text| reviewer(&row.kind, text)));
        named.extend(subject_account(row).into_iter().chain(row.actor_account_id));
    }
    let people = People::load(backend, named).await?;
    let numbers = numbers_of_submitted(
        backend,
        rows.iter().filter_map(|(_, row)| row.application_id),
    )
    .await?;
    rows.into_iter()
        .map(|(mut values, row)| {
            for text in values.iter_mut().flat_map(|value| &mut value.values) {
                if let Some(id) = reviewer(&row.kind, text) {
                    *text = people.for_staff(backend, id)?;
                }
            }
            let subject_name = subject_account(&row)
                .map(|id| people.for_staff(backend, id))
                .transpose()?;
            let number = row.application_id.and_then(|id| numbers.get(&id).cloned());
            Ok(AuditRow {
                id: row.id,
                at: from_millis(row.at),
                actor: match row.actor_account_id {
                    Some(id) => people.for_staff(backend, id)?,
                    None => row.actor,
                },
                detail: values,
                kind: row.kind,
                subject: row.subject,
                subject_id: row.subject_id,
                subject_name,
                application_id: row.application_id.filter(|id| numbers.contains_key(id)),
                application_number: number,
                note: row
                    .note_encrypted
                    .map(|note| backend.cipher.decrypt("audit_event.note", &note))
                    .transpose()?,
            })
        })
        .collect()
}
