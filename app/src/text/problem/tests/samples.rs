//! One of every refusal, with every inner reason.

use chrono::DateTime;
use shared::application::{HoldReason, WaitsFor};
use shared::authorization_code::{
    CodeTextError, DisableRefused, InvalidReason, QuotaRefused, RestoreRefused, TakeBackRefused,
    VerifyRefusal,
};
use shared::cloud_server::Ineligibility;
use shared::credit_code::CreditCodeError;
use shared::domain_name::DomainNameError;
use shared::email_address::EmailAddressError;
use shared::hong_kong_macao_permit::HongKongMacaoPermitError;
use shared::identity_card::IdentityCardError;
use shared::license_number::LicenseNumberError;
use shared::permanent_residence_card::PermanentResidenceCardError;
use shared::phone::{MobilePhoneError, OfficePhoneError};
use shared::policy::TermBasis;
use shared::problem::Problem;

const LICENSE: &str = "京ICP备12345678号";

const fn too_short(inclusive: bool, basis: TermBasis) -> Ineligibility {
    Ineligibility::TermTooShort {
        required_months: 3,
        inclusive,
        basis,
    }
}

pub const INELIGIBLE: [Ineligibility; 9] = [
    Ineligibility::NotPrepaid,
    too_short(false, TermBasis::Total),
    too_short(true, TermBasis::Total),
    too_short(false, TermBasis::Remaining),
    too_short(true, TermBasis::Remaining),
    Ineligibility::TooFewDaysLeft { required_days: 30 },
    Ineligibility::NoPublicIp,
    Ineligibility::NotMainland,
    Ineligibility::NotUsable,
];

/// What somebody may be told at "verify the product": one of each kind.
pub fn verification_refusals() -> [Problem; 6] {
    [
        Problem::CodeMistyped {
            why: CodeTextError::CheckCharacter,
        },
        Problem::CodeRefused {
            why: VerifyRefusal::Unknown,
        },
        Problem::CodeRefused {
            why: VerifyRefusal::HasBeenUsed,
        },
        Problem::CodeRefused {
            why: VerifyRefusal::Expired,
        },
        Problem::CodeRefused {
            why: VerifyRefusal::Disabled {
                reason: InvalidReason::DisabledByOwner,
            },
        },
        Problem::CodeRefused {
            why: VerifyRefusal::ServerNotEligible {
                failed: vec![Ineligibility::NoPublicIp],
            },
        },
    ]
}

/// At least one of every code, with every inner reason.
pub fn every_problem() -> Vec<Problem> {
    let at = DateTime::UNIX_EPOCH;
    let license_number = || LICENSE.to_owned();
    let mut problems = vec![
        Problem::Required,
        Problem::TooLong { max: 50 },
        Problem::NotAnOption,
        Problem::CertificateKindNotOfNature {
            nature: "enterprise".to_owned(),
            kinds: vec!["business_license".to_owned(), "16:证书".to_owned()],
        },
        Problem::NotRepresentable { character: '𠮷' },
        Problem::EndingNotApproved {
            ending: "io".to_owned(),
        },
        Problem::HomeUrlNotOnDomain,
        Problem::WebsiteNameNotTelling,
        Problem::WebsiteOfOtherEntity {
            entity_license_number: license_number(),
        },
        Problem::SameNumberTwice,
        Problem::UnderAge { min: 18 },
        Problem::WrongCredentials,
        Problem::CurrentPasswordWrong,
        Problem::TooManyTries { until: at },
        Problem::LoginCodeWrong,
        Problem::PasswordTooShort { min: 12 },
        Problem::PasswordIsAddress,
        Problem::PasswordRepeats,
        Problem::PasswordCommon,
        Problem::PasswordUnchanged,
        Problem::EmailTaken,
        Problem::AccountBlocked,
        Problem::NoSecondAdministrator,
        Problem::OwnProposal,
        Problem::AdministratorNotOpened,
        Problem::OtherAdministratorsPassword,
        Problem::OwnAccount,
        Problem::LastAdministrator,
        Problem::ServerNotEligible {
            failed: INELIGIBLE.to_vec(),
        },
        // Its server is back.
        Problem::CodeRefused {
            why: VerifyRefusal::ServerNotEligible { failed: Vec::new() },
        },
        Problem::CodeInOwnApplication {
            application_id: 7,
            number: "FL-20261122-0007".to_owned(),
        },
        Problem::NoLiveAccess,
        Problem::OrderInProgress {
            application_id: 7,
            number: "CA-20261122-0007".to_owned(),
            why: WaitsFor::AnyOrder,
        },
        Problem::OrderInProgress {
            application_id: 7,
            number: "CA-20261122-0007".to_owned(),
            why: WaitsFor::SameWebsite,
        },
        Problem::OrderInProgress {
            application_id: 7,
            number: "CA-20261122-0007".to_owned(),
            why: WaitsFor::FirstLicense,
        },
        Problem::LicensePasswordWrong { tries_left: 4 },
        Problem::LicensePasswordLocked { until: at },
        Problem::LicensePasswordTriedTooOften,
        Problem::AuthorityUnreachable,
        Problem::AcknowledgementRequired,
        Problem::NoReasonGiven,
        Problem::NotPossibleNow {
            status: "completed".to_owned(),
        },
        Problem::ChangedMeanwhile,
        Problem::CodesIssuedAlready,
        Problem::TooManyDrafts { most: 20 },
        Problem::ProductNotVerified,
        Problem::EntityExists,
        Problem::EntityMissing,
        Problem::EntityOfOtherAccount,
        Problem::AuthorityDataPending,
        Problem::DomainAlreadyFiled {
            license_number: license_number(),
        },
        Problem::DomainNotFiled,
        Problem::DomainFiledElsewhere {
            license_number: license_number(),
        },
        Problem::EntityAlreadyFiled {
            license_number: license_number(),
        },
        Problem::DomainServedHere,
        Problem::DomainServedMeanwhile,
        Problem::ClaimedByOther {
            name: "Li Lei".to_owned(),
        },
        Problem::AlreadyDecided {
            by: "Li Lei".to_owned(),
            status: "submitting".to_owned(),
            at,
        },
        Problem::OwnApplication,
        Problem::HolidayYearUnreadable { line: 3 },
    ];
    problems.extend(
        HoldReason::ALL
            .iter()
            .map(|reason| Problem::Held { reason: *reason }),
    );
    problems.extend(verification_refusals());
    problems.extend(code_reasons());
    problems.extend(format_reasons());
    problems
}

fn code_reasons() -> Vec<Problem> {
    let mut problems: Vec<_> = [
        CodeTextError::Empty,
        CodeTextError::Length { found: 19 },
        CodeTextError::Character { character: 'O' },
    ]
    .map(|why| Problem::CodeMistyped { why })
    .into();
    problems.extend(
        [InvalidReason::DisabledByStaff, InvalidReason::Abandoned].map(|reason| {
            Problem::CodeRefused {
                why: VerifyRefusal::Disabled { reason },
            }
        }),
    );
    problems.extend(
        [
            QuotaRefused::NotANumberOfCodes { remaining: 1 },
            QuotaRefused::NotANumberOfCodes { remaining: 3 },
            QuotaRefused::MoreThanRemaining { remaining: 0 },
            QuotaRefused::MoreThanRemaining { remaining: 2 },
        ]
        .map(|why| Problem::Quota { why }),
    );
    problems.extend(
        [
            DisableRefused::NotUnused,
            DisableRefused::Used,
            DisableRefused::AlreadyInvalid,
        ]
        .map(|why| Problem::CodeNotDisabled { why }),
    );
    problems.extend(
        [
            RestoreRefused::NotDisabledByStaff,
            RestoreRefused::SamePerson,
        ]
        .map(|why| Problem::CodeNotRestored { why }),
    );
    problems.extend(
        [
            TakeBackRefused::Submitted,
            TakeBackRefused::Used,
            TakeBackRefused::NotInUse,
        ]
        .map(|why| Problem::CodeNotTakenBack { why }),
    );
    problems
}

fn format_reasons() -> Vec<Problem> {
    use {
        CreditCodeError as C, DomainNameError as D, EmailAddressError as E,
        HongKongMacaoPermitError as H, IdentityCardError as I, LicenseNumberError as L,
        MobilePhoneError as M, OfficePhoneError as O, PermanentResidenceCardError as P,
    };
    let mut problems = Vec::new();
    problems.extend(
        [
            L::Empty,
            L::UnknownProvince,
            L::MarkMissing,
            L::CommercialPermit,
            L::PublicSecurityRegistration,
            L::SerialLength,
            L::TextAfterNumber,
            L::SuffixMalformed,
            L::SuffixNotWanted,
            L::SuffixMissing,
        ]
        .map(|why| Problem::LicenseNumber { why }),
    );
    problems.extend(
        [
            D::Empty,
            D::SchemeGiven,
            D::PathGiven,
            D::PortGiven,
            D::EmailAddressGiven,
            D::IpAddressGiven,
            D::WwwGiven,
            D::EndingMissing,
            D::PublicSuffix,
            D::LabelEmpty,
            D::LabelTooLong,
            D::HyphenAtEdge,
            D::IllegalCharacter('!'),
            D::NotIdna,
            D::TooShort,
            D::TooLong,
        ]
        .map(|why| Problem::DomainName { why }),
    );
    problems.extend(
        [
            C::Empty,
            C::IllegalCharacter('O'),
            C::Length,
            C::PlaceNotDigits,
            C::CheckCharacter,
        ]
        .map(|why| Problem::CreditCode { why }),
    );
    problems.extend(
        [
            I::Empty,
            I::IllegalCharacter('A'),
            I::FirstGeneration,
            I::Length,
            I::UnknownProvince,
            I::BirthDate,
            I::CheckCharacter,
        ]
        .map(|why| Problem::IdentityCard { why }),
    );
    problems.extend(
        [H::Empty, H::Beginning, H::Digits].map(|why| Problem::HongKongMacaoPermit { why }),
    );
    problems.extend(
        [
            P::Empty,
            P::Form,
            P::Beginning,
            P::BirthDate,
            P::CheckCharacter,
        ]
        .map(|why| Problem::PermanentResidenceCard { why }),
    );
    problems.extend(
        [
            M::Empty,
            M::OtherCountry,
            M::IllegalCharacter('A'),
            M::OfficePhoneGiven,
            M::MoreThanOne,
            M::Length,
            M::Beginning,
        ]
        .map(|why| Problem::MobilePhone { why }),
    );
    problems.extend(
        [
            O::Empty,
            O::OtherCountry,
            O::IllegalCharacter('A'),
            O::MobilePhoneGiven,
            O::MoreThanOne,
            O::AreaCode,
            O::NumberLength,
            O::Extension,
        ]
        .map(|why| Problem::OfficePhone { why }),
    );
    problems.extend(
        [
            E::Empty,
            E::AtMissing,
            E::MoreThanOne,
            E::LocalPartEmpty,
            E::LocalPartTooLong,
            E::IllegalCharacter('!'),
            E::DotMisplaced,
            E::Domain(D::EndingMissing),
            E::TooShort,
            E::TooLong,
        ]
        .map(|why| Problem::EmailAddress { why }),
    );
    problems
}
