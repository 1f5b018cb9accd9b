//! Files of the authority that fail, come again, or share a name (authority protocol, 4.5).

use super::{approved, count_events};
use crate::harness::{Harness, on_each_database};
use crate::steps::{application, approve, exchange, issue_code, submit_first_license};
use backend::commands::authority::process_again::process_again;
use backend::error::Error;
use backend::jobs::download_results::download_results;
use backend::queries::authority_channel::authority_channel;
use backend::store::entities::application::{Column, Entity};
use backend::store::entities::authority_download;
use chrono::Duration;
use ports::authority::{Authority, Document};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::wire::authority_channel::{FileRow, FileState};

async fn files(h: &Harness) -> Vec<FileRow> {
    let page = authority_channel(&h.backend, &h.administrator().await).await;
    page.unwrap().files
}

/// The application cannot be completed without its access.
async fn set_access(h: &Harness, id: i64, access_id: Option<i64>) {
    Entity::update_many()
        .col_expr(Column::AccessId, Expr::value(access_id))
        .filter(Column::Id.eq(id))
        .exec(&h.backend.database)
        .await
        .unwrap();
}

on_each_database!(a_file_that_fails_does_not_stop_those_behind_it);
async fn a_file_that_fails_does_not_stop_those_behind_it(h: &Harness) {
    h.jobs_may_be_left();
    let broken = approved(h).await;
    exchange(h, &h.backend).await;
    let (text, _) = issue_code(h, &h.holder().await).await;
    let good = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, good).await;
    exchange(h, &h.backend).await;
    let access_id = application(h, broken).await.access_id;
    set_access(h, broken, None).await;
    for pending in h.authority.pending() {
        assert!(h.authority.approve(pending.sequence));
    }
    exchange(h, &h.backend).await;

    assert_eq!(application(h, good).await.status, "completed");
    assert_eq!(application(h, broken).await.status, "authority_review");
    assert_eq!(
        h.authority.download().await.unwrap(),
        None,
        "all are confirmed"
    );
    let [file] = <[_; 1]>::try_from(files(h).await).unwrap();
    let FileState::Failed {
        problem,
        tries: 1,
        next_try_at: Some(next_try_at),
    } = file.state
    else {
        panic!("{file:?}")
    };
    assert!(problem.contains("no access"), "{problem}");
    assert_eq!(next_try_at, h.backend.now() + Duration::minutes(1));

    set_access(h, broken, access_id).await;
    download_results(&h.backend).await.unwrap();
    assert_eq!(application(h, broken).await.status, "authority_review");
    h.clock.advance(Duration::minutes(1));
    download_results(&h.backend).await.unwrap();
    assert_eq!(application(h, broken).await.status, "completed");
    assert_eq!(files(h).await, []);
}

on_each_database!(a_file_that_nobody_can_read_is_left_to_an_administrator_in_the_end);
async fn a_file_that_nobody_can_read_is_left_to_an_administrator_in_the_end(h: &Harness) {
    let problem = "the data is not a zip archive".to_owned();
    let unreadable = vec![Document::Unreadable { problem }];
    h.authority.send_as("broken.xml", unreadable);
    for _ in 0..20 {
        download_results(&h.backend).await.unwrap();
        h.clock.advance(Duration::hours(1));
    }
    let [file] = <[_; 1]>::try_from(files(h).await).unwrap();
    let failed = |tries, next_try_at| FileState::Failed {
        problem: "the data is not a zip archive".to_owned(),
        tries,
        next_try_at,
    };
    assert_eq!(file.state, failed(12, None));

    let again = process_again(&h.backend, &h.auditor().await, "broken.xml").await;
    assert!(matches!(again, Err(Error::Forbidden)), "{again:?}");
    let administrator = h.administrator().await;
    let again = process_again(&h.backend, &administrator, "unknown.xml").await;
    assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
    process_again(&h.backend, &administrator, "broken.xml")
        .await
        .unwrap();
    download_results(&h.backend).await.unwrap();
    let next_try_at = h.backend.now() + Duration::minutes(1);
    assert_eq!(files(h).await[0].state, failed(1, Some(next_try_at)));
}

on_each_database!(a_content_under_another_name_is_not_carried_out_twice);
async fn a_content_under_another_name_is_not_carried_out_twice(h: &Harness) {
    let other = vec![Document::Other {
        name: "HMDLB".to_owned(),
    }];
    for name in ["one.xml", "two.xml"] {
        h.authority.send_as(name, other.clone());
    }
    download_results(&h.backend).await.unwrap();
    assert_eq!(count_events(h, "channel.document_unread").await, 1);
    assert_eq!(count_events(h, "channel.file_repeated").await, 1);
    assert_eq!(h.authority.download().await.unwrap(), None, "confirmed");
    let [file] = <[_; 1]>::try_from(files(h).await).unwrap();
    let repeated = FileState::Repeated {
        name: "two.xml".to_owned(),
    };
    assert_eq!((file.file_name.as_str(), file.state), ("one.xml", repeated));

    for _ in 0..2 {
        process_again(&h.backend, &h.administrator().await, "one.xml")
            .await
            .unwrap();
        download_results(&h.backend).await.unwrap();
    }
    assert_eq!(count_events(h, "channel.document_unread").await, 2);
    assert_eq!(files(h).await, []);
}

on_each_database!(another_content_under_a_known_name_is_carried_out);
async fn another_content_under_a_known_name_is_carried_out(h: &Harness) {
    h.jobs_may_be_left();
    let id = approved(h).await;
    let other = vec![Document::Other {
        name: "HMDLB".to_owned(),
    }];
    h.authority.send(other.clone());
    exchange(h, &h.backend).await;
    let name = kept(h).await[0].file_name.clone();
    // The authority counts its files anew, and the verdict gets the name that is known.
    authority_approves_in(h, &name).await;
    assert_eq!(application(h, id).await.status, "completed");
    assert_eq!(count_events(h, "channel.file_renamed").await, 1);
    let kept = kept(h).await;
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().all(|row| row.acknowledged_at.is_some()));
}

on_each_database!(a_file_of_an_earlier_version_is_known_again);
async fn a_file_of_an_earlier_version_is_known_again(h: &Harness) {
    let other = vec![Document::Other {
        name: "HMDLB".to_owned(),
    }];
    h.authority.send_as("one.xml", other.clone());
    download_results(&h.backend).await.unwrap();
    authority_download::Entity::update_many()
        .col_expr(
            authority_download::Column::ContentHash,
            Expr::value(Option::<String>::None),
        )
        .exec(&h.backend.database)
        .await
        .unwrap();
    h.authority.send_as("one.xml", other);
    download_results(&h.backend).await.unwrap();
    assert_eq!(count_events(h, "channel.document_unread").await, 1);
    let kept = kept(h).await;
    assert_eq!(kept.len(), 1);
    assert!(kept[0].content_hash.is_some());
}

async fn kept(h: &Harness) -> Vec<authority_download::Model> {
    let rows = authority_download::Entity::find()
        .all(&h.backend.database)
        .await;
    rows.unwrap()
}

/// The next verdict comes in a file of this name.
async fn authority_approves_in(h: &Harness, name: &str) {
    for pending in h.authority.pending() {
        assert!(h.authority.approve(pending.sequence));
    }
    while let Some(file) = h.authority.download().await.unwrap() {
        h.authority.acknowledge(&file.file_name).await.unwrap();
        h.authority.send_as(name, file.documents);
        if !file.more {
            break;
        }
    }
    exchange(h, &h.backend).await;
}
