use super::certificate::{Certificate, TypedNumber, certificate_number};
use super::findings::Findings;
use super::person::{self, ENTITY_PRINCIPAL, OfficePhoneRule, PersonSubmission};
use crate::application::{EntityForm, FilingFacts};
use crate::area::{City, find_city, provinces_named};
use crate::code_table::{AuthorityTables, TableChoice, find};
use crate::entity::is_organization;
use crate::field::Field;
use crate::parsed_text::tidy_line;
use crate::problem::{Problem, Violation};

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
