//! S20 to S34 through the commands.

use crate::harness::{Harness, on_each_database};
use crate::steps::{code, codes_of, issue_code, problems, verify_code};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::accounts::set_mails_about_codes::set_mails_about_codes;
use backend::commands::applications::abandon::abandon;
use backend::commands::applications::verify_product::verify_product;
use backend::commands::codes::{apply::apply, disable::disable, disable_by_staff, restore};
use backend::error::Error;
use backend::jobs::expire_codes::expire_codes;
use backend::queries::all_codes::all_codes;
use backend::queries::codes::codes;
use backend::queries::messages::messages;
use backend::queries::servers::servers;
use backend::store::entities::{access, application, authorization_code, cloud_server};
use chrono::Duration;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::authorization_code::VerifyRefusal;
use shared::policy::{OnAbandon, QuotaMode};
use shared::problem::Problem;
use shared::wire::code::{CodeFilter, CodeStatusView};
use shared::wire::message::Notice;

on_each_database!(s23_the_sixth_code_is_refused_and_s25_all_or_nothing);
async fn s23_the_sixth_code_is_refused_and_s25_all_or_nothing(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    apply(&h.backend, &holder, server.id, 3, "a").await.unwrap();
    assert_eq!(
        codes_of(apply(&h.backend, &holder, server.id, 3, "b").await),
        ["quota"]
    );
    assert_eq!(count(h).await, 3);
    apply(&h.backend, &holder, server.id, 2, "c").await.unwrap();
    assert_eq!(
        codes_of(apply(&h.backend, &holder, server.id, 1, "d").await),
        ["quota"]
    );
    assert_eq!(count(h).await, 5);
}

on_each_database!(s26_a_double_click_issues_one_batch);
async fn s26_a_double_click_issues_one_batch(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let second = h.second_process();
    let (one, two) = tokio::join!(
        apply(&h.backend, &holder, server.id, 5, "same"),
        apply(&second, &holder, server.id, 5, "same"),
    );
    one.unwrap();
    two.unwrap();
    assert_eq!(
        codes_of(apply(&h.backend, &holder, server.id, 2, "same").await),
        ["codes_issued_already"]
    );
    assert_eq!(count(h).await, 5);
}

on_each_database!(s23_two_requests_at_once_cannot_pass_five);
async fn s23_two_requests_at_once_cannot_pass_five(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let (one, two) = tokio::join!(
        apply(&h.backend, &holder, server.id, 3, "a"),
        apply(&h.backend, &holder, server.id, 3, "b"),
    );
    assert_eq!(one.is_ok(), two.is_err());
    assert_eq!(count(h).await, 3);
}

on_each_database!(s23_in_live_mode_an_invalid_code_counts_no_more_until_it_is_restored);
async fn s23_in_live_mode_an_invalid_code_counts_no_more_until_it_is_restored(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let live = h.with_settings(|settings| settings.policy.code.quota_mode = QuotaMode::Live);
    apply(&live, &holder, server.id, 5, "a").await.unwrap();
    let code = authorization_code::Entity::find()
        .one(&live.database)
        .await
        .unwrap()
        .unwrap();
    let supervisor = h.supervisor().await;
    disable_by_staff::disable_by_staff(&live, &supervisor, code.id, "resold")
        .await
        .unwrap();
    assert_eq!(remaining(&live, &holder).await, 1);
    assert_eq!(remaining(&h.backend, &holder).await, 0);
    let again = apply(&h.backend, &holder, server.id, 1, "b").await;
    assert_eq!(codes_of(again), ["quota"], "lifetime mode counts it");
    let second = h
        .caller("supervisor2@example.com", shared::role::Role::Supervisor)
        .await;
    restore::restore(&live, &second, code.id).await.unwrap();
    assert_eq!(remaining(&live, &holder).await, 0);
    let again = apply(&live, &holder, server.id, 1, "b").await;
    assert_eq!(codes_of(again), ["quota"]);
    disable(&live, &holder, code.id).await.unwrap();
    apply(&live, &holder, server.id, 1, "b").await.unwrap();
    assert_eq!(count(h).await, 6);
    h.run_jobs().await;
}

on_each_database!(r6_an_ended_access_gives_its_place_back_in_live_mode_only);
async fn r6_an_ended_access_gives_its_place_back_in_live_mode_only(h: &Harness) {
    let holder = h.holder().await;
    let (text, row) = issue_code(h, &holder).await;
    let id = crate::steps::submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    crate::steps::approve(h, &h.reviewer().await, id).await;
    crate::steps::authority_approves(h).await;
    let live = h.with_settings(|settings| settings.policy.code.quota_mode = QuotaMode::Live);
    assert_eq!(remaining(&live, &holder).await, 4);
    access::Entity::update_many()
        .col_expr(access::Column::State, Expr::value("canceled"))
        .col_expr(access::Column::CanceledAt, Expr::value(1))
        .exec(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(remaining(&live, &holder).await, 5);
    assert_eq!(remaining(&h.backend, &holder).await, 4);
    assert_eq!(code(h, row.id).await.status, "used", "R-6: it stays Used");
}

async fn remaining(backend: &Backend, holder: &Caller) -> u32 {
    let servers = servers(backend, holder).await.unwrap();
    servers[0].remaining
}

on_each_database!(s22_an_ineligible_server_gives_every_reason);
async fn s22_an_ineligible_server_gives_every_reason(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    cloud_server::Entity::update_many()
        .col_expr(
            cloud_server::Column::PublicIp,
            Expr::value(Option::<String>::None),
        )
        .col_expr(cloud_server::Column::Mainland, Expr::value(false))
        .filter(cloud_server::Column::Id.eq(server.id))
        .exec(&h.backend.database)
        .await
        .unwrap();
    let found = problems(apply(&h.backend, &holder, server.id, 1, "a").await);
    assert!(
        matches!(found.as_slice(), [Problem::ServerNotEligible { failed }] if failed.len() == 2)
    );
}

on_each_database!(another_holders_server_is_not_found);
async fn another_holders_server_is_not_found(h: &Harness) {
    let server = h.eligible_server(&h.holder().await).await;
    let partner = h.partner().await;
    let outcome = apply(&h.backend, &partner, server.id, 1, "a").await;
    assert!(matches!(outcome, Err(Error::NotFound)));
    let reviewer = h.reviewer().await;
    let outcome = apply(&h.backend, &reviewer, server.id, 1, "a").await;
    assert!(matches!(outcome, Err(Error::Forbidden)));
}

on_each_database!(s29_two_accounts_at_once_one_wins);
async fn s29_two_accounts_at_once_one_wins(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let other = h
        .caller("partner2@example.com", shared::role::Role::Holder)
        .await;
    // A second process: another writer's queue on the same database.
    let second = h.second_process();
    let (one, two) = tokio::join!(
        verify_product(
            &h.backend,
            &partner,
            verify_code("first_license", "p", &text)
        ),
        verify_product(&second, &other, verify_code("first_license", "o", &text)),
    );
    assert_eq!(one.is_ok(), two.is_err(), "{one:?} {two:?}");
    let lost = if one.is_ok() { two } else { one };
    assert_eq!(
        problems(lost),
        [Problem::CodeRefused {
            why: VerifyRefusal::HasBeenUsed
        }]
    );
    assert_eq!(code(h, row.id).await.status, "licensing");
    assert_eq!(
        application::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        1
    );
}

on_each_database!(the_six_refusals_at_verify);
async fn the_six_refusals_at_verify(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let try_code = async |key: &str, text: &str| {
        let input = verify_code("first_license", key, text);
        codes_and_detail(problems(verify_product(&h.backend, &partner, input).await))
    };
    assert_eq!(try_code("1", "7KQ2M").await, "code_mistyped");
    let unknown = shared::authorization_code::CodeText::from_random(&[3; 64])
        .unwrap()
        .to_string();
    assert_eq!(try_code("2", &unknown).await, "unknown");

    let (used, _) = issue_code(h, &holder).await;
    let first = verify_code("first_license", "3", &used);
    verify_product(&h.backend, &holder_without_entity(h).await, first)
        .await
        .unwrap();
    assert_eq!(try_code("4", &used).await, "has_been_used");

    let (disabled, row) = issue_code(h, &holder).await;
    disable(&h.backend, &holder, row.id).await.unwrap();
    assert_eq!(try_code("5", &disabled).await, "disabled");

    let (gone, row) = issue_code(h, &holder).await;
    cloud_server::Entity::update_many()
        .col_expr(cloud_server::Column::State, Expr::value("refunded"))
        .filter(cloud_server::Column::Id.eq(row.server_id))
        .exec(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(try_code("6", &gone).await, "server_not_eligible");

    let (expired, _) = issue_code(h, &holder).await;
    h.clock.advance(Duration::days(366));
    assert_eq!(try_code("7", &expired).await, "expired");
    // Refusals start no draft.
    assert_eq!(
        application::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        1
    );
}

on_each_database!(a_code_in_an_own_application_leads_there);
async fn a_code_in_an_own_application_leads_there(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let verify = async |key: &str| {
        let input = verify_code("first_license", key, &text);
        verify_product(&h.backend, &partner, input).await
    };
    let application_id = verify("1").await.unwrap();
    // A step back in the browser loads the page anew, with another key.
    let number = crate::steps::application(h, application_id).await.number;
    let used = Problem::CodeRefused {
        why: VerifyRefusal::HasBeenUsed,
    };
    let own = Problem::CodeInOwnApplication {
        application_id,
        number,
    };
    assert_eq!(problems(verify("2").await), [used.clone(), own]);
    let others = verify_code("first_license", "3", &text);
    let outcome = verify_product(&h.backend, &holder_without_entity(h).await, others).await;
    assert_eq!(problems(outcome), [used]);
}

on_each_database!(s24_the_job_expires_unused_codes_once);
async fn s24_the_job_expires_unused_codes_once(h: &Harness) {
    let holder = h.holder().await;
    set_mails_about_codes(&h.backend, &holder, true)
        .await
        .unwrap();
    let (_, row) = issue_code(h, &holder).await;
    expire_codes(&h.backend).await.unwrap();
    assert_eq!(code(h, row.id).await.status, "unused");
    h.clock.advance(Duration::days(365));
    expire_codes(&h.backend).await.unwrap();
    expire_codes(&h.backend).await.unwrap();
    let after = code(h, row.id).await;
    assert_eq!(
        (after.status.as_str(), after.reason.as_deref()),
        ("invalid", Some("expired"))
    );
    assert_eq!(h.run_jobs().await, 1);
}

on_each_database!(r1_a_draft_gives_its_code_back);
async fn r1_a_draft_gives_its_code_back(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let input = verify_code("first_license", "a", &text);
    let id = verify_product(&h.backend, &partner, input.clone())
        .await
        .unwrap();
    // The same form again finds its own draft and its own code.
    assert_eq!(
        verify_product(&h.backend, &partner, input).await.unwrap(),
        id
    );
    abandon(&h.backend, &partner, id).await.unwrap();
    abandon(&h.backend, &partner, id).await.unwrap();
    assert_eq!(code(h, row.id).await.status, "unused");
    h.run_jobs().await;
}

on_each_database!(r1_an_abandoned_application_burns_or_releases_its_code);
async fn r1_an_abandoned_application_burns_or_releases_its_code(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    for (on_abandon, expected, told) in [
        (OnAbandon::Burn, "invalid", "is now Invalid"),
        (OnAbandon::Release, "unused", "is Unused again"),
    ] {
        let backend = h.with_settings(|settings| settings.policy.code.on_abandon = on_abandon);
        let (text, row) = issue_code(h, &holder).await;
        let id =
            crate::steps::submit_first_license(h, &partner, &text, &format!("{expected}.cn")).await;
        abandon(&backend, &partner, id).await.unwrap();
        assert_eq!(code(h, row.id).await.status, expected);
        h.run_jobs().await;
        let mail = h.mailer.sent_to(&partner.email).pop().unwrap();
        assert!(mail.body.contains(told), "{}", mail.body);
    }
}

on_each_database!(s34_staff_disable_and_a_second_person_restores);
async fn s34_staff_disable_and_a_second_person_restores(h: &Harness) {
    let holder = h.holder().await;
    set_mails_about_codes(&h.backend, &holder, true)
        .await
        .unwrap();
    let (text, row) = issue_code(h, &holder).await;
    let partner = h.partner().await;
    let id = crate::steps::submit_first_license(h, &partner, &text, "held.cn").await;
    let supervisor = h.supervisor().await;
    let second = h
        .caller("supervisor2@example.com", shared::role::Role::Supervisor)
        .await;
    let other_process = h.second_process();
    let (one, two) = tokio::join!(
        disable_by_staff::disable_by_staff(&h.backend, &supervisor, row.id, "resold"),
        disable_by_staff::disable_by_staff(&other_process, &supervisor, row.id, "resold"),
    );
    one.unwrap();
    two.unwrap();
    let another = disable_by_staff::disable_by_staff(&h.backend, &second, row.id, "resold").await;
    assert_eq!(codes_of(another), ["code_not_disabled"]);
    assert_eq!(
        crate::steps::application(h, id)
            .await
            .hold_reason
            .as_deref(),
        Some("code_disabled")
    );
    let version = crate::steps::application(h, id).await.version;
    let reviewer = h.reviewer().await;
    let held =
        backend::commands::review::approve::approve(&h.backend, &reviewer, id, version).await;
    assert_eq!(codes_of(held), ["held"]);
    let reads = async |caller: &Caller| {
        let filter = CodeFilter::default();
        let mut rows = all_codes(&h.backend, caller, filter).await.unwrap();
        rows.codes.items.remove(0)
    };
    assert!(reads(&supervisor).await.disabled_by_reader);
    let row_of_second = reads(&second).await;
    assert!(!row_of_second.disabled_by_reader);
    let own = codes(&h.backend, &h.holder().await, CodeFilter::default()).await;
    let own = own.unwrap().codes.items.remove(0);
    for status in [row_of_second.status, own.status] {
        let CodeStatusView::Invalid { words, held_by, .. } = status else {
            panic!("{status:?}");
        };
        assert_eq!(words.as_deref(), Some("resold"));
        let by = held_by.unwrap();
        assert!(by.user.starts_with("par•••@example.com"), "{by:?}");
        assert_eq!((by.domain.as_str(), by.since), ("held.cn", h.backend.now()));
    }
    let same = restore::restore(&h.backend, &supervisor, row.id).await;
    assert_eq!(codes_of(same), ["code_not_restored"]);
    restore::restore(&h.backend, &second, row.id).await.unwrap();
    assert_eq!(code(h, row.id).await.status, "licensing");
    assert_eq!(crate::steps::application(h, id).await.hold_reason, None);
    h.run_jobs().await;
    let mails = h.mailer.sent_to("holder@example.com");
    let told = mails
        .iter()
        .any(|mail| mail.body.contains("Reason:\n\nresold\n"));
    assert!(told, "{mails:?}");
    // The owner's page names the code, the mails do not.
    assert!(mails.iter().all(|mail| !mail.body.contains(&text)));
    let messages = messages(&h.backend, &h.holder().await, None).await.unwrap();
    let named = messages.items.iter().filter(|message| {
        matches!(&message.notice, Notice::CodeDisabledByStaff { code, .. }
            | Notice::CodeRestored { code, .. } if *code == text)
    });
    assert_eq!(named.count(), 2);
}

on_each_database!(guessing_codes_is_slowed_down);
async fn guessing_codes_is_slowed_down(h: &Harness) {
    let partner = h.partner().await;
    let guess = |number: u8| {
        let text = shared::authorization_code::CodeText::from_random(&[number; 64]).unwrap();
        verify_code("first_license", "guess", &text.to_string())
    };
    for number in 0..20 {
        let outcome = verify_product(&h.backend, &partner, guess(number)).await;
        assert_eq!(codes_of(outcome), ["code_refused"]);
    }
    assert_eq!(
        codes_of(verify_product(&h.backend, &partner, guess(21)).await),
        ["too_many_tries"]
    );
    h.clock.advance(Duration::minutes(16));
    assert_eq!(
        codes_of(verify_product(&h.backend, &partner, guess(22)).await),
        ["code_refused"]
    );
}

async fn holder_without_entity(h: &Harness) -> backend::caller::Caller {
    h.caller("third@example.com", shared::role::Role::Holder)
        .await
}

async fn count(h: &Harness) -> u64 {
    authorization_code::Entity::find()
        .count(&h.backend.database)
        .await
        .unwrap()
}

fn codes_and_detail(problems: Vec<Problem>) -> String {
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    match problem {
        Problem::CodeRefused { why } => {
            let json = serde_json::to_value(why).unwrap();
            match json.as_object() {
                Some(with_values) => with_values.keys().next().unwrap().clone(),
                None => json.as_str().unwrap().to_owned(),
            }
        }
        other => other.code().to_owned(),
    }
}
