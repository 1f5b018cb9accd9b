//! A holder's messages, and the mails that go out with them.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, submit_cancellation};
use backend::caller::Caller;
use backend::commands::messages::mark_all_read::mark_all_read;
use backend::commands::messages::mark_read::mark_read;
use backend::commands::review::reject::reject;
use backend::error::Error;
use backend::queries::messages::{messages, unread_messages};
use backend::queries::viewer::viewer;
use backend::store::message::tell;
use chrono::Duration;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use shared::wire::message::Notice;
use shared::wire::review::RejectInput;

async fn draft_expired(h: &Harness, holder: &Caller, number: &str) {
    let notice = Notice::DraftExpired {
        number: number.to_owned(),
        code: None,
    };
    let tx = h.backend.begin().await.unwrap();
    tell(
        &tx,
        &h.backend,
        holder.account_id,
        h.backend.now(),
        &notice,
        Some(7),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

async fn unread(h: &Harness, caller: &Caller) -> u32 {
    viewer(&h.backend, caller).await.unwrap().unread_messages
}

on_each_database!(what_a_holder_is_told_is_on_the_page_and_in_the_mail);
async fn what_a_holder_is_told_is_on_the_page_and_in_the_mail(h: &Harness) {
    let holder = h.holder().await;
    draft_expired(h, &holder, "FL-20261123-0001").await;
    h.clock.advance(Duration::minutes(1));
    draft_expired(h, &holder, "FL-20261123-0002").await;
    let page = messages(&h.backend, &holder, None).await.unwrap();
    let numbers: Vec<_> = page
        .items
        .iter()
        .map(|message| match &message.notice {
            Notice::DraftExpired { number, .. } => number.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        numbers,
        ["FL-20261123-0002", "FL-20261123-0001"],
        "the newest first"
    );
    assert_eq!(page.items[0].at, h.backend.now());
    assert_eq!(page.items[0].application_id, Some(7));
    assert_eq!(h.run_jobs().await, 2);
    let mail = h.mailer.sent_to(&holder.email).remove(0);
    assert_eq!(mail.subject, "Application FL-20261123-0001 has ended");
    assert!(
        mail.body
            .contains("https://license.example/console/applications/7"),
        "{}",
        mail.body
    );
}

/// Every value of every text column.
async fn all_text(h: &Harness) -> Vec<String> {
    let database = &h.backend.database;
    let backend = database.get_database_backend();
    let columns = match backend {
        DatabaseBackend::Postgres => {
            "SELECT table_name AS t, column_name AS c FROM information_schema.columns
             WHERE table_schema = 'public' AND data_type IN ('text', 'character varying')"
        }
        _ => {
            "SELECT m.name AS t, p.name AS c FROM sqlite_master m, pragma_table_info(m.name) p
             WHERE m.type = 'table' AND (p.type = 'TEXT' OR p.type LIKE 'varchar%')"
        }
    };
    let query = |sql: String| database.query_all_raw(Statement::from_string(backend, sql));
    let mut values = Vec::new();
    for column in query(columns.to_owned()).await.unwrap() {
        let table: String = column.try_get("", "t").unwrap();
        let name: String = column.try_get("", "c").unwrap();
        let sql = format!("SELECT \"{name}\" AS v FROM \"{table}\" WHERE \"{name}\" IS NOT NULL");
        for row in query(sql).await.unwrap() {
            values.push(row.try_get("", "v").unwrap());
        }
    }
    values
}

on_each_database!(what_people_wrote_is_nowhere_in_clear);
async fn what_people_wrote_is_nowhere_in_clear(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let application_id = submit_cancellation(h, &holder, shop.id, "k").await;
    let input = RejectInput {
        application_id,
        version: application(h, application_id).await.version,
        reason: "Zhang San’s MARKER".to_owned(),
        ..RejectInput::default()
    };
    reject(&h.backend, &h.reviewer().await, input)
        .await
        .unwrap();
    let page = messages(&h.backend, &holder, None).await.unwrap();
    let Notice::ProviderRejected { reason, .. } = &page.items[0].notice else {
        panic!("{:?}", page.items[0].notice)
    };
    assert!(reason.contains("MARKER"));
    let values = all_text(h).await;
    assert!(
        values.iter().any(|value| value == "example-shop.cn"),
        "the search finds nothing at all"
    );
    let in_clear: Vec<_> = values
        .iter()
        .filter(|value| value.contains("MARKER"))
        .collect();
    assert!(in_clear.is_empty(), "{in_clear:?}");
}

on_each_database!(messages_are_read_one_by_one_or_all_at_once);
async fn messages_are_read_one_by_one_or_all_at_once(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    for number in ["1", "2", "3"] {
        draft_expired(h, &holder, number).await;
    }
    draft_expired(h, &partner, "4").await;
    h.run_jobs().await;
    assert_eq!(unread(h, &holder).await, 3);
    let id = messages(&h.backend, &holder, None).await.unwrap().items[1].id;
    mark_read(&h.backend, &holder, id).await.unwrap();
    mark_read(&h.backend, &holder, id).await.unwrap();
    let read: Vec<_> = messages(&h.backend, &holder, None)
        .await
        .unwrap()
        .items
        .iter()
        .map(|m| m.is_read)
        .collect();
    assert_eq!(read, [false, true, false]);
    let of_another = mark_read(&h.backend, &partner, id).await;
    assert!(matches!(of_another, Err(Error::NotFound)));
    mark_all_read(&h.backend, &holder).await.unwrap();
    assert_eq!(
        (unread(h, &holder).await, unread(h, &partner).await),
        (0, 1)
    );
    let staff = messages(&h.backend, &h.reviewer().await, None).await;
    assert!(matches!(staff, Err(Error::Forbidden)));
}

on_each_database!(what_was_read_can_be_left_out);
async fn what_was_read_can_be_left_out(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    draft_expired(h, &holder, "FL-20261123-0001").await;
    draft_expired(h, &holder, "FL-20261123-0002").await;
    let left = async || {
        let page = unread_messages(&h.backend, &holder, None).await.unwrap();
        page.items.into_iter().map(|it| it.id).collect::<Vec<_>>()
    };
    let both = left().await;
    assert_eq!(both.len(), 2);
    mark_read(&h.backend, &holder, both[0]).await.unwrap();
    assert_eq!(left().await, both[1..]);
    assert_eq!(unread(h, &holder).await, 1);
}
