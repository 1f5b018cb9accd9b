//! Reports for tests, and the official schemas where they lie.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "test code outside #[test] functions"
)]

use ports::authority::{
    Address, CancelAccessReport, Certificate, EntityReport, IpRange, NewAccessReport,
    NewFilingReport, PersonInCharge, WebsiteReport,
};
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::Command;

/// Validates GBK documents with `xmllint` against an official schema in the folder
/// `LICENSE_XSD_DIR` (from the workspace root; default `../shared/spec/xsd`). The schemas are
/// the ministry's and not part of this project: where they are absent, it says so and does
/// nothing, but in continuous integration it fails.
pub fn validate(schema: &str, documents: &[Vec<u8>]) {
    let folder =
        std::env::var("LICENSE_XSD_DIR").unwrap_or_else(|_| "../shared/spec/xsd".to_owned());
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = root.join(folder).join(schema);
    if !file.exists() {
        assert!(
            std::env::var_os("CI").is_none(),
            "no official schema at {}",
            file.display()
        );
        eprintln!(
            "SKIPPED: no official schema at {} (set LICENSE_XSD_DIR)",
            file.display()
        );
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for document in documents {
        let path = folder.path().join("document.xml");
        std::fs::write(&path, document).unwrap();
        let output = Command::new("xmllint")
            .args(["--noout", "--schema"])
            .arg(&file)
            .arg(&path)
            .output()
            .unwrap_or_else(|error| panic!("xmllint must be installed: {error}"));
        let problems = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{problems}\n{}",
            String::from_utf8_lossy(document)
        );
    }
}

pub fn cancel_access_report(access_authority_id: i64) -> CancelAccessReport {
    CancelAccessReport {
        access_authority_id,
        reason_code: 1,
        note: Some("moved & gone".to_owned()),
        license_password: Some("Lic-Pass-1".to_owned()),
    }
}

pub fn new_access_report(website_license_number: &str, access_id: i64) -> NewAccessReport {
    NewAccessReport {
        website_license_number: Some(website_license_number.to_owned()),
        website_authority_id: None,
        access_id,
        location_codes: vec![11],
        access_mode_codes: vec![2, 3],
        ip_ranges: vec![IpRange {
            ip_id: access_id + 1,
            first: Ipv4Addr::new(203, 0, 113, 10),
            last: Ipv4Addr::new(203, 0, 113, 12),
        }],
        license_password: "Lic-Pass-2".to_owned(),
    }
}

pub fn new_filing_report() -> NewFilingReport {
    NewFilingReport {
        entity: EntityReport {
            entity_id: 50001,
            name: "杭州示例科技有限公司".to_owned(),
            nature_code: 4,
            investor: Some("杭州示例科技有限公司".to_owned()),
            address: Address {
                province_code: 110_000,
                city_code: 110_100,
                county_code: Some(110_108),
                detail: Some("示例路1号2幢301室".to_owned()),
            },
            certificate: Certificate {
                kind_code: 1,
                number: "110100000000009".to_owned(),
                address: "示例路1号2幢301室".to_owned(),
            },
            principal: person("张三"),
            remark: Some("第一次 & 唯一".to_owned()),
        },
        website: WebsiteReport {
            website_id: 60001,
            name: "示例科技官方网站".to_owned(),
            service_codes: vec![1],
            language_codes: vec![1, 3],
            domains: vec![
                (61001, "example-new.cn".to_owned()),
                (61002, "example-new.com".to_owned()),
            ],
            access_id: 70009,
            location_codes: vec![11],
            access_mode_codes: vec![2],
            ip_ranges: vec![IpRange {
                ip_id: 80002,
                first: Ipv4Addr::new(203, 0, 113, 10),
                last: Ipv4Addr::new(203, 0, 113, 10),
            }],
            principal: person("李四"),
            home_url: Some("www.example-new.cn".to_owned()),
            remark: Some("<主站>".to_owned()),
        },
    }
}

fn person(name: &str) -> PersonInCharge {
    PersonInCharge {
        name: name.to_owned(),
        office_phone: Some("0571-80000000".to_owned()),
        mobile: "13800000000".to_owned(),
        email: "someone@example.cn".to_owned(),
        document_kind_code: Some(2),
        document_number: Some("11010119900307002X".to_owned()),
    }
}
