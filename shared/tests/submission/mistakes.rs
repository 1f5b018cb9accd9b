//! A first license that is right but for one thing.

use crate::examples::{FIRST, assert_only, facts, first_license, violations};
use shared::credit_code::CreditCodeError;
use shared::domain_name::DomainNameError;
use shared::email_address::EmailAddressError;
use shared::field::Field;
use shared::identity_card::IdentityCardError;
use shared::phone::MobilePhoneError;
use shared::problem::Problem;

#[test]
fn each_mistake_about_the_entity_is_reported_alone() {
    let not_an_option = || Problem::NotAnOption;
    assert_only(FIRST, Field::EntityName, Problem::Required, |f| {
        f.entity.name.clear()
    });
    assert_only(
        FIRST,
        Field::EntityName,
        Problem::TooLong { max: 255 },
        |f| {
            f.entity.name = "名".repeat(256);
        },
    );
    assert_only(
        FIRST,
        Field::EntityName,
        Problem::NotRepresentable { character: '𠮷' },
        |f| {
            f.entity.name = "𠮷野家有限公司".to_owned();
        },
    );
    assert_only(FIRST, Field::EntityNature, not_an_option(), |f| {
        f.entity.nature = "company".to_owned();
    });
    let unfit = Problem::CertificateKindNotOfNature {
        nature: "enterprise".to_owned(),
        kinds: vec![
            "business_license".to_owned(),
            "23:民办非企业单位登记证书".to_owned(),
        ],
    };
    assert_only(FIRST, Field::EntityCertificateKind, unfit, |f| {
        f.entity.certificate_kind = "passport".to_owned();
    });
    let credit_code = |why| Problem::CreditCode { why };
    assert_only(
        FIRST,
        Field::EntityCertificateNumber,
        credit_code(CreditCodeError::CheckCharacter),
        |f| f.entity.certificate_number = "91350100M000100Y44".to_owned(),
    );
    assert_only(
        FIRST,
        Field::EntityCertificateNumber,
        credit_code(CreditCodeError::Length),
        |f| {
            f.entity.certificate_number = "11010800000001".to_owned();
        },
    );
    assert_only(
        FIRST,
        Field::EntityCertificateAddress,
        Problem::TooLong { max: 1024 },
        |f| {
            f.entity.certificate_address = "路".repeat(1025);
        },
    );
    assert_only(
        FIRST,
        Field::EntityInvestor,
        Problem::TooLong { max: 255 },
        |f| {
            f.entity.investor = "甲".repeat(256);
        },
    );
    assert_only(FIRST, Field::EntityCity, not_an_option(), |f| {
        f.entity.city_code = "110000".to_owned();
    });
    assert_only(FIRST, Field::EntityAddress, Problem::Required, |f| {
        f.entity.address = "\u{3000}".to_owned();
    });
    assert_only(
        FIRST,
        Field::EntityRemark,
        Problem::NotRepresentable { character: '😀' },
        |f| {
            f.entity.remark = "好\n😀".to_owned();
        },
    );
}

#[test]
fn each_mistake_about_a_principal_is_reported_alone() {
    assert_only(
        FIRST,
        Field::EntityPrincipalName,
        Problem::TooLong { max: 128 },
        |f| {
            f.entity.principal.name = "名".repeat(129);
        },
    );
    assert_only(
        FIRST,
        Field::EntityPrincipalDocumentKind,
        Problem::NotAnOption,
        |f| {
            f.entity.principal.document_kind = "business_license".to_owned();
        },
    );
    let why = IdentityCardError::CheckCharacter;
    assert_only(
        FIRST,
        Field::EntityPrincipalDocumentNumber,
        Problem::IdentityCard { why },
        |f| {
            f.entity.principal.document_number = "110105194912310021".to_owned();
        },
    );
    assert_only(
        FIRST,
        Field::WebsitePrincipalDocumentNumber,
        Problem::TooLong { max: 128 },
        |f| {
            f.website.principal.document_kind = "passport".to_owned();
            f.website.principal.document_number = "E".repeat(129);
        },
    );
    let why = MobilePhoneError::Length;
    assert_only(
        FIRST,
        Field::WebsitePrincipalMobile,
        Problem::MobilePhone { why },
        |f| {
            f.website.principal.mobile = "138".to_owned();
        },
    );
    assert_only(
        FIRST,
        Field::EntityPrincipalOfficePhone,
        Problem::Required,
        |f| {
            f.entity.principal.office_phone.clear();
        },
    );
    assert_only(
        FIRST,
        Field::WebsitePrincipalOfficePhone,
        Problem::Required,
        |f| {
            f.website.principal.office_phone.clear();
        },
    );
    let why = EmailAddressError::AtMissing;
    assert_only(
        FIRST,
        Field::WebsitePrincipalEmail,
        Problem::EmailAddress { why },
        |f| {
            f.website.principal.email = "principal".to_owned();
        },
    );
}

#[test]
fn each_mistake_about_the_website_is_reported_alone() {
    let why = DomainNameError::WwwGiven;
    assert_only(
        FIRST,
        Field::WebsiteDomain,
        Problem::DomainName { why },
        |f| {
            f.website.domain = "www.example-new.cn".to_owned();
        },
    );
    let ending = "io".to_owned();
    assert_only(
        FIRST,
        Field::WebsiteDomain,
        Problem::EndingNotApproved { ending },
        |f| {
            f.website.domain = "example-new.io".to_owned();
            f.website.home_url = "www.example-new.io".to_owned();
        },
    );
    for name in [
        "2026",
        "１２ ３",
        "Shop",
        "Example New",
        "example-new.cn",
        "www.example-new.cn",
    ] {
        assert_only(
            FIRST,
            Field::WebsiteName,
            Problem::WebsiteNameNotTelling,
            |f| {
                f.website.name = name.to_owned();
            },
        );
    }
    for address in ["other.cn", "bad-example-new.cn", "other.cn/example-new.cn"] {
        assert_only(
            FIRST,
            Field::WebsiteHomeUrl,
            Problem::HomeUrlNotOnDomain,
            |f| {
                f.website.home_url = address.to_owned();
            },
        );
    }
    let why = DomainNameError::SchemeGiven;
    assert_only(
        FIRST,
        Field::WebsiteHomeUrl,
        Problem::DomainName { why },
        |f| {
            f.website.home_url = "ftp://example-new.cn".to_owned();
        },
    );
    assert_only(
        FIRST,
        Field::WebsiteHomeUrl,
        Problem::TooLong { max: 255 },
        |f| {
            f.website.home_url = format!("example-new.cn/{}", "a".repeat(241));
        },
    );
    assert_only(FIRST, Field::WebsiteLanguages, Problem::Required, |f| {
        f.website.languages.clear();
    });
    assert_only(FIRST, Field::WebsiteLanguages, Problem::NotAnOption, |f| {
        f.website.languages.push("klingon".to_owned());
    });
    assert_only(
        FIRST,
        Field::WebsiteRemark,
        Problem::TooLong { max: 1024 },
        |f| {
            f.website.remark = "注".repeat(1025);
        },
    );
}

#[test]
fn a_number_is_read_by_the_chosen_certificate_also_where_that_does_not_fit() {
    let mut form = first_license();
    form.entity.certificate_kind = "identity_card".to_owned();
    form.entity.certificate_number = "123".to_owned();
    let fields: Vec<_> = violations(FIRST, &form, &facts())
        .into_iter()
        .map(|found| found.field)
        .collect();
    assert_eq!(
        fields,
        [
            Some(Field::EntityCertificateKind),
            Some(Field::EntityCertificateNumber)
        ]
    );
}
