//! What a filing says once it has been read: a submission exists only when the whole form is
//! right, so nothing behind it checks again.
//!
//! Limits are those of the authority's documents XZBA and XZJR; lengths count characters.

mod certificate;
mod entity;
mod findings;
mod new_access;
mod person;
mod step;
mod website;

pub(in crate::application) use certificate::certificate_number_spelling;
pub use certificate::{Certificate, CertificateNumber};
pub use entity::EntitySubmission;
pub use new_access::{NewAccessEntity, NewAccessSubmission};
pub use person::{OfficeNumber, PersonSubmission};
pub use step::{first_open_step, step_of, violations_of_step};
pub use website::WebsiteSubmission;
pub(in crate::application) use website::canonical_home_url;

use super::{ApplicationKind, FilingForm};
use crate::code_table::AuthorityTables;
use crate::domain_name::DomainName;
use crate::problem::{Problem, Violation};
use chrono::NaiveDate;
use findings::Findings;

/// A complete filing. [`parse_filing`] is the only way to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilingSubmission {
    FirstLicense(Box<FirstLicenseSubmission>),
    NewAccess(NewAccessSubmission),
}

impl FilingSubmission {
    /// The domain the filing is about.
    #[must_use]
    pub const fn domain(&self) -> &DomainName {
        match self {
            Self::FirstLicense(first) => &first.website.domain,
            Self::NewAccess(new_access) => &new_access.domain,
        }
    }
}

/// A new entity with its first website.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FirstLicenseSubmission {
    pub entity: EntitySubmission,
    pub website: WebsiteSubmission,
}

impl FirstLicenseSubmission {
    /// Who answers for the website, be it the entity's principal or another person.
    #[must_use]
    pub fn website_principal(&self) -> &PersonSubmission {
        self.website
            .principal
            .as_ref()
            .unwrap_or(&self.entity.principal)
    }
}

/// What the form alone does not tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingFacts {
    /// New access: the account has an entity, so the form's entity step is not asked for.
    pub has_own_entity: bool,
    /// The number of that entity, once it has one.
    pub own_entity_license_number: Option<String>,
    /// A license password was typed and is kept.
    pub has_license_password: bool,
    /// S29: a server or an authorization code is reserved for the application.
    pub product_verified: bool,
    /// Where a new entity may be, by the characters that license numbers begin with; empty:
    /// anywhere.
    pub provinces: Vec<char>,
    /// Endings of domains that were approved beside those of the shipped table.
    pub approved_endings: Vec<String>,
    /// What there is to choose.
    pub tables: AuthorityTables,
    /// Provinces, by the same characters, where another mobile counts as an office phone (policy
    /// `entity.mobile_as_office_phone`).
    pub mobile_as_office_phone: Vec<char>,
    /// The date in Asia/Shanghai.
    pub today: NaiveDate,
}

/// Reads a form as the submission it is meant to be.
///
/// # Errors
/// Everything that is wrong, in the order of the form, each with its field; never empty.
pub fn parse_filing(
    kind: ApplicationKind,
    form: &FilingForm,
    facts: &FilingFacts,
) -> Result<FilingSubmission, Vec<Violation>> {
    let mut findings = Findings::default();
    if !facts.product_verified {
        findings.add(Violation::general(Problem::ProductNotVerified));
    }
    let submission = match kind {
        ApplicationKind::FirstLicense => first_license(form, facts, &mut findings)
            .map(|submission| FilingSubmission::FirstLicense(Box::new(submission))),
        ApplicationKind::NewAccess => {
            new_access::parse(form, facts, &mut findings).map(FilingSubmission::NewAccess)
        }
        ApplicationKind::CancelAccess => {
            findings.add(Violation::general(Problem::NotAnOption));
            None
        }
    };
    findings.conclude(submission)
}

fn first_license(
    form: &FilingForm,
    facts: &FilingFacts,
    findings: &mut Findings,
) -> Option<FirstLicenseSubmission> {
    let office_phone = entity::office_phone_rule(&form.entity, facts);
    let entity = entity::parse(&form.entity, office_phone, facts, findings);
    let website = website::parse(&form.website, office_phone, facts, findings);
    Some(FirstLicenseSubmission {
        entity: entity?,
        website: website?,
    })
}
