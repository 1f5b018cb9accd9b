//! What stands below a code's status: why it has it, who uses the code for which website, since
//! when, and how far that is (S28).

use super::invalid_reason;
use crate::language::Language;
use crate::text::{application, date, pick};
use shared::wire::code::{CodeStatusView, CodeUse};

/// One line for each fact; an Unused code needs none.
#[must_use]
pub fn status_lines(language: Language, status: &CodeStatusView) -> Vec<String> {
    match status {
        CodeStatusView::Unused => Vec::new(),
        CodeStatusView::Licensing(by) => use_lines(language, by),
        CodeStatusView::Used { by, at } => {
            let at = date::day(language, *at);
            let mut lines = use_lines(language, by);
            lines.push(sentence!(
                language,
                "Approved by the authority on {at}",
                "{at} 管局审核通过"
            ));
            lines
        }
        CodeStatusView::Invalid {
            reason,
            at,
            words,
            held_by,
        } => {
            let (reason, at) = (invalid_reason(language, *reason), date::day(language, *at));
            let mut lines = vec![match words {
                Some(words) => sentence!(
                    language,
                    "{reason}, {at}: {words}",
                    "{reason}，{at}：{words}"
                ),
                None => sentence!(language, "{reason}, {at}", "{reason}，{at}"),
            }];
            if let Some(by) = held_by {
                lines.push(pick(language, ("It was in use:", "停用前的使用情况：")).to_owned());
                lines.extend(use_lines(language, by));
            }
            lines
        }
    }
}

fn use_lines(language: Language, by: &CodeUse) -> Vec<String> {
    let CodeUse {
        user,
        order,
        domain,
        ..
    } = by;
    let status = application::status(language, &by.application_status);
    let since = date::minute(language, by.since);
    let website = if domain.is_empty() {
        pick(language, ("Website not known yet", "网站尚未确定")).to_owned()
    } else {
        domain.clone()
    };
    let mut lines = vec![
        website,
        user.clone(),
        sentence!(
            language,
            "Application {order}: {status}",
            "申请 {order}：{status}"
        ),
        sentence!(language, "In use since {since}", "{since} 起占用"),
    ];
    lines.extend(by.reserved_until.map(|at| {
        let at = date::minute(language, at);
        sentence!(
            language,
            "Comes back on {at} if the draft is left alone",
            "草稿如不再编辑，{at} 自动归还"
        )
    }));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::code::status;
    use Language::{Chinese, English};
    use chrono::DateTime;
    use shared::authorization_code::InvalidReason;

    fn code_use() -> CodeUse {
        CodeUse {
            user: "par•••@example.com #3f09c1".to_owned(),
            order: "FL-••••-0001".to_owned(),
            domain: "partner-garden.cn".to_owned(),
            application_status: "provider_review".to_owned(),
            since: "2026-11-22T06:05:00Z".parse().unwrap(),
            reserved_until: None,
        }
    }

    fn statuses() -> [CodeStatusView; 4] {
        let at = "2026-11-22T06:05:00Z".parse().unwrap();
        [
            CodeStatusView::Unused,
            CodeStatusView::Licensing(code_use()),
            CodeStatusView::Used { by: code_use(), at },
            CodeStatusView::Invalid {
                reason: InvalidReason::Expired,
                at,
                words: None,
                held_by: None,
            },
        ]
    }

    #[test]
    fn s30_the_four_statuses_have_the_words_of_the_sources() {
        assert_eq!(
            statuses().map(|each| status(English, &each)),
            ["Unused", "Licensing", "Used", "Invalid"]
        );
        assert_eq!(
            statuses().map(|each| status(Chinese, &each)),
            ["未使用", "备案中", "已使用", "无效"]
        );
    }

    #[test]
    fn a_status_says_for_which_website_who_how_far_and_since_when() {
        let [unused, licensing, used, invalid] =
            statuses().map(|each| status_lines(English, &each));
        assert_eq!(unused, Vec::<String>::new());
        let in_use = [
            "partner-garden.cn",
            "par•••@example.com #3f09c1",
            "Application FL-••••-0001: In review by the provider",
            "In use since 22 Nov 2026, 14:05",
        ];
        assert_eq!(licensing, in_use);
        assert_eq!(used[..4], in_use);
        assert_eq!(used[4], "Approved by the authority on 22 Nov 2026");
        assert_eq!(invalid, ["Expired, 22 Nov 2026"]);
    }

    #[test]
    fn r2_a_draft_says_when_its_code_comes_back() {
        let draft = CodeStatusView::Licensing(CodeUse {
            domain: String::new(),
            application_status: "draft".to_owned(),
            reserved_until: Some("2026-11-29T06:05:00Z".parse().unwrap()),
            ..code_use()
        });
        let lines = status_lines(English, &draft);
        assert_eq!(lines[0], "Website not known yet");
        assert!(lines[4].contains("29 Nov 2026, 14:05"), "{lines:?}");
    }

    #[test]
    fn s34_a_code_that_staff_disabled_says_why_and_who_used_it() {
        let disabled = |held_by| CodeStatusView::Invalid {
            reason: InvalidReason::DisabledByStaff,
            at: DateTime::UNIX_EPOCH,
            words: Some("resold".to_owned()),
            held_by,
        };
        let said = |language| status_lines(language, &disabled(None));
        assert!(said(English)[0].ends_with("1970: resold"));
        assert!(said(Chinese)[0].ends_with("：resold"));
        let said = |language| status_lines(language, &disabled(Some(code_use())));
        assert!(said(English).contains(&"par•••@example.com #3f09c1".to_owned()));
        assert_eq!(said(English).len(), said(Chinese).len());
    }
}
