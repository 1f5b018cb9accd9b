//! The first verification starts the draft.

use super::change::product_verified;
use super::{Product, reserve};
use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::application::{count_open_drafts, next_number};
use crate::store::audit::{Event, record_all};
use crate::store::entities::application::{ActiveModel, Entity};
use crate::store::entity_name::of_entity;
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
    let most = backend.settings.policy.draft.most_open;
    if count_open_drafts(tx, permit).await? >= u64::from(most) {
        return Err(Error::refused(Problem::TooManyDrafts { most }));
    }
    let taken_over = match input.website_id {
        Some(id) if kind == ApplicationKind::NewAccess => {
            take_over(tx, backend, permit, id).await?
        }
        _ => blank(kind),
    };
    let row = ActiveModel {
        number: Set(next_number(tx, kind, now).await?),
        kind: Set(kind.code().to_owned()),
        account_id: Set(permit.account_id()),
        status: Set("draft".to_owned()),
        status_at: Set(to_millis(now)),
        server_id: Set(Some(product.server.id)),
        public_ip: Set(product.server.public_ip.clone()),
        code_id: Set(product.code_id()),
        domain: Set(taken_over.website.domain.clone()),
        form_encrypted: Set(backend.cipher.seal("application.form", &taken_over)?),
        request_key: Set(input.request_key.clone()),
        created_at: Set(to_millis(now)),
        updated_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    let row = Entity::insert(row).exec_with_returning(tx).await?;
    let mut events = vec![Event::of_application(TimelineEvent::Created, &row)];
    events.extend(reserve(tx, backend, permit, product, &row, now).await?);
    events.push(product_verified(&row, product));
    record_all(tx, backend, permit.into(), now, events).await?;
    Ok(row.id)
}

/// Most websites are in the charge of the entity's principal: so a first license starts.
fn blank(kind: ApplicationKind) -> FilingForm {
    let mut form = FilingForm::default();
    form.website.principal_is_entity_principal = kind == ApplicationKind::FirstLicense;
    form
}

/// `Add access again`: the form is filled in from the record of the website, with its content
/// and contacts.
async fn take_over(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    website_id: i64,
) -> Result<FilingForm> {
    let (entity, website) = license::find_own_website(tx, permit, website_id).await?;
    let domains = license::list_domains(tx, website.id).await?;
    let mut form = license::filed_form(tx, backend, &website)
        .await?
        .unwrap_or_default();
    form.entity.name = of_entity(&backend.cipher, &entity)?.name;
    form.entity.license_number = entity.license_number.unwrap_or_default();
    form.website.name = website.name;
    form.website.license_number = website.license_number.unwrap_or_default();
    form.website.domain = domains
        .into_iter()
        .next()
        .map(|domain| domain.name)
        .unwrap_or_default();
    Ok(form)
}
