use crate::application::FilingStep;
use crate::field::Field;
use crate::problem::{Problem, Violation};

/// The step of a filing on which a field stands. The license password stands with the entity,
/// which has one for all its websites.
#[must_use]
pub const fn step_of(field: Field) -> FilingStep {
    use Field as F;
    match field {
        F::Server | F::AuthorizationCode => FilingStep::Verify,
        F::LicensePassword
        | F::EntityLicenseNumber
        | F::EntityName
        | F::EntityNature
        | F::EntityCertificateKind
        | F::EntityCertificateNumber
        | F::EntityCertificateNumberConfirmed
        | F::EntityCertificateAddress
        | F::EntityInvestor
        | F::EntityCity
        | F::EntityAddress
        | F::EntityPrincipalName
        | F::EntityPrincipalDocumentKind
        | F::EntityPrincipalDocumentNumber
        | F::EntityPrincipalMobile
        | F::EntityPrincipalOfficePhone
        | F::EntityPrincipalEmail
        | F::EntityRemark => FilingStep::Entity,
        F::WebsiteDomain
        | F::WebsiteName
        | F::WebsiteLicenseNumber
        | F::WebsiteHomeUrl
        | F::WebsiteLanguages
        | F::WebsitePrincipalName
        | F::WebsitePrincipalDocumentKind
        | F::WebsitePrincipalDocumentNumber
        | F::WebsitePrincipalMobile
        | F::WebsitePrincipalOfficePhone
        | F::WebsitePrincipalEmail
        | F::WebsiteRemark => FilingStep::Website,
        _ => FilingStep::Check,
    }
}

/// What is to be put right on one step.
#[must_use]
pub fn violations_of_step(step: FilingStep, violations: &[Violation]) -> Vec<Violation> {
    violations
        .iter()
        .filter(|violation| step_of_violation(violation) == step)
        .cloned()
        .collect()
}

/// The earliest step with something to put right; [`FilingStep::Check`] when all is well.
#[must_use]
pub fn first_open_step(violations: &[Violation]) -> FilingStep {
    violations
        .iter()
        .map(step_of_violation)
        .min()
        .unwrap_or(FilingStep::Check)
}

fn step_of_violation(violation: &Violation) -> FilingStep {
    match (violation.field, &violation.problem) {
        (Some(field), _) => step_of(field),
        (None, Problem::ProductNotVerified) => FilingStep::Verify,
        (None, _) => FilingStep::Check,
    }
}
