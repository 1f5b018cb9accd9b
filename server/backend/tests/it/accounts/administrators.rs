//! Making an administrator takes two.

use super::events;
use crate::harness::{Harness, on_each_database};
use crate::steps::codes_of;
use backend::caller::Caller;
use backend::commands::accounts::change_role::{RoleChange, change_role};
use backend::commands::accounts::confirm_administrator::confirm_administrator;
use backend::commands::accounts::create::{CreateInput, create};
use backend::commands::accounts::decline_administrator::decline_administrator;
use backend::commands::accounts::set_password::reset_password;
use backend::error::Error;
use backend::jobs::clean_up::clean_up;
use backend::queries::administrators::{administrator_proposals, has_second_administrator};
use backend::store::account;
use chrono::Duration;
use shared::role::Role;

async fn two(h: &Harness) -> (Caller, Caller) {
    let first = h.administrator().await;
    (
        first,
        h.caller("admin2@example.com", Role::Administrator).await,
    )
}

async fn propose(h: &Harness, by: &Caller, whom: &Caller) {
    let outcome = change_role(&h.backend, by, whom.account_id, Role::Administrator).await;
    assert_eq!(outcome.unwrap(), RoleChange::Proposed);
}

async fn role_of(h: &Harness, whom: &Caller) -> Role {
    let row = account::find(&h.backend.database, whom.account_id).await;
    account::role(&row.unwrap()).unwrap()
}

async fn kinds(h: &Harness) -> Vec<String> {
    let kinds = events(h).await.into_iter().map(|event| event.kind);
    kinds.filter(|kind| kind.starts_with("account.")).collect()
}

on_each_database!(one_proposes_and_another_confirms);
async fn one_proposes_and_another_confirms(h: &Harness) {
    let (first, second) = two(h).await;
    let auditor = h.auditor().await;
    propose(h, &first, &auditor).await;
    propose(h, &second, &auditor).await;
    assert_eq!(role_of(h, &auditor).await, Role::Auditor);
    let listed = administrator_proposals(&h.backend, &second).await.unwrap();
    let shown: Vec<_> = listed
        .iter()
        .map(|one| (one.email.as_str(), one.proposed_by.as_str(), one.is_own))
        .collect();
    assert_eq!(shown, [("auditor@example.com", "admin", false)]);
    let own = confirm_administrator(&h.backend, &first, auditor.account_id).await;
    assert_eq!(codes_of(own), ["own_proposal"]);
    confirm_administrator(&h.backend, &second, auditor.account_id)
        .await
        .unwrap();
    assert_eq!(role_of(h, &auditor).await, Role::Administrator);
    let again = confirm_administrator(&h.backend, &second, auditor.account_id).await;
    assert!(matches!(again, Err(Error::NotFound)));
    let events = events(h).await;
    let by: Vec<_> = events
        .iter()
        .map(|event| (event.kind.as_str(), event.actor_account_id))
        .collect();
    assert_eq!(
        by,
        [
            ("account.administrator_proposed", Some(first.account_id)),
            ("account.role_changed", Some(second.account_id)),
        ]
    );
}

on_each_database!(a_proposal_is_withdrawn_refused_or_over);
async fn a_proposal_is_withdrawn_refused_or_over(h: &Harness) {
    let (first, second) = two(h).await;
    let auditor = h.auditor().await;
    for by in [&first, &second] {
        propose(h, &first, &auditor).await;
        decline_administrator(&h.backend, by, auditor.account_id)
            .await
            .unwrap();
        let late = confirm_administrator(&h.backend, &second, auditor.account_id).await;
        assert!(matches!(late, Err(Error::NotFound)));
    }
    propose(h, &first, &auditor).await;
    h.clock.advance(Duration::days(7));
    let late = confirm_administrator(&h.backend, &second, auditor.account_id).await;
    assert!(matches!(late, Err(Error::NotFound)));
    let listed = administrator_proposals(&h.backend, &first).await.unwrap();
    assert_eq!(listed, []);
    clean_up(&h.backend).await.unwrap();
    propose(h, &second, &auditor).await;
    assert_eq!(role_of(h, &auditor).await, Role::Auditor);
    assert_eq!(
        kinds(h).await,
        [
            "account.administrator_proposed",
            "account.administrator_withdrawn",
            "account.administrator_proposed",
            "account.administrator_refused",
            "account.administrator_proposed",
            "account.administrator_proposed",
        ]
    );
}

on_each_database!(a_confirmation_and_a_withdrawal_at_the_same_time_have_one_winner);
async fn a_confirmation_and_a_withdrawal_at_the_same_time_have_one_winner(h: &Harness) {
    let (first, second) = two(h).await;
    let auditor = h.auditor().await;
    propose(h, &first, &auditor).await;
    let (confirmed, withdrawn) = futures::join!(
        confirm_administrator(&h.backend, &second, auditor.account_id),
        decline_administrator(&h.backend, &first, auditor.account_id),
    );
    assert_ne!(confirmed.is_ok(), withdrawn.is_ok());
    let is_one = role_of(h, &auditor).await == Role::Administrator;
    assert_eq!(is_one, confirmed.is_ok());
}

on_each_database!(nobody_gets_past_the_second_one);
async fn nobody_gets_past_the_second_one(h: &Harness) {
    let only = h.administrator().await;
    let auditor = h.auditor().await;
    assert!(!has_second_administrator(&h.backend, &only).await.unwrap());
    let alone = change_role(&h.backend, &only, auditor.account_id, Role::Administrator).await;
    assert_eq!(codes_of(alone), ["no_second_administrator"]);
    let input = CreateInput {
        email: "new@example.com",
        display_name: "",
        role: Role::Administrator,
        password: None,
        language: "en",
    };
    let opened = create(&h.backend, &only, &input).await;
    assert_eq!(codes_of(opened), ["administrator_not_opened"]);
    let (_, second) = two(h).await;
    assert!(has_second_administrator(&h.backend, &only).await.unwrap());
    let taken = reset_password(&h.backend, &only, second.account_id).await;
    assert_eq!(codes_of(taken), ["other_administrators_password"]);
}
