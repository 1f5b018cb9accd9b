//! Personal data as screens show it until it is revealed.

use crate::store::entity_name::for_staff;
use shared::application::{EntityForm, FilingForm, PersonForm};
use shared::email_address::EmailAddress;
use shared::entity::is_organization;
use shared::identity_card::IdentityCard;
use shared::personal_name::masked;
use shared::phone::MobilePhone;

/// Whose screen it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Who typed it: the names say whose numbers are masked.
    Holder,
    Staff,
}

/// The form with document numbers, phones, e-mail addresses and homes masked, and for staff the
/// names of persons. The name, the certificate number and the addresses of an organization stay:
/// they are in public registers.
pub fn masked_form(form: FilingForm, reader: Reader) -> FilingForm {
    let FilingForm {
        mut entity,
        mut website,
    } = form;
    if reader == Reader::Staff {
        entity = without_names(entity);
        website.principal.name = masked(&website.principal.name);
    }
    website.principal = masked_person(website.principal);
    FilingForm {
        entity: masked_entity(entity),
        website,
    }
}

fn without_names(entity: EntityForm) -> EntityForm {
    EntityForm {
        name: for_staff(Some(&entity.nature), entity.name),
        // May be a person, whatever the entity is.
        investor: for_staff(None, entity.investor),
        principal: PersonForm {
            name: masked(&entity.principal.name),
            ..entity.principal
        },
        ..entity
    }
}

fn masked_entity(mut entity: EntityForm) -> EntityForm {
    if is_organization(&entity.nature) != Some(true) {
        entity.certificate_number = masked_document(&entity.certificate_number);
        entity.confirmed_certificate_number = masked_document(&entity.confirmed_certificate_number);
        // A person's addresses are where they live.
        entity.certificate_address = hidden(&entity.certificate_address);
        entity.address = hidden(&entity.address);
    }
    entity.principal = masked_person(entity.principal);
    entity
}

fn masked_person(person: PersonForm) -> PersonForm {
    PersonForm {
        document_number: masked_document(&person.document_number),
        mobile: MobilePhone::parse(&person.mobile)
            .map_or_else(|_| hidden(&person.mobile), |phone| phone.masked()),
        office_phone: hidden(&person.office_phone),
        email: masked_email(&person.email),
        ..person
    }
}

/// `par•••@example.com`.
pub fn masked_email(email: &str) -> String {
    EmailAddress::parse(email).map_or_else(|_| hidden(email), |email| email.masked())
}

fn masked_document(number: &str) -> String {
    IdentityCard::parse(number).map_or_else(|_| hidden(number), |card| card.masked())
}

/// For texts of no known form, drafts among them: the last two characters of long ones.
fn hidden(text: &str) -> String {
    let text = text.trim();
    let length = text.chars().count();
    let shown = if length >= 8 { 2 } else { 0 };
    let end: String = text.chars().skip(length - shown).collect();
    if text.is_empty() {
        String::new()
    } else {
        format!("••••{end}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person() -> PersonForm {
        PersonForm {
            name: "张三".to_owned(),
            document_kind: "identity_card".to_owned(),
            document_number: "11010519491231002X".to_owned(),
            mobile: "13800000000".to_owned(),
            office_phone: "86-010-12345678".to_owned(),
            email: "zhangsan@example.com".to_owned(),
        }
    }

    fn form(nature: &str) -> FilingForm {
        FilingForm {
            entity: EntityForm {
                nature: nature.to_owned(),
                certificate_number: "91110000600037341L".to_owned(),
                principal: person(),
                ..EntityForm::default()
            },
            ..FilingForm::default()
        }
    }

    #[test]
    fn numbers_phones_and_addresses_are_masked_and_for_staff_names() {
        let masked = |reader| masked_form(form("enterprise"), reader).entity.principal;
        assert_eq!(masked(Reader::Staff).name, "张••");
        let masked = masked(Reader::Holder);
        assert_eq!(masked.name, "张三");
        assert_eq!(masked.document_number, "110105********002X");
        assert_eq!(masked.mobile, "138****0000");
        assert_eq!(masked.office_phone, "••••78");
        assert_eq!(masked.email, "zha•••@example.com");
    }

    #[test]
    fn half_typed_data_is_hidden_as_well() {
        let typed = PersonForm {
            document_number: "1101".to_owned(),
            mobile: "138 0000".to_owned(),
            email: "zhangsan@".to_owned(),
            ..PersonForm::default()
        };
        let masked = masked_person(typed);
        assert_eq!(masked.document_number, "••••");
        assert_eq!(masked.mobile, "••••00");
        assert_eq!(masked.email, "••••n@");
        assert_eq!(masked.office_phone, "");
    }

    #[test]
    fn only_an_organization_is_named_to_staff() {
        let names = |nature| {
            let mut form = form(nature);
            form.entity.name = "示例中学".to_owned();
            form.entity.investor = "李四".to_owned();
            form.website.principal.name = "王五".to_owned();
            let masked = masked_form(form, Reader::Staff);
            let entity = masked.entity;
            [entity.name, entity.investor, masked.website.principal.name]
        };
        assert_eq!(names("public_institution"), ["示例中学", "李••", "王••"]);
        assert_eq!(names("individual"), ["示••", "李••", "王••"]);
        assert_eq!(names(""), ["示••", "李••", "王••"]);
    }

    #[test]
    fn where_a_person_lives_is_masked() {
        let addresses = |nature| {
            let mut form = form(nature);
            form.entity.address = "建国路88号3号楼1201室".to_owned();
            form.entity.certificate_address = "朝阳路1号".to_owned();
            let masked = masked_form(form, Reader::Staff).entity;
            (masked.address, masked.certificate_address)
        };
        assert_eq!(
            addresses("individual"),
            ("••••1室".to_owned(), "••••".to_owned())
        );
        assert_eq!(
            addresses("enterprise"),
            ("建国路88号3号楼1201室".to_owned(), "朝阳路1号".to_owned())
        );
    }

    #[test]
    fn only_an_organization_s_certificate_number_is_public() {
        let certificate = |nature| {
            masked_form(form(nature), Reader::Staff)
                .entity
                .certificate_number
        };
        assert_eq!(certificate("enterprise"), "91110000600037341L");
        assert_eq!(certificate("individual"), "••••1L");
        assert_eq!(certificate(""), "••••1L");
    }
}
