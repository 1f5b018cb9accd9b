//! ZXSJ for an access whose cancellation is under way here.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, approve, authority_approves, exchange, submit_cancellation};
use backend::caller::Caller;
use backend::jobs::download_results::download_results;
use backend::queries::messages::messages;
use backend::store::account;
use ports::authority::{CanceledRecord, CancellationKind, Document, demo};
use shared::wire::message::Notice;

fn send_cancellation(h: &Harness) {
    h.authority.send(vec![Document::Cancellations {
        records: vec![CanceledRecord {
            kind: CancellationKind::Access,
            record_id: demo::SHOP.access_authority_id,
            note: None,
        }],
    }]);
}

async fn authority_ends_access(h: &Harness) {
    send_cancellation(h);
    exchange(h, &h.backend).await;
}

/// The notices of an end of access that the holder was given.
async fn ends(h: &Harness, holder: &Caller) -> (usize, usize) {
    let page = messages(&h.backend, holder, None).await.unwrap();
    let notices = page.items.iter().map(|message| &message.notice);
    let asked = notices
        .clone()
        .filter(|notice| matches!(notice, Notice::AccessCanceled { .. }));
    let unasked = notices.filter(|notice| matches!(notice, Notice::AccessEndedByAuthority { .. }));
    (asked.count(), unasked.count())
}

on_each_database!(before_the_result_of_a_cancellation_it_is_that_result);
async fn before_the_result_of_a_cancellation_it_is_that_result(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "a").await;
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    authority_ends_access(h).await;
    assert_eq!(application(h, id).await.status, "authority_review");
    authority_approves(h).await;
    assert_eq!(application(h, id).await.status, "completed");
    assert_eq!(ends(h, &holder).await, (1, 0));
}

on_each_database!(what_is_still_in_review_is_closed);
async fn what_is_still_in_review_is_closed(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "a").await;
    authority_ends_access(h).await;
    assert_eq!(application(h, id).await.status, "withdrawn");
    let account = account::find(&h.backend.database, holder.account_id).await;
    assert_eq!(account.unwrap().open_application_id, None);
    assert_eq!(ends(h, &holder).await, (0, 1));
}

on_each_database!(what_was_approved_and_not_sent_is_closed_and_never_sent);
async fn what_was_approved_and_not_sent_is_closed_and_never_sent(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "a").await;
    approve(h, &h.reviewer().await, id).await;
    send_cancellation(h);
    // The report waits, as it does while the channel stands still.
    download_results(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.status, "withdrawn");
    let account = account::find(&h.backend.database, holder.account_id).await;
    assert_eq!(account.unwrap().open_application_id, None);
    assert_eq!(ends(h, &holder).await, (0, 1));
    exchange(h, &h.backend).await;
    assert_eq!(h.authority.pending(), []);
}
