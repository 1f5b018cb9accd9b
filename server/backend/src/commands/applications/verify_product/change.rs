//! A draft, or what came back for changes, gets another product.

use super::super::filing;
use super::{Product, reserve};
use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::Result;
use crate::store::application::save;
use crate::store::audit::{Event, record_all};
use crate::store::entities::application::{ActiveModel, Model};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::wire::application::TimelineEvent;

/// Puts the product into the application and lets go of the code it had; returns its id.
pub async fn change_product(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    row: &Model,
    product: &Product,
    now: DateTime<Utc>,
) -> Result<i64> {
    let mut events = Vec::from_iter(reserve(tx, backend, permit, product, row, now).await?);
    if row.code_id.is_some() && row.code_id != product.code_id() {
        filing::let_go_of_code(tx, backend, permit.into(), row, now).await?;
    }
    let mut change = ActiveModel {
        server_id: Set(Some(product.server.id)),
        public_ip: Set(product.server.public_ip.clone()),
        code_id: Set(product.code_id()),
        ..ActiveModel::default()
    };
    // A hold is about the product; another one, just found good, ends it, and so does the same
    // server at the address that it has now.
    let is_another = row.server_id != Some(product.server.id)
        || row.code_id != product.code_id()
        || row.public_ip != product.server.public_ip;
    if row.hold_reason.is_some() && is_another {
        change.hold_reason = Set(None);
        events.push(Event::of_application(TimelineEvent::HoldLifted, row));
    }
    save(tx, row, change, now).await?;
    events.push(product_verified(row, product));
    record_all(tx, backend, permit.into(), now, events).await?;
    Ok(row.id)
}

/// Tells which server was found good.
pub fn product_verified<'a>(row: &Model, product: &Product) -> Event<'a> {
    Event::of_application(TimelineEvent::ProductVerified, row)
        .with_detail(json!({ "server": product.server.name, "by_code": product.code.is_some() }))
}
