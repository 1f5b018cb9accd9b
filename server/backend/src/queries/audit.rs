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
use chrono::NaiveDate;
use sea_orm::sea_query::{LikeExpr, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};
use shared::calendar_date::{end_of_day, start_of_day};
use shared::email_address::EmailAddress;
use shared::role::Action;
use shared::wire::Page;
use shared::wire::audit::{AuditFilter, AuditRow};

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

/// The events that a filter lets through. A day that is none narrows nothing; an actor who
/// is none did nothing, and to an application that is none nothing happened.
pub(super) fn narrowed(backend: &Backend, filter: &AuditFilter) -> Select<Entity> {
    let given = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    let day = |text: &Option<String>| given(text).and_then(|text| text.parse::<NaiveDate>().ok());
    let mut select = Entity::find();
    if let Some(beginning) = given(&filter.kind) {
        select = select
            .filter(Column::Kind.like(LikeExpr::new(prefix_pattern(&beginning)).escape('\\')));
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

fn by_application(select: Select<Entity>, id_or_number: &str) -> Select<Entity> {
    // Index audit_event_by_application finds either.
    if let Ok(id) = id_or_number.parse::<i64>() {
        return select.filter(Column::ApplicationId.eq(id));
    }
    let applications = Query::select()
        .column(application::Column::Id)
        .from(application::Entity)
        .and_where(application::Column::Number.eq(id_or_number.to_uppercase()))
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

/// The events with their actors' addresses, in one more statement.
pub(super) async fn audit_rows(backend: &Backend, rows: Vec<Model>) -> Result<Vec<AuditRow>> {
    let people = People::load(backend, rows.iter().filter_map(|row| row.actor_account_id)).await?;
    rows.into_iter()
        .map(|row| {
            Ok(AuditRow {
                id: row.id,
                at: from_millis(row.at),
                actor: match row.actor_account_id {
                    Some(id) => people.email(backend, id)?,
                    None => row.actor,
                },
                detail: values(row.id, &row.detail)?,
                kind: row.kind,
                subject: row.subject,
                subject_id: row.subject_id,
                application_id: row.application_id,
                note: row
                    .note_encrypted
                    .map(|note| backend.cipher.decrypt("audit_event.note", &note))
                    .transpose()?,
            })
        })
        .collect()
}
