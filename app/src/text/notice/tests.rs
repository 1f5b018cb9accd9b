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
            canceled: CanceledByAuthority::Website,
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
        },
        Notice::ApplicationAbandoned {
            number: number(),
            domain: domain(),
            code: Some(CodeFate::Burned),
        },
        Notice::DraftReminder {
            number: number(),
            days_left: 15,
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
    ]
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
