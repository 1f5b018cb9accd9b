//! The entity (主体): the person or organisation that answers for its websites.
//!
//! Code numbers are those of the authority's base tables as far as public sources agree on
//! them; downloaded tables may add to them.

use crate::coded::coded;

coded! {
    /// Sponsor nature (`Dwxz`).
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
    /// The authority's number (`Dwxz`).
    #[must_use]
    pub const fn number(self) -> i32 {
        match self {
            Self::Military => 1,
            Self::Government => 2,
            Self::PublicInstitution => 3,
            Self::Enterprise => 4,
            Self::Individual => 5,
            Self::SocialOrganization => 6,
        }
    }

    /// Certificates that prove an entity of this nature.
    #[must_use]
    pub const fn certificate_kinds(self) -> &'static [CertificateKind] {
        use CertificateKind as C;
        match self {
            Self::Military => &[C::MilitaryCode],
            Self::Government => &[C::GovernmentOrganizationCode],
            Self::PublicInstitution => &[
                C::PublicInstitutionCertificate,
                C::PublicInstitutionOrganizationCode,
            ],
            Self::Enterprise => &[C::BusinessLicense],
            Self::Individual => C::PERSONAL,
            Self::SocialOrganization => {
                &[C::SocialOrganizationCertificate, C::SocialOrganizationCode]
            }
        }
    }
}

coded! {
    /// Certificate and document types (`Zjlx`).
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
    }
}

impl CertificateKind {
    /// Documents a person has.
    pub const PERSONAL: &'static [Self] = &[
        Self::IdentityCard,
        Self::Passport,
        Self::OfficerCard,
        Self::TaiwanPermit,
    ];

    /// The authority's number (`Zjlx`, and `queryConditionType` of the status query).
    #[must_use]
    pub const fn number(self) -> i32 {
        match self {
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
        }
    }
}
