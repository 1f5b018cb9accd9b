//! The public page: what this is, what can be done, how long it takes. Numbers that policy decides
//! come from the policy in force.

pub mod jobs;
pub mod questions;
pub mod steps;

use super::number::{Noun, count};
use crate::language::Language;
use shared::policy::ReviewPolicy;

/// A sentence whose beginning is set in bold.
pub type Stressed = (String, String);

/// The heading, with the provider's name.
#[must_use]
pub fn heading(language: Language, provider: &str) -> String {
    sentence!(
        language,
        "ICP licenses for websites on {provider}",
        "{provider} 网站备案"
    )
}

words! {
    /// Title of the document.
    title: "ICP licenses for your websites", "网站备案";
    lead: "In mainland China a website may be served only by a provider that has an access record for it. Here you file that record, lend your server’s public IP to another account, or end access. You always see who acts next, and by when.",
        "在中国大陆，网站只能由为其办理了接入备案的接入商提供服务。您可以在这里办理备案、授权他人使用您服务器的公网 IP，或取消接入。每一步由谁处理、何时截止，随时可见。";
    jobs: "What do you want to do?", "您想办理什么？";
    how_it_works: "How it works", "办理流程";
    before_you_start: "Before you start", "办理之前";
    /// Of the example of an application.
    example: "What you see while an application is under way (an example).", "申请办理期间您看到的页面（示例）。";
    nothing_to_do: "Nothing to do for you now. You are told here and by email as soon as the authority has answered.",
        "您现在无需操作。通信管理局答复后，系统会在这里和邮件中通知您。";
}

/// What everybody wants to know first.
#[must_use]
pub fn facts(language: Language, policy: &ReviewPolicy) -> [Stressed; 4] {
    let days = review_days(language, policy);
    let said = |english: (&str, &str), chinese: (&str, &str)| {
        let (strong, rest) = match language {
            Language::English => english,
            Language::Chinese => chinese,
        };
        (strong.to_owned(), rest.to_owned())
    };
    [
        said(
            ("Free of charge", " at every step"),
            ("免费", "，全程不收费"),
        ),
        (
            days,
            match language {
                Language::English => " for our review".to_owned(),
                Language::Chinese => "完成初审".to_owned(),
            },
        ),
        said(
            ("Numbers stay", " when you move"),
            ("备案号保留", "，更换接入商不变"),
        ),
        said(
            ("English and Chinese", ", emails too"),
            ("中英双语", "，邮件也是"),
        ),
    ]
}

/// Working days of the provider's review: `1–3 working days`.
#[must_use]
pub fn review_days(language: Language, policy: &ReviewPolicy) -> String {
    let shortest = policy.cancel_working_days.min(policy.filing_working_days);
    let longest = policy.cancel_working_days.max(policy.filing_working_days);
    let days = count(language, longest, Noun::WorkingDay);
    if shortest == longest {
        days
    } else {
        format!("{shortest}–{days}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::assert_side_by_side;

    #[test]
    fn the_facts_follow_the_policy_in_both_languages() {
        let mut policy = ReviewPolicy::default();
        assert_eq!(review_days(Language::English, &policy), "1–3 working days");
        assert_eq!(review_days(Language::Chinese, &policy), "1–3 个工作日");
        policy.cancel_working_days = 3;
        assert_eq!(review_days(Language::English, &policy), "3 working days");
        for number in 0..4 {
            assert_side_by_side(|language| {
                let (strong, rest) = facts(language, &policy)[number].clone();
                format!("{strong}{rest}")
            });
        }
        assert_side_by_side(|language| heading(language, "Example Cloud"));
    }
}
