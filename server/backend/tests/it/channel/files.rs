//! Files of the authority that cannot be processed.

use super::approved;
use crate::harness::{Harness, on_each_database};
use crate::steps::{application, approve, exchange, issue_code, submit_first_license};
use backend::commands::authority::process_again::process_again;
use backend::error::Error;
use backend::jobs::download_results::download_results;
use backend::queries::authority_channel::authority_channel;
use backend::store::entities::application::{Column, Entity};
use chrono::Duration;
use ports::authority::{Authority, Document};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::wire::authority_channel::{FileRow, FileState};

pub async fn files(h: &Harness) -> Vec<FileRow> {
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
