//! Under which endings a website can be filed.

use super::DomainName;

/// One ending per line, `#` before remarks.
const APPROVED: &str = include_str!("approved_endings.txt");

impl DomainName {
    /// What follows the last dot, as people read it.
    #[must_use]
    pub fn ending(&self) -> String {
        let whole = self.to_unicode();
        let ending = whole.rsplit('.').next().unwrap_or_default();
        ending.to_owned()
    }

    /// Whether a website can be filed under its ending: one of the approved ones, one in Chinese
    /// characters, or one of `approved_since`, with or without a dot before it.
    #[must_use]
    pub fn has_approved_ending(&self, approved_since: &[String]) -> bool {
        let ending = self.ending();
        let since = approved_since
            .iter()
            .map(|line| line.trim().trim_start_matches('.').to_lowercase());
        ending.chars().all(is_han)
            || APPROVED.lines().any(|line| line == ending)
            || since.into_iter().any(|line| line == ending)
    }
}

/// The characters of the Basic Multilingual Plane that Chinese is written in.
fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_approved(domain: &str, since: &[&str]) -> bool {
        let since: Vec<String> = since.iter().map(|ending| (*ending).to_owned()).collect();
        DomainName::parse(domain)
            .unwrap()
            .has_approved_ending(&since)
    }

    #[test]
    fn a_website_can_be_filed_under_approved_endings_only() {
        for domain in [
            "example.cn",
            "a.com.cn",
            "Example.COM",
            "example.top",
            "例子.中国",
            "例子.网址",
        ] {
            assert!(is_approved(domain, &[]), "{domain}");
        }
        for domain in [
            "example.io",
            "example.org",
            "example.me",
            "cn.jp",
            "例子.рф",
        ] {
            assert!(!is_approved(domain, &[]), "{domain}");
        }
    }

    #[test]
    fn what_was_approved_since_counts() {
        assert!(is_approved("example.org", &["io", " .ORG"]));
        assert!(!is_approved("example.me", &["io", "org"]));
    }

    #[test]
    fn the_table_holds_endings_and_remarks_only() {
        let endings = APPROVED.lines().filter(|line| !line.starts_with('#'));
        for ending in endings {
            let domain = DomainName::parse(&format!("example.{ending}")).unwrap();
            assert_eq!(domain.ending(), ending);
        }
    }
}
