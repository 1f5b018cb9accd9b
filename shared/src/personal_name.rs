//! Names of persons: told from those of organizations, masked, and found without being readable.

use crate::entity::is_organization;
use crate::parsed_text::search_key;
use std::collections::BTreeSet;

/// Whether an entity's name is a person's, as far as anybody knows: `nature` is the code of the
/// nature. Where it is unknown
/// (an entity that was filed elsewhere) it is taken for one, unless it ends as only companies' names
/// do (Company Law, article 7).
#[must_use]
pub fn is_personal(nature: Option<&str>, name: &str) -> bool {
    match nature.and_then(is_organization) {
        Some(is_organization) => !is_organization,
        None => !name.trim_end().ends_with("公司"),
    }
}

/// `张••`: enough to tell two rows apart, whatever the length of the name.
#[must_use]
pub fn masked(name: &str) -> String {
    match name.trim().chars().next() {
        Some(first) => format!("{first}••"),
        None => String::new(),
    }
}

/// What a name is found by: each two characters that follow one another, or the one that there
/// is. A text is found in every name that has all of its terms; width, blanks and case do not
/// matter.
#[must_use]
pub fn search_terms(text: &str) -> BTreeSet<String> {
    let characters: Vec<char> = search_key(text).chars().collect();
    match characters.as_slice() {
        [] => BTreeSet::new(),
        [one] => BTreeSet::from([one.to_string()]),
        several => several
            .windows(2)
            .map(|pair| pair.iter().collect())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_organizations_are_named_in_clear() {
        assert!(is_personal(Some("individual"), "张三"));
        assert!(!is_personal(Some("social_organization"), "张三"));
        assert!(!is_personal(Some("7:民办非企业单位"), "张三"));
        assert!(is_personal(None, "示例中学"));
        assert!(!is_personal(None, "示例科技有限公司 "));
    }

    #[test]
    fn a_masked_name_shows_its_first_character_and_no_length() {
        assert_eq!(masked("张三"), "张••");
        assert_eq!(masked(" 欧阳小明"), "欧••");
        assert_eq!(masked(" "), "");
    }

    #[test]
    fn part_of_a_name_finds_it_and_another_name_does_not() {
        let finds = |text: &str, name: &str| search_terms(text).is_subset(&search_terms(name));
        for text in ["欧阳小明", "欧阳", "小明", "阳小", " 欧阳 小明 "] {
            assert!(finds(text, "欧阳小明"), "{text}");
        }
        for text in ["欧明", "小欧", "欧阳大明"] {
            assert!(!finds(text, "欧阳小明"), "{text}");
        }
        assert!(finds("ＬＩ ming", "Li Ming"));
        assert!(finds("不都•买", "阿不都·买买提"));
        assert!(search_terms(" ").is_empty());
    }
}
