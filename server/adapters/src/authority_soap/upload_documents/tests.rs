use super::super::encoding::to_gbk;
use super::*;
use crate::test_support::{cancel_access_report, new_access_report, new_filing_report, validate};
use ports::authority::NewFilingReport;
use proptest::prelude::*;

const LOWER: LicensePasswordHash = LicensePasswordHash { uppercase: false };
const ISP_ID: i64 = 330_000_000_999;

fn write(report: &Report) -> Result<String, AuthorityError> {
    upload_document(report, ISP_ID, LOWER)
}

#[test]
fn cancel_access_is_the_sample_of_the_specification() {
    let mut report = cancel_access_report(330_000_123_456);
    report.note = Some("域名已不再解析至我公司IP，申请取消接入".to_owned());
    report.license_password = None;
    assert_eq!(
        write(&Report::CancelAccess(report)).unwrap(),
        "<?xml version=\"1.0\" encoding=\"GBK\"?><UploadData version=\"V.3.0\"><ICP><ZXBA><Zx_xx>\
         <Zxlb>2</Zxlb><Jlid>330000123456</Jlid><Zxly>1</Zxly>\
         <Zxlybz>域名已不再解析至我公司IP，申请取消接入</Zxlybz></Zx_xx></ZXBA>\
         <Qqdwid>330000000999</Qqdwid></ICP></UploadData>"
    );
}

#[test]
fn passwords_go_out_as_md5() {
    let mut report = new_access_report("浙ICP备00000001号-1", 70001);
    report.license_password = "abc123".to_owned();
    let xml = write(&Report::NewAccess(report)).unwrap();
    assert!(
        xml.contains("<ICPmm>e99a18c428cb38d5f260853678922e03</ICPmm>"),
        "{xml}"
    );
    assert!(!xml.contains("abc123"));
    let upper = LicensePasswordHash { uppercase: true };
    assert_eq!(
        upper.of("abc123").unwrap(),
        "E99A18C428CB38D5F260853678922E03"
    );
}

#[test]
fn generated_documents_are_valid() {
    let mut by_id = new_access_report("", 70002);
    by_id.website_authority_id = Some(330_000_888_001);
    let mut both = new_access_report("浙ICP备00000001号-1", 70003);
    both.website_authority_id = Some(330_000_888_001);
    for report in [
        Report::CancelAccess(cancel_access_report(330_000_123_456)),
        Report::NewAccess(new_access_report("浙ICP备00000001号-1", 70001)),
        Report::NewAccess(by_id),
        Report::NewAccess(both),
        Report::NewFiling(Box::new(new_filing_report())),
    ] {
        let xml = write(&report).unwrap();
        validate("upload.xsd", &[to_gbk(&xml).unwrap()]);
    }
}

#[test]
fn the_website_of_a_new_access_is_named_once_and_by_its_number_if_known() {
    let mut report = new_access_report("浙ICP备00000001号-1", 70001);
    report.website_authority_id = Some(5);
    let xml = write(&Report::NewAccess(report.clone())).unwrap();
    assert!(
        xml.contains("<Wz_xx><Wzbah>浙ICP备00000001号-1</Wzbah></Wz_xx>"),
        "{xml}"
    );
    report.website_license_number = Some(" ".to_owned());
    let xml = write(&Report::NewAccess(report)).unwrap();
    assert!(xml.contains("<Wz_xx><Wzid>5</Wzid></Wz_xx>"), "{xml}");
}

fn refused_field(report: &Report) -> String {
    match write(report) {
        Err(AuthorityError::NotRepresentable { field, .. }) => field,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_access_that_the_interface_cannot_carry_names_its_field() {
    type Spoil = fn(&mut ports::authority::NewAccessReport);
    let cases: [(&str, Spoil); 9] = [
        ("license_password", |r| r.license_password = String::new()),
        ("license_password", |r| r.license_password = "😀".to_owned()),
        ("website_license_number", |r| {
            r.website_license_number = None
        }),
        ("access_id", |r| r.access_id = 0),
        ("location_codes", |r| r.location_codes = vec![]),
        ("location_codes", |r| r.location_codes = vec![65]),
        ("access_mode_codes", |r| r.access_mode_codes = vec![1; 65]),
        ("ip_ranges", |r| r.ip_ranges = vec![]),
        ("ip_ranges", |r| {
            r.ip_ranges[0].first = std::net::Ipv4Addr::UNSPECIFIED
        }),
    ];
    for (field, spoil) in cases {
        let mut report = new_access_report("浙ICP备00000001号-1", 70001);
        spoil(&mut report);
        assert_eq!(refused_field(&Report::NewAccess(report)), field);
    }
    let mut backwards = new_access_report("浙ICP备00000001号-1", 70001);
    let range = &mut backwards.ip_ranges[0];
    std::mem::swap(&mut range.first, &mut range.last);
    range.first = std::net::Ipv4Addr::BROADCAST;
    assert_eq!(refused_field(&Report::NewAccess(backwards)), "ip_ranges");
}

#[test]
fn a_new_filing_that_the_interface_cannot_carry_names_its_field() {
    type Spoil = fn(&mut NewFilingReport);
    let cases: [(&str, Spoil); 16] = [
        ("entity.name", |r| r.entity.name = String::new()),
        ("entity.name", |r| r.entity.name = "名".repeat(256)),
        ("entity.name", |r| r.entity.name = "㐀".to_owned()),
        ("entity.name", |r| r.entity.name = "a\u{1}b".to_owned()),
        ("entity.nature_code", |r| r.entity.nature_code = 0),
        ("entity.address.city_code", |r| {
            r.entity.address.city_code = 99_999
        }),
        ("entity.certificate.address", |r| {
            r.entity.certificate.address = " ".to_owned()
        }),
        ("entity.principal.name", |r| {
            r.entity.principal.name = String::new()
        }),
        ("entity.principal.office_phone", |r| {
            r.entity.principal.office_phone = None
        }),
        ("entity.principal.office_phone", |r| {
            r.entity.principal.office_phone = Some("0571-80000".to_owned())
        }),
        ("website.principal.office_phone", |r| {
            r.website.principal.office_phone = Some("+86-571-800000".to_owned())
        }),
        ("website.principal.email", |r| {
            r.website.principal.email = "nobody".to_owned()
        }),
        ("website.service_codes", |r| {
            r.website.service_codes = vec![0]
        }),
        ("website.domains", |r| r.website.domains = vec![]),
        ("website.domains", |r| {
            r.website.domains[0].1 = "a.b".to_owned()
        }),
        ("website.home_url", |r| {
            r.website.home_url = Some("www.elsewhere.cn".to_owned())
        }),
    ];
    for (field, spoil) in cases {
        let mut report = new_filing_report();
        spoil(&mut report);
        assert_eq!(refused_field(&Report::NewFiling(Box::new(report))), field);
    }
}

#[test]
fn a_person_needs_no_office_phone() {
    let mut report = new_filing_report();
    report.entity.nature_code = 5;
    report.entity.principal.office_phone = None;
    report.website.principal.office_phone = Some(String::new());
    let xml = write(&Report::NewFiling(Box::new(report))).unwrap();
    assert!(!xml.contains("Fzr_dhhm"), "{xml}");
    validate("upload.xsd", &[to_gbk(&xml).unwrap()]);
}

#[test]
fn empty_options_are_left_out() {
    let mut report = new_filing_report();
    report.entity.investor = Some(String::new());
    report.entity.address.county_code = None;
    report.entity.address.detail = Some("  ".to_owned());
    report.entity.remark = None;
    report.entity.principal.document_kind_code = None;
    report.entity.principal.document_number = Some(String::new());
    report.website.home_url = Some(String::new());
    report.website.remark = Some("\r\n".to_owned());
    let xml = write(&Report::NewFiling(Box::new(report))).unwrap();
    for tag in ["Tzr", "Xianid", "Xxdz", "Bz", "Syurl", "Wz_Bz"] {
        assert!(!xml.contains(&format!("<{tag}>")), "{tag} in {xml}");
    }
    let document = roxmltree::Document::parse(&xml).unwrap();
    assert!(
        document
            .descendants()
            .all(|node| !node.is_element() || node.has_children()),
        "{xml}"
    );
    validate("upload.xsd", &[to_gbk(&xml).unwrap()]);
}

proptest! {
    /// Whatever people type, a document comes out whole or not at all.
    #[test]
    fn any_text_is_carried_unchanged_or_refused(note in "\\PC{1,30}|[ -~\\r\\n]{1,30}", name in "\\PC{1,20}|[&<>\"'口令]{1,9}") {
        let mut cancel = cancel_access_report(1);
        cancel.note = Some(note.clone());
        if let Ok(xml) = write(&Report::CancelAccess(cancel)) {
            let document = roxmltree::Document::parse(&xml).unwrap();
            let read = document.descendants().find(|node| node.has_tag_name("Zxlybz")).and_then(|node| node.text());
            let sent = note.trim().replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(read.unwrap_or_default(), sent);
            prop_assert!(to_gbk(&xml).is_ok());
        }
        let mut filing = new_filing_report();
        filing.entity.name = name.clone();
        if let Ok(xml) = write(&Report::NewFiling(Box::new(filing))) {
            let document = roxmltree::Document::parse(&xml).unwrap();
            let read = document.descendants().find(|node| node.has_tag_name("Dwmc")).and_then(|node| node.text());
            prop_assert_eq!(read.unwrap_or_default(), name.trim());
        }
    }
}
