use super::FilingFacts;
use super::findings::Findings;
use super::website::{MAX_NAME, domain};
use crate::application::{EntityForm, FilingForm};
use crate::domain_name::DomainName;
use crate::field::Field;
use crate::license_number::{EntityLicenseNumber, WebsiteLicenseNumber};
use crate::problem::{Problem, Violation};

/// A filed website to which this provider is added (`XZJR`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewAccessSubmission {
    pub entity: NewAccessEntity,
    pub domain: DomainName,
    /// As licensed: a name that would be refused today may stand.
    pub website_name: String,
    /// Of a website of [`Self::entity`].
    pub website_license_number: WebsiteLicenseNumber,
}

/// Whose website it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewAccessEntity {
    /// The account's own entity.
    Own { license_number: EntityLicenseNumber },
    /// An entity filed elsewhere, which the account does not have yet.
    Elsewhere {
        license_number: EntityLicenseNumber,
        name: String,
    },
}

impl NewAccessEntity {
    #[must_use]
    pub const fn license_number(&self) -> &EntityLicenseNumber {
        match self {
            Self::Own { license_number } | Self::Elsewhere { license_number, .. } => license_number,
        }
    }
}

pub(super) fn parse(
    form: &FilingForm,
    facts: &FilingFacts,
    findings: &mut Findings,
) -> Option<NewAccessSubmission> {
    let (entity, entity_number) = if facts.has_own_entity {
        let number = own_number(facts, findings);
        let own = number
            .clone()
            .map(|license_number| NewAccessEntity::Own { license_number });
        (own, number)
    } else {
        elsewhere(&form.entity, findings)
    };
    if !facts.has_license_password {
        findings.add(Violation::on(Field::LicensePassword, Problem::Required));
    }
    let domain = domain(&form.website, findings);
    let website_name = findings.line(Field::WebsiteName, &form.website.name, MAX_NAME);
    let website_license_number = website_number(form, entity_number.as_ref(), findings);
    Some(NewAccessSubmission {
        entity: entity?,
        domain: domain?,
        website_name: website_name?,
        website_license_number: website_license_number?,
    })
}

/// An entity whose own filing is not approved yet has no number, and no filed website.
fn own_number(facts: &FilingFacts, findings: &mut Findings) -> Option<EntityLicenseNumber> {
    let number = facts.own_entity_license_number.as_deref();
    let number = number.and_then(|number| EntityLicenseNumber::parse(number).ok());
    if number.is_none() {
        findings.add(Violation::general(Problem::EntityMissing));
    }
    number
}

/// The entity, and its number on its own for the case that only the name is wrong.
fn elsewhere(
    form: &EntityForm,
    findings: &mut Findings,
) -> (Option<NewAccessEntity>, Option<EntityLicenseNumber>) {
    let number = findings.parsed(
        Field::EntityLicenseNumber,
        &form.license_number,
        EntityLicenseNumber::parse,
        |why| Problem::LicenseNumber { why },
    );
    let name = findings.name(Field::EntityName, &form.name, 255);
    let entity =
        number
            .clone()
            .zip(name)
            .map(|(license_number, name)| NewAccessEntity::Elsewhere {
                license_number,
                name,
            });
    (entity, number)
}

fn website_number(
    form: &FilingForm,
    entity: Option<&EntityLicenseNumber>,
    findings: &mut Findings,
) -> Option<WebsiteLicenseNumber> {
    let field = Field::WebsiteLicenseNumber;
    let number = findings.parsed(
        field,
        &form.website.license_number,
        WebsiteLicenseNumber::parse,
        |why| Problem::LicenseNumber { why },
    )?;
    match entity {
        Some(entity) if entity != number.entity() => {
            let entity_license_number = entity.to_string();
            findings.refuse(
                field,
                Problem::WebsiteOfOtherEntity {
                    entity_license_number,
                },
            )
        }
        _ => Some(number),
    }
}
