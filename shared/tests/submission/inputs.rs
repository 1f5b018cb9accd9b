//! Inputs that people really give, from public reports about systems of this kind.

use crate::examples::{FIRST, assert_only, facts, first_license, violations};
use shared::application::{FilingFacts, FilingForm, FilingSubmission, canonical, parse_filing};
use shared::credit_code::CreditCodeError;
use shared::field::Field;
use shared::identity_card::IdentityCardError;
use shared::phone::OfficePhoneError;
use shared::problem::Problem;

fn kept(change: impl Fn(&mut FilingForm)) -> FilingForm {
    let mut form = first_license();
    change(&mut form);
    canonical(form)
}

#[test]
fn what_a_pdf_a_phone_and_a_web_page_add_is_not_kept() {
    let form = kept(|form| {
        form.entity.name = "\u{FEFF}杭州⽤⼾示例网络有限公司\u{200B}".to_owned();
        form.entity.address = "西湖区⽂三路１号\u{A0}\u{202F}２层".to_owned();
        form.entity.principal.name = "阿不都•买买提".to_owned();
        form.entity.principal.mobile = "\u{202D}+86 138-0000-0001\u{202C}".to_owned();
        form.entity.principal.document_number = "１１０１０５19491231002Ⅹ".to_owned();
        form.entity.principal.office_phone = "+86 (0)571-8000 0000".to_owned();
        form.entity.principal.email = "Principal@Example.COM\u{AD}".to_owned();
        form.website.domain = "Example-New.CN。".to_owned();
        form.website.home_url = "HTTPS://WWW.Example-New.cn/Shop".to_owned();
        form.website.remark = "一\u{0}\r\n\u{3000}二".to_owned();
    });
    assert_eq!(form.entity.name, "杭州用户示例网络有限公司");
    assert_eq!(form.entity.address, "西湖区文三路1号 2层");
    let principal = &form.entity.principal;
    assert_eq!(principal.name, "阿不都·买买提");
    assert_eq!(principal.mobile, "13800000001");
    assert_eq!(principal.document_number, "11010519491231002X");
    assert_eq!(principal.office_phone, "0571-80000000");
    assert_eq!(principal.email, "principal@example.com");
    assert_eq!(form.website.domain, "example-new.cn");
    assert_eq!(form.website.home_url, "www.example-new.cn/Shop");
    assert_eq!(form.website.remark, "一\n二");
    assert_eq!(violations(FIRST, &form, &facts()), []);
}

#[test]
fn what_cannot_be_read_yet_is_kept_cleaned() {
    let form = kept(|form| {
        form.entity.principal.mobile = " 138\u{200B} 0000 ".to_owned();
        form.website.domain = "https://例子.中国/a\u{FEFF}".to_owned();
    });
    assert_eq!(form.entity.principal.mobile, "138 0000");
    assert_eq!(form.website.domain, "https://例子.中国/a");
    let readable = kept(|form| form.website.domain = "xn--fsqu00a.xn--fiqs8s".to_owned());
    assert_eq!(readable.website.domain, "例子.中国");
}

#[test]
fn other_certificates_are_read_in_one_spelling_too() {
    for (kind, typed, expected) in [
        ("passport", "ｅ１２３４５６７８", "E12345678"),
        ("hong_kong_macao_permit", "h 0123 4567", "H01234567"),
        (
            "permanent_residence_card",
            "９１１８４０ 19850315 0016",
            "911840198503150016",
        ),
    ] {
        let form = kept(|form| {
            form.entity.principal.document_kind = kind.to_owned();
            form.entity.principal.document_number = typed.to_owned();
        });
        assert_eq!(form.entity.principal.document_number, expected);
        assert_eq!(violations(FIRST, &form, &facts()), []);
    }
}

#[test]
fn a_permanent_residence_card_is_checked_like_an_identity_card() {
    assert_only(
        FIRST,
        Field::EntityPrincipalDocumentNumber,
        Problem::UnderAge { min: 18 },
        |form| {
            form.entity.principal.document_kind = "permanent_residence_card".to_owned();
            form.entity.principal.document_number = "911840201503150010".to_owned();
        },
    );
    let why = IdentityCardError::UnknownProvince;
    assert_only(
        FIRST,
        Field::EntityPrincipalDocumentNumber,
        Problem::IdentityCard { why },
        |form| form.entity.principal.document_number = "911840198503150016".to_owned(),
    );
}

const AS_PRINTED: &str = "91350203M0001ABC19";

#[test]
fn a_credit_code_that_breaks_its_check_character_is_confirmed_by_the_holder() {
    let why = CreditCodeError::CheckCharacter;
    let problem = Problem::CreditCode { why };
    let field = Field::EntityCertificateNumber;
    assert_only(FIRST, field, problem.clone(), |form| {
        form.entity.certificate_number = AS_PRINTED.to_owned();
    });
    // The confirmation of another number is none.
    assert_only(FIRST, field, problem, |form| {
        form.entity.certificate_number = AS_PRINTED.to_owned();
        form.entity.confirmed_certificate_number = "91350203M0001ABC18".to_owned();
    });
    let form = kept(|form| {
        form.entity.certificate_number = "９１３５０２０３ m0001abc19".to_owned();
        form.entity.confirmed_certificate_number = AS_PRINTED.to_owned();
    });
    let Ok(FilingSubmission::FirstLicense(first)) = parse_filing(FIRST, &form, &facts()) else {
        panic!("{:?}", violations(FIRST, &form, &facts()));
    };
    assert_eq!(first.entity.certificate.number.as_str(), AS_PRINTED);
    // Any other mistake stays one.
    let why = CreditCodeError::Length;
    assert_only(FIRST, field, Problem::CreditCode { why }, |form| {
        form.entity.certificate_number = "91350203M0001ABC1".to_owned();
        form.entity.confirmed_certificate_number = "91350203M0001ABC1".to_owned();
    });
}

#[test]
fn a_second_mobile_is_an_office_phone_where_the_province_says_so() {
    let why = OfficePhoneError::MobilePhoneGiven;
    let field = Field::EntityPrincipalOfficePhone;
    assert_only(FIRST, field, Problem::OfficePhone { why }, |form| {
        form.entity.principal.office_phone = "13900000000".to_owned();
    });
    let of_beijing = FilingFacts {
        mobile_as_office_phone: vec!['京'],
        ..facts()
    };
    let form = kept(|form| {
        form.entity.principal.office_phone = "+86 139 0000 0000".to_owned();
    });
    let Ok(FilingSubmission::FirstLicense(first)) = parse_filing(FIRST, &form, &of_beijing) else {
        panic!("{:?}", violations(FIRST, &form, &of_beijing));
    };
    let number = first.entity.principal.office_phone.as_ref().unwrap();
    assert_eq!(number.to_string(), "13900000000");

    let again = kept(|form| form.entity.principal.office_phone = "13800000001".to_owned());
    let found = violations(FIRST, &again, &of_beijing);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].problem, Problem::SameNumberTwice);
}
