//! A filing was approved: what was proposed becomes real, the code is Used (S33).

use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::codes::lifecycle::{self, Cause};
use crate::commands::codes::tell_owner::tell_owner;
use crate::error::{Error, Result};
use crate::store::application::shown_domain;
use crate::store::audit::{Event, record};
use crate::store::blocked_domain::set_listed;
use crate::store::entities::application::Model;
use crate::store::entities::{access, entity, website};
use crate::store::license::is_known_to_authority;
use crate::store::message::tell_with_late_mail;
use crate::store::{authorization_code, cloud_server};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use shared::audit::EventKind;
use shared::wire::message::Notice;

/// Makes the proposed entity, website and access real. Numbers and the authority's ids
/// follow with the filing data.
pub async fn license_website(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let missing = |what| Error::inconsistent("application", row.id, what);
    let entity_id = row.entity_id.ok_or_else(|| missing("no entity"))?;
    let website_id = row.website_id.ok_or_else(|| missing("no website"))?;
    let access_id = row.access_id.ok_or_else(|| missing("no access"))?;
    entity::Entity::update_many()
        .col_expr(entity::Column::State, Expr::value("licensed"))
        .filter(entity::Column::Id.eq(entity_id))
        .exec(tx)
        .await?;
    website::Entity::update_many()
        .col_expr(website::Column::State, Expr::value("active"))
        .col_expr(
            website::Column::ArchivedAt,
            Expr::value(Option::<i64>::None),
        )
        .filter(website::Column::Id.eq(website_id))
        .exec(tx)
        .await?;
    access::Entity::update_many()
        .col_expr(access::Column::State, Expr::value("live"))
        .filter(access::Column::Id.eq(access_id))
        .filter(access::Column::State.eq("proposed"))
        .exec(tx)
        .await?;
    set_listed(tx, website_id, false, now).await?;
    if let Some(code_id) = row.code_id {
        let code = authorization_code::find(tx, code_id).await?;
        if let Some(used) = authorization_code::status(&code)?.approve(row.id, now) {
            let cause = Cause::by(Actor::Authority, now).of_application(row.id);
            lifecycle::change(tx, backend, &code, &used, cause).await?;
            let server = cloud_server::find(tx, code.server_id).await?;
            tell_owner(tx, backend, &code, &server.name, row, &used, now).await?;
        }
    }
    let event = Event {
        kind: EventKind::WebsiteCreated.into(),
        subject: "website",
        subject_id: Some(website_id),
        application_id: Some(row.id),
        account_id: Some(row.account_id),
        detail: json!({ "domain": row.domain }),
        note: None,
    };
    record(tx, backend, Actor::Authority, now, event).await?;
    tell_approved(tx, backend, row, access_id, now).await
}

/// Under which the mail about an approval waits for the numbers, which often come at once.
pub fn approval_mail(application_id: i64) -> String {
    format!("mail:filing_approved:{application_id}")
}

/// Result 1001, "notify user". Data that came first has told more already.
async fn tell_approved(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    access_id: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    let access = access::Entity::find_by_id(access_id).one(tx).await?;
    if access.as_ref().is_some_and(is_known_to_authority) {
        return Ok(());
    }
    let notice = Notice::FilingApproved {
        number: row.number.clone(),
        domain: shown_domain(row),
    };
    let (account_id, key) = (row.account_id, approval_mail(row.id));
    tell_with_late_mail(tx, backend, account_id, now, &notice, Some(row.id), key).await
}
