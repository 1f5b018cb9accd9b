//! Every notice has words in both languages.

use backend::mail_text::{AccountMail, of_account, of_login_code, of_notice};
use backend::settings::ProviderSettings;
use shared::application::HoldCause;
use shared::wire::application::CodeFate;
use shared::wire::message::{CanceledByAuthority, CodeChange, Notice};
use std::collections::BTreeSet;

const LINK: &str = "https://license.example/console/applications/7";
const S5: [(&str, &str); 2] = [
    ("en", "add access at the provider that serves it now"),
    ("zh-CN", "请尽快在现用的接入商处办理新增接入"),
];

/// Subject and body, from the provider of the demo.
fn mail(language: &str, notice: &Notice) -> (String, String) {
    of_notice(language, notice, LINK, &ProviderSettings::of_demo())
}

/// One of each, with the values that its words must show.
fn notices() -> Vec<(Notice, Vec<&'static str>)> {
    let number = || "CA-20261122-0007".to_owned();
    let domain = || "example-shop.cn".to_owned();
    let website_license_number = || "京ICP备20260001号-1".to_owned();
    let server_name = || "vm-eligible".to_owned();
    let reason = || "The photo is blurred.".to_owned();
    let code = || "ABCD-EFGH-JKLM-NPQR".to_owned();
    let due_at = "2026-11-23T16:00:00Z".parse().unwrap();
    let about = vec!["CA-20261122-0007", "example-shop.cn"];
    let with = |more: &[&'static str]| [about.clone(), more.to_vec()].concat();
    vec![
        (
            Notice::CancellationSubmitted {
                number: number(),
                domain: domain(),
                due_at,
            },
            about.clone(),
        ),
        (
            Notice::CancellationKept {
                number: number(),
                domain: domain(),
            },
            about.clone(),
        ),
        (
            Notice::CancellationHandedOver {
                number: number(),
                domain: domain(),
            },
            about.clone(),
        ),
        (
            Notice::AccessCanceled {
                number: number(),
                domain: domain(),
                website_license_number: website_license_number(),
            },
            with(&["京ICP备20260001号-1"]),
        ),
        (
            Notice::AccessEndedByAuthority {
                domain: domain(),
                website_license_number: website_license_number(),
                canceled: CanceledByAuthority::Entity,
                further: vec!["example-blog.cn".to_owned()],
            },
            vec!["example-shop.cn", "example-blog.cn", "京ICP备20260001号-1"],
        ),
        (
            Notice::AddAccessReminder {
                domain: domain(),
                website_license_number: website_license_number(),
            },
            vec!["example-shop.cn", "京ICP备20260001号-1"],
        ),
        (
            Notice::FilingSubmitted {
                number: number(),
                domain: domain(),
                due_at,
            },
            about.clone(),
        ),
        (
            Notice::FilingHandedOver {
                number: number(),
                domain: domain(),
            },
            about.clone(),
        ),
        (
            Notice::FilingApproved {
                number: number(),
                domain: domain(),
            },
            about.clone(),
        ),
        (
            Notice::LicenseIssued {
                number: number(),
                domain: domain(),
                entity_license_number: "京ICP备20260001号".to_owned(),
                website_license_number: website_license_number(),
            },
            with(&["京ICP备20260001号-1"]),
        ),
        (
            Notice::ProviderRejected {
                number: number(),
                domain: domain(),
                reason: reason(),
                fields: Vec::new(),
            },
            with(&["The photo is blurred."]),
        ),
        (
            Notice::AuthorityRejected {
                number: number(),
                domain: domain(),
                reason: reason(),
            },
            with(&["The photo is blurred."]),
        ),
        (
            Notice::ApplicationTakenBack {
                number: number(),
                domain: domain(),
                due_at,
            },
            about.clone(),
        ),
        (
            Notice::ApplicationHeld {
                number: number(),
                domain: domain(),
                cause: Some(HoldCause::CodeDisabled { words: reason() }),
            },
            with(&["The photo is blurred."]),
        ),
        (
            Notice::HoldLifted {
                number: number(),
                domain: domain(),
            },
            about.clone(),
        ),
        (
            Notice::ApplicationWithdrawn {
                number: number(),
                domain: domain(),
                code: Some(CodeFate::Burned),
            },
            about.clone(),
        ),
        (
            Notice::ApplicationAbandoned {
                number: number(),
                domain: domain(),
                code: Some(CodeFate::Burned),
            },
            about.clone(),
        ),
        (
            Notice::DraftReminder {
                number: number(),
                days_left: 15,
                code: Some(CodeFate::Released),
            },
            vec!["CA-20261122-0007", "15"],
        ),
        (
            Notice::DraftExpired {
                number: number(),
                code: Some(CodeFate::Released),
            },
            vec!["CA-20261122-0007"],
        ),
        (
            Notice::CodeDisabledByStaff {
                code: code(),
                server_name: server_name(),
                reason: "Shared in public.".to_owned(),
            },
            vec!["ABCD-EFGH-JKLM-NPQR", "vm-eligible"],
        ),
        (
            Notice::CodeRestored {
                code: code(),
                server_name: server_name(),
            },
            vec!["ABCD-EFGH-JKLM-NPQR", "vm-eligible"],
        ),
        (
            Notice::CodesInvalid {
                server_name: server_name(),
                count: 3,
            },
            vec!["vm-eligible", "3"],
        ),
        (
            Notice::CodeTakenBack {
                number: number(),
                domain: domain(),
            },
            about.clone(),
        ),
        (
            Notice::CodeHoldReminder {
                number: number(),
                domain: domain(),
                ends_at: due_at,
            },
            with(&["2026"]),
        ),
        (
            Notice::CodeHoldEnded {
                number: number(),
                domain: domain(),
                hold_days: 7,
            },
            with(&["7"]),
        ),
        (
            code_changed(CodeChange::Taken, ""),
            vec!["vm-eligible", "par•••@example.com #3f09c1"],
        ),
        (
            code_changed(CodeChange::Used, "partner-garden.cn"),
            vec![
                "vm-eligible",
                "par•••@example.com #3f09c1",
                "partner-garden.cn",
            ],
        ),
        (
            code_changed(CodeChange::Returned, "partner-garden.cn"),
            vec!["partner-garden.cn"],
        ),
        (
            code_changed(CodeChange::Abandoned, "partner-garden.cn"),
            vec!["partner-garden.cn"],
        ),
    ]
}

fn code_changed(change: CodeChange, domain: &str) -> Notice {
    Notice::CodeChanged {
        code: "7KQ2M-V9XTD-4HRPA-C3WNE".to_owned(),
        server_name: "vm-eligible".to_owned(),
        user: "par•••@example.com #3f09c1".to_owned(),
        domain: domain.to_owned(),
        change,
    }
}

#[test]
fn every_notice_says_what_it_is_about_in_both_languages() {
    let mut subjects = Vec::new();
    for (notice, values) in notices() {
        for language in ["en", "zh-CN"] {
            let (subject, body) = mail(language, &notice);
            assert!(body.contains(LINK), "{body}");
            for value in &values {
                assert!(body.contains(value), "{value} is missing: {body}");
            }
            let chinese = |text: &str| text.contains(['的', '订', '请', '备', '案', '您']);
            let own_words = body.replace("京ICP备20260001号", "");
            assert_eq!(chinese(&own_words), language == "zh-CN", "{body}");
            assert!(
                !subject.contains('\n') && subject.chars().count() <= 100,
                "{subject}"
            );
            subjects.push(subject);
        }
    }
    let count = subjects.len();
    subjects.sort();
    subjects.dedup();
    assert_eq!(subjects.len(), count, "two notices share a subject");
}

#[test]
fn every_mail_says_who_wrote_it_and_where_help_is() {
    let provider = ProviderSettings::of_demo();
    let signed = |(_, body): (String, String)| {
        assert!(
            body.ends_with(&format!("\n\n{}\n", provider.name)),
            "{body}"
        );
        for contact in [&provider.help_email, &provider.help_phone] {
            assert_eq!(body.matches(contact.as_str()).count(), 1, "{body}");
        }
    };
    for language in ["en", "zh-CN"] {
        for (notice, _) in notices() {
            signed(mail(language, &notice));
        }
        signed(of_login_code(language, "012345", &provider));
    }
    let by_mail_only = ProviderSettings {
        help_phone: String::new(),
        ..ProviderSettings::of_demo()
    };
    for (language, calls) in [("en", " or call "), ("zh-CN", "致电")] {
        let (_, body) = of_login_code(language, "012345", &by_mail_only);
        assert!(!body.contains(calls), "{body}");
    }
}

/// A new notice does not slip through the tests of this file.
#[test]
fn every_notice_is_among_the_samples() {
    let of = |notice: &Notice| {
        let value = serde_json::to_value(notice).unwrap();
        value.as_object().unwrap().keys().next().unwrap().clone()
    };
    let sampled: BTreeSet<String> = notices().iter().map(|(notice, _)| of(notice)).collect();
    let source = include_str!("../../../../shared/src/wire/message.rs");
    let body = source.split_once("pub enum Notice {").unwrap().1;
    let body = body.split_once("\n}").unwrap().0;
    let declared = body.lines().filter_map(|line| {
        let name = line.strip_prefix("    ")?.strip_suffix(" {")?;
        name.starts_with(char::is_uppercase).then_some(name)
    });
    assert_eq!(sampled.len(), declared.count());
}

#[test]
fn only_a_canceled_access_leaves_the_number() {
    for canceled in CanceledByAuthority::ALL {
        let notice = Notice::AccessEndedByAuthority {
            domain: "example-shop.cn".to_owned(),
            website_license_number: "京ICP备20260001号-1".to_owned(),
            canceled: *canceled,
            further: Vec::new(),
        };
        let stays = *canceled == CanceledByAuthority::Access;
        for (language, advice) in S5 {
            let (_, body) = mail(language, &notice);
            assert_eq!(body.contains(advice), stays, "{body}");
        }
        let (_, english) = mail("en", &notice);
        assert_eq!(english.contains("is not canceled"), stays, "{english}");
        let (_, chinese) = mail("zh-CN", &notice);
        assert_eq!(chinese.contains("没有注销"), stays, "{chinese}");
    }
}

#[test]
fn a_sentence_without_its_value_is_left_out() {
    let rejected = Notice::ProviderRejected {
        number: "FL-20261122-0007".to_owned(),
        domain: "example-shop.cn".to_owned(),
        reason: String::new(),
        fields: Vec::new(),
    };
    for (language, reason) in [("en", "Reason"), ("zh-CN", "原因：")] {
        let (_, body) = mail(language, &rejected);
        assert!(!body.contains(reason), "{body}");
    }
}

#[test]
fn what_the_authoritys_codes_mean_is_said_in_english_only() {
    let rejected = Notice::AuthorityRejected {
        number: "CA-20261122-0007".to_owned(),
        domain: "example-shop.cn".to_owned(),
        reason: "管局审核不通过 (1002)".to_owned(),
    };
    let says_it = |language| {
        let (_, body) = mail(language, &rejected);
        body.contains("(1002): not approved by the authority\n")
    };
    assert!(says_it("en"));
    assert!(!says_it("zh-CN"));
}

#[test]
fn s5_the_advice_to_add_access_goes_with_every_step_of_a_cancellation() {
    let with_advice: Vec<_> = notices()
        .into_iter()
        .map(|(notice, _)| notice)
        .filter(|notice| {
            matches!(
                notice,
                Notice::CancellationSubmitted { .. }
                    | Notice::CancellationHandedOver { .. }
                    | Notice::AccessCanceled { .. }
                    | Notice::AddAccessReminder { .. }
            )
        })
        .collect();
    assert_eq!(with_advice.len(), 4);
    for notice in with_advice {
        for (language, advice) in S5 {
            let (_, body) = mail(language, &notice);
            assert!(body.contains(advice), "{body}");
        }
    }
}

#[test]
fn a_due_date_is_the_day_in_shanghai() {
    let due_at = "2026-11-23T16:00:00Z".parse().unwrap();
    let notice = Notice::FilingSubmitted {
        number: String::new(),
        domain: String::new(),
        due_at,
    };
    assert!(
        mail("en", &notice)
            .1
            .contains("by the end of Monday, 23 November 2026")
    );
    assert!(
        mail("zh-CN", &notice)
            .1
            .contains("2026年11月23日（星期一）结束前")
    );
}

#[test]
fn a_log_in_code_is_in_the_body_and_not_in_the_subject() {
    let provider = ProviderSettings::of_demo();
    for language in ["en", "zh-CN"] {
        let (subject, body) = of_login_code(language, "012345", &provider);
        assert!(body.contains("012345") && body.contains("10"), "{body}");
        assert!(
            subject.contains(&provider.name) && !subject.contains("012345"),
            "{subject}"
        );
    }
}

#[test]
fn a_mail_about_the_account_says_what_happened_and_whom_to_ask() {
    let provider = ProviderSettings::of_demo();
    let (code, reason) = ("012345", "Reported as stolen.");
    for (mail, shown) in [
        (AccountMail::PasswordCode { code }, code),
        (AccountMail::PasswordChanged, ""),
        (AccountMail::Blocked { reason }, reason),
        (AccountMail::Unblocked, ""),
    ] {
        let texts = ["en", "zh-CN"].map(|language| of_account(language, &mail, &provider));
        assert_ne!(texts[0], texts[1]);
        for (subject, body) in texts {
            assert!(subject.contains(&provider.name) && !subject.contains(code));
            assert!(
                body.contains(shown) && body.contains(&provider.help_email),
                "{body}"
            );
        }
    }
}
