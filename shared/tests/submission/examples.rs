use chrono::NaiveDate;
use shared::application::{
    ApplicationKind, EntityForm, FilingFacts, FilingForm, PersonForm, WebsiteForm, parse_filing,
};
use shared::code_table::{AuthorityTables, TableRow};
use shared::field::Field;
use shared::problem::{Problem, Violation};

pub const FIRST: ApplicationKind = ApplicationKind::FirstLicense;
pub const ACCESS: ApplicationKind = ApplicationKind::NewAccess;

pub fn facts() -> FilingFacts {
    FilingFacts {
        has_own_entity: false,
        own_entity_license_number: None,
        has_license_password: true,
        product_verified: true,
        provinces: Vec::new(),
        approved_endings: Vec::new(),
        tables: AuthorityTables::new(&[], &[], &certificates()),
        mobile_as_office_phone: Vec::new(),
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
    }
}

/// What public sources number, and the two documents that only a table of the authority can.
fn certificates() -> Vec<TableRow> {
    let known = [
        (1, "营业执照"),
        (2, "身份证"),
        (3, "组织机构代码证"),
        (4, "事业法人证书"),
        (5, "军队代号"),
        (6, "社团法人证书"),
        (7, "护照"),
        (8, "军官证"),
        (9, "组织机构代码证"),
        (10, "组织机构代码证"),
        (11, "台湾居民来往大陆通行证"),
        (21, "港澳居民来往内地通行证"),
        (22, "外国人永久居留身份证"),
        (23, "民办非企业单位登记证书"),
    ];
    let row = |(number, text): (i32, &str)| TableRow {
        number,
        text: text.to_owned(),
        class: None,
    };
    known.map(row).to_vec()
}

pub fn facts_with_own_entity() -> FilingFacts {
    let own_entity_license_number = Some("京ICP备20260001号".to_owned());
    FilingFacts {
        has_own_entity: true,
        own_entity_license_number,
        ..facts()
    }
}

pub fn person(name: &str) -> PersonForm {
    PersonForm {
        name: name.to_owned(),
        document_kind: "identity_card".to_owned(),
        document_number: "11010519491231002X".to_owned(),
        mobile: "13800000001".to_owned(),
        office_phone: "010-80000000".to_owned(),
        email: "principal@example.com".to_owned(),
    }
}

pub fn first_license() -> FilingForm {
    FilingForm {
        entity: EntityForm {
            name: "北京示例科技（集团）有限公司".to_owned(),
            nature: "enterprise".to_owned(),
            certificate_kind: "business_license".to_owned(),
            certificate_number: "91350100M000100Y43".to_owned(),
            certificate_address: "北京市海淀区示例路1号".to_owned(),
            investor: "示例控股有限公司".to_owned(),
            city_code: "110100".to_owned(),
            address: "北京市海淀区示例路1号2层201室".to_owned(),
            principal: person("张三"),
            remark: "第一行\n第二行".to_owned(),
            ..EntityForm::default()
        },
        website: WebsiteForm {
            domain: "example-new.cn".to_owned(),
            name: "示例商城".to_owned(),
            home_url: "www.example-new.cn/shop".to_owned(),
            languages: vec!["simplified_chinese".to_owned(), "english".to_owned()],
            principal: person("李四"),
            ..WebsiteForm::default()
        },
    }
}

pub fn new_access() -> FilingForm {
    FilingForm {
        entity: EntityForm {
            license_number: "京ICP备20260001号".to_owned(),
            name: "北京示例科技有限公司".to_owned(),
            ..EntityForm::default()
        },
        website: WebsiteForm {
            domain: "example-shop.cn".to_owned(),
            name: "EXAMPLE".to_owned(),
            license_number: "京ICP备20260001号-1".to_owned(),
            ..WebsiteForm::default()
        },
    }
}

pub fn violations(kind: ApplicationKind, form: &FilingForm, facts: &FilingFacts) -> Vec<Violation> {
    parse_filing(kind, form, facts).err().unwrap_or_default()
}

/// Spoils one thing of a right form and expects that one violation.
pub fn assert_only(
    kind: ApplicationKind,
    field: Field,
    problem: Problem,
    spoil: impl Fn(&mut FilingForm),
) {
    let mut form = if kind == FIRST {
        first_license()
    } else {
        new_access()
    };
    spoil(&mut form);
    let expected = [Violation::on(field, problem)];
    assert_eq!(violations(kind, &form, &facts()), expected, "{field:?}");
}
