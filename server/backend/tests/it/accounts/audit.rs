//! The audit trail: narrowing it and exporting it.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, issue_code, submit_first_license};
use backend::caller::Actor;
use backend::commands::accounts::change_role::change_role;
use backend::commands::review::reassign::reassign;
use backend::error::Error;
use backend::queries::audit::audit;
use backend::queries::export_audit::export_audit;
use backend::queries::spreadsheet::ExportFormat;
use backend::store::audit::{Event, record};
use chrono::{DateTime, Utc};
use serde_json::json;
use shared::audit::EventKind;
use shared::role::Role;
use shared::wire::audit::{AuditFilter, AuditRow, AuditValue};

async fn happen(h: &Harness, at: &str, actor: Actor, kind: EventKind, application_id: Option<i64>) {
    let at: DateTime<Utc> = at.parse().unwrap();
    let event = Event {
        kind: kind.into(),
        subject: "application",
        subject_id: application_id,
        application_id,
        account_id: None,
        detail: json!({ "n": 1 }),
        note: Some("The domain was sold."),
    };
    let tx = h.backend.begin().await.unwrap();
    record(&tx, &h.backend, actor, at, event).await.unwrap();
    tx.commit().await.unwrap();
}

async fn kinds(h: &Harness, filter: AuditFilter) -> Vec<String> {
    let page = audit(&h.backend, &h.auditor().await, filter).await.unwrap();
    page.items.into_iter().map(|row| row.kind).collect()
}

fn filter(change: impl FnOnce(&mut AuditFilter)) -> AuditFilter {
    let mut filter = AuditFilter::default();
    change(&mut filter);
    filter
}

async fn three_events(h: &Harness) {
    let holder = Actor::Account(h.holder().await.account_id);
    happen(
        h,
        "2026-11-20T15:59:59Z",
        holder,
        EventKind::CodeIssued,
        None,
    )
    .await;
    happen(
        h,
        "2026-11-20T16:00:00Z",
        Actor::System,
        EventKind::CodeExpired,
        Some(7),
    )
    .await;
    happen(
        h,
        "2026-11-22T04:00:00Z",
        Actor::Authority,
        EventKind::EntityChanged,
        Some(8),
    )
    .await;
}

on_each_database!(the_trail_can_be_narrowed);
async fn the_trail_can_be_narrowed(h: &Harness) {
    three_events(h).await;
    let given = |text: &str| Some(text.to_owned());
    let all = ["entity.changed", "code.expired", "code.issued"];
    for (filter, expected) in [
        (AuditFilter::default(), &all[..]),
        (filter(|f| f.kind = given("code.")), &all[1..]),
        (filter(|f| f.kind = given("code_")), &[]),
        (filter(|f| f.actor = given("HOLDER@example.com")), &all[2..]),
        (filter(|f| f.actor = given("system")), &all[1..2]),
        (filter(|f| f.actor = given("authority")), &all[..1]),
        (filter(|f| f.actor = given("nobody@example.com")), &[]),
        (filter(|f| f.actor = given("no address")), &[]),
        (filter(|f| f.actor = given(" ")), &all[..]),
        (filter(|f| f.application = given("7")), &all[1..2]),
        (filter(|f| f.application = given("FL-0000")), &[]),
        // Days of Shanghai: the 20th ended at 16:00 UTC.
        (filter(|f| f.to = given("2026-11-20")), &all[2..]),
        (filter(|f| f.from = given("2026-11-21")), &all[..2]),
        (
            filter(|f| {
                f.from = given("2026-11-21");
                f.to = given("2026-11-21");
            }),
            &all[1..2],
        ),
    ] {
        assert_eq!(kinds(h, filter.clone()).await, expected, "{filter:?}");
    }
}

on_each_database!(the_trail_of_an_application_is_found_by_its_number_and_by_its_id);
async fn the_trail_of_an_application_is_found_by_its_number_and_by_its_id(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let first = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    let row = application(h, first).await;
    let everything = kinds(h, AuditFilter::default()).await.len();
    let auditor = h.auditor().await;
    for given in [
        row.number.clone(),
        row.number.to_lowercase(),
        first.to_string(),
    ] {
        let narrowed = filter(|f| f.application = Some(format!(" {given} ")));
        let page = audit(&h.backend, &auditor, narrowed.clone()).await.unwrap();
        assert!((1..everything).contains(&page.items.len()), "{given}");
        let of_it = |it: &AuditRow| {
            it.application_id == Some(first) && it.application_number == Some(row.number.clone())
        };
        assert!(page.items.iter().all(of_it), "{given}");
        let csv = export_audit(&h.backend, &auditor, narrowed, ExportFormat::Csv)
            .await
            .unwrap();
        let lines = String::from_utf8(csv).unwrap().lines().count();
        assert_eq!(lines, page.items.len() + 1, "{given}");
    }
    h.run_jobs().await;
}

on_each_database!(rows_name_who_acted_and_why);
async fn rows_name_who_acted_and_why(h: &Harness) {
    three_events(h).await;
    let page = audit(&h.backend, &h.supervisor().await, AuditFilter::default())
        .await
        .unwrap();
    let actors: Vec<_> = page.items.iter().map(|row| row.actor.as_str()).collect();
    assert_eq!(actors[..2], ["authority", "system"]);
    assert!(actors[2].starts_with("hol•••@example.com #"), "{actors:?}");
    let newest = &page.items[0];
    assert_eq!(
        (newest.subject.as_str(), newest.subject_id),
        ("application", Some(8))
    );
    let values = vec!["1".to_owned()];
    let key = "n".to_owned();
    assert_eq!(newest.detail, [AuditValue { key, values }]);
    assert_eq!(page.items[0].note.as_deref(), Some("The domain was sold."));
    for caller in [
        h.reviewer().await,
        h.holder().await,
        h.administrator().await,
    ] {
        let refused = audit(&h.backend, &caller, AuditFilter::default()).await;
        assert!(matches!(refused, Err(Error::Forbidden)));
    }
}

on_each_database!(pages_follow_each_other);
async fn pages_follow_each_other(h: &Harness) {
    for _ in 0..120 {
        happen(
            h,
            "2026-11-22T04:00:00Z",
            Actor::System,
            EventKind::CodeExpired,
            None,
        )
        .await;
    }
    let auditor = h.auditor().await;
    let mut ids = Vec::new();
    let mut cursor = None;
    loop {
        let filter = filter(|f| f.cursor = cursor.take());
        let page = audit(&h.backend, &auditor, filter).await.unwrap();
        ids.extend(page.items.iter().map(|row| row.id));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(ids.len(), 120);
    assert!(ids.is_sorted_by(|newer, older| newer > older));
}

on_each_database!(an_export_holds_what_the_filter_lets_through);
async fn an_export_holds_what_the_filter_lets_through(h: &Harness) {
    three_events(h).await;
    let auditor = h.auditor().await;
    let codes = filter(|f| f.kind = Some("code.".to_owned()));
    let csv = export_audit(&h.backend, &auditor, codes, ExportFormat::Csv)
        .await
        .unwrap();
    let csv = String::from_utf8(csv).unwrap();
    let lines: Vec<_> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines[0],
        "Event,Time (Asia/Shanghai),Actor,Kind,Subject,Application,Details,Reason given"
    );
    assert_eq!(lines.len(), 3);
    assert!(
        lines[1].ends_with(
            r#",2026-11-21 00:00:00,system,code.expired,application 7,,"{""n"":1}",The domain was sold."#
        ),
        "{}",
        lines[1]
    );
    assert!(lines[2].contains("hol•••@example.com"), "{}", lines[2]);
    assert_eq!(
        kinds(h, filter(|f| f.kind = Some("export.made".to_owned()))).await,
        ["export.made"]
    );

    let xlsx = export_audit(
        &h.backend,
        &auditor,
        AuditFilter::default(),
        ExportFormat::Xlsx,
    )
    .await;
    assert!(xlsx.unwrap().starts_with(b"PK"));
    let refused = export_audit(
        &h.backend,
        &h.reviewer().await,
        AuditFilter::default(),
        ExportFormat::Csv,
    )
    .await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

on_each_database!(an_export_longer_than_a_chunk_is_whole);
async fn an_export_longer_than_a_chunk_is_whole(h: &Harness) {
    let tx = h.backend.begin().await.unwrap();
    for number in 0..2100 {
        let event = Event {
            kind: EventKind::CodeExpired.into(),
            subject: "authorization_code",
            subject_id: Some(number),
            application_id: None,
            account_id: None,
            detail: json!({}),
            note: None,
        };
        record(&tx, &h.backend, Actor::System, h.backend.now(), event)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let auditor = h.auditor().await;
    let csv = export_audit(
        &h.backend,
        &auditor,
        AuditFilter::default(),
        ExportFormat::Csv,
    )
    .await
    .unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert_eq!(csv.lines().count(), 2101);
    assert!(csv.contains("authorization_code 0,") && csv.contains("authorization_code 2099,"));
}

on_each_database!(log_ins_are_shown_to_whoever_asks_for_them);
async fn log_ins_are_shown_to_whoever_asks_for_them(h: &Harness) {
    super::open_account(h).await;
    super::try_password(h, super::PASSWORD).await.unwrap();
    let of =
        async |kind: Option<&str>| kinds(h, filter(|f| f.kind = kind.map(str::to_owned))).await;
    assert_eq!(of(None).await, ["account.created"]);
    assert_eq!(of(Some("account.")).await, ["account.created"]);
    assert_eq!(of(Some("account.log")).await, ["account.logged_in"]);
    assert_eq!(of(Some("account.logged_in")).await, ["account.logged_in"]);
}

on_each_database!(people_have_the_names_that_staff_knows_them_by);
async fn people_have_the_names_that_staff_knows_them_by(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    let (supervisor, reviewer) = (h.supervisor().await, h.reviewer().await);
    reassign(&h.backend, &supervisor, id, reviewer.account_id)
        .await
        .unwrap();
    change_role(
        &h.backend,
        &h.administrator().await,
        reviewer.account_id,
        Role::Auditor,
    )
    .await
    .unwrap();
    let page = audit(&h.backend, &h.auditor().await, AuditFilter::default()).await;
    let items = page.unwrap().items;
    let (changed, reassigned) = (&items[0], &items[1]);
    assert_eq!(
        (changed.actor.as_str(), changed.subject_name.as_deref()),
        ("admin", Some("reviewer"))
    );
    let values = vec!["reviewer".to_owned()];
    let key = "to".to_owned();
    assert_eq!(reassigned.detail, [AuditValue { key, values }]);
    let number = application(h, id).await.number;
    assert_eq!(reassigned.application_number, Some(number));
    h.run_jobs().await;
}
