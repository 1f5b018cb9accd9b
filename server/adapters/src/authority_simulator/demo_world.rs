//! The world that the demo data speaks of.

use super::world::{SimulatorWorld, WorldAccess, WorldEntity, WorldWebsite};
use ports::authority::demo::{
    BLOG, BLOG_OTHER_ACCESS_ID, BLOG_OTHER_ADDRESS, BLOG_OTHER_IP_ID, DemoEntity, DemoWebsite,
    HOLDER, OTHER_PROVIDER_ID, PARTNER, PARTNER_SITE, PROVIDER_ID, SHOP,
};
use ports::authority::{AccessRow, Address, Certificate, DomainRow, IpRow, PersonInCharge};
use std::net::Ipv4Addr;

impl SimulatorWorld {
    /// Two entities: the demo holder's, with two websites that the demo provider serves
    /// (one of them another provider too), and one whose website is served elsewhere.
    #[must_use]
    pub fn demo() -> Self {
        let mut blog = website(&BLOG, PROVIDER_ID);
        let other = access(
            BLOG_OTHER_ACCESS_ID,
            OTHER_PROVIDER_ID,
            BLOG_OTHER_IP_ID,
            BLOG_OTHER_ADDRESS,
        );
        blog.accesses.push(other);
        Self {
            entities: vec![
                entity(&HOLDER, vec![website(&SHOP, PROVIDER_ID), blog]),
                entity(&PARTNER, vec![website(&PARTNER_SITE, OTHER_PROVIDER_ID)]),
            ],
        }
    }
}

fn entity(demo: &DemoEntity, websites: Vec<WorldWebsite>) -> WorldEntity {
    WorldEntity {
        authority_id: demo.entity_authority_id,
        entity_id: None,
        name: demo.name.to_owned(),
        license_number: demo.license_number.to_owned(),
        license_password: demo.license_password.to_owned(),
        nature_code: 4,
        investor: Some(demo.name.to_owned()),
        address: Address {
            province_code: 110_000,
            city_code: 110_100,
            county_code: Some(110_108),
            detail: Some("北京市海淀区示例路1号101室".to_owned()),
        },
        certificate: Certificate {
            kind_code: 1,
            number: demo.certificate_number.to_owned(),
            address: "北京市海淀区示例路1号101室".to_owned(),
        },
        principal: principal(),
        filed_on: "2026-01-05".to_owned(),
        changed_on: "2026-01-05".to_owned(),
        websites,
    }
}

fn website(demo: &DemoWebsite, provider_id: i64) -> WorldWebsite {
    WorldWebsite {
        authority_id: demo.website_authority_id,
        website_id: None,
        name: demo.name.to_owned(),
        license_number: demo.license_number.to_owned(),
        service_codes: vec![1],
        language_codes: vec![1, 12],
        domains: vec![DomainRow {
            domain_id: None,
            domain_authority_id: demo.domain_authority_id,
            name: demo.domain.to_owned(),
        }],
        accesses: vec![access(
            demo.access_authority_id,
            provider_id,
            demo.ip_authority_id,
            demo.address,
        )],
        principal: principal(),
        home_url: Some(format!("www.{}", demo.domain)),
        remark: None,
    }
}

fn access(authority_id: i64, provider_id: i64, ip_id: i64, address: Ipv4Addr) -> WorldAccess {
    let ip = IpRow {
        ip_id: None,
        ip_authority_id: ip_id,
        first: address,
        last: address,
    };
    WorldAccess {
        row: AccessRow {
            access_id: None,
            access_authority_id: authority_id,
            provider_id,
            ips: vec![ip],
        },
        location_codes: vec![11],
        access_mode_codes: vec![2],
    }
}

fn principal() -> PersonInCharge {
    PersonInCharge {
        name: "张三".to_owned(),
        office_phone: Some("010-80000000".to_owned()),
        mobile: "13800000000".to_owned(),
        email: "principal@example.com".to_owned(),
        document_kind_code: Some(2),
        document_number: Some("11010119900307002X".to_owned()),
    }
}
