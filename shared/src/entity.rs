//! The entity (主体): the person or organisation that answers for its websites.
//!
//! Natures and certificates are data of the authority's tables ([`crate::code_table`]); here
//! stands what this system knows of them by name.

use crate::code_table::{Known, TableRow, words_of};
use crate::coded::coded;

coded! {
    /// A sponsor's nature (`Dwxz`) that is known by name, in the order of the numbers.
    Nature {
        Military = "military",
        Government = "government",
        PublicInstitution = "public_institution",
        Enterprise = "enterprise",
        Individual = "individual",
        SocialOrganization = "social_organization",
    }
}

impl Nature {
    /// Until a table of the authority came.
    const fn usual_number(self) -> i32 {
        match self {
            Self::Military => 1,
            Self::Government => 2,
            Self::PublicInstitution => 3,
            Self::Enterprise => 4,
            Self::Individual => 5,
            Self::SocialOrganization => 6,
        }
    }

    /// What the authority's word for it begins with.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Military => &["军队", "部队", "国防"],
            Self::Government => &["政府", "党政"],
            Self::PublicInstitution => &["事业"],
            Self::Enterprise => &["企业"],
            Self::Individual => &["个人", "自然人"],
            Self::SocialOrganization => &["社会团体", "社团"],
        }
    }
}

impl Known for Nature {
    const ALL: &'static [Self] = Self::ALL;

    fn code(self) -> &'static str {
        self.code()
    }

    fn number(self) -> Option<i32> {
        Some(self.usual_number())
    }

    fn of_row(row: &TableRow) -> Option<Self> {
        let is_meant = |nature: &Self| {
            let mut words = nature.words().iter();
            words.any(|word| row.text.trim().starts_with(word))
        };
        Self::ALL.iter().copied().find(is_meant)
    }
}

/// Whether the nature with this code is an organization's; `None` for what is no nature. Natures
/// that only the authority's table knows are organizations': it has one for persons.
#[must_use]
pub fn is_organization(nature: &str) -> Option<bool> {
    match Nature::from_code(nature) {
        Some(nature) => Some(nature != Nature::Individual),
        None => words_of(nature).map(|_| true),
    }
}

coded! {
    /// A certificate or a document (`Zjlx`) that is known by name, in the order of the numbers.
    CertificateKind {
        BusinessLicense = "business_license",
        IdentityCard = "identity_card",
        PublicInstitutionOrganizationCode = "public_institution_organization_code",
        PublicInstitutionCertificate = "public_institution_certificate",
        MilitaryCode = "military_code",
        SocialOrganizationCertificate = "social_organization_certificate",
        Passport = "passport",
        OfficerCard = "officer_card",
        GovernmentOrganizationCode = "government_organization_code",
        SocialOrganizationCode = "social_organization_code",
        TaiwanPermit = "taiwan_permit",
        HongKongMacaoPermit = "hong_kong_macao_permit",
        PermanentResidenceCard = "permanent_residence_card",
    }
}

impl CertificateKind {
    /// Until a table of the authority came (`Zjlx`, and `queryConditionType` of the status
    /// query): public sources list 1 to 11.
    const fn usual_number(self) -> Option<i32> {
        Some(match self {
            Self::BusinessLicense => 1,
            Self::IdentityCard => 2,
            Self::PublicInstitutionOrganizationCode => 3,
            Self::PublicInstitutionCertificate => 4,
            Self::MilitaryCode => 5,
            Self::SocialOrganizationCertificate => 6,
            Self::Passport => 7,
            Self::OfficerCard => 8,
            Self::GovernmentOrganizationCode => 9,
            Self::SocialOrganizationCode => 10,
            Self::TaiwanPermit => 11,
            Self::HongKongMacaoPermit | Self::PermanentResidenceCard => return None,
        })
    }

    /// The natures that it proves.
    #[must_use]
    pub const fn natures(self) -> &'static [Nature] {
        match self {
            Self::BusinessLicense => &[Nature::Enterprise],
            Self::PublicInstitutionOrganizationCode | Self::PublicInstitutionCertificate => {
                &[Nature::PublicInstitution]
            }
            Self::MilitaryCode => &[Nature::Military],
            Self::SocialOrganizationCertificate | Self::SocialOrganizationCode => {
                &[Nature::SocialOrganization]
            }
            Self::GovernmentOrganizationCode => &[Nature::Government],
            Self::IdentityCard
            | Self::Passport
            | Self::OfficerCard
            | Self::TaiwanPermit
            | Self::HongKongMacaoPermit
            | Self::PermanentResidenceCard => &[Nature::Individual],
        }
    }

    /// What the authority's word for it holds, all of it.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::BusinessLicense => &["营业执照"],
            Self::IdentityCard => &["身份证"],
            Self::PublicInstitutionOrganizationCode
            | Self::GovernmentOrganizationCode
            | Self::SocialOrganizationCode => &["组织机构代码"],
            Self::PublicInstitutionCertificate => &["事业", "法人"],
            Self::MilitaryCode => &["代号"],
            Self::SocialOrganizationCertificate => &["社", "团", "法人"],
            Self::Passport => &["护照"],
            Self::OfficerCard => &["军官证"],
            Self::TaiwanPermit => &["台", "通行证"],
            Self::HongKongMacaoPermit => &["港澳", "通行证"],
            Self::PermanentResidenceCard => &["永久居留"],
        }
    }
}

impl Known for CertificateKind {
    const ALL: &'static [Self] = Self::ALL;

    fn code(self) -> &'static str {
        self.code()
    }

    fn number(self) -> Option<i32> {
        self.usual_number()
    }

    /// By its words; where several share them (the certificates of an organization code, and
    /// `外国人永久居留身份证` is no `身份证`) by the number or by the longer words.
    fn of_row(row: &TableRow) -> Option<Self> {
        let is_meant = |kind: &Self| kind.words().iter().all(|word| row.text.contains(word));
        let meant: Vec<Self> = Self::ALL.iter().copied().filter(is_meant).collect();
        match meant.as_slice() {
            [only] => Some(*only),
            [Self::IdentityCard, longer] => Some(*longer),
            several => several
                .iter()
                .copied()
                .find(|kind| kind.usual_number() == Some(row.number)),
        }
    }
}
