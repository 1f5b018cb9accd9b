use super::certificate::{Certificate, CertificateNumber, TypedNumber, certificate_number};
use super::findings::Findings;
use crate::application::{FilingFacts, PersonForm};
use crate::calendar_date::add_months;
use crate::code_table::find;
use crate::email_address::EmailAddress;
use crate::field::Field;
use crate::parsed_text::tidy_line;
use crate::phone::{MobilePhone, OfficePhone, OfficePhoneError};
use crate::problem::Problem;

/// Age of majority: minors cannot answer for an entity or a website.
const ADULT_YEARS: u32 = 18;
/// `Fzr_zjhm`, shorter than an entity's number.
const MAX_DOCUMENT_NUMBER: u32 = 128;

/// A person in charge (`Fzr`, `Wz_Fzr`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PersonSubmission {
    pub name: String,
    /// Of a kind in [`crate::code_table::AuthorityTables::personal_documents`].
    pub document: Certificate,
    pub mobile: MobilePhone,
    /// Always there unless the entity is an individual (result 1031).
    pub office_phone: Option<OfficeNumber>,
    pub email: EmailAddress,
}

/// Where a person is reached beside the mobile (`Fzr_dhhm`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeNumber {
    Office(OfficePhone),
    /// A second mobile, in provinces that take one.
    Mobile(MobilePhone),
}

impl std::fmt::Display for OfficeNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Office(phone) => phone.fmt(formatter),
            Self::Mobile(phone) => phone.fmt(formatter),
        }
    }
}

/// What is asked of an office phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OfficePhoneRule {
    pub is_required: bool,
    /// Another mobile will do.
    pub takes_mobile: bool,
}

/// The fields of one person.
pub(super) struct PersonFields {
    name: Field,
    document_kind: Field,
    document_number: Field,
    mobile: Field,
    office_phone: Field,
    email: Field,
}

pub(super) const ENTITY_PRINCIPAL: PersonFields = PersonFields {
    name: Field::EntityPrincipalName,
    document_kind: Field::EntityPrincipalDocumentKind,
    document_number: Field::EntityPrincipalDocumentNumber,
    mobile: Field::EntityPrincipalMobile,
    office_phone: Field::EntityPrincipalOfficePhone,
    email: Field::EntityPrincipalEmail,
};

pub(super) const WEBSITE_PRINCIPAL: PersonFields = PersonFields {
    name: Field::WebsitePrincipalName,
    document_kind: Field::WebsitePrincipalDocumentKind,
    document_number: Field::WebsitePrincipalDocumentNumber,
    mobile: Field::WebsitePrincipalMobile,
    office_phone: Field::WebsitePrincipalOfficePhone,
    email: Field::WebsitePrincipalEmail,
};

pub(super) fn parse(
    form: &PersonForm,
    fields: &PersonFields,
    office_phone_rule: OfficePhoneRule,
    facts: &FilingFacts,
    findings: &mut Findings,
) -> Option<PersonSubmission> {
    let name = findings.name(fields.name, &form.name, 128);
    let document = document(form, fields, facts, findings);
    let mobile = findings.parsed(fields.mobile, &form.mobile, MobilePhone::parse, |why| {
        Problem::MobilePhone { why }
    });
    let office_phone = office_phone(form, fields, office_phone_rule, mobile.as_ref(), findings);
    let email = findings.parsed(fields.email, &form.email, EmailAddress::parse, |why| {
        Problem::EmailAddress { why }
    });
    Some(PersonSubmission {
        name: name?,
        document: document?,
        mobile: mobile?,
        office_phone: office_phone?,
        email: email?,
    })
}

/// The outer `None` means that it is wrong.
fn office_phone(
    form: &PersonForm,
    fields: &PersonFields,
    rule: OfficePhoneRule,
    mobile: Option<&MobilePhone>,
    findings: &mut Findings,
) -> Option<Option<OfficeNumber>> {
    if !rule.is_required && tidy_line(&form.office_phone).is_empty() {
        return Some(None);
    }
    let read = |typed: &str| match OfficePhone::parse(typed) {
        Err(OfficePhoneError::MobilePhoneGiven) if rule.takes_mobile => MobilePhone::parse(typed)
            .map(OfficeNumber::Mobile)
            .map_err(|_| OfficePhoneError::MobilePhoneGiven),
        read => read.map(OfficeNumber::Office),
    };
    let field = fields.office_phone;
    let why = |why| Problem::OfficePhone { why };
    match findings.parsed(field, &form.office_phone, read, why)? {
        OfficeNumber::Mobile(second) if Some(&second) == mobile => {
            findings.refuse(field, Problem::SameNumberTwice)
        }
        number => Some(Some(number)),
    }
}

fn document(
    form: &PersonForm,
    fields: &PersonFields,
    facts: &FilingFacts,
    findings: &mut Findings,
) -> Option<Certificate> {
    let kind = findings.option(fields.document_kind, &form.document_kind, |code| {
        find(facts.tables.personal_documents(), code)
    });
    let typed = TypedNumber {
        number: &form.document_number,
        confirmed: "",
        max: MAX_DOCUMENT_NUMBER,
    };
    let number = certificate_number(kind, fields.document_number, &typed, findings)?;
    let birth_date = match &number {
        CertificateNumber::IdentityCard(card) => Some(card.birth_date()),
        CertificateNumber::PermanentResidenceCard(card) => card.birth_date(),
        _ => None,
    };
    if birth_date.is_some_and(|born| add_months(born, ADULT_YEARS * 12) > facts.today) {
        return findings.refuse(
            fields.document_number,
            Problem::UnderAge { min: ADULT_YEARS },
        );
    }
    Some(Certificate {
        kind: kind?.clone(),
        number,
    })
}
