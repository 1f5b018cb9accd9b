//! The review queue, the review page and the dashboard.

use super::rows::walk;
use crate::harness::{Harness, on_each_database};
use backend::caller::Caller;
use backend::error::Error;
use backend::queries::dashboard::dashboard;
use backend::queries::review_application::review_application;
use backend::queries::review_queue::review_queue;
use backend::store::entities::application;
use chrono::Duration;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use shared::application::{ApplicationKind, FilingForm};
use shared::field::Field;
use shared::wire::application::TimelineEvent;
use shared::wire::review::{CheckKind, CheckOutcome, QueueFilter, ReviewActions};

async fn claim(h: &Harness, row: application::Model, by: &Caller) {
    let mut row = application::ActiveModel::from(row);
    row.claimed_by = Set(Some(by.account_id));
    row.update(&h.backend.database).await.unwrap();
}

on_each_database!(the_most_urgent_comes_first_page_by_page);
async fn the_most_urgent_comes_first_page_by_page(h: &Harness) {
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let now = h.backend.now();
    let mut expected = Vec::new();
    for number in 0..110 {
        let due_at = now + Duration::hours((number * 7) % 30 - 10);
        let row = h
            .waiting(&partner, &format!("FL-20261123-{number:04}"), due_at)
            .await;
        expected.push((due_at, row.id));
    }
    h.draft(&partner, "FL-20261123-9999").await;
    expected.sort_unstable();
    let rows = walk(async |cursor| {
        let filter = QueueFilter {
            cursor,
            ..QueueFilter::default()
        };
        review_queue(&h.backend, &reviewer, filter)
            .await
            .unwrap()
            .rows
    })
    .await;
    let order: Vec<_> = rows
        .iter()
        .map(|row| (row.due_at.unwrap(), row.id))
        .collect();
    assert_eq!(order, expected);
    let page = review_queue(&h.backend, &reviewer, QueueFilter::default())
        .await
        .unwrap();
    let overdue = expected.iter().filter(|row| row.0 <= now).count();
    assert_eq!(
        (page.waiting, page.overdue),
        (110, u32::try_from(overdue).unwrap())
    );
    assert_eq!(rows.iter().filter(|row| row.is_overdue).count(), overdue);
}

on_each_database!(a_page_whose_rows_are_gone_is_the_first_page);
async fn a_page_whose_rows_are_gone_is_the_first_page(h: &Harness) {
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    for number in 0..60 {
        h.waiting(
            &partner,
            &format!("FL-20261123-{number:04}"),
            h.backend.now(),
        )
        .await;
    }
    let first = review_queue(&h.backend, &reviewer, QueueFilter::default())
        .await
        .unwrap()
        .rows;
    let second = QueueFilter {
        cursor: first.next,
        ..QueueFilter::default()
    };
    let second = review_queue(&h.backend, &reviewer, second)
        .await
        .unwrap()
        .rows;
    for row in &first.items {
        let mut decided = application::ActiveModel {
            id: Set(row.id),
            ..Default::default()
        };
        decided.status = Set("completed".to_owned());
        decided.update(&h.backend.database).await.unwrap();
    }
    let back = QueueFilter {
        cursor: second.previous,
        ..QueueFilter::default()
    };
    let back = review_queue(&h.backend, &reviewer, back)
        .await
        .unwrap()
        .rows;
    assert_eq!(back.items, second.items);
    assert_eq!((back.previous, back.next), (None, None));
}

on_each_database!(the_queue_is_narrowed_by_kind_status_claim_and_search);
async fn the_queue_is_narrowed_by_kind_status_claim_and_search(h: &Harness) {
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let due = h.backend.now() + Duration::days(1);
    let mine = h.waiting(&partner, "FL-20261123-0001", due).await;
    let free = h.waiting(&partner, "FL-20261123-0002", due).await;
    claim(h, mine.clone(), &reviewer).await;
    let done = h
        .application(
            &partner,
            ApplicationKind::NewAccess,
            "NA-20261123-0001",
            |row| {
                row.status = Set("completed".to_owned());
                row.domain = Set("xn--fsqu00a.xn--fiqs8s".to_owned());
                row.entity_name = Set("100% Good_Name".to_owned());
            },
        )
        .await;
    let found = async |filter: QueueFilter| -> Vec<i64> {
        let page = review_queue(&h.backend, &reviewer, filter).await.unwrap();
        page.rows.items.iter().map(|row| row.id).collect()
    };
    let claim = |claim: &str| QueueFilter {
        claim: Some(claim.to_owned()),
        ..QueueFilter::default()
    };
    assert_eq!(found(claim("mine")).await, [mine.id]);
    assert_eq!(found(claim("unclaimed")).await, [free.id]);
    let completed = QueueFilter {
        status: Some("completed".to_owned()),
        ..QueueFilter::default()
    };
    assert_eq!(found(completed).await, [done.id]);
    let other_kind = QueueFilter {
        kind: Some("cancel_access".to_owned()),
        ..QueueFilter::default()
    };
    assert!(found(other_kind).await.is_empty());
    let search = |search: &str| QueueFilter {
        search: Some(search.to_owned()),
        ..QueueFilter::default()
    };
    assert_eq!(found(search("fl-20261123-0002")).await, [free.id]);
    assert_eq!(found(search("例子.中国")).await, [done.id]);
    assert_eq!(found(search("100% good_")).await, [done.id]);
    assert_eq!(found(search("partner-")).await, [free.id, mine.id]);
    assert!(found(search("shop")).await.is_empty());
    assert!(found(search("%")).await.is_empty());
    let page = review_queue(&h.backend, &reviewer, QueueFilter::default())
        .await
        .unwrap();
    assert_eq!(page.claimed_by_me, 1);
}

on_each_database!(holders_and_administrators_see_no_queue);
async fn holders_and_administrators_see_no_queue(h: &Harness) {
    let row = h
        .waiting(&h.partner().await, "FL-20261123-0001", h.backend.now())
        .await;
    for caller in [h.partner().await, h.administrator().await] {
        let refused = review_queue(&h.backend, &caller, QueueFilter::default()).await;
        assert!(matches!(refused, Err(Error::Forbidden)));
        let refused = review_application(&h.backend, &caller, row.id).await;
        assert!(matches!(refused, Err(Error::Forbidden)));
    }
    let missing = review_application(&h.backend, &h.reviewer().await, row.id + 1).await;
    assert!(matches!(missing, Err(Error::NotFound)));
}

on_each_database!(the_page_offers_what_role_and_claim_allow);
async fn the_page_offers_what_role_and_claim_allow(h: &Harness) {
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let row = h
        .waiting(&partner, "FL-20261123-0001", h.backend.now())
        .await;
    let actions = async |caller: &Caller| {
        review_application(&h.backend, caller, row.id)
            .await
            .unwrap()
            .actions
    };
    let nothing = ReviewActions {
        claim: false,
        release: false,
        decide: false,
        reassign: false,
        reveal: false,
        reveal_needs_reason: false,
    };
    let free = ReviewActions {
        claim: true,
        decide: true,
        reveal: true,
        ..nothing
    };
    assert_eq!(actions(&reviewer).await, free);
    assert_eq!(actions(&h.auditor().await).await, nothing);
    let page = review_application(&h.backend, &h.supervisor().await, row.id)
        .await
        .unwrap();
    assert_eq!(
        page.actions,
        ReviewActions {
            reassign: true,
            ..free
        }
    );
    assert_eq!(page.reviewers.len(), 2);

    claim(h, row.clone(), &reviewer).await;
    let mine = ReviewActions {
        release: true,
        decide: true,
        reveal: true,
        ..nothing
    };
    assert_eq!(actions(&reviewer).await, mine);
    let taken = ReviewActions {
        reveal: true,
        ..nothing
    };
    assert_eq!(actions(&h.second_reviewer().await).await, taken);
    let page = review_application(&h.backend, &h.second_reviewer().await, row.id)
        .await
        .unwrap();
    assert_eq!(
        (page.claimed_by.as_deref(), page.claimed_by_me),
        (Some("reviewer"), false)
    );
    assert!(page.is_overdue && page.reviewers.is_empty());
}

on_each_database!(staff_see_facts_masked_and_names_in_the_timeline);
async fn staff_see_facts_masked_and_names_in_the_timeline(h: &Harness) {
    let (holder, partner, reviewer) = (h.holder().await, h.partner().await, h.reviewer().await);
    let server = h.eligible_server(&holder).await;
    let (code, text) = h.unused_code(server.id, &holder, h.backend.now()).await;
    let row = h
        .application(
            &partner,
            ApplicationKind::FirstLicense,
            "FL-20261123-0001",
            |row| {
                row.server_id = Set(Some(server.id));
                row.code_id = Set(Some(code.id));
                row.public_ip = Set(server.public_ip.clone());
                row.was_submitted = Set(true);
            },
        )
        .await;
    h.licensing(code, &row).await;
    h.event(&row, TimelineEvent::Submitted, Some(&partner), None)
        .await;
    h.event(&row, TimelineEvent::Claimed, Some(&reviewer), None)
        .await;
    h.event(
        &row,
        TimelineEvent::AuthorityRejected,
        None,
        Some("材料不符"),
    )
    .await;
    let page = review_application(&h.backend, &reviewer, row.id)
        .await
        .unwrap();
    assert!(page.holder.starts_with("par•••@example.com #"));
    assert_eq!(page.application.code.unwrap().code, text.masked());
    assert_eq!(page.product.unwrap().code, Some(text.masked()));
    assert_eq!(
        page.application.filing.unwrap().entity.principal.mobile,
        "138****0000"
    );
    let actors: Vec<_> = page
        .timeline
        .iter()
        .filter_map(|entry| entry.actor.as_deref())
        .collect();
    assert!(actors[0].starts_with("par•••@example.com #"), "{actors:?}");
    assert_eq!(actors[1..], ["reviewer", "authority"]);
    assert_eq!(page.timeline[2].note.as_deref(), Some("材料不符"));
    let outcome = |kind| {
        page.checks
            .iter()
            .find(|check| check.check == kind)
            .map(|check| check.outcome)
    };
    assert_eq!(
        outcome(CheckKind::PublicIpIsOurs),
        Some(CheckOutcome::Passed)
    );
    assert_eq!(
        outcome(CheckKind::ServerEligible),
        Some(CheckOutcome::Passed)
    );
}

on_each_database!(live_checks_replace_stored_ones);
async fn live_checks_replace_stored_ones(h: &Harness) {
    let (holder, reviewer) = (h.holder().await, h.reviewer().await);
    let stored = r#"[
        {"check":"domain_at_authority","outcome":"warning","detail":"filed elsewhere","at":null},
        {"check":"public_ip_is_ours","outcome":"passed","detail":null,"at":null}
    ]"#;
    let row = h
        .application(
            &holder,
            ApplicationKind::FirstLicense,
            "FL-20261123-0001",
            |row| {
                row.public_ip = Set(Some("198.51.100.7".to_owned()));
                row.checks = Set(stored.to_owned());
                row.was_submitted = Set(true);
            },
        )
        .await;
    let checks = review_application(&h.backend, &reviewer, row.id)
        .await
        .unwrap()
        .checks;
    let outcomes: Vec<_> = checks
        .iter()
        .map(|check| (check.check, check.outcome))
        .collect();
    assert_eq!(
        outcomes,
        [
            (CheckKind::PublicIpIsOurs, CheckOutcome::Failed),
            (CheckKind::ServerEligible, CheckOutcome::NotChecked),
            (CheckKind::DomainAtAuthority, CheckOutcome::Warning),
        ]
    );
}

on_each_database!(a_name_in_pinyin_is_pointed_out);
async fn a_name_in_pinyin_is_pointed_out(h: &Harness) {
    let (holder, reviewer) = (h.holder().await, h.reviewer().await);
    let pinyin = async |number: &str, name: &str| {
        let mut form = FilingForm::default();
        form.entity.principal.name = name.to_owned();
        form.entity.principal.document_kind = "identity_card".to_owned();
        form.website.principal_is_entity_principal = true;
        let form = h.backend.cipher.seal("application.form", &form).unwrap();
        let row = h
            .application(&holder, ApplicationKind::FirstLicense, number, |row| {
                row.form_encrypted = Set(form);
                row.was_submitted = Set(true);
            })
            .await;
        let page = review_application(&h.backend, &reviewer, row.id).await;
        let mut checks = page.unwrap().checks.into_iter();
        checks.find(|check| check.check == CheckKind::NameInPinyin)
    };
    let found = pinyin("FL-20261123-0001", "LI BIAO").await.unwrap();
    assert_eq!(
        (found.outcome, &found.fields[..]),
        (CheckOutcome::Warning, &[Field::EntityPrincipalName][..])
    );
    assert_eq!(pinyin("FL-20261123-0002", "李四").await, None);
}

on_each_database!(s3_s6_a_cancellation_warns_of_what_will_happen);
async fn s3_s6_a_cancellation_warns_of_what_will_happen(h: &Harness) {
    let (holder, reviewer) = (h.holder().await, h.reviewer().await);
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let form = backend::forms::CancellationForm::default();
    let form = h.backend.cipher.seal("application.form", &form).unwrap();
    let row = h
        .application(
            &holder,
            ApplicationKind::CancelAccess,
            "CA-20261123-0001",
            |row| {
                row.website_id = Set(Some(shop.id));
                row.form_encrypted = Set(form);
                row.was_submitted = Set(true);
            },
        )
        .await;
    let page = review_application(&h.backend, &reviewer, row.id)
        .await
        .unwrap();
    let outcomes: Vec<_> = page
        .checks
        .iter()
        .map(|check| (check.check, check.outcome))
        .collect();
    assert_eq!(
        outcomes,
        [
            (CheckKind::LicensePassword, CheckOutcome::NotChecked),
            (CheckKind::DomainResolution, CheckOutcome::Warning),
            (CheckKind::OtherAccess, CheckOutcome::Warning),
        ]
    );
    assert!(!page.actions.reveal);
}

on_each_database!(earlier_decisions_of_the_account_or_domain_are_shown);
async fn earlier_decisions_of_the_account_or_domain_are_shown(h: &Harness) {
    let (holder, partner, reviewer) = (h.holder().await, h.partner().await, h.reviewer().await);
    let now = h.backend.now();
    let of_domain = h.waiting(&holder, "FL-20261123-0001", now).await;
    h.event(
        &of_domain,
        TimelineEvent::ProviderApproved,
        Some(&reviewer),
        None,
    )
    .await;
    h.event(
        &of_domain,
        TimelineEvent::AuthorityRejected,
        None,
        Some("材料不符"),
    )
    .await;
    let of_account = h
        .application(
            &partner,
            ApplicationKind::FirstLicense,
            "FL-20261123-0002",
            |row| {
                row.domain = Set("another.cn".to_owned());
                row.status = Set("abandoned".to_owned());
                row.was_submitted = Set(true);
            },
        )
        .await;
    h.draft(&partner, "FL-20261123-0003").await;
    let row = h.waiting(&partner, "FL-20261123-0004", now).await;
    let earlier = review_application(&h.backend, &reviewer, row.id)
        .await
        .unwrap()
        .earlier;
    assert_eq!(earlier.len(), 2);
    assert_eq!(
        (earlier[0].application_id, earlier[0].decided_by.as_deref()),
        (of_account.id, None)
    );
    assert_eq!(earlier[1].application_id, of_domain.id);
    assert_eq!(earlier[1].decided_by.as_deref(), Some("authority"));
    assert_eq!(earlier[1].note.as_deref(), Some("材料不符"));
}

on_each_database!(the_dashboard_counts_what_waits_and_what_was_decided);
async fn the_dashboard_counts_what_waits_and_what_was_decided(h: &Harness) {
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let supervisor = h.supervisor().await;
    let old = h
        .waiting(&partner, "FL-20261001-0001", h.backend.now())
        .await;
    h.event(&old, TimelineEvent::ProviderRejected, Some(&reviewer), None)
        .await;
    let start = h.backend.now();
    h.clock.advance(Duration::days(31));
    let now = h.backend.now();
    let row = h
        .waiting(&partner, "FL-20261123-0001", now + Duration::days(1))
        .await;
    claim(h, row.clone(), &reviewer).await;
    h.event(&row, TimelineEvent::ProviderApproved, Some(&reviewer), None)
        .await;
    h.event(&row, TimelineEvent::AuthorityRejected, None, None)
        .await;
    h.event(&row, TimelineEvent::AuthorityApproved, None, None)
        .await;
    let page = dashboard(&h.backend, &supervisor).await.unwrap();
    assert_eq!((page.waiting, page.overdue, page.with_authority), (2, 1, 0));
    assert_eq!(
        (page.completed_last_30_days, page.rejected_last_30_days),
        (1, 1)
    );
    assert_eq!(page.oldest_submitted_at, Some(start));
    assert_eq!(page.by_kind, [(ApplicationKind::FirstLicense, 2)]);
    assert_eq!(
        page.reviewers,
        [
            ("reviewer".to_owned(), 1, 1),
            ("supervisor".to_owned(), 0, 0)
        ]
    );
    let refused = dashboard(&h.backend, &reviewer).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

on_each_database!(a_new_access_shows_the_account_s_own_entity);
async fn a_new_access_shows_the_account_s_own_entity(h: &Harness) {
    let holder = h.holder().await;
    h.licensed_website(&holder, "example-shop.cn").await;
    let row = h
        .application(
            &holder,
            ApplicationKind::NewAccess,
            "FL-20261123-0001",
            |row| row.was_submitted = Set(true),
        )
        .await;
    let page = review_application(&h.backend, &h.reviewer().await, row.id)
        .await
        .unwrap();
    assert_eq!(
        page.application.entity_license_number.as_deref(),
        Some("京ICP备20260001号")
    );
}
