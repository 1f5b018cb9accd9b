//! The holder's entity and its two websites. Another provider serves the blog as well, so
//! that canceling its access here leaves it one (S6); the shop has only ours.

use super::servers::Servers;
use crate::backend::Backend;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::entities::{access, access_ip, entity, website, website_domain};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::demo::{self, DemoWebsite};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use shared::application::{EntityForm, FilingForm, PersonForm, WebsiteForm};
use shared::entity::{CertificateKind, Nature};
use shared::website::SiteLanguage;
use std::net::Ipv4Addr;

/// Inserts them.
///
/// # Errors
/// When the database refuses.
pub async fn load(
    tx: &Tx,
    backend: &Backend,
    account_id: i64,
    servers: &Servers,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = entity::ActiveModel {
        account_id: Set(account_id),
        state: Set("licensed".to_owned()),
        name: Set(demo::HOLDER.name.to_owned()),
        nature: Set(Some(Nature::Enterprise.code().to_owned())),
        license_number: Set(Some(demo::HOLDER.license_number.to_owned())),
        authority_id: Set(Some(demo::HOLDER.entity_authority_id)),
        created_at: Set(to_millis(now)),
        ..entity::ActiveModel::default()
    };
    let entity_id = entity::Entity::insert(row).exec(tx).await?.last_insert_id;
    insert_website(tx, backend, entity_id, &demo::SHOP, servers.eligible, now).await?;
    let blog_id = insert_website(
        tx,
        backend,
        entity_id,
        &demo::BLOG,
        servers.three_months,
        now,
    )
    .await?;
    let others = access::ActiveModel {
        provider_id: Set(Some(demo::OTHER_PROVIDER_ID)),
        authority_id: Set(Some(demo::BLOG_OTHER_ACCESS_ID)),
        ..live_access(blog_id, now)
    };
    insert_access(tx, others, demo::BLOG_OTHER_ADDRESS, demo::BLOG_OTHER_IP_ID).await
}

/// A website with its domain, seen at its server, and our access.
async fn insert_website(
    tx: &Tx,
    backend: &Backend,
    entity_id: i64,
    facts: &DemoWebsite,
    server_id: i64,
    now: DateTime<Utc>,
) -> Result<i64> {
    let row = website::ActiveModel {
        entity_id: Set(entity_id),
        state: Set("active".to_owned()),
        service_type: Set("website".to_owned()),
        name: Set(facts.name.to_owned()),
        license_number: Set(Some(facts.license_number.to_owned())),
        authority_id: Set(Some(facts.website_authority_id)),
        detail_encrypted: Set(Some(backend.cipher.seal("website.detail", &filed(facts))?)),
        created_at: Set(to_millis(now)),
        ..website::ActiveModel::default()
    };
    let website_id = website::Entity::insert(row).exec(tx).await?.last_insert_id;
    let domain = website_domain::ActiveModel {
        website_id: Set(website_id),
        name: Set(facts.domain.to_owned()),
        authority_id: Set(Some(facts.domain_authority_id)),
        resolution: Set("yes".to_owned()),
        resolved_ip: Set(Some(facts.address.to_string())),
        resolution_since_at: Set(Some(to_millis(now))),
        resolution_seen_at: Set(Some(to_millis(now))),
        ..website_domain::ActiveModel::default()
    };
    website_domain::Entity::insert(domain)
        .exec_without_returning(tx)
        .await?;
    let ours = access::ActiveModel {
        server_id: Set(Some(server_id)),
        authority_id: Set(Some(facts.access_authority_id)),
        ..live_access(website_id, now)
    };
    insert_access(tx, ours, facts.address, facts.ip_authority_id).await?;
    Ok(website_id)
}

/// What was filed for a website before this system knew it: its content and contacts.
fn filed(facts: &DemoWebsite) -> FilingForm {
    FilingForm {
        entity: EntityForm {
            license_number: demo::HOLDER.license_number.to_owned(),
            name: demo::HOLDER.name.to_owned(),
            nature: Nature::Enterprise.code().to_owned(),
            certificate_kind: CertificateKind::BusinessLicense.code().to_owned(),
            certificate_number: demo::HOLDER.certificate_number.to_owned(),
            certificate_address: "北京市东城区样例路 1 号".to_owned(),
            city_code: "110100".to_owned(),
            address: "北京市东城区样例路 1 号 101 室".to_owned(),
            principal: PersonForm {
                name: "李样例".to_owned(),
                document_kind: CertificateKind::IdentityCard.code().to_owned(),
                document_number: "11010519491231002X".to_owned(),
                mobile: "13800000000".to_owned(),
                office_phone: "86-010-80000000".to_owned(),
                email: "principal@example.com".to_owned(),
            },
            ..EntityForm::default()
        },
        website: WebsiteForm {
            domain: facts.domain.to_owned(),
            name: facts.name.to_owned(),
            license_number: facts.license_number.to_owned(),
            home_url: format!("www.{}", facts.domain),
            languages: vec![SiteLanguage::SimplifiedChinese.code().to_owned()],
            principal_is_entity_principal: true,
            ..WebsiteForm::default()
        },
    }
}

fn live_access(website_id: i64, now: DateTime<Utc>) -> access::ActiveModel {
    access::ActiveModel {
        website_id: Set(website_id),
        state: Set("live".to_owned()),
        created_at: Set(to_millis(now)),
        ..access::ActiveModel::default()
    }
}

async fn insert_access(
    tx: &Tx,
    row: access::ActiveModel,
    address: Ipv4Addr,
    ip_authority_id: i64,
) -> Result<()> {
    let access_id = access::Entity::insert(row).exec(tx).await?.last_insert_id;
    let ip = access_ip::ActiveModel {
        access_id: Set(access_id),
        address: Set(address.to_string()),
        authority_id: Set(Some(ip_authority_id)),
        ..access_ip::ActiveModel::default()
    };
    access_ip::Entity::insert(ip)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
