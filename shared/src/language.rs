//! The languages of the product, and which of them a reader gets: the `language` cookie first, then
//! Accept-Language, then English.

use serde::{Deserialize, Serialize};

/// A language the whole product speaks. Fixed for one page load: the switch is a form
/// that reloads the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Language {
    /// American English.
    #[default]
    English,
    /// Simplified Chinese with the official terms.
    Chinese,
}

impl Language {
    /// The cookie that remembers the choice of the language switch.
    pub const COOKIE: &'static str = "language";

    /// Every language, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// The BCP 47 tag: in `<html lang>`, in the cookie and in the switch's form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }

    /// The language's name in itself, as the switch shows it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "中文",
        }
    }

    /// The language of a BCP 47 tag, by its first part: `zh`, `zh-Hans-CN` and `zh-CN` are Chinese.
    #[must_use]
    pub fn from_code(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        match primary.trim().to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }

    /// Chooses from the values of the `Cookie` and `Accept-Language` request headers.
    #[must_use]
    pub fn negotiate(cookie: Option<&str>, accept_language: Option<&str>) -> Self {
        cookie
            .and_then(from_cookie)
            .or_else(|| accept_language.and_then(from_accept_language))
            .unwrap_or_default()
    }
}

fn from_cookie(header: &str) -> Option<Language> {
    header.split(';').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        (name.trim() == Language::COOKIE).then(|| Language::from_code(value.trim()))?
    })
}

/// The spoken language with the greatest `q`; of equals the first. `q=0` means "not this one".
fn from_accept_language(header: &str) -> Option<Language> {
    let mut best: Option<(f32, Language)> = None;
    for range in header.split(',') {
        let mut parts = range.split(';');
        let Some(language) = parts.next().and_then(Language::from_code) else {
            continue;
        };
        let weight = parts
            .find_map(|part| part.trim().strip_prefix("q=")?.parse().ok())
            .unwrap_or(1.0);
        if weight > best.map_or(0.0, |(weight, _)| weight) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::Language::{self, Chinese, English};

    #[test]
    fn the_cookie_wins_over_the_browser() {
        let chosen = Language::negotiate(Some("session=x; language=zh-CN"), Some("en-US,en"));
        assert_eq!(chosen, Chinese);
    }

    #[test]
    fn a_cookie_with_an_unknown_language_is_ignored() {
        assert_eq!(
            Language::negotiate(Some("language=fr"), Some("zh")),
            Chinese
        );
        assert_eq!(
            Language::negotiate(Some("other_language=zh"), None),
            English
        );
    }

    #[test]
    fn accept_language_is_read_by_weight() {
        for (header, expected) in [
            ("zh-CN,zh;q=0.9,en;q=0.8", Chinese),
            ("fr-FR,en;q=0.5,zh;q=0.7", Chinese),
            ("en-GB,zh;q=0.9", English),
            ("zh;q=0, en;q=0.1", English),
            ("de, *;q=0.5", English),
            ("", English),
        ] {
            assert_eq!(
                Language::negotiate(None, Some(header)),
                expected,
                "{header}"
            );
        }
    }

    #[test]
    fn a_code_reads_back_as_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
    }
}
