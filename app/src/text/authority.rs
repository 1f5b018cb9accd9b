//! The authority's words are Chinese, whoever reads them.

use crate::language::Language;
use shared::authority_result;

/// What the code at the end of one of its lines means; Chinese readers have the line itself.
#[must_use]
pub fn meaning(language: Language, line: &str) -> Option<&'static str> {
    match language {
        Language::English => authority_result::meaning(line),
        Language::Chinese => None,
    }
}

/// Its words in plain text, each line with what it means.
#[must_use]
pub fn explained(language: Language, words: &str) -> String {
    match language {
        Language::English => authority_result::explained(words),
        Language::Chinese => words.to_owned(),
    }
}

/// Whether words are to be read out as Chinese.
#[must_use]
pub fn is_chinese(words: &str) -> bool {
    words.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_explained_to_readers_of_english_only() {
        let words = "管局审核不通过 (1002)";
        let explained = |language| explained(language, words);
        assert_eq!(
            explained(Language::English),
            "管局审核不通过 (1002): not approved by the authority"
        );
        assert_eq!(explained(Language::Chinese), words);
    }
}
