//! The Help Center: articles for holders. Numbers that policy decides come from the policy
//! in force, so that no article promises what the rules refuse.

pub mod authorization_codes;
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
        "取消接入和备案授权码的操作步骤、申请状态说明，以及常见问题。";
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
    /// Names the section in addresses; empty where nothing leads to it.
    pub slug: &'static str,
    pub heading: String,
    pub body: Vec<HelpBlock>,
}

impl HelpSection {
    /// The same section where pages lead to it.
    #[must_use]
    fn named(self, slug: &'static str) -> Self {
        Self { slug, ..self }
    }
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
            slug: "",
            heading: self.say(english, chinese),
            body,
        }
    }
}

#[cfg(test)]
mod tests;
