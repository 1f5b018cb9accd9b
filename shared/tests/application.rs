//! The life of an application: the transition table, and properties of any sequence.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, not covered by clippy.toml"
)]

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use shared::application::{ApplicationKind, ApplicationStatus, Command};

const T: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn commands() -> Vec<Command> {
    vec![
        Command::Submit {
            at: T,
            due_at: T,
            due_is_provisional: false,
        },
        Command::Approve { at: T },
        Command::Reject { at: T },
        Command::HandOver { at: T },
        Command::TakeBack {
            at: T,
            due_at: T,
            due_is_provisional: false,
        },
        Command::AuthorityApprove { at: T },
        Command::AuthorityReject { at: T },
        Command::Withdraw { at: T },
        Command::Abandon { at: T },
    ]
}

fn statuses() -> Vec<ApplicationStatus> {
    vec![
        ApplicationStatus::Draft,
        ApplicationStatus::ProviderReview {
            submitted_at: T,
            due_at: T,
            due_is_provisional: false,
        },
        ApplicationStatus::ProviderRejected { rejected_at: T },
        ApplicationStatus::Submitting { approved_at: T },
        ApplicationStatus::AuthorityReview { handed_over_at: T },
        ApplicationStatus::AuthorityRejected { rejected_at: T },
        ApplicationStatus::Completed { completed_at: T },
        ApplicationStatus::Withdrawn { withdrawn_at: T },
        ApplicationStatus::Abandoned { abandoned_at: T },
    ]
}

fn table(kind: ApplicationKind) -> String {
    let mut lines = Vec::new();
    for status in statuses() {
        for command in commands() {
            if let Ok(next) = status.apply(kind, &command) {
                lines.push(format!(
                    "{} --{}--> {}",
                    status.code(),
                    command.code(),
                    next.code()
                ));
            }
        }
    }
    lines.join("\n")
}

/// The state machine of rules.md; every pair that is not listed is refused.
#[test]
fn the_transition_table_of_a_cancellation() {
    assert_eq!(
        table(ApplicationKind::CancelAccess),
        "\
draft --submit--> provider_review
draft --abandon--> abandoned
provider_review --approve--> submitting
provider_review --reject--> provider_rejected
provider_review --withdraw--> withdrawn
provider_rejected --submit--> provider_review
provider_rejected --abandon--> abandoned
submitting --hand_over--> authority_review
submitting --take_back--> provider_review
submitting --authority_approve--> completed
submitting --authority_reject--> authority_rejected
submitting --withdraw--> withdrawn
authority_review --take_back--> provider_review
authority_review --authority_approve--> completed
authority_review --authority_reject--> authority_rejected
authority_rejected --submit--> provider_review
authority_rejected --abandon--> abandoned"
    );
}

#[test]
fn a_withdrawn_filing_is_a_draft_again_and_can_be_abandoned_in_review() {
    let cancellation = table(ApplicationKind::CancelAccess);
    let expected = cancellation
        .replace("--withdraw--> withdrawn", "--withdraw--> draft")
        .replace(
            "provider_review --withdraw--> draft",
            "provider_review --withdraw--> draft\nprovider_review --abandon--> abandoned",
        );
    assert_eq!(table(ApplicationKind::FirstLicense), expected);
    assert_eq!(table(ApplicationKind::NewAccess), expected);
}

#[test]
fn s16_what_the_authority_has_cannot_be_withdrawn() {
    for status in statuses() {
        let withdrawable =
            status.allows(ApplicationKind::CancelAccess, &Command::Withdraw { at: T });
        let not_handed_over = ["provider_review", "submitting"].contains(&status.code());
        assert_eq!(withdrawable, not_handed_over);
    }
}

#[test]
fn a_refusal_names_the_status_and_the_command() {
    let refused = ApplicationStatus::Draft
        .apply(ApplicationKind::NewAccess, &Command::Approve { at: T })
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "an application that is draft cannot approve"
    );
}

proptest! {
    #[test]
    fn final_means_final_and_every_status_is_known(kind in 0_usize..3, picks in proptest::collection::vec(0_usize..9, 0..40)) {
        let kind = ApplicationKind::ALL[kind];
        let mut status = ApplicationStatus::Draft;
        for pick in picks {
            let was_final = status.is_final();
            if let Ok(next) = status.apply(kind, &commands()[pick]) {
                prop_assert!(!was_final);
                prop_assert!(ApplicationStatus::CODES.contains(&next.code()));
                status = next;
            }
        }
    }

    #[test]
    fn a_status_survives_being_written_and_read(pick in 0_usize..9) {
        let status = statuses()[pick].clone();
        let text = serde_json::to_string(&status).unwrap();
        prop_assert_eq!(serde_json::from_str::<ApplicationStatus>(&text).unwrap(), status);
    }
}

#[test]
fn the_sets_of_names_agree_with_the_statuses() {
    for status in statuses() {
        let is_in = |names: &[&str]| names.contains(&status.code());
        assert_eq!(is_in(&ApplicationStatus::EDITABLE), status.is_editable());
        assert_eq!(is_in(&ApplicationStatus::FINAL), status.is_final());
        assert_eq!(
            is_in(&ApplicationStatus::IN_PROGRESS),
            status.is_in_progress()
        );
        let waits_here = status.code() == ApplicationStatus::PROVIDER_REVIEW;
        assert_eq!(
            is_in(&ApplicationStatus::REPORTED),
            status.is_in_progress() && !waits_here
        );
    }
}
