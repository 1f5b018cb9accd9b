//! The commands on accounts that change several of them, or an account and its sessions.

use super::leaves_nothing;
use crate::harness::{Harness, on_each_database};
use backend::commands::accounts::block::block;
use backend::commands::accounts::change_role::change_role;
use backend::commands::accounts::confirm_administrator::confirm_administrator;
use backend::commands::accounts::decline_administrator::decline_administrator;
use backend::commands::accounts::end_demo_passwords::end_demo_passwords;
use backend::commands::accounts::unblock::unblock;
use backend::demo::{ACCOUNTS, load};
use backend::store::entities::account;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::role::Role;

on_each_database!(demo_passwords_end_together_or_not_at_all);
async fn demo_passwords_end_together_or_not_at_all(h: &Harness) {
    load(&h.backend).await.unwrap();
    let two = ACCOUNTS[..2].iter();
    let two = two.map(|demo| h.backend.cipher.keyed_hash("email", demo.email));
    account::Entity::update_many()
        .col_expr(
            account::Column::PasswordHash,
            Expr::value(Option::<String>::None),
        )
        .filter(account::Column::EmailHash.is_not_in(two))
        .exec(&h.backend.database)
        .await
        .unwrap();
    leaves_nothing(h, async |backend| end_demo_passwords(backend).await).await;
}

on_each_database!(an_account_is_blocked_and_unblocked_whole_or_not_at_all);
async fn an_account_is_blocked_and_unblocked_whole_or_not_at_all(h: &Harness) {
    h.jobs_may_be_left();
    let administrator = h.administrator().await;
    let id = h.holder().await.account_id;
    leaves_nothing(h, async |backend| {
        block(backend, &administrator, id, "Reported as stolen.").await
    })
    .await;
    leaves_nothing(h, async |backend| {
        unblock(backend, &administrator, id).await
    })
    .await;
}

on_each_database!(an_administrator_is_made_whole_or_not_at_all);
async fn an_administrator_is_made_whole_or_not_at_all(h: &Harness) {
    let first = h.administrator().await;
    let second = h.caller("admin2@example.com", Role::Administrator).await;
    let id = h.auditor().await.account_id;
    let proposes = async |backend: &_| change_role(backend, &first, id, Role::Administrator).await;
    leaves_nothing(h, proposes).await;
    leaves_nothing(h, async |backend| {
        decline_administrator(backend, &first, id).await
    })
    .await;
    leaves_nothing(h, proposes).await;
    leaves_nothing(h, async |backend| {
        confirm_administrator(backend, &second, id).await
    })
    .await;
}
