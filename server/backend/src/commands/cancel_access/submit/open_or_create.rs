//! The application that a form belongs to.

use super::target::Target;
use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::Result;
use crate::forms::CancellationForm;
use crate::instant::to_millis;
use crate::store::application::{find, next_number};
use crate::store::audit::{Event, record};
use crate::store::entities::application::{ActiveModel, Column, Entity, Model};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::application::{ApplicationKind, ApplicationStatus};
use shared::wire::application::TimelineEvent;
use shared::wire::license::CancelAccessInput;

/// The website's cancellation that was kept or came back, or a new one.
pub async fn open_or_create(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    target: &Target,
    input: &CancelAccessInput,
    form: &CancellationForm,
    now: DateTime<Utc>,
) -> Result<Model> {
    let open = Entity::find()
        .filter(Column::AccountId.eq(permit.account_id()))
        .filter(Column::WebsiteId.eq(target.website.id))
        .filter(Column::Kind.eq(ApplicationKind::CancelAccess.code()))
        .filter(Column::Status.is_in(ApplicationStatus::EDITABLE))
        .order_by_desc(Column::Id)
        .one(tx)
        .await?;
    if let Some(row) = open {
        return Ok(row);
    }
    let row = ActiveModel {
        number: Set(next_number(tx, ApplicationKind::CancelAccess, now).await?),
        kind: Set(ApplicationKind::CancelAccess.code().to_owned()),
        account_id: Set(permit.account_id()),
        status: Set("draft".to_owned()),
        status_at: Set(to_millis(now)),
        entity_id: Set(Some(target.entity.id)),
        website_id: Set(Some(target.website.id)),
        access_id: Set(Some(target.access.id)),
        domain: Set(target.domain.clone()),
        form_encrypted: Set(backend.cipher.seal("application.form", form)?),
        request_key: Set(input.request_key.clone()),
        created_at: Set(to_millis(now)),
        updated_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    let id = Entity::insert(row).exec(tx).await?.last_insert_id;
    let row = find(tx, id).await?;
    record(
        tx,
        backend,
        permit.into(),
        now,
        Event::of_application(TimelineEvent::Created, &row),
    )
    .await?;
    Ok(row)
}
