//! The first verification starts the draft.

use super::change::product_verified;
use super::{Product, reserve};
use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::application::next_number;
use crate::store::audit::{Event, record_all};
use crate::store::entities::application::{ActiveModel, Entity};
use crate::store::license;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use shared::application::{ApplicationKind, FilingForm};
use shared::problem::Problem;
use shared::wire::application::{TimelineEvent, VerifyProductInput};

/// Inserts the draft with its product; returns its id.
pub async fn start(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    input: &VerifyProductInput,
    product: &Product,
    now: DateTime<Utc>,
) -> Result<i64> {
    let kind = ApplicationKind::from_code(&input.kind)
        .filter(|kind| kind.is_filing())
        .ok_or_else(|| Error::refused(Problem::NotAnOption))?;
    let entity = license::find_own_entity(tx, permit).await?;
    if kind == ApplicationKind::FirstLicense && entity.is_some() {
        return Err(Error::refused(Problem::EntityExists));
    }
    let row = ActiveModel {
        number: Set(next_number(tx, kind, now).await?),
        kind: Set(kind.code().to_owned()),
        account_id: Set(permit.account_id()),
        status: Set("draft".to_owned()),
        status_at: Set(to_millis(now)),
        server_id: Set(Some(product.server.id)),
        public_ip: Set(product.server.public_ip.clone()),
        code_id: Set(product.code_id()),
        entity_name: Set(entity.map(|entity| entity.name).unwrap_or_default()),
        form_encrypted: Set(backend
            .cipher
            .seal("application.form", &FilingForm::default())?),
        request_key: Set(input.request_key.clone()),
        created_at: Set(to_millis(now)),
        updated_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    let row = Entity::insert(row).exec_with_returning(tx).await?;
    let mut events = vec![Event::of_application(TimelineEvent::Created, &row)];
    events.extend(reserve(tx, backend, permit, product, row.id, now).await?);
    events.push(product_verified(&row, product));
    record_all(tx, backend, permit.into(), now, events).await?;
    Ok(row.id)
}
