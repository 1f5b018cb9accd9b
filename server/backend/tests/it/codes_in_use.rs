//! Owners follow what others do with their codes, and take them back from drafts.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, code, codes_of, fill_in_first_license, issue_code,
    submit, submit_first_license, verify_code,
};
use backend::caller::Caller;
use backend::commands::accounts::set_mails_about_codes::set_mails_about_codes;
use backend::commands::applications::abandon::abandon;
use backend::commands::applications::verify_product::verify_product;
use backend::commands::applications::withdraw::withdraw;
use backend::commands::codes::take_back::take_back;
use backend::error::Error;
use backend::queries::account::account;
use backend::queries::application::application as shown;
use backend::queries::filing::filing;
use backend::queries::messages::messages;
use shared::problem::Problem;
use shared::role::Role;
use shared::wire::application::{CodeFate, TimelineEvent};
use shared::wire::message::{CodeChange, Notice};

async fn told(h: &Harness, caller: &Caller) -> Vec<Notice> {
    let page = messages(&h.backend, caller, None).await.unwrap();
    page.items.into_iter().map(|item| item.notice).collect()
}

/// What the owner was told of the codes, the newest first: the change and the domain.
async fn changes(h: &Harness, owner: &Caller) -> Vec<(CodeChange, String)> {
    let notices = told(h, owner).await.into_iter();
    notices
        .filter_map(|notice| match notice {
            Notice::CodeChanged { change, domain, .. } => Some((change, domain)),
            _ => None,
        })
        .collect()
}

/// The draft of somebody who verified a code: its id.
async fn draft(h: &Harness, applicant: &Caller, key: &str, text: &str) -> i64 {
    let input = verify_code("first_license", key, text);
    verify_product(&h.backend, applicant, input).await.unwrap()
}

on_each_database!(an_owner_is_told_when_a_code_is_taken_returned_and_burned);
async fn an_owner_is_told_when_a_code_is_taken_returned_and_burned(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, row) = issue_code(h, &holder).await;
    let id = draft(h, &partner, "a", &text).await;
    let notice = told(h, &holder).await.remove(0);
    let Notice::CodeChanged {
        code: named,
        server_name,
        user,
        domain,
        change: CodeChange::Taken,
    } = notice
    else {
        panic!("{notice:?}");
    };
    assert_eq!((named, server_name.as_str()), (text.clone(), "vm-0"));
    assert!(user.starts_with("par•••@example.com #"), "{user}");
    assert_eq!(domain, "", "the draft names no website yet");

    abandon(&h.backend, &partner, id).await.unwrap();
    let newest = changes(h, &holder).await.remove(0);
    assert_eq!(newest, (CodeChange::Returned, String::new()));
    assert_eq!(code(h, row.id).await.status, "unused");

    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    abandon(&h.backend, &partner, id).await.unwrap();
    let newest = changes(h, &holder).await.remove(0);
    assert_eq!(newest, (CodeChange::Abandoned, "shili.cn".to_owned()));
    h.run_jobs().await;
}

on_each_database!(s33_an_owner_is_told_when_a_code_is_used);
async fn s33_an_owner_is_told_when_a_code_is_used(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, _) = issue_code(h, &holder).await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, id).await;
    authority_approves(h).await;
    let newest = changes(h, &holder).await.remove(0);
    assert_eq!(newest, (CodeChange::Used, "shili.cn".to_owned()));
}

on_each_database!(owners_who_use_a_code_themselves_are_not_told_twice);
async fn owners_who_use_a_code_themselves_are_not_told_twice(h: &Harness) {
    let holder = h.holder().await;
    let (text, _) = issue_code(h, &holder).await;
    let id = draft(h, &holder, "a", &text).await;
    abandon(&h.backend, &holder, id).await.unwrap();
    assert_eq!(changes(h, &holder).await, []);
    h.run_jobs().await;
}

on_each_database!(owners_choose_whether_mails_tell_them_too);
async fn owners_choose_whether_mails_tell_them_too(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, _) = issue_code(h, &holder).await;
    let id = draft(h, &partner, "a", &text).await;
    h.run_jobs().await;
    assert_eq!(h.mailer.sent_to(&holder.email).len(), 0);
    for wanted in [true, true] {
        set_mails_about_codes(&h.backend, &holder, wanted)
            .await
            .unwrap();
    }
    let page = account(&h.backend, &holder).await.unwrap();
    assert_eq!(page.mails_about_codes, Some(true));
    let page = account(&h.backend, &h.reviewer().await).await.unwrap();
    assert_eq!(page.mails_about_codes, None);

    abandon(&h.backend, &partner, id).await.unwrap();
    h.run_jobs().await;
    let mail = h.mailer.sent_to(&holder.email).pop().unwrap();
    assert!(mail.body.contains("It is Unused again"), "{}", mail.body);
    assert!(mail.body.contains("/console/codes"), "{}", mail.body);
    assert!(!mail.body.contains(&text), "mails mask the code");
}

on_each_database!(r2_an_owner_takes_a_code_back_from_a_draft_which_stays);
async fn r2_an_owner_takes_a_code_back_from_a_draft_which_stays(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, row) = issue_code(h, &holder).await;
    let id = fill_in_first_license(h, &partner, &text, "shili.cn").await;
    let before = application(h, id).await;
    let version = code(h, row.id).await.version;
    for _ in 0..2 {
        take_back(&h.backend, &holder, row.id, version)
            .await
            .unwrap();
    }
    assert_eq!(code(h, row.id).await.status, "unused");
    let after = application(h, id).await;
    assert_eq!((after.status.as_str(), after.code_id), ("draft", None));
    assert_eq!(after.form_encrypted, before.form_encrypted);
    assert_eq!(after.updated_at, before.updated_at, "nobody edited it");

    let page = filing(&h.backend, &partner, id).await.unwrap();
    let asks = |page: &shared::wire::application::FilingPage| {
        let mut problems = page.violations.iter().map(|violation| &violation.problem);
        problems.any(|problem| *problem == Problem::ProductNotVerified)
    };
    assert!(page.product.is_none() && asks(&page), "{page:?}");
    assert_eq!(
        codes_of(submit(h, &partner, id).await),
        ["product_not_verified"]
    );
    let taken_back = Notice::CodeTakenBack {
        number: before.number,
        domain: "shili.cn".to_owned(),
    };
    assert_eq!(told(h, &partner).await, [taken_back]);
    let history = shown(&h.backend, &partner, id).await.unwrap().timeline;
    let events: Vec<_> = history.iter().map(|entry| entry.event).collect();
    assert!(events.contains(&TimelineEvent::CodeTakenBack), "{events:?}");

    // With another code it goes on.
    let (another, _) = issue_code(h, &holder).await;
    let input = shared::wire::application::VerifyProductInput {
        application_id: id,
        ..verify_code("first_license", "again", &another)
    };
    verify_product(&h.backend, &partner, input).await.unwrap();
    submit(h, &partner, id).await.unwrap();
    h.run_jobs().await;
}

on_each_database!(r2_a_code_is_taken_back_by_its_owner_from_the_draft_that_they_saw);
async fn r2_a_code_is_taken_back_by_its_owner_from_the_draft_that_they_saw(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, row) = issue_code(h, &holder).await;
    let first = draft(h, &partner, "a", &text).await;
    let seen = code(h, row.id).await.version;
    let foreign = take_back(&h.backend, &partner, row.id, seen).await;
    assert!(matches!(foreign, Err(Error::NotFound)));
    let staff = take_back(&h.backend, &h.supervisor().await, row.id, seen).await;
    assert!(matches!(staff, Err(Error::Forbidden)));
    abandon(&h.backend, &partner, first).await.unwrap();
    let other = h.caller("partner2@example.com", Role::Holder).await;
    draft(h, &other, "b", &text).await;
    let outdated = take_back(&h.backend, &holder, row.id, seen).await;
    assert_eq!(codes_of(outdated), ["changed_meanwhile"]);
    assert_eq!(code(h, row.id).await.status, "licensing");
    h.run_jobs().await;
}

on_each_database!(r2_what_was_submitted_keeps_its_code);
async fn r2_what_was_submitted_keeps_its_code(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, row) = issue_code(h, &holder).await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    let version = code(h, row.id).await.version;
    let refused = take_back(&h.backend, &holder, row.id, version).await;
    assert_eq!(codes_of(refused), ["code_not_taken_back"]);
    // Withdrawn it is a draft again, and keeps the code all the same: its holder is told.
    withdraw(&h.backend, &partner, id).await.unwrap();
    let refused = take_back(&h.backend, &holder, row.id, version).await;
    assert_eq!(codes_of(refused), ["code_not_taken_back"]);
    let newest = told(h, &partner).await.remove(0);
    assert!(
        matches!(
            newest,
            Notice::ApplicationWithdrawn {
                code: Some(CodeFate::Burned),
                ..
            }
        ),
        "{newest:?}"
    );
    submit(h, &partner, id).await.unwrap();
    approve(h, &h.reviewer().await, id).await;
    authority_approves(h).await;
    let version = code(h, row.id).await.version;
    let used = take_back(&h.backend, &holder, row.id, version).await;
    assert_eq!(codes_of(used), ["code_not_taken_back"]);
}

const ROUNDS: u32 = 10;

on_each_database!(r2_a_code_taken_back_while_its_draft_is_submitted_has_one_user);
async fn r2_a_code_taken_back_while_its_draft_is_submitted_has_one_user(h: &Harness) {
    h.jobs_may_be_left();
    let (holder, partner) = (h.holder().await, h.partner().await);
    let process = h.second_process();
    for round in 0..ROUNDS {
        let (text, row) = issue_code(h, &holder).await;
        let id = fill_in_first_license(h, &partner, &text, &format!("shili{round}.cn")).await;
        let version = code(h, row.id).await.version;
        let (submitted, taken) = tokio::join!(
            submit(h, &partner, id),
            take_back(&process, &holder, row.id, version),
        );
        let outcome = format!("{round}: {submitted:?} {taken:?}");
        assert_ne!(submitted.is_ok(), taken.is_ok(), "{outcome}");
        let application = application(h, id).await;
        let expected = if taken.is_ok() {
            ("unused", "draft", None)
        } else {
            ("licensing", "provider_review", Some(row.id))
        };
        let found = code(h, row.id).await.status;
        assert_eq!(
            (
                found.as_str(),
                application.status.as_str(),
                application.code_id
            ),
            expected,
            "{outcome}"
        );
        abandon(&h.backend, &partner, id).await.unwrap();
    }
}

on_each_database!(r2_a_code_taken_back_while_its_draft_is_abandoned_is_free_once);
async fn r2_a_code_taken_back_while_its_draft_is_abandoned_is_free_once(h: &Harness) {
    h.jobs_may_be_left();
    let (holder, partner) = (h.holder().await, h.partner().await);
    let process = h.second_process();
    let (text, row) = issue_code(h, &holder).await;
    for round in 0..ROUNDS {
        let id = draft(h, &partner, &round.to_string(), &text).await;
        let version = code(h, row.id).await.version;
        let (abandoned, taken) = tokio::join!(
            abandon(&h.backend, &partner, id),
            take_back(&process, &holder, row.id, version),
        );
        for outcome in [&abandoned, &taken] {
            let refused = matches!(outcome, Err(Error::Refused(_)));
            assert!(outcome.is_ok() || refused, "{round}: {outcome:?}");
        }
        assert!(abandoned.is_ok() || taken.is_ok(), "{round}");
        assert_eq!(code(h, row.id).await.status, "unused");
    }
}
