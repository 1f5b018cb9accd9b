//! How an application goes on, in four steps, and in dates.

use crate::language::Language;
use crate::text::number::{Noun, count};
use crate::text::{common, date, pick, space};
use chrono::{DateTime, Utc};
use shared::policy::ReviewPolicy;
use shared::review::{AUTHORITY_WORKING_DAYS, ExampleDates};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub time: String,
    pub title: String,
    pub text: String,
}

/// From the form to the result.
#[must_use]
pub fn steps(language: Language, policy: &ReviewPolicy, provider: &str) -> [Step; 4] {
    let say = |english, chinese| pick(language, (english, chinese)).to_owned();
    let cancellation = count(language, policy.cancel_working_days, Noun::WorkingDay);
    let filing = count(language, policy.filing_working_days, Noun::WorkingDay);
    let authority = count(language, AUTHORITY_WORKING_DAYS, Noun::WorkingDay);
    let checked = say(
        "A person checks it. If something is wrong, you read which answer, why, and what would be right.",
        "由审核员核对。如有问题，您会看到是哪一项、原因以及应如何修改。",
    );
    let days = sentence!(
        language,
        "Up to {filing} for a license, {cancellation} for a cancellation.",
        "备案最长 {filing}，取消接入最长 {cancellation}。"
    );
    [
        Step {
            time: common::today(language).to_owned(),
            title: say("You fill in and submit", "您填写并提交"),
            text: say(
                "Everything that is missing is listed at once. What you typed is kept.",
                "缺少的内容会一次性列出，已填写的内容都会保存。",
            ),
        },
        Step {
            time: super::review_days(language, policy),
            title: sentence!(language, "{provider} reviews", "{provider} 初审"),
            text: [checked, days].join(space(language)),
        },
        Step {
            time: sentence!(language, "Up to {authority}", "最长 {authority}"),
            title: say("The authority decides", "通信管理局审核"),
            text: say(
                "Handed over as soon as we approve. Until then you can withdraw.",
                "初审通过后立即提交，提交之前可以撤回。",
            ),
        },
        Step {
            time: say("As soon as it is decided", "审核完成后"),
            title: say("You have the result", "您收到结果"),
            text: say(
                "License numbers issued, or access ended. Here, and by email.",
                "备案号下发，或接入终止。系统会在这里和邮件中通知您。",
            ),
        },
    ]
}

/// What the days come to for a cancellation of today.
#[must_use]
pub fn in_dates(language: Language, now: DateTime<Utc>, dates: &ExampleDates) -> String {
    let today = date::day(language, now);
    let review = date::deadline(language, dates.review.at);
    let authority = date::deadline(language, dates.authority.at);
    let example = sentence!(
        language,
        "For example, access canceled today, {today}: our review by {review}, the authority by {authority} at the latest. Working days of mainland China, dates in Asia/Shanghai.",
        "例如今天（{today}）申请取消接入：初审最迟 {review} 完成，管局最迟 {authority} 完成。按中国大陆工作日计算，日期为北京时间。"
    );
    if !dates.authority.provisional {
        return example;
    }
    let provisional = pick(
        language,
        (
            "The last date is provisional until that year’s holidays are published.",
            "该年度的放假安排尚未公布，最后日期暂定。",
        ),
    );
    format!("{example}{}{provisional}", space(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::assert_side_by_side;
    use shared::review::example_dates;
    use shared::working_days::WorkingCalendar;

    #[test]
    fn the_steps_follow_the_policy_in_both_languages() {
        let policy = ReviewPolicy {
            cancel_working_days: 2,
            filing_working_days: 5,
        };
        for number in 0..4 {
            assert_side_by_side(|language| {
                let Step { time, title, text } =
                    steps(language, &policy, "Example Cloud")[number].clone();
                format!("{time}: {title}. {text}")
            });
        }
        let review = &steps(Language::English, &policy, "Example Cloud")[1];
        assert_eq!(review.time, "2–5 working days");
        assert!(
            review
                .text
                .contains("Up to 5 working days for a license, 2 working days")
        );
    }

    #[test]
    fn the_example_names_its_dates_and_what_is_provisional() {
        let said = |language, now: &str| {
            let now = now.parse().unwrap();
            let calendar = WorkingCalendar::built_in();
            in_dates(
                language,
                now,
                &example_dates(&calendar, &ReviewPolicy::default(), now),
            )
        };
        let sure = said(Language::English, "2026-11-20T02:00:00Z");
        assert!(sure.contains("today, 20 Nov 2026: our review by Mon 23 Nov, 24:00"));
        assert!(sure.contains("the authority by Mon 21 Dec, 24:00"));
        assert!(!sure.contains("provisional"));
        assert!(said(Language::English, "2026-12-25T02:00:00Z").contains("provisional"));
        for now in ["2026-11-20T02:00:00Z", "2026-12-25T02:00:00Z"] {
            assert_side_by_side(|language| said(language, now));
        }
    }
}
