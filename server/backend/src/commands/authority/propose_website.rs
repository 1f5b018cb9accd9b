//! Gives a filing the rows whose ids the report carries as the provider's ids.

use super::check_again::check_again;
use super::proposed_rows::{
    Proposed, drop_proposed, insert_access, insert_domain, insert_entity, insert_website,
    known_or_new_website, proposed_or_new_entity,
};
use super::queue_report::{Outgoing, license_password};
use crate::backend::Backend;
use crate::commands::applications::filing;
use crate::error::{Error, Result};
use crate::store::entities::application::{ActiveModel, Model};
use crate::store::entities::website;
use crate::store::entity_name::EntityName;
use crate::store::license::find_entity_of;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{
    Address, Certificate, EntityReport, NewAccessReport, NewFilingReport, PersonInCharge, Report,
    WebsiteReport,
};
use sea_orm::ActiveValue::Set;
use shared::application::{
    FilingSubmission, FirstLicenseSubmission, NewAccessEntity, NewAccessSubmission,
    PersonSubmission,
};
use shared::domain_name::host_of;

/// Makes the proposed rows, notes them in `change` and builds the report. Rows of an
/// earlier report are dropped: each access needs an id that was never used (`IspJrid`).
pub async fn propose(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    change: &mut ActiveModel,
    now: DateTime<Utc>,
) -> Result<Outgoing> {
    drop_proposed(tx, row).await?;
    let form = filing::form(backend, row)?;
    let submission = filing::parse(tx, backend, row, &form)
        .await?
        .map_err(Error::Refused)?;
    check_again(tx, row, &submission).await?;
    let name = filing::entity_name(tx, backend, row, &submission).await?;
    let (proposed, outgoing) = match submission {
        FilingSubmission::FirstLicense(first) => {
            first_license(tx, backend, row, &name, &first, now).await?
        }
        FilingSubmission::NewAccess(new) => new_access(tx, backend, row, &name, &new, now).await?,
    };
    change.entity_id = Set(Some(proposed.entity_id));
    change.website_id = Set(Some(proposed.website_id));
    change.access_id = Set(Some(proposed.access_id));
    Ok(outgoing)
}

async fn first_license(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    name: &EntityName,
    submission: &FirstLicenseSubmission,
    now: DateTime<Utc>,
) -> Result<(Proposed, Outgoing)> {
    let entity = &submission.entity;
    let site = &submission.website;
    let entity_id = insert_entity(tx, backend, row, name, None, now).await?;
    let website = website::ActiveModel {
        name: Set(site.name.clone()),
        home_host: Set(site.home_url.as_deref().and_then(host_of)),
        ..website::ActiveModel::default()
    };
    let website_id = insert_website(tx, entity_id, website, now).await?;
    let domain_id = insert_domain(tx, website_id, site.domain.as_str()).await?;
    let proposed = insert_access(tx, row, entity_id, website_id, now).await?;
    let reporting = &backend.settings.reporting;
    let report = Report::NewFiling(Box::new(NewFilingReport {
        entity: EntityReport {
            entity_id,
            name: entity.name.clone(),
            nature_code: entity.nature.number,
            investor: Some(
                entity
                    .investor
                    .clone()
                    .unwrap_or_else(|| entity.name.clone()),
            ),
            address: Address {
                province_code: entity.city.province_code(),
                city_code: entity.city.code,
                county_code: None,
                detail: Some(entity.address.clone()),
            },
            certificate: Certificate {
                kind_code: entity.certificate.kind.number,
                number: entity.certificate.number.as_str().to_owned(),
                address: entity.certificate_address.clone(),
            },
            principal: person(&entity.principal),
            remark: entity.remark.clone(),
        },
        website: WebsiteReport {
            website_id,
            name: site.name.clone(),
            service_codes: reporting.service_codes.clone(),
            language_codes: site
                .languages
                .iter()
                .map(|language| language.number)
                .collect(),
            domains: vec![(domain_id, site.domain.as_str().to_owned())],
            access_id: proposed.access_id,
            location_codes: reporting.location_codes.clone(),
            access_mode_codes: reporting.access_mode_codes.clone(),
            ip_ranges: proposed.ip_ranges.clone(),
            principal: person(submission.website_principal()),
            home_url: Some(
                site.home_url
                    .clone()
                    .unwrap_or_else(|| site.domain.as_str().to_owned()),
            ),
            remark: site.remark.clone(),
        },
    }));
    let keys = vec![entity_id.to_string()];
    Ok((proposed, Outgoing { report, keys }))
}

async fn new_access(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    name: &EntityName,
    submission: &NewAccessSubmission,
    now: DateTime<Utc>,
) -> Result<(Proposed, Outgoing)> {
    let number = submission.website_license_number.as_str();
    let entity_id = match &submission.entity {
        NewAccessEntity::Own { .. } => {
            find_entity_of(tx, row.account_id)
                .await?
                .ok_or_else(|| Error::inconsistent("application", row.id, "its entity is gone"))?
                .id
        }
        NewAccessEntity::Elsewhere { license_number, .. } => {
            proposed_or_new_entity(tx, backend, row, name, license_number.as_str(), now).await?
        }
    };
    let website_id = known_or_new_website(tx, entity_id, submission, now).await?;
    let proposed = insert_access(tx, row, entity_id, website_id, now).await?;
    let reporting = &backend.settings.reporting;
    let report = Report::NewAccess(NewAccessReport {
        website_license_number: Some(number.to_owned()),
        website_authority_id: None,
        access_id: proposed.access_id,
        location_codes: reporting.location_codes.clone(),
        access_mode_codes: reporting.access_mode_codes.clone(),
        ip_ranges: proposed.ip_ranges.clone(),
        license_password: license_password(backend, row)?
            .ok_or_else(|| Error::inconsistent("application", row.id, "no license password"))?,
    });
    let keys = vec![proposed.access_id.to_string(), number.to_owned()];
    Ok((proposed, Outgoing { report, keys }))
}

fn person(person: &PersonSubmission) -> PersonInCharge {
    PersonInCharge {
        name: person.name.clone(),
        office_phone: person.office_phone.as_ref().map(ToString::to_string),
        mobile: person.mobile.as_str().to_owned(),
        email: person.email.as_str().to_owned(),
        document_kind_code: Some(person.document.kind.number),
        document_number: Some(person.document.number.as_str().to_owned()),
    }
}
