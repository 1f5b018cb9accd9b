use crate::examples::{ACCESS, FIRST, facts, first_license, violations};
use shared::application::{
    CertificateNumber, FilingFacts, FilingForm, FilingSubmission, FirstLicenseSubmission,
    PersonForm, parse_filing,
};
use shared::code_table::{AuthorityTables, TableRow};
use shared::field::Field;
use shared::phone::OfficePhoneError;
use shared::problem::{Problem, Violation};

fn parse_first(form: &FilingForm) -> FirstLicenseSubmission {
    match parse_filing(FIRST, form, &facts()).unwrap() {
        FilingSubmission::FirstLicense(submission) => *submission,
        other @ FilingSubmission::NewAccess(_) => panic!("{other:?}"),
    }
}

#[test]
fn a_right_first_license_is_read() {
    let submission = parse_first(&first_license());
    let entity = &submission.entity;
    assert_eq!(entity.certificate.number.as_str(), "91350100M000100Y43");
    assert_eq!(
        (entity.city.code, entity.city.province_code()),
        (110100, 110000)
    );
    assert_eq!(entity.remark.as_deref(), Some("第一行\n第二行"));
    let website = &submission.website;
    assert_eq!(website.home_url.as_deref(), Some("www.example-new.cn/shop"));
    assert_eq!(numbers(&submission), [1, 12]);
    assert_eq!(submission.website_principal().name, "李四");
}

/// As the authority reads the languages of the website.
fn numbers(submission: &FirstLicenseSubmission) -> Vec<i32> {
    let languages = submission.website.languages.iter();
    languages.map(|language| language.number).collect()
}

#[test]
fn the_authoritys_table_says_what_there_is_to_choose_and_under_which_number() {
    let row = |number, text: &str| TableRow {
        number,
        text: text.to_owned(),
        class: None,
    };
    let rows = [row(3, "英语"), row(5, "简体中文"), row(18, "越南语")];
    let facts = FilingFacts {
        tables: AuthorityTables::new(&rows, &[], &[]),
        ..facts()
    };
    let parse = |languages: &[&str]| {
        let mut form = first_license();
        form.website.languages = languages.iter().map(|code| (*code).to_owned()).collect();
        match parse_filing(FIRST, &form, &facts)? {
            FilingSubmission::FirstLicense(first) => Ok(numbers(&first)),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(
        parse(&["simplified_chinese", "18:越南语", "english"]),
        Ok(vec![3, 5, 18])
    );
    let not_offered = Violation::on(Field::WebsiteLanguages, Problem::NotAnOption);
    assert_eq!(parse(&["japanese"]), Err(vec![not_offered]));
}

#[test]
fn the_entity_principal_may_answer_for_the_website() {
    let mut form = first_license();
    form.website.principal_is_entity_principal = true;
    form.website.principal = PersonForm {
        mobile: "12".to_owned(),
        ..PersonForm::default()
    };
    let submission = parse_first(&form);
    assert_eq!(submission.website.principal, None);
    assert_eq!(submission.website_principal().name, "张三");
}

#[test]
fn what_is_optional_may_be_left_out() {
    let mut form = first_license();
    form.entity.investor = " ".to_owned();
    form.entity.remark = "\u{3000}\n\u{200B}".to_owned();
    form.website.home_url = String::new();
    let submission = parse_first(&form);
    assert_eq!(
        (submission.entity.investor, submission.entity.remark),
        (None, None)
    );
    assert_eq!(submission.website.home_url, None);
}

#[test]
fn limits_count_characters_and_may_be_reached() {
    let mut form = first_license();
    form.entity.name = "名".repeat(255);
    form.entity.address = "路".repeat(1024);
    form.entity.principal.name = "名".repeat(128);
    form.website.name = "店".repeat(512);
    form.website.home_url = format!("example-new.cn/{}", "a".repeat(240));
    assert_eq!(violations(FIRST, &form, &facts()), []);
}

#[test]
fn what_people_paste_is_put_right() {
    let mut form = first_license();
    form.entity.name = " 北京示例\u{A0}科技（集团）\u{200B}有限公司\n".to_owned();
    form.website.home_url = "HTTPS：//WWW.Example-New.CN/Shop".to_owned();
    form.website.languages.push("english".to_owned());
    let submission = parse_first(&form);
    assert_eq!(submission.entity.name, "北京示例 科技（集团）有限公司");
    assert_eq!(
        submission.website.home_url.as_deref(),
        Some("www.example-new.cn/Shop")
    );
    assert_eq!(submission.website.languages.len(), 2);
}

#[test]
fn a_nature_and_a_certificate_that_only_the_table_knows_are_filed_with_their_numbers() {
    let row = |number, text: &str| TableRow {
        number,
        text: text.to_owned(),
        class: None,
    };
    let natures = [row(5, "个人"), row(7, "民办非企业单位")];
    let certificates = [row(2, "身份证"), row(18, "民办非企业单位登记证书")];
    let facts = FilingFacts {
        tables: AuthorityTables::new(&[], &natures, &certificates),
        ..facts()
    };
    let mut form = first_license();
    form.entity.nature = "7:民办非企业单位".to_owned();
    form.entity.certificate_kind = "18:民办非企业单位登记证书".to_owned();
    form.entity.certificate_number = "民证字第 010001 号".to_owned();
    let submission = match parse_filing(FIRST, &form, &facts).unwrap() {
        FilingSubmission::FirstLicense(first) => first.entity,
        other => panic!("{other:?}"),
    };
    assert_eq!(submission.nature.number, 7);
    assert_eq!(submission.certificate.kind.number, 18);
    assert_eq!(submission.certificate.number.as_str(), "民证字第010001号");
    assert_eq!(submission.principal.document.kind.number, 2);
    form.entity.nature = "enterprise".to_owned();
    let refused = parse_filing(FIRST, &form, &facts).unwrap_err();
    let expected = Violation::on(Field::EntityNature, Problem::NotAnOption);
    assert_eq!(refused, [expected]);
}

#[test]
fn an_individual_needs_no_office_phone() {
    let mut form = first_license();
    form.entity.nature = "individual".to_owned();
    form.entity.certificate_kind = "identity_card".to_owned();
    form.entity.certificate_number = "11010519491231002x".to_owned();
    form.entity.principal.office_phone = "\u{200B}".to_owned();
    form.website.principal.office_phone = String::new();
    let submission = parse_first(&form);
    assert_eq!(submission.entity.principal.office_phone, None);
    let number = &submission.entity.certificate.number;
    assert!(
        matches!(number, CertificateNumber::IdentityCard(_)),
        "{number:?}"
    );
    form.website.principal.office_phone = "80000000".to_owned();
    assert_eq!(
        violations(FIRST, &form, &facts()),
        [Violation::on(
            Field::WebsitePrincipalOfficePhone,
            Problem::OfficePhone {
                why: OfficePhoneError::AreaCode
            }
        )]
    );
}

#[test]
fn an_old_registration_number_is_taken_for_a_business_license() {
    let mut form = first_license();
    form.entity.certificate_number = "1101 0800 0000 016".to_owned();
    let number = parse_first(&form).entity.certificate.number;
    assert_eq!(number.as_str(), "110108000000016");
}

#[test]
fn a_principal_is_an_adult_from_the_eighteenth_birthday() {
    let mut form = first_license();
    form.entity.principal.document_number = "110105200811220023".to_owned();
    assert!(parse_filing(FIRST, &form, &facts()).is_ok());
    form.entity.principal.document_number = "110105200811230029".to_owned();
    assert_eq!(
        violations(FIRST, &form, &facts()),
        [Violation::on(
            Field::EntityPrincipalDocumentNumber,
            Problem::UnderAge { min: 18 }
        )]
    );
}

#[test]
fn a_new_entity_is_in_a_province_that_the_provider_reports_to() {
    let mut form = first_license();
    form.entity.city_code = "330100".to_owned();
    let in_provinces = |provinces: &[char]| FilingFacts {
        provinces: provinces.to_vec(),
        ..facts()
    };
    for offered in [&[][..], &['浙'], &['京', '浙']] {
        let facts = in_provinces(offered);
        assert!(parse_filing(FIRST, &form, &facts).is_ok(), "{offered:?}");
    }
    assert_eq!(
        violations(FIRST, &form, &in_provinces(&['京'])),
        [Violation::on(Field::EntityCity, Problem::NotAnOption)]
    );
}

#[test]
fn every_required_field_that_is_blank_is_reported_at_once() {
    let blank = FilingForm::default();
    let facts = FilingFacts {
        product_verified: false,
        has_license_password: false,
        ..facts()
    };
    let fields = |kind| {
        let found = violations(kind, &blank, &facts);
        assert_eq!(
            found.first(),
            Some(&Violation::general(Problem::ProductNotVerified))
        );
        assert!(
            found
                .iter()
                .skip(1)
                .all(|violation| violation.problem == Problem::Required)
        );
        found
            .iter()
            .filter_map(|violation| violation.field)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        fields(FIRST),
        [
            Field::EntityName,
            Field::EntityNature,
            Field::EntityCertificateKind,
            Field::EntityCertificateNumber,
            Field::EntityCertificateAddress,
            Field::EntityCity,
            Field::EntityAddress,
            Field::EntityPrincipalName,
            Field::EntityPrincipalDocumentKind,
            Field::EntityPrincipalDocumentNumber,
            Field::EntityPrincipalMobile,
            Field::EntityPrincipalEmail,
            Field::WebsiteDomain,
            Field::WebsiteName,
            Field::WebsiteLanguages,
            Field::WebsitePrincipalName,
            Field::WebsitePrincipalDocumentKind,
            Field::WebsitePrincipalDocumentNumber,
            Field::WebsitePrincipalMobile,
            Field::WebsitePrincipalEmail,
        ]
    );
    assert_eq!(
        fields(ACCESS),
        [
            Field::EntityLicenseNumber,
            Field::EntityName,
            Field::LicensePassword,
            Field::WebsiteDomain,
            Field::WebsiteName,
            Field::WebsiteLicenseNumber,
        ]
    );
}
