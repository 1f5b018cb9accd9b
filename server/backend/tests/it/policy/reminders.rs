//! `policy.cancel.remind_after_days`.

use crate::harness::{Harness, on_each_database};
use crate::steps::{approve, authority_approves_with, submit_cancellation};
use backend::queries::messages::messages;
use chrono::Duration;
use shared::wire::message::Notice;

on_each_database!(s5_the_holder_is_reminded_on_the_days_of_policy);
async fn s5_the_holder_is_reminded_on_the_days_of_policy(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let twice = h.with_settings(|settings| settings.policy.cancel.remind_after_days = vec![2, 9]);
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, id).await;
    authority_approves_with(h, &twice).await;
    for (days, expected) in [(1, 0), (1, 1), (6, 1), (1, 2), (30, 2)] {
        h.clock.advance(Duration::days(days));
        h.run_jobs().await;
        let page = messages(&h.backend, &holder, None).await.unwrap();
        let reminders = page.items.iter().map(|item| &item.notice);
        let reminders = reminders.filter(|it| matches!(it, Notice::AddAccessReminder { .. }));
        assert_eq!(reminders.count(), expected);
    }
}
