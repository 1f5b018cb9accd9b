//! Log-in sessions. Rows know a session by the keyed hash of its token, so that nobody who
//! reads the table can log in with what it holds, and pages may name sessions by id.
//!
//! A session ends 30 minutes after its last use and 12 hours after its beginning, whichever
//! comes first; `expires_at` always holds that instant. One that nobody has logged in to ends
//! after minutes.

use super::account::open_name;
use super::entities::account;
use super::entities::session::{ActiveModel, Column, Entity, Model};
use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect,
};
use shared::role::Role;

/// Unused for this long, a session ends.
pub const IDLE_LIMIT: Duration = Duration::minutes(30);
/// However much it is used, a session ends this long after it began.
pub const ABSOLUTE_LIMIT: Duration = Duration::hours(12);
/// Nobody logs in to it: a session ends this long after it began.
pub const ANONYMOUS_LIMIT: Duration = Duration::minutes(5);
/// Use is written down no more often than this.
const TOUCH_INTERVAL: Duration = Duration::minutes(1);
/// Characters kept of what a browser calls itself.
const USER_AGENT_LENGTH: usize = 300;

/// Key under which the web layer keeps the account that is logged in.
pub const ACCOUNT: &str = "account_id";
/// Key of [`SessionContent::account_epoch`].
pub const ACCOUNT_EPOCH: &str = "account_epoch";

/// What a session holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SessionContent {
    /// `None` until somebody logs in.
    pub account_id: Option<i64>,
    /// How often the account's sessions had been ended when it logged in; asked for when the
    /// session begins, and not kept.
    pub account_epoch: i64,
    pub user_agent: String,
    /// Opaque values of the web layer, as JSON.
    pub data: String,
}

/// What came of beginning a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Created {
    Begun,
    TokenTaken,
    /// Since the log-in all sessions of the account were ended, and this one with them.
    Ended,
}

/// Begins a session.
///
/// # Errors
/// When the database refuses.
pub async fn create(backend: &Backend, token: &str, content: &SessionContent) -> Result<Created> {
    let now = backend.now();
    let expires_at = match content.account_id {
        Some(_) => end(now, now),
        None => now + ANONYMOUS_LIMIT,
    };
    let row = ActiveModel {
        id: Set(id_of(backend, token)),
        account_id: Set(content.account_id),
        data: Set(content.data.clone()),
        user_agent: Set(content.user_agent.chars().take(USER_AGENT_LENGTH).collect()),
        created_at: Set(to_millis(now)),
        last_seen_at: Set(to_millis(now)),
        expires_at: Set(to_millis(expires_at)),
    };
    let tx = backend.begin().await?;
    if let Some(account_id) = content.account_id
        && !is_epoch(&tx, account_id, content.account_epoch).await?
    {
        return Ok(Created::Ended);
    }
    let inserted = Entity::insert(row)
        .on_conflict(OnConflict::column(Column::Id).do_nothing().to_owned())
        .exec_without_returning(&tx)
        .await?;
    tx.commit().await?;
    Ok(if inserted == 1 {
        Created::Begun
    } else {
        Created::TokenTaken
    })
}

/// Until the transaction ends, nobody ends the account's sessions.
async fn is_epoch(tx: &Tx, account_id: i64, epoch: i64) -> Result<bool> {
    let row = account::Entity::find_by_id(account_id)
        .lock_shared()
        .one(tx)
        .await?;
    Ok(row.is_some_and(|row| row.session_epoch == epoch))
}

/// Changes what a session holds, but not whose it is. One that was revoked meanwhile stays revoked.
///
/// # Errors
/// When the database refuses.
pub async fn save(backend: &Backend, token: &str, content: &SessionContent) -> Result<()> {
    let tx = backend.begin().await?;
    Entity::update_many()
        .col_expr(Column::Data, Expr::value(content.data.as_str()))
        .filter(Column::Id.eq(id_of(backend, token)))
        .exec(&tx)
        .await?;
    tx.commit().await
}

/// What a session holds; `None` when there is no such session, or no more.
///
/// # Errors
/// When the database refuses.
pub async fn load(backend: &Backend, token: &str) -> Result<Option<SessionContent>> {
    let row = Entity::find_by_id(id_of(backend, token))
        .filter(Column::ExpiresAt.gt(to_millis(backend.now())))
        .one(&backend.database)
        .await?;
    Ok(row.map(|row| SessionContent {
        account_id: row.account_id,
        account_epoch: 0,
        user_agent: row.user_agent,
        data: row.data,
    }))
}

/// Ends a session.
///
/// # Errors
/// When the database refuses.
pub async fn delete(backend: &Backend, token: &str) -> Result<()> {
    let tx = backend.begin().await?;
    Entity::delete_by_id(id_of(backend, token))
        .exec(&tx)
        .await?;
    tx.commit().await
}

/// Who is logged in with a token, in one statement, and notes that the session was used.
///
/// # Errors
/// When the database refuses.
pub async fn find_caller(backend: &Backend, token: &str) -> Result<Option<Caller>> {
    let now = backend.now();
    let found = find_logged_in(backend, token, now).await?;
    let Some(session) = found else {
        return Ok(None);
    };
    if now - from_millis(session.last_seen_at) >= TOUCH_INTERVAL {
        touch(backend, &session, now).await?;
    }
    caller_of(backend, session).map(Some)
}

/// The same, without using the session: who only listens does not keep it from ending.
///
/// # Errors
/// When the database refuses.
pub async fn look_for_caller(backend: &Backend, token: &str) -> Result<Option<Caller>> {
    let found = find_logged_in(backend, token, backend.now()).await?;
    found.map(|session| caller_of(backend, session)).transpose()
}

fn caller_of(backend: &Backend, session: LoggedInSession) -> Result<Caller> {
    Ok(Caller {
        account_id: session.account_id,
        role: Role::from_code(&session.role)
            .ok_or_else(|| Error::inconsistent("account", session.account_id, "unknown role"))?,
        email: backend
            .cipher
            .decrypt("account.email", &session.email_encrypted)?,
        display_name: open_name(
            &backend.cipher,
            &session.display_name,
            session.display_name_encrypted.as_deref(),
        )?,
        session_id: session.id,
    })
}

async fn find_logged_in(
    backend: &Backend,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<LoggedInSession>> {
    let to_account = Entity::belongs_to(account::Entity)
        .from(Column::AccountId)
        .to(account::Column::Id)
        .into();
    Ok(Entity::find_by_id(id_of(backend, token))
        .filter(Column::ExpiresAt.gt(to_millis(now)))
        .select_only()
        .columns([Column::Id, Column::CreatedAt, Column::LastSeenAt])
        .column_as(account::Column::Id, "account_id")
        .columns([
            account::Column::Role,
            account::Column::EmailEncrypted,
            account::Column::DisplayName,
            account::Column::DisplayNameEncrypted,
        ])
        .join(JoinType::InnerJoin, to_account)
        .into_model::<LoggedInSession>()
        .one(&backend.database)
        .await?)
}

#[derive(FromQueryResult)]
struct LoggedInSession {
    id: String,
    created_at: i64,
    last_seen_at: i64,
    account_id: i64,
    role: String,
    email_encrypted: Vec<u8>,
    display_name: String,
    display_name_encrypted: Option<Vec<u8>>,
}

async fn touch(backend: &Backend, session: &LoggedInSession, now: DateTime<Utc>) -> Result<()> {
    let expires_at = end(from_millis(session.created_at), now);
    let tx = backend.begin().await?;
    Entity::update_many()
        .col_expr(Column::LastSeenAt, Expr::value(to_millis(now)))
        .col_expr(Column::ExpiresAt, Expr::value(to_millis(expires_at)))
        .filter(Column::Id.eq(session.id.as_str()))
        .filter(Column::LastSeenAt.eq(session.last_seen_at))
        .exec(&tx)
        .await?;
    tx.commit().await
}

/// The permitted account's running sessions, the last used first.
///
/// # Errors
/// When the database refuses.
pub async fn list_own(
    connection: &impl ConnectionTrait,
    permit: &Permit,
    now: DateTime<Utc>,
) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::AccountId.eq(permit.account_id()))
        .filter(Column::ExpiresAt.gt(to_millis(now)))
        .order_by_desc(Column::LastSeenAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?)
}

/// Ends one of the permitted account's sessions; `false` when it has none with this id.
///
/// # Errors
/// When the database refuses.
pub async fn revoke_own(tx: &Tx, permit: &Permit, id: &str) -> Result<bool> {
    let revoked = Entity::delete_by_id(id)
        .filter(Column::AccountId.eq(permit.account_id()))
        .exec(tx)
        .await?;
    Ok(revoked.rows_affected == 1)
}

/// Ends every session of an account but one, and those that are about to begin.
///
/// # Errors
/// When the database refuses.
pub async fn revoke_all(tx: &Tx, account_id: i64, except: Option<&str>) -> Result<()> {
    let next = Expr::col(account::Column::SessionEpoch).add(1);
    account::Entity::update_many()
        .col_expr(account::Column::SessionEpoch, next)
        .filter(account::Column::Id.eq(account_id))
        .exec(tx)
        .await?;
    let mut delete = Entity::delete_many().filter(Column::AccountId.eq(account_id));
    if let Some(id) = except {
        delete = delete.filter(Column::Id.ne(id));
    }
    delete.exec(tx).await?;
    Ok(())
}

/// Removes sessions that are over; returns how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn delete_expired(backend: &Backend) -> Result<u64> {
    let tx = backend.begin().await?;
    let deleted = Entity::delete_many()
        .filter(Column::ExpiresAt.lte(to_millis(backend.now())))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(deleted.rows_affected)
}

fn id_of(backend: &Backend, token: &str) -> String {
    backend.cipher.keyed_hash("session", token)
}

fn end(created_at: DateTime<Utc>, last_seen_at: DateTime<Utc>) -> DateTime<Utc> {
    std::cmp::min(last_seen_at + IDLE_LIMIT, created_at + ABSOLUTE_LIMIT)
}
