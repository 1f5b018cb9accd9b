use super::{FilingForm, FilingStep, step_of};
use crate::field::Field;
use std::collections::BTreeMap;

/// The answers of one step as its form sends them: by the codes of their fields.
pub type Answers = BTreeMap<String, String>;

/// Where the answer to a field stands in the form; none for fields of other forms and for
/// those that are no single text. `$borrow` is what is taken of it.
macro_rules! place {
    ($form:expr, $field:expr, $($borrow:tt)+) => {
        match $field {
            Field::EntityLicenseNumber => Some($($borrow)+ $form.entity.license_number),
            Field::EntityName => Some($($borrow)+ $form.entity.name),
            Field::EntityNature => Some($($borrow)+ $form.entity.nature),
            Field::EntityCertificateKind => Some($($borrow)+ $form.entity.certificate_kind),
            Field::EntityCertificateNumber => Some($($borrow)+ $form.entity.certificate_number),
            Field::EntityCertificateNumberConfirmed => Some($($borrow)+ $form.entity.confirmed_certificate_number),
            Field::EntityCertificateAddress => Some($($borrow)+ $form.entity.certificate_address),
            Field::EntityInvestor => Some($($borrow)+ $form.entity.investor),
            Field::EntityCity => Some($($borrow)+ $form.entity.city_code),
            Field::EntityAddress => Some($($borrow)+ $form.entity.address),
            Field::EntityPrincipalName => Some($($borrow)+ $form.entity.principal.name),
            Field::EntityPrincipalDocumentKind => Some($($borrow)+ $form.entity.principal.document_kind),
            Field::EntityPrincipalDocumentNumber => Some($($borrow)+ $form.entity.principal.document_number),
            Field::EntityPrincipalMobile => Some($($borrow)+ $form.entity.principal.mobile),
            Field::EntityPrincipalOfficePhone => Some($($borrow)+ $form.entity.principal.office_phone),
            Field::EntityPrincipalEmail => Some($($borrow)+ $form.entity.principal.email),
            Field::EntityRemark => Some($($borrow)+ $form.entity.remark),
            Field::WebsiteDomain => Some($($borrow)+ $form.website.domain),
            Field::WebsiteName => Some($($borrow)+ $form.website.name),
            Field::WebsiteLicenseNumber => Some($($borrow)+ $form.website.license_number),
            Field::WebsiteHomeUrl => Some($($borrow)+ $form.website.home_url),
            Field::WebsitePrincipalName => Some($($borrow)+ $form.website.principal.name),
            Field::WebsitePrincipalDocumentKind => Some($($borrow)+ $form.website.principal.document_kind),
            Field::WebsitePrincipalDocumentNumber => Some($($borrow)+ $form.website.principal.document_number),
            Field::WebsitePrincipalMobile => Some($($borrow)+ $form.website.principal.mobile),
            Field::WebsitePrincipalOfficePhone => Some($($borrow)+ $form.website.principal.office_phone),
            Field::WebsitePrincipalEmail => Some($($borrow)+ $form.website.principal.email),
            Field::WebsiteRemark => Some($($borrow)+ $form.website.remark),
            _ => None,
        }
    };
}

/// What the form holds for a field; empty for fields that are no single text.
#[must_use]
pub fn answer(form: &FilingForm, field: Field) -> &str {
    place!(form, field, &).map_or("", String::as_str)
}

/// The same as one text for every field: the codes of several choices stand side by side.
#[must_use]
pub fn whole_answer(form: &FilingForm, field: Field) -> String {
    match field {
        Field::WebsiteLanguages => form.website.languages.join(" "),
        _ => answer(form, field).trim().to_owned(),
    }
}

/// Puts the answers of `step` into the form. What belongs to another step, or to no field of
/// a filing, is left out. A box that is not checked sends nothing.
pub fn put_answers(form: &mut FilingForm, step: FilingStep, answers: &Answers) {
    if step == FilingStep::Entity {
        form.entity.confirmed_certificate_number.clear();
    }
    for (code, typed) in answers {
        let field = Field::from_code(code).filter(|field| step_of(*field) == step);
        if let Some(place) = field.and_then(|field| place!(form, field, &mut)) {
            place.clone_from(typed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_where_it_was_put() {
        let mut form = FilingForm::default();
        for step in [FilingStep::Entity, FilingStep::Website] {
            let fields = Field::ALL.iter().filter(|field| step_of(**field) == step);
            let answers = fields.map(|field| (field.code().to_owned(), field.code().to_owned()));
            put_answers(&mut form, step, &answers.collect());
        }
        let no_single_text = [Field::LicensePassword, Field::WebsiteLanguages];
        for field in Field::ALL {
            let of_a_form = [FilingStep::Entity, FilingStep::Website].contains(&step_of(*field));
            let expected = if of_a_form && !no_single_text.contains(field) {
                field.code()
            } else {
                ""
            };
            assert_eq!(answer(&form, *field), expected, "{field:?}");
        }
    }

    #[test]
    fn a_step_does_not_touch_the_others() {
        let mut form = FilingForm::default();
        let answers = Answers::from([("website_domain".to_owned(), "example.cn".to_owned())]);
        put_answers(&mut form, FilingStep::Entity, &answers);
        assert_eq!(form, FilingForm::default());
    }
}
