use super::submission::{canonical_home_url, certificate_number_spelling};
use super::{EntityForm, FilingForm, PersonForm, WebsiteForm};
use crate::domain_name::DomainName;
use crate::email_address::EmailAddress;
use crate::license_number::{EntityLicenseNumber, WebsiteLicenseNumber};
use crate::parsed_text::{tidy_line, tidy_lines, tidy_name};
use crate::phone::{MobilePhone, OfficePhone};

/// The form as it is kept: one value has one spelling, for the check page, for the reviewer and
/// in the report. What cannot be read yet is cleaned of what nobody sees and stands as typed.
#[must_use]
pub fn canonical(form: FilingForm) -> FilingForm {
    FilingForm {
        entity: entity(form.entity),
        website: website(form.website),
    }
}

fn entity(form: EntityForm) -> EntityForm {
    let number = |typed: &str| certificate_number_spelling(&form.certificate_kind, typed);
    EntityForm {
        license_number: spelling(&form.license_number, EntityLicenseNumber::parse),
        name: tidy_name(&form.name),
        nature: tidy_line(&form.nature),
        certificate_number: number(&form.certificate_number),
        confirmed_certificate_number: number(&form.confirmed_certificate_number),
        certificate_kind: tidy_line(&form.certificate_kind),
        certificate_address: tidy_line(&form.certificate_address),
        investor: tidy_name(&form.investor),
        city_code: tidy_line(&form.city_code),
        address: tidy_line(&form.address),
        principal: person(&form.principal),
        remark: tidy_lines(&form.remark),
    }
}

fn person(form: &PersonForm) -> PersonForm {
    let office_phone = |typed: &str| match OfficePhone::parse(typed) {
        Ok(phone) => Ok(phone.to_string()),
        // Some provinces take a mobile as well.
        Err(_) => MobilePhone::parse(typed).map(|phone| phone.to_string()),
    };
    PersonForm {
        name: tidy_name(&form.name),
        document_kind: tidy_line(&form.document_kind),
        document_number: certificate_number_spelling(&form.document_kind, &form.document_number),
        mobile: spelling(&form.mobile, MobilePhone::parse),
        office_phone: spelling(&form.office_phone, office_phone),
        email: spelling(&form.email, EmailAddress::parse),
    }
}

fn website(form: WebsiteForm) -> WebsiteForm {
    let domain = |typed: &str| DomainName::parse(typed).map(|domain| domain.to_unicode());
    WebsiteForm {
        domain: spelling(&form.domain, domain),
        name: tidy_line(&form.name),
        license_number: spelling(&form.license_number, WebsiteLicenseNumber::parse),
        home_url: canonical_home_url(&form.home_url),
        languages: form.languages.iter().map(|code| tidy_line(code)).collect(),
        principal_is_entity_principal: form.principal_is_entity_principal,
        principal: person(&form.principal),
        remark: tidy_lines(&form.remark),
    }
}

fn spelling<T: ToString, E>(typed: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> String {
    let typed = tidy_line(typed);
    parse(&typed).map_or(typed, |value| value.to_string())
}
