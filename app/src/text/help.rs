//! The Help Center: articles for holders. Numbers that policy decides come from the policy
//! in force, so that no article promises what the rules refuse.

mod authorization_codes;
mod cancel_access;
mod overview;
mod questions;
mod retrieve_license_password;
mod statuses;

pub use retrieve_license_password::article as retrieve_license_password;

use super::pick;
use crate::language::Language;
use shared::policy::Policy;

words! {
    lead: "Cancel access and authorization codes step by step, what the statuses mean, and what is asked most.",
        "取消接入和备案授权码的操作步骤、订单状态说明，以及常见问题。";
    /// Name of the list of articles.
    contents: "Articles", "目录";
    contact: "Ask us", "联系我们";
    phone: "Phone", "电话";
}

/// One article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpArticle {
    /// Names the article in addresses, such as `/help#cancel-access`.
    pub slug: &'static str,
    pub title: String,
    /// What it is about, in a sentence or two.
    pub intro: String,
    pub sections: Vec<HelpSection>,
}

/// A part of an article under its own heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpSection {
    pub heading: String,
    pub body: Vec<HelpBlock>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpBlock {
    Paragraph(String),
    /// To be done one after the other.
    Steps(Vec<String>),
    /// In no order.
    Points(Vec<String>),
    /// A word and what it means.
    Terms(Vec<(String, String)>),
    /// What goes wrong if it is not known.
    Warning(String),
}

/// Every article, in the order of the Help Center.
#[must_use]
pub fn articles(language: Language, policy: &Policy) -> Vec<HelpArticle> {
    vec![
        overview::article(language, policy),
        cancel_access::article(language, policy),
        authorization_codes::article(language, policy),
        retrieve_license_password::article(language),
        statuses::article(language),
        questions::article(language, policy),
    ]
}

/// Writes one language of an article in places where both stand side by side.
#[derive(Clone, Copy)]
struct Writer(Language);

impl Writer {
    fn say(self, english: &'static str, chinese: &'static str) -> String {
        pick(self.0, (english, chinese)).to_owned()
    }

    fn paragraph(self, english: &'static str, chinese: &'static str) -> HelpBlock {
        HelpBlock::Paragraph(self.say(english, chinese))
    }

    fn warning(self, english: &'static str, chinese: &'static str) -> HelpBlock {
        HelpBlock::Warning(self.say(english, chinese))
    }

    fn section(
        self,
        english: &'static str,
        chinese: &'static str,
        body: Vec<HelpBlock>,
    ) -> HelpSection {
        HelpSection {
            heading: self.say(english, chinese),
            body,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    /// All words of an article, piece by piece.
    fn pieces(article: &HelpArticle) -> Vec<String> {
        let mut pieces = vec![article.title.clone(), article.intro.clone()];
        for section in &article.sections {
            pieces.push(section.heading.clone());
            for block in &section.body {
                match block {
                    HelpBlock::Paragraph(text) | HelpBlock::Warning(text) => {
                        pieces.push(text.clone())
                    }
                    HelpBlock::Steps(texts) | HelpBlock::Points(texts) => {
                        pieces.extend(texts.clone())
                    }
                    HelpBlock::Terms(terms) => {
                        pieces.extend(
                            terms
                                .iter()
                                .map(|(word, meaning)| format!("{word}: {meaning}")),
                        );
                    }
                }
            }
        }
        pieces
    }

    #[test]
    fn every_article_says_the_same_in_both_languages() {
        let policy = Policy::default();
        let both = Language::ALL.map(|language| articles(language, &policy));
        for (english, chinese) in both[0].iter().zip(&both[1]) {
            assert_eq!(english.slug, chinese.slug);
            let (english, chinese) = (pieces(english), pieces(chinese));
            assert_eq!(english.len(), chinese.len());
            for (english, chinese) in english.iter().zip(&chinese) {
                assert_side_by_side(|language| match language {
                    Language::English => english.clone(),
                    Language::Chinese => chinese.clone(),
                });
            }
        }
    }

    #[test]
    fn articles_are_told_apart() {
        let policy = Policy::default();
        let english = articles(Language::English, &policy);
        assert_distinct(&english, |_, article| article.slug.to_owned());
        assert_distinct(&english, |_, article| article.title.clone());
        assert!(english.iter().all(|article| !article.sections.is_empty()));
    }

    #[test]
    fn articles_follow_the_policy_in_force() {
        let mut policy = Policy::default();
        policy.code.quota = 8;
        policy.server.min_term_months = 6;
        let words: String = articles(Language::English, &policy)
            .iter()
            .flat_map(pieces)
            .collect();
        assert!(words.contains("8 codes"));
        assert!(words.contains("6 months") && !words.contains("3 months"));
    }

    #[test]
    fn s13_retrieving_the_password_takes_the_number_without_its_suffix() {
        let words = |language| pieces(&retrieve_license_password(language)).join(" ");
        assert!(words(Language::English).contains("without the suffix"));
        assert!(words(Language::Chinese).contains("不带"));
    }
}
