use super::{FilingForm, PersonForm, whole_answer};
use crate::field::Field;

/// Two versions of a form as they compare. Who answers for the website has fields of its own
/// in both, unless that is the entity's principal before and after.
#[must_use]
pub fn side_by_side(mut before: FilingForm, mut after: FilingForm) -> (FilingForm, FilingForm) {
    let is_one_person = |form: &FilingForm| form.website.principal_is_entity_principal;
    let still_one = is_one_person(&before) && is_one_person(&after);
    for form in [&mut before, &mut after] {
        if still_one {
            form.website.principal = PersonForm::default();
        } else if is_one_person(form) {
            form.website.principal = form.entity.principal.clone();
        }
    }
    (before, after)
}

/// Fields whose answers differ.
#[must_use]
pub fn changed_fields(before: &FilingForm, after: &FilingForm) -> Vec<Field> {
    let differs = |field: &Field| whole_answer(before, *field) != whole_answer(after, *field);
    Field::ALL.iter().copied().filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(before: &FilingForm, after: &FilingForm) -> Vec<Field> {
        let (before, after) = side_by_side(before.clone(), after.clone());
        changed_fields(&before, &after)
    }

    fn form() -> FilingForm {
        let mut form = FilingForm::default();
        form.entity.principal.name = "张三".to_owned();
        form.website.languages = vec!["simplified_chinese".to_owned()];
        form.website.principal_is_entity_principal = true;
        form
    }

    #[test]
    fn nothing_changed_is_no_change() {
        let mut padded = form();
        padded.entity.principal.name = " 张三 ".to_owned();
        assert_eq!(changes(&form(), &padded), []);
    }

    #[test]
    fn each_change_is_named_by_its_field() {
        let mut after = form();
        after.entity.principal.name = "李四".to_owned();
        after.website.languages.push("english".to_owned());
        let expected = [Field::EntityPrincipalName, Field::WebsiteLanguages];
        assert_eq!(changes(&form(), &after), expected);
    }

    #[test]
    fn another_person_for_the_website_is_compared_with_the_entity_s() {
        let mut after = form();
        after.website.principal_is_entity_principal = false;
        after.website.principal = after.entity.principal.clone();
        assert_eq!(changes(&form(), &after), []);
        after.website.principal.name = "李四".to_owned();
        assert_eq!(changes(&form(), &after), [Field::WebsitePrincipalName]);
        assert_eq!(changes(&after, &form()), [Field::WebsitePrincipalName]);
    }
}
