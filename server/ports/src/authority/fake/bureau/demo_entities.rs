//! The demo world.

use super::super::super::{AccessRow, DomainRow, FilingRow, IpRow, WebsiteRow, demo};
use super::super::FakeEntity;

pub(in super::super) fn demo_entities() -> Vec<FakeEntity> {
    let other_access = AccessRow {
        access_id: None,
        access_authority_id: demo::BLOG_OTHER_ACCESS_ID,
        provider_id: demo::OTHER_PROVIDER_ID,
        ips: vec![IpRow {
            ip_id: None,
            ip_authority_id: demo::BLOG_OTHER_IP_ID,
            first: demo::BLOG_OTHER_ADDRESS,
            last: demo::BLOG_OTHER_ADDRESS,
        }],
    };
    let mut blog = demo_website(&demo::BLOG, demo::PROVIDER_ID);
    blog.accesses.push(other_access);
    let shop = demo_website(&demo::SHOP, demo::PROVIDER_ID);
    let partner_site = demo_website(&demo::PARTNER_SITE, demo::OTHER_PROVIDER_ID);
    vec![
        demo_entity(&demo::HOLDER, vec![shop, blog]),
        demo_entity(&demo::PARTNER, vec![partner_site]),
    ]
}

fn demo_entity(entity: &demo::DemoEntity, websites: Vec<WebsiteRow>) -> FakeEntity {
    FakeEntity {
        license_password: entity.license_password.to_owned(),
        filing: FilingRow {
            entity_id: None,
            entity_authority_id: entity.entity_authority_id,
            entity_name: entity.name.to_owned(),
            entity_nature_code: Some(4),
            entity_license_number: Some(entity.license_number.to_owned()),
            websites,
        },
    }
}

fn demo_website(website: &demo::DemoWebsite, provider_id: i64) -> WebsiteRow {
    WebsiteRow {
        website_id: None,
        website_authority_id: website.website_authority_id,
        name: website.name.to_owned(),
        license_number: Some(website.license_number.to_owned()),
        home_url: None,
        domains: vec![DomainRow {
            domain_id: None,
            domain_authority_id: website.domain_authority_id,
            name: website.domain.to_owned(),
        }],
        accesses: vec![AccessRow {
            access_id: None,
            access_authority_id: website.access_authority_id,
            provider_id,
            ips: vec![IpRow {
                ip_id: None,
                ip_authority_id: website.ip_authority_id,
                first: website.address,
                last: website.address,
            }],
        }],
    }
}
