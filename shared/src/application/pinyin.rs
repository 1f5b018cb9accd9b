//! Names with characters that the authority's system lacks are given in Pinyin, which a reviewer
//! compares with the document.

use super::FilingForm;
use crate::entity::{CertificateKind, Nature};
use crate::field::Field;

/// Documents of people whose names are written in Chinese characters.
const CHINESE: [CertificateKind; 2] = [CertificateKind::IdentityCard, CertificateKind::OfficerCard];

/// The names in a filing that have Latin letters although the document that proves them is a
/// Chinese citizen's.
#[must_use]
pub fn names_in_pinyin(form: &FilingForm) -> Vec<Field> {
    let (entity, website) = (&form.entity, &form.website);
    let mut names = vec![(
        Field::EntityPrincipalName,
        &entity.principal.name,
        &entity.principal.document_kind,
    )];
    if entity.nature == Nature::Individual.code() {
        names.insert(
            0,
            (Field::EntityName, &entity.name, &entity.certificate_kind),
        );
    }
    if !website.principal_is_entity_principal {
        let principal = &website.principal;
        let (name, kind) = (&principal.name, &principal.document_kind);
        names.push((Field::WebsitePrincipalName, name, kind));
    }
    names
        .into_iter()
        .filter(|(_, name, kind)| {
            CHINESE
                .iter()
                .any(|chinese| chinese.code() == kind.as_str())
                && name.chars().any(|c| c.is_ascii_alphabetic())
        })
        .map(|(field, ..)| field)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::PersonForm;

    fn form() -> FilingForm {
        let person = |name: &str, kind: &str| PersonForm {
            name: name.to_owned(),
            document_kind: kind.to_owned(),
            ..PersonForm::default()
        };
        let mut form = FilingForm::default();
        form.entity.name = "李BIAO".to_owned();
        form.entity.nature = "individual".to_owned();
        form.entity.certificate_kind = "identity_card".to_owned();
        form.entity.principal = person("LI BIAO", "identity_card");
        form.website.principal = person("李四", "identity_card");
        form
    }

    #[test]
    fn a_citizens_name_with_latin_letters_is_found() {
        let mut form = form();
        assert_eq!(
            names_in_pinyin(&form),
            [Field::EntityName, Field::EntityPrincipalName]
        );
        form.website.principal.name = "LI SI".to_owned();
        form.entity.nature = "enterprise".to_owned();
        assert_eq!(
            names_in_pinyin(&form),
            [Field::EntityPrincipalName, Field::WebsitePrincipalName]
        );
        form.website.principal_is_entity_principal = true;
        form.entity.principal.document_kind = "passport".to_owned();
        assert_eq!(names_in_pinyin(&form), [], "foreigners' names are Latin");
    }
}
