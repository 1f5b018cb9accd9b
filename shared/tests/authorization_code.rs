//! S24 and S29 to S34: the life of an authorization code.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, not covered by clippy.toml"
)]

use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
use shared::authorization_code::{
    CodeStatus, DisableRefused, FormerHolder, InvalidReason, Reservation, RestoreRefused,
    ServerFacts, VerifyRefusal,
};
use shared::calendar_date::add_years;
use shared::cloud_server::Ineligibility;
use shared::policy::OnAbandon;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn now() -> DateTime<Utc> {
    at("2026-11-22T06:05:00Z")
}

fn good() -> ServerFacts {
    ServerFacts {
        failed: vec![],
        expires_at: at("2027-11-22T06:00:00Z"),
    }
}

fn without_eip() -> ServerFacts {
    ServerFacts {
        failed: vec![Ineligibility::NoPublicIp],
        ..good()
    }
}

fn by(application_id: i64) -> Reservation {
    Reservation {
        application_id,
        account_id: 2,
        since: now(),
    }
}

fn licensing() -> CodeStatus {
    CodeStatus::Licensing(by(7))
}

#[test]
fn s24_a_code_is_valid_for_one_calendar_year() {
    assert_eq!(
        add_years(at("2026-11-22T06:00:00Z"), 1),
        at("2027-11-22T06:00:00Z")
    );
    // 29 February 2028 in Shanghai, although still the 28th in UTC.
    assert_eq!(
        add_years(at("2028-02-28T17:00:00Z"), 1),
        at("2029-02-27T17:00:00Z")
    );
    let facts = good();
    let last = Reservation {
        since: facts.expires_at - Duration::milliseconds(1),
        ..by(7)
    };
    assert!(CodeStatus::Unused.reserve(&facts, last).is_ok());
    let late = Reservation {
        since: facts.expires_at,
        ..by(7)
    };
    assert_eq!(
        CodeStatus::Unused.reserve(&facts, late),
        Err(VerifyRefusal::Expired)
    );
}

#[test]
fn s29_verification_checks_the_server_again() {
    assert_eq!(
        CodeStatus::Unused.reserve(&without_eip(), by(7)),
        Err(VerifyRefusal::ServerNotEligible {
            failed: vec![Ineligibility::NoPublicIp]
        })
    );
}

#[test]
fn s32a_a_code_in_use_has_been_used_for_everyone() {
    assert_eq!(
        licensing().reserve(&good(), by(7)),
        Err(VerifyRefusal::HasBeenUsed)
    );
    assert_eq!(
        licensing().reserve(&good(), by(8)),
        Err(VerifyRefusal::HasBeenUsed)
    );
}

#[test]
fn s32b_abandoning_burns_the_code_by_default() {
    let burned = licensing()
        .abandon(OnAbandon::Burn, 7, &good(), now())
        .unwrap();
    assert!(matches!(
        burned,
        CodeStatus::Invalid {
            reason: InvalidReason::Abandoned,
            ..
        }
    ));
    assert_eq!(
        burned.reserve(&good(), by(8)),
        Err(VerifyRefusal::Disabled {
            reason: InvalidReason::Abandoned
        })
    );
}

#[test]
fn s32b_abandoning_releases_the_code_where_policy_says_so() {
    let release = |facts: &ServerFacts, at| licensing().abandon(OnAbandon::Release, 7, facts, at);
    assert_eq!(release(&good(), now()), Some(CodeStatus::Unused));
    let late = good().expires_at;
    assert!(matches!(
        release(&good(), late),
        Some(CodeStatus::Invalid {
            reason: InvalidReason::Expired,
            ..
        })
    ));
    assert!(matches!(
        release(&without_eip(), now()),
        Some(CodeStatus::Invalid {
            reason: InvalidReason::ServerGone,
            ..
        })
    ));
}

#[test]
fn s33_approval_makes_it_used_even_after_its_expiry() {
    let late = good().expires_at + Duration::days(1);
    let used = licensing().approve(7, late).unwrap();
    assert_eq!(used.code(), "used");
    assert_eq!(
        used.reserve(&good(), by(8)),
        Err(VerifyRefusal::HasBeenUsed)
    );
    assert_eq!(licensing().approve(8, late), None);
}

#[test]
fn s34_owners_disable_unused_codes_only() {
    assert_eq!(
        CodeStatus::Unused
            .disable_by_owner(1, now())
            .unwrap()
            .code(),
        "invalid"
    );
    assert_eq!(
        licensing().disable_by_owner(1, now()),
        Err(DisableRefused::NotUnused)
    );
}

#[test]
fn s34_only_a_second_person_restores_what_staff_disabled() {
    let disabled = licensing().disable_by_staff(30, now()).unwrap();
    assert_eq!(
        disabled.restore(30, FormerHolder::Running, &good(), now()),
        Err(RestoreRefused::SamePerson)
    );
    let own = CodeStatus::Unused.disable_by_owner(1, now()).unwrap();
    assert_eq!(
        own.restore(31, FormerHolder::Gone, &good(), now()),
        Err(RestoreRefused::NotDisabledByStaff)
    );
}

#[test]
fn s34_a_restored_code_is_what_it_would_be_had_it_never_been_disabled() {
    let disabled = licensing().disable_by_staff(30, now()).unwrap();
    let restored = |holder| disabled.restore(31, holder, &good(), now()).unwrap();
    assert_eq!(restored(FormerHolder::Running), licensing());
    let used_at = now() - Duration::days(1);
    assert_eq!(
        restored(FormerHolder::Completed { at: used_at }),
        CodeStatus::Used {
            by: by(7),
            at: used_at
        },
        "S33: used codes stay used"
    );
    assert!(matches!(
        restored(FormerHolder::Abandoned(OnAbandon::Burn)),
        CodeStatus::Invalid {
            reason: InvalidReason::Abandoned,
            ..
        }
    ));
    for holder in [
        FormerHolder::Abandoned(OnAbandon::Release),
        FormerHolder::Gone,
    ] {
        assert_eq!(restored(holder), CodeStatus::Unused);
    }
}

#[test]
fn r3_a_lost_server_ends_unused_codes_only() {
    assert!(matches!(
        CodeStatus::Unused.lose_server(now()),
        Some(CodeStatus::Invalid {
            reason: InvalidReason::ServerGone,
            ..
        })
    ));
    assert_eq!(licensing().lose_server(now()), None);
}

#[test]
fn r7_expiry_leaves_a_running_application_its_code() {
    let expiry = good().expires_at;
    assert_eq!(licensing().expire(expiry, expiry), None);
    assert!(CodeStatus::Unused.expire(expiry, expiry).is_some());
    assert_eq!(CodeStatus::Unused.expire(expiry, now()), None);
}

/// One thing that can happen to a code.
#[derive(Debug, Clone, Copy)]
enum Step {
    Reserve(i64),
    Approve(i64),
    AbandonBurn(i64),
    AbandonRelease(i64),
    Expire,
    LoseServer,
    DisableByOwner,
    DisableByStaff(i64),
    Restore(i64, FormerHolder),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (7_i64..9).prop_map(Step::Reserve),
        (7_i64..9).prop_map(Step::Approve),
        (7_i64..9).prop_map(Step::AbandonBurn),
        (7_i64..9).prop_map(Step::AbandonRelease),
        Just(Step::Expire),
        Just(Step::LoseServer),
        Just(Step::DisableByOwner),
        (30_i64..32).prop_map(Step::DisableByStaff),
        (30_i64..32, any_holder()).prop_map(|(who, holder)| Step::Restore(who, holder)),
    ]
}

fn any_holder() -> impl Strategy<Value = FormerHolder> {
    prop_oneof![
        Just(FormerHolder::Running),
        Just(FormerHolder::Completed { at: now() }),
        Just(FormerHolder::Abandoned(OnAbandon::Burn)),
        Just(FormerHolder::Gone),
    ]
}

fn take(status: &CodeStatus, step: Step) -> Option<CodeStatus> {
    let facts = good();
    match step {
        Step::Reserve(application) => status.reserve(&facts, by(application)).ok(),
        Step::Approve(application) => status.approve(application, now()),
        Step::AbandonBurn(application) => {
            status.abandon(OnAbandon::Burn, application, &facts, now())
        }
        Step::AbandonRelease(application) => {
            status.abandon(OnAbandon::Release, application, &facts, now())
        }
        Step::Expire => status.expire(facts.expires_at, facts.expires_at),
        Step::LoseServer => status.lose_server(now()),
        Step::DisableByOwner => status.disable_by_owner(1, now()).ok(),
        Step::DisableByStaff(who) => status.disable_by_staff(who, now()).ok(),
        Step::Restore(who, holder) => status.restore(who, holder, &facts, now()).ok(),
    }
}

proptest! {
    /// Used is final; and whoever holds the code, only that application ends the holding,
    /// save for staff.
    #[test]
    fn s30_no_sequence_of_steps_breaks_the_life_cycle(steps in proptest::collection::vec(any_step(), 0..30)) {
        let mut status = CodeStatus::Unused;
        for step in steps {
            let Some(next) = take(&status, step) else { continue };
            prop_assert_ne!(status.code(), "used");
            if let (CodeStatus::Licensing(by), CodeStatus::Used { .. } | CodeStatus::Unused) = (&status, &next) {
                let own = matches!(step, Step::Approve(id) | Step::AbandonRelease(id) if id == by.application_id);
                prop_assert!(own, "{step:?}");
            }
            status = next;
        }
    }
}
