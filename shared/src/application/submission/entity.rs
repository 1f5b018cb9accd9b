use super::findings::Findings;
use super::person::{self, ENTITY_PRINCIPAL, OfficePhoneRule, PersonSubmission};
use crate::application::{EntityForm, FilingFacts};
use crate::area::{City, find_city, provinces_named};
use crate::credit_code::{CreditCodeError, UnifiedSocialCreditCode};
use crate::entity::{CertificateKind, Nature};
use crate::field::Field;
use crate::identity_card::IdentityCard;
use crate::parsed_text::{tidy_line, tidy_without_spaces};
use crate::problem::{Problem, Violation};

/// Digits of a business registration number (工商注册号), which licenses carried before 2015.
const REGISTRATION_NUMBER_DIGITS: usize = 15;

/// A new entity (`Zt_xx`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntitySubmission {
    pub name: String,
    pub nature: Nature,
    /// Of a kind in [`Nature::certificate_kinds`].
    pub certificate: Certificate,
    pub certificate_address: String,
    /// `None` means the entity itself.
    pub investor: Option<String>,
    pub city: City,
    /// Mailing address down to the room.
    pub address: String,
    pub principal: PersonSubmission,
    pub remark: Option<String>,
}

/// What proves an entity or a person (`Zj`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Certificate {
    pub kind: CertificateKind,
    pub number: CertificateNumber,
}

/// A number that fits its kind of certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CertificateNumber {
    CreditCode(UnifiedSocialCreditCode),
    IdentityCard(IdentityCard),
    /// Of kinds whose numbers follow no rule we know; and the 15 digits that a business
    /// license carried before the credit code.
    Other(String),
}

impl CertificateNumber {
    /// As the authority takes it (`Zjhm`).
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CreditCode(code) => code.as_str(),
            Self::IdentityCard(card) => card.as_str(),
            Self::Other(number) => number,
        }
    }
}

pub(super) fn parse(
    form: &EntityForm,
    office_phone: OfficePhoneRule,
    facts: &FilingFacts,
    findings: &mut Findings,
) -> Option<EntitySubmission> {
    let name = findings.line(Field::EntityName, &form.name, 255);
    let nature = findings.option(Field::EntityNature, &form.nature, Nature::from_code);
    let certificate = certificate(form, nature, findings);
    let certificate_address = findings.line(
        Field::EntityCertificateAddress,
        &form.certificate_address,
        1024,
    );
    let investor = findings.optional_line(Field::EntityInvestor, &form.investor, 255);
    let city = findings.option(Field::EntityCity, &form.city_code, |code| {
        code.parse()
            .ok()
            .and_then(find_city)
            .filter(|city| is_offered(*city, facts))
    });
    let address = findings.line(Field::EntityAddress, &form.address, 1024);
    let principal = person::parse(
        &form.principal,
        &ENTITY_PRINCIPAL,
        office_phone,
        facts.today,
        findings,
    );
    let remark = findings.optional_lines(Field::EntityRemark, &form.remark, 1024);
    Some(EntitySubmission {
        name: name?,
        nature: nature?,
        certificate: certificate?,
        certificate_address: certificate_address?,
        investor: investor?,
        city: city?,
        address: address?,
        principal: principal?,
        remark: remark?,
    })
}

/// A provider may report entities of certain provinces only (result 1045).
fn is_offered(city: City, facts: &FilingFacts) -> bool {
    provinces_named(&facts.provinces).any(|province| province.code == city.province_code())
}

/// Organizations must have one; as long as the nature is not known nobody is asked for it.
pub(super) fn office_phone_rule(form: &EntityForm) -> OfficePhoneRule {
    match Nature::from_code(&tidy_line(&form.nature)) {
        None | Some(Nature::Individual) => OfficePhoneRule::Optional,
        Some(_) => OfficePhoneRule::Required,
    }
}

fn certificate(
    form: &EntityForm,
    nature: Option<Nature>,
    findings: &mut Findings,
) -> Option<Certificate> {
    let field = Field::EntityCertificateKind;
    let kind = findings.option(field, &form.certificate_kind, CertificateKind::from_code);
    let unfit = nature
        .filter(|nature| kind.is_some_and(|kind| !nature.certificate_kinds().contains(&kind)));
    if let Some(nature) = unfit {
        findings.add(Violation::on(
            field,
            Problem::CertificateKindNotOfNature { nature },
        ));
    }
    let field = Field::EntityCertificateNumber;
    let number = certificate_number(kind, field, &form.certificate_number, 255, findings);
    Some(Certificate {
        kind: kind?,
        number: number?,
    })
}

/// Reads a number by its kind. While the kind is not known any number will do.
pub(super) fn certificate_number(
    kind: Option<CertificateKind>,
    field: Field,
    typed: &str,
    max: u32,
    findings: &mut Findings,
) -> Option<CertificateNumber> {
    match kind {
        Some(CertificateKind::BusinessLicense) => {
            findings.parsed(field, typed, business_license_number, |why| {
                Problem::CreditCode { why }
            })
        }
        Some(CertificateKind::IdentityCard) => findings
            .parsed(field, typed, IdentityCard::parse, |why| {
                Problem::IdentityCard { why }
            })
            .map(CertificateNumber::IdentityCard),
        _ => findings
            .line(field, typed, max)
            .map(CertificateNumber::Other),
    }
}

fn business_license_number(typed: &str) -> Result<CertificateNumber, CreditCodeError> {
    let number = tidy_without_spaces(typed);
    let all_digits = number.chars().all(|c| c.is_ascii_digit());
    if all_digits && number.len() == REGISTRATION_NUMBER_DIGITS {
        return Ok(CertificateNumber::Other(number));
    }
    UnifiedSocialCreditCode::parse(&number).map(CertificateNumber::CreditCode)
}
