//! What the tests of all words ask: two languages, both complete.

use crate::language::Language;
use std::collections::BTreeSet;

/// Checks words in both languages: present, Chinese in Chinese, no placeholder or code left.
pub fn assert_side_by_side(words: impl Fn(Language) -> String) {
    let english = words(Language::English);
    let chinese = words(Language::Chinese);
    assert_ne!(english, chinese);
    assert!(
        english.chars().any(|c| c.is_ascii_alphabetic()),
        "{english}"
    );
    assert!(chinese.chars().any(is_chinese), "{chinese}");
    for text in [&english, &chinese] {
        assert!(!text.contains(['{', '}', '_']), "{text}");
        assert!(!text.contains("  ") && text.trim() == text, "{text}");
    }
}

/// Checks that no two of the given words are the same, in either language.
pub fn assert_distinct<T>(values: &[T], words: impl Fn(Language, &T) -> String) {
    for language in Language::ALL {
        let distinct: BTreeSet<_> = values.iter().map(|value| words(language, value)).collect();
        assert_eq!(distinct.len(), values.len(), "{distinct:?}");
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}
