use super::entity::{Certificate, CertificateNumber, certificate_number};
use super::findings::Findings;
use crate::application::PersonForm;
use crate::calendar_date::add_months;
use crate::email_address::EmailAddress;
use crate::entity::CertificateKind;
use crate::field::Field;
use crate::parsed_text::tidy_line;
use crate::phone::{MobilePhone, OfficePhone};
use crate::problem::Problem;
use chrono::NaiveDate;

/// Age of majority: minors cannot answer for an entity or a website.
const ADULT_YEARS: u32 = 18;
/// `Fzr_zjhm`, shorter than an entity's number.
const MAX_DOCUMENT_NUMBER: u32 = 128;

/// A person in charge (`Fzr`, `Wz_Fzr`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PersonSubmission {
    pub name: String,
    /// Of a kind in [`CertificateKind::PERSONAL`].
    pub document: Certificate,
    pub mobile: MobilePhone,
    /// Always there unless the entity is an individual (result 1031).
    pub office_phone: Option<OfficePhone>,
    pub email: EmailAddress,
}

/// Whether an office phone must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfficePhoneRule {
    Required,
    Optional,
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
    today: NaiveDate,
    findings: &mut Findings,
) -> Option<PersonSubmission> {
    let name = findings.line(fields.name, &form.name, 128);
    let document = document(form, fields, today, findings);
    let mobile = findings.parsed(fields.mobile, &form.mobile, MobilePhone::parse, |why| {
        Problem::MobilePhone { why }
    });
    let office_phone = office_phone(form, fields, office_phone_rule, findings);
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
    findings: &mut Findings,
) -> Option<Option<OfficePhone>> {
    if rule == OfficePhoneRule::Optional && tidy_line(&form.office_phone).is_empty() {
        return Some(None);
    }
    findings
        .parsed(
            fields.office_phone,
            &form.office_phone,
            OfficePhone::parse,
            |why| Problem::OfficePhone { why },
        )
        .map(Some)
}

fn document(
    form: &PersonForm,
    fields: &PersonFields,
    today: NaiveDate,
    findings: &mut Findings,
) -> Option<Certificate> {
    let personal = |code: &str| {
        CertificateKind::from_code(code).filter(|kind| CertificateKind::PERSONAL.contains(kind))
    };
    let kind = findings.option(fields.document_kind, &form.document_kind, personal);
    let number = certificate_number(
        kind,
        fields.document_number,
        &form.document_number,
        MAX_DOCUMENT_NUMBER,
        findings,
    )?;
    if let CertificateNumber::IdentityCard(card) = &number
        && add_months(card.birth_date(), ADULT_YEARS * 12) > today
    {
        return findings.refuse(
            fields.document_number,
            Problem::UnderAge { min: ADULT_YEARS },
        );
    }
    Some(Certificate {
        kind: kind?,
        number,
    })
}
