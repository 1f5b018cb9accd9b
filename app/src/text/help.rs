//! The Help Center: a page per task, for holders and for staff. Numbers that policy decides come
//! from the policy in force, so that no page promises what the rules refuse.
//!
//! Only the server writes articles; a browser gets the one it shows, in its language.

mod accessibility;
mod administration;
mod at_a_glance;
pub mod authorization_codes;
mod cancel_access;
mod file_a_license;
mod privacy;
mod questions;
mod retrieve_license_password;
mod review;
mod statuses;
mod supervision;
pub mod topic;

use super::pick;
use crate::language::Language;
use serde::{Deserialize, Serialize};
use shared::policy::Policy;
use topic::Topic;

words! {
    lead: "A page for each task. Choose what you want to do, or ask us.",
        "每项业务一页。请选择要办理的事项，或直接联系我们。";
    /// Name of the table of contents.
    contents: "Pages of the help", "帮助目录";
    contact: "Ask us", "联系我们";
}

/// A page of the help, without its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpArticle {
    /// What it is about, in a sentence or two.
    pub intro: String,
    pub sections: Vec<HelpSection>,
}

/// A part of an article under its own heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpSection {
    /// Names the section in addresses; empty where nothing leads to it.
    pub slug: String,
    pub heading: String,
    pub body: Vec<HelpBlock>,
}

impl HelpSection {
    /// The same section where pages lead to it.
    #[must_use]
    fn named(self, slug: &str) -> Self {
        Self {
            slug: slug.to_owned(),
            ..self
        }
    }
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// What the page says under the rules in force.
#[must_use]
pub fn article(topic: Topic, language: Language, policy: &Policy) -> HelpArticle {
    match topic {
        Topic::AtAGlance => at_a_glance::article(language, policy),
        Topic::FileALicense => file_a_license::article(language, policy),
        Topic::AuthorizationCodes => authorization_codes::article(language, policy),
        Topic::CancelAccess => cancel_access::article(language, policy),
        Topic::Statuses => statuses::article(language),
        Topic::LicensePassword => retrieve_license_password::article(language),
        Topic::Questions => questions::article(language, policy),
        Topic::Review => review::article(language, policy),
        Topic::Supervision => supervision::article(language),
        Topic::Administration => administration::article(language),
        Topic::Privacy => privacy::article(language, policy),
        Topic::Accessibility => accessibility::article(language),
    }
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

    fn steps<const COUNT: usize>(self, steps: [(&'static str, &'static str); COUNT]) -> HelpBlock {
        HelpBlock::Steps(self.list(steps))
    }

    fn points<const COUNT: usize>(
        self,
        points: [(&'static str, &'static str); COUNT],
    ) -> HelpBlock {
        HelpBlock::Points(self.list(points))
    }

    fn list<const COUNT: usize>(self, texts: [(&'static str, &'static str); COUNT]) -> Vec<String> {
        texts
            .map(|(english, chinese)| self.say(english, chinese))
            .to_vec()
    }

    fn section(
        self,
        english: &'static str,
        chinese: &'static str,
        body: Vec<HelpBlock>,
    ) -> HelpSection {
        HelpSection {
            slug: String::new(),
            heading: self.say(english, chinese),
            body,
        }
    }
}

#[cfg(test)]
mod tests;
