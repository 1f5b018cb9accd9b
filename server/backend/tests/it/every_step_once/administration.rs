//! Messages, tokens of other systems, and the working calendar.

use super::leaves_nothing;
use crate::harness::{Harness, on_each_database};
use crate::steps::submit_cancellation;
use backend::commands::calendar::enter_year::enter_year;
use backend::commands::messages::{mark_all_read::mark_all_read, mark_read::mark_read};
use backend::commands::service_tokens::{create::create, revoke::revoke};
use backend::service_token::Scope;
use backend::store::entities::{holiday_year, message};
use backend::store::service_token;
use chrono::Duration;
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};

/// The messages of one holder, of whom two cancellations were submitted.
async fn messages(h: &Harness) -> Vec<message::Model> {
    message::Entity::find()
        .order_by_asc(message::Column::Id)
        .all(&h.backend.database)
        .await
        .unwrap()
}

on_each_database!(messages_are_marked_as_read_whole_or_not_at_all);
async fn messages_are_marked_as_read_whole_or_not_at_all(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    for key in ["a", "b"] {
        let id = submit_cancellation(h, &holder, shop.id, key).await;
        backend::commands::applications::withdraw::withdraw(&h.backend, &holder, id)
            .await
            .unwrap();
    }
    let first = messages(h).await[0].id;
    leaves_nothing(h, async |backend| mark_read(backend, &holder, first).await).await;
    let unread = messages(h).await;
    let unread = unread.iter().filter(|message| message.read_at.is_none());
    assert_eq!(unread.count(), 3);
    leaves_nothing(h, async |backend| mark_all_read(backend, &holder).await).await;
    let all = messages(h).await;
    assert!(all.iter().all(|message| message.read_at.is_some()));
}

on_each_database!(a_token_is_made_and_revoked_whole_or_not_at_all);
async fn a_token_is_made_and_revoked_whole_or_not_at_all(h: &Harness) {
    let administrator = h.administrator().await;
    leaves_nothing(h, async |backend| {
        create(backend, &administrator, "gateway", &[Scope::ReadBlockFeed]).await
    })
    .await;
    let tokens = service_token::list(&h.backend.database).await.unwrap();
    assert_eq!(tokens.len(), 1);
    leaves_nothing(h, async |backend| {
        revoke(backend, &administrator, tokens[0].id).await
    })
    .await;
    let tokens = service_token::list(&h.backend.database).await.unwrap();
    assert!(tokens.iter().all(|token| token.revoked_at.is_some()));
}

on_each_database!(a_year_is_entered_and_corrected_whole_or_not_at_all);
async fn a_year_is_entered_and_corrected_whole_or_not_at_all(h: &Harness) {
    h.jobs_may_be_left();
    let (supervisor, holder) = (h.supervisor().await, h.holder().await);
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    h.clock.advance(Duration::days(38));
    submit_cancellation(h, &holder, shop.id, "k").await;
    for days in ["off 2027-01-01", "off 2027-01-01\noff 2027-10-01"] {
        leaves_nothing(h, async |backend| {
            enter_year(backend, &supervisor, "国办发明电〔2026〕1号", days).await
        })
        .await;
    }
    let years = holiday_year::Entity::find().count(&h.backend.database);
    assert_eq!(years.await.unwrap(), 1);
}
