//! Logging in, one's own account, and the accounts of others.

mod administrators;
mod audit;
mod blocked;
mod forgotten;
mod known_browser;
mod log_in;
mod login_code;
mod management;
mod password;
mod session;

use crate::harness::Harness;
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::accounts::ClientInfo;
use backend::commands::accounts::create::{CreateInput, create_by_operator};
use backend::commands::accounts::log_in_with_password::log_in_with_password;
use backend::error::Result;
use backend::store::account;
use backend::store::entities::audit_event::{Column, Entity, Model};
use backend::store::session::{Created, SessionContent, create, find_caller};
use sea_orm::{EntityTrait, QueryOrder};
use shared::role::Role;

const EMAIL: &str = "Holder@Example.com";
const PASSWORD: &str = "correct horse battery";

async fn open_account(h: &Harness) -> i64 {
    let input = CreateInput {
        email: EMAIL,
        display_name: "Holder",
        role: Role::Holder,
        password: Some(PASSWORD),
        language: "zh-CN",
    };
    create_by_operator(&h.backend, &input).await.unwrap()
}

/// A client of its own for each number.
fn client(number: u32) -> ClientInfo {
    ClientInfo {
        ip: format!("198.51.100.{number}"),
        user_agent: "Test Browser".to_owned(),
        language: "zh-CN",
        known_browsers: Vec::new(),
    }
}

async fn try_password(h: &Harness, password: &str) -> Result<i64> {
    let logged_in = log_in_with_password(&h.backend, EMAIL, password, &client(1)).await?;
    Ok(logged_in.account_id)
}

/// Begins a session the way the web layer does.
async fn begin_session(backend: &Backend, account_id: i64, token: &str) -> Caller {
    let account = account::find(&backend.database, account_id).await.unwrap();
    let content = SessionContent {
        account_id: Some(account_id),
        account_epoch: account.session_epoch,
        user_agent: format!("Browser of {token}"),
        data: "{}".to_owned(),
    };
    let created = create(backend, token, &content).await.unwrap();
    assert_eq!(created, Created::Begun);
    find_caller(backend, token).await.unwrap().unwrap()
}

/// The audit trail, oldest event first.
async fn events(h: &Harness) -> Vec<Model> {
    Entity::find()
        .order_by_asc(Column::Id)
        .all(&h.backend.database)
        .await
        .unwrap()
}

async fn kinds(h: &Harness) -> Vec<String> {
    events(h)
        .await
        .into_iter()
        .map(|event| event.kind)
        .collect()
}
