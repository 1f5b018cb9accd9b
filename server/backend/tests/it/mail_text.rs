//! Every notice has words in both languages.

use backend::mail_text::{of_login_code, of_notice};
use backend::settings::ProviderSettings;
use shared::application::HoldCause;
use shared::wire::application::CodeFate;
use shared::wire::message::{CanceledByAuthority, Notice};

const LINK: &str = "https://license.example/console/applications/7";
const S5: [(&str, &str); 2] = [
    ("en", "add access at the provider that serves it now"),
    ("zh-CN", "请尽快在现用的接入商处办理新增接入"),
];

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
                canceled: CanceledByAuthority::Website,
            },
            vec!["example-shop.cn", "京ICP备20260001号-1"],
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
    ]
}

#[test]
fn every_notice_says_what_it_is_about_in_both_languages() {
    let mut subjects = Vec::new();
    for (notice, values) in notices() {
        for language in ["en", "zh-CN"] {
            let (subject, body) = of_notice(language, &notice, LINK);
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
fn only_a_canceled_access_leaves_the_number() {
    for canceled in CanceledByAuthority::ALL {
        let notice = Notice::AccessEndedByAuthority {
            domain: "example-shop.cn".to_owned(),
            website_license_number: "京ICP备20260001号-1".to_owned(),
            canceled: *canceled,
        };
        let stays = *canceled == CanceledByAuthority::Access;
        for (language, advice) in S5 {
            let (_, body) = of_notice(language, &notice, LINK);
            assert_eq!(body.contains(advice), stays, "{body}");
        }
        let (_, english) = of_notice("en", &notice, LINK);
        assert_eq!(english.contains("is not canceled"), stays, "{english}");
        let (_, chinese) = of_notice("zh-CN", &notice, LINK);
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
        let (_, body) = of_notice(language, &rejected, LINK);
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
        let (_, body) = of_notice(language, &rejected, LINK);
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
            let (_, body) = of_notice(language, &notice, LINK);
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
        of_notice("en", &notice, LINK)
            .1
            .contains("by the end of Monday, 23 November 2026")
    );
    assert!(
        of_notice("zh-CN", &notice, LINK)
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
