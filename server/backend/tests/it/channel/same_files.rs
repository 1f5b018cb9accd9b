//! Files of the authority that come again, or share a name (authority protocol, 4.5).

use super::files::files;
use super::{approved, count_events};
use crate::harness::{Harness, on_each_database};
use crate::steps::{application, approve, authority_rejects, exchange, submit_cancellation};
use backend::commands::authority::process_again::process_again;
use backend::jobs::download_results::download_results;
use backend::store::entities::authority_download;
use ports::authority::{Authority, Document};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use shared::wire::authority_channel::FileState;

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

on_each_database!(a_second_refusal_in_the_same_words_is_carried_out);
async fn a_second_refusal_in_the_same_words_is_carried_out(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    for key in ["one", "two", "three"] {
        let id = submit_cancellation(h, &holder, shop.id, key).await;
        approve(h, &h.reviewer().await, id).await;
        authority_rejects(h, "资料不全").await;
        assert_eq!(application(h, id).await.status, "authority_rejected");
    }
    assert_eq!(kept(h).await.len(), 1, "all have the same content");
    assert_eq!(count_events(h, "channel.file_repeated").await, 2);
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
