use super::*;
use crate::text::side_by_side::{assert_distinct, assert_side_by_side};
use shared::cloud_server::Ineligibility;
use shared::field::Field;
use shared::review::FieldReason;

fn notices() -> Vec<Notice> {
    let at = "2026-11-23T16:00:00Z".parse().unwrap();
    let number = || "CA-20261122-0007".to_owned();
    let domain = || "example-shop.cn".to_owned();
    let license = || "京ICP备20260001号-1".to_owned();
    let reason = || "The domain has expired.".to_owned();
    let server_name = || "vm-eligible".to_owned();
    let code = || "•••••-•••••-•••••-C3WNE".to_owned();
    vec![
        Notice::CancellationSubmitted {
            number: number(),
            domain: domain(),
            due_at: at,
        },
        Notice::CancellationKept {
            number: number(),
            domain: domain(),
        },
        Notice::CancellationHandedOver {
            number: number(),
            domain: domain(),
        },
        Notice::AccessCanceled {
            number: number(),
            domain: domain(),
            website_license_number: license(),
        },
        Notice::AccessEndedByAuthority {
            domain: domain(),
            website_license_number: license(),
            canceled: CanceledByAuthority::Entity,
            further: vec!["example-blog.cn".to_owned()],
        },
        Notice::AddAccessReminder {
            domain: domain(),
            website_license_number: license(),
        },
        Notice::FilingSubmitted {
            number: number(),
            domain: domain(),
            due_at: at,
        },
        Notice::FilingHandedOver {
            number: number(),
            domain: domain(),
        },
        Notice::FilingApproved {
            number: number(),
            domain: domain(),
        },
        Notice::LicenseIssued {
            number: number(),
            domain: domain(),
            entity_license_number: "京ICP备20260001号".to_owned(),
            website_license_number: license(),
        },
        Notice::ProviderRejected {
            number: number(),
            domain: domain(),
            reason: reason(),
            fields: vec![FieldReason {
                field: Field::WebsiteName,
                reason: reason(),
            }],
        },
        Notice::AuthorityRejected {
            number: number(),
            domain: domain(),
            reason: reason(),
        },
        Notice::ApplicationTakenBack {
            number: number(),
            domain: domain(),
            due_at: at,
        },
        Notice::ApplicationHeld {
            number: number(),
            domain: domain(),
            cause: Some(HoldCause::ServerNotEligible {
                server_name: server_name(),
                failed: vec![Ineligibility::NotUsable],
            }),
        },
        Notice::HoldLifted {
            number: number(),
            domain: domain(),
        },
        Notice::ApplicationWithdrawn {
            number: number(),
            domain: domain(),
            code: Some(CodeFate::Burned),
        },
        Notice::ApplicationAbandoned {
            number: number(),
            domain: domain(),
            code: Some(CodeFate::Burned),
        },
        Notice::DraftReminder {
            number: number(),
            days_left: 15,
            code: Some(CodeFate::Released),
        },
        Notice::DraftExpired {
            number: number(),
            code: Some(CodeFate::Released),
        },
        Notice::CodeDisabledByStaff {
            code: code(),
            server_name: server_name(),
            reason: "Shared in public.".to_owned(),
        },
        Notice::CodeRestored {
            code: code(),
            server_name: server_name(),
        },
        Notice::CodesInvalid {
            server_name: server_name(),
            count: 1,
        },
        Notice::CodeTakenBack {
            number: number(),
            domain: domain(),
        },
        Notice::CodeHoldReminder {
            number: number(),
            domain: domain(),
            ends_at: at,
        },
        Notice::CodeHoldEnded {
            number: number(),
            domain: domain(),
            hold_days: 7,
        },
        code_changed(CodeChange::Taken, ""),
        code_changed(CodeChange::Used, "partner-garden.cn"),
        code_changed(CodeChange::Returned, "partner-garden.cn"),
        code_changed(CodeChange::Abandoned, "partner-garden.cn"),
    ]
}

fn code_changed(change: CodeChange, domain: &str) -> Notice {
    Notice::CodeChanged {
        code: "•••••-•••••-•••••-C3WNE".to_owned(),
        server_name: "vm-eligible".to_owned(),
        user: "par•••@example.com #3f09c1".to_owned(),
        domain: domain.to_owned(),
        change,
    }
}

#[test]
fn an_owner_reads_which_account_and_which_website_and_what_it_means() {
    for change in CodeChange::ALL {
        let of_website = code_changed(*change, "partner-garden.cn");
        assert_side_by_side(|language| sentence(language, &of_website));
        let english = sentence(Language::English, &of_website);
        assert!(english.contains("par•••@example.com #3f09c1, website partner-garden.cn\n"));
        let unnamed = sentence(Language::English, &code_changed(*change, ""));
        assert!(!unnamed.contains("website "), "{unnamed}");
    }
    assert_distinct(CodeChange::ALL, |language, change| {
        sentence(language, &code_changed(*change, ""))
    });
}

#[test]
fn every_message_has_its_own_title_in_both_languages() {
    let notices = notices();
    for notice in &notices {
        assert_side_by_side(|language| title(language, notice));
        assert_side_by_side(|language| sentence(language, notice));
    }
    assert_distinct(&notices, title);
}

#[test]
fn a_number_that_the_authority_canceled_is_not_said_to_stay() {
    for canceled in CanceledByAuthority::ALL {
        let said = |language| {
            sentence(
                language,
                &Notice::AccessEndedByAuthority {
                    domain: "example-shop.cn".to_owned(),
                    website_license_number: "京ICP备20260001号-1".to_owned(),
                    canceled: *canceled,
                    further: Vec::new(),
                },
            )
        };
        assert_side_by_side(said);
        let stays = *canceled == CanceledByAuthority::Access;
        assert_eq!(said(Language::English).contains("stays"), stays);
        assert_eq!(said(Language::Chinese).contains("保留"), stays);
    }
}

#[test]
fn s5_canceling_messages_tell_to_add_access() {
    for notice in notices().iter().filter(|notice| {
        matches!(
            notice,
            Notice::CancellationHandedOver { .. } | Notice::AccessCanceled { .. }
        )
    }) {
        assert!(sentence(Language::English, notice).contains("Add access at the provider"));
        assert!(sentence(Language::Chinese, notice).contains("新增接入"));
    }
}
