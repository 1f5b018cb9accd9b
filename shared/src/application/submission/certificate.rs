//! What proves an entity or a person, and its number by the kind of certificate.

use super::findings::Findings;
use crate::code_table::{TableChoice, words_of};
use crate::credit_code::{CreditCodeError, UnifiedSocialCreditCode};
use crate::entity::CertificateKind;
use crate::field::Field;
use crate::hong_kong_macao_permit::HongKongMacaoPermit;
use crate::identity_card::IdentityCard;
use crate::parsed_text::{tidy_line, tidy_without_spaces};
use crate::permanent_residence_card::PermanentResidenceCard;
use crate::problem::Problem;

/// Digits of a business registration number (工商注册号), which licenses carried before 2015.
const REGISTRATION_NUMBER_DIGITS: usize = 15;

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
