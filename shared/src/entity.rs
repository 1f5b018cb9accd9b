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

    /// Reads [`Self::number`] back.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|nature| nature.number() == number)
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

    /// The certificate to propose when this nature is chosen: the one with the code `chosen`
    /// already if it fits, or else the only one there is.
    #[must_use]
    pub fn fitting_certificate(self, chosen: &str) -> Option<CertificateKind> {
        let kinds = self.certificate_kinds();
        let chosen = CertificateKind::from_code(chosen).filter(|kind| kinds.contains(kind));
        chosen.or_else(|| kinds.first().copied().filter(|_| kinds.len() == 1))
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
        HongKongMacaoPermit = "hong_kong_macao_permit",
        PermanentResidenceCard = "permanent_residence_card",
    }
}

impl CertificateKind {
    /// Documents a person has.
    pub const PERSONAL: &'static [Self] = &[
        Self::IdentityCard,
        Self::Passport,
        Self::OfficerCard,
        Self::TaiwanPermit,
        Self::HongKongMacaoPermit,
        Self::PermanentResidenceCard,
    ];

    /// The authority's number (`Zjlx`, and `queryConditionType` of the status query). Public
    /// sources list 1 to 11; the last two are for the authority's downloaded table to settle.
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
            Self::HongKongMacaoPermit => 14,
            Self::PermanentResidenceCard => 15,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nature_proposes_the_only_certificate_and_keeps_one_that_fits() {
        let fitting = |nature: Nature, chosen| nature.fitting_certificate(chosen);
        assert_eq!(
            fitting(Nature::Enterprise, "passport"),
            Some(CertificateKind::BusinessLicense)
        );
        assert_eq!(
            fitting(Nature::Individual, "passport"),
            Some(CertificateKind::Passport)
        );
        assert_eq!(fitting(Nature::Individual, "business_license"), None);
    }
}
