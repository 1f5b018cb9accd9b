use super::findings::Findings;
use super::person::{self, ENTITY_PRINCIPAL, OfficePhoneRule, PersonSubmission};
use crate::application::{EntityForm, FilingFacts};
use crate::area::{City, find_city, provinces_named};
use crate::code_table::{AuthorityTables, TableChoice, find, words_of};
use crate::credit_code::{CreditCodeError, UnifiedSocialCreditCode};
use crate::entity::{CertificateKind, is_organization};
use crate::field::Field;
use crate::hong_kong_macao_permit::HongKongMacaoPermit;
use crate::identity_card::IdentityCard;
use crate::parsed_text::{tidy_line, tidy_without_spaces};
use crate::permanent_residence_card::PermanentResidenceCard;
use crate::problem::{Problem, Violation};

/// Digits of a business registration number (工商注册号), which licenses carried before 2015.
const REGISTRATION_NUMBER_DIGITS: usize = 15;

/// A new entity (`Zt_xx`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntitySubmission {
    pub name: String,
    pub nature: TableChoice,
    /// Of a kind in [`crate::code_table::AuthorityTables::certificates_of`] the nature.
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
    pub kind: TableChoice,
    pub number: CertificateNumber,
}

/// A number that fits its kind of certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CertificateNumber {
    CreditCode(UnifiedSocialCreditCode),
    /// Stands so on the license, although its check character does not fit: some bureaus issued
    /// such codes. The holder has compared it.
    ConfirmedCreditCode(String),
    IdentityCard(IdentityCard),
    HongKongMacaoPermit(HongKongMacaoPermit),
    PermanentResidenceCard(PermanentResidenceCard),
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
            Self::HongKongMacaoPermit(permit) => permit.as_str(),
            Self::PermanentResidenceCard(card) => card.as_str(),
            Self::ConfirmedCreditCode(number) | Self::Other(number) => number,
        }
    }
}

pub(super) fn parse(
    form: &EntityForm,
    office_phone: OfficePhoneRule,
    facts: &FilingFacts,
    findings: &mut Findings,
) -> Option<EntitySubmission> {
    let name = findings.name(Field::EntityName, &form.name, 255);
    let tables = &facts.tables;
    let nature = findings.option(Field::EntityNature, &form.nature, |code| {
        find(&tables.natures, code)
    });
    let certificate = certificate(form, nature, tables, findings);
    let certificate_address = findings.line(
        Field::EntityCertificateAddress,
        &form.certificate_address,
        1024,
    );
    let investor = findings.optional_name(Field::EntityInvestor, &form.investor, 255);
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
        facts,
        findings,
    );
    let remark = findings.optional_lines(Field::EntityRemark, &form.remark, 1024);
    Some(EntitySubmission {
        name: name?,
        nature: nature?.clone(),
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
pub(super) fn office_phone_rule(form: &EntityForm, facts: &FilingFacts) -> OfficePhoneRule {
    let is_organization = is_organization(&tidy_line(&form.nature));
    let city = tidy_line(&form.city_code).parse().ok().and_then(find_city);
    let takes_mobile = &facts.mobile_as_office_phone;
    OfficePhoneRule {
        is_required: is_organization == Some(true),
        takes_mobile: city.is_some_and(|city| {
            // To this function no name at all means every province.
            !takes_mobile.is_empty()
                && provinces_named(takes_mobile)
                    .any(|province| province.code == city.province_code())
        }),
    }
}

fn certificate(
    form: &EntityForm,
    nature: Option<&TableChoice>,
    tables: &AuthorityTables,
    findings: &mut Findings,
) -> Option<Certificate> {
    let field = Field::EntityCertificateKind;
    let kind = findings.option(field, &form.certificate_kind, |code| {
        tables.certificate_kind(code)
    });
    if let (Some(nature), Some(kind)) = (nature, kind) {
        let fitting: Vec<_> = tables.certificates_of(&nature.code).collect();
        if !fitting.contains(&kind) {
            let problem = Problem::CertificateKindNotOfNature {
                nature: nature.code.clone(),
                kinds: fitting.into_iter().map(|kind| kind.code.clone()).collect(),
            };
            findings.add(Violation::on(field, problem));
        }
    }
    let field = Field::EntityCertificateNumber;
    let typed = TypedNumber {
        number: &form.certificate_number,
        confirmed: &form.confirmed_certificate_number,
        max: 255,
    };
    let number = certificate_number(kind, field, &typed, findings);
    Some(Certificate {
        kind: kind?.clone(),
        number: number?,
    })
}

/// A number of a certificate as it stands in a form.
pub(super) struct TypedNumber<'a> {
    pub number: &'a str,
    /// The number that the holder has compared with the certificate.
    pub confirmed: &'a str,
    pub max: u32,
}

/// Reads a number by its kind. While the kind is not known any number will do.
pub(super) fn certificate_number(
    kind: Option<&TableChoice>,
    field: Field,
    typed: &TypedNumber<'_>,
    findings: &mut Findings,
) -> Option<CertificateNumber> {
    let number = typed.number;
    match kind.and_then(|kind| CertificateKind::from_code(&kind.code)) {
        Some(CertificateKind::BusinessLicense) => {
            let read = |number: &str| business_license_number(number, typed.confirmed);
            findings.parsed(field, number, read, |why| Problem::CreditCode { why })
        }
        Some(CertificateKind::IdentityCard) => findings
            .parsed(field, number, IdentityCard::parse, |why| {
                Problem::IdentityCard { why }
            })
            .map(CertificateNumber::IdentityCard),
        Some(CertificateKind::HongKongMacaoPermit) => findings
            .parsed(field, number, HongKongMacaoPermit::parse, |why| {
                Problem::HongKongMacaoPermit { why }
            })
            .map(CertificateNumber::HongKongMacaoPermit),
        Some(CertificateKind::PermanentResidenceCard) => findings
            .parsed(field, number, PermanentResidenceCard::parse, |why| {
                Problem::PermanentResidenceCard { why }
            })
            .map(CertificateNumber::PermanentResidenceCard),
        _ => findings
            .code(field, number, typed.max)
            .map(CertificateNumber::Other),
    }
}

/// The one spelling of a number, right or wrong; as typed while the kind is not known.
pub(in crate::application) fn certificate_number_spelling(kind: &str, typed: &str) -> String {
    let kind = tidy_line(kind);
    if CertificateKind::from_code(&kind).is_some() || words_of(&kind).is_some() {
        tidy_without_spaces(&tidy_line(typed)).to_ascii_uppercase()
    } else {
        tidy_line(typed)
    }
}

fn business_license_number(
    typed: &str,
    confirmed: &str,
) -> Result<CertificateNumber, CreditCodeError> {
    let spelling = |text: &str| tidy_without_spaces(text).to_ascii_uppercase();
    let number = spelling(typed);
    let all_digits = number.chars().all(|c| c.is_ascii_digit());
    if all_digits && number.len() == REGISTRATION_NUMBER_DIGITS {
        return Ok(CertificateNumber::Other(number));
    }
    match UnifiedSocialCreditCode::parse(&number) {
        // The last thing that can be wrong: everything else fits.
        Err(CreditCodeError::CheckCharacter) if spelling(confirmed) == number => {
            Ok(CertificateNumber::ConfirmedCreditCode(number))
        }
        read => read.map(CertificateNumber::CreditCode),
    }
}
