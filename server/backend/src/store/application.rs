//! Applications: rows to [`ApplicationStatus`] and back, by compare-and-set.

use super::entities::application::{ActiveModel, Column, Entity, Model};
use super::entities::application_number;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use shared::application::{ApplicationKind, ApplicationStatus, Command};
use shared::calendar_date::shanghai_date;
use shared::domain_name::DomainName;
use shared::problem::Problem;
use shared::working_days::Due;

/// One of the permitted account's applications.
///
/// # Errors
/// [`Error::NotFound`] also for somebody else's.
pub async fn find_own(
    connection: &impl ConnectionTrait,
    permit: &Permit,
    id: i64,
) -> Result<Model> {
    Entity::find_by_id(id)
        .filter(Column::AccountId.eq(permit.account_id()))
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}

/// Filings that the permitted account has begun and not submitted.
///
/// # Errors
/// When the database refuses.
pub async fn count_open_drafts(connection: &impl ConnectionTrait, permit: &Permit) -> Result<u64> {
    let filings = ApplicationKind::ALL
        .iter()
        .filter(|kind| kind.is_filing())
        .map(|kind| kind.code());
    Ok(Entity::find()
        .filter(Column::AccountId.eq(permit.account_id()))
        .filter(Column::Status.eq("draft"))
        .filter(Column::Kind.is_in(filings))
        .count(connection)
        .await?)
}

/// An application whoever owns it, for staff and jobs.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(connection: &impl ConnectionTrait, id: i64) -> Result<Model> {
    Entity::find_by_id(id)
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}

/// An application that nobody else changes until the transaction ends.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn lock(tx: &Tx, id: i64) -> Result<Model> {
    Entity::find_by_id(id)
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

/// An application by the number people see.
///
/// # Errors
/// When the database refuses.
pub async fn find_by_number(
    connection: &impl ConnectionTrait,
    number: &str,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::Number.eq(number))
        .one(connection)
        .await?)
}

/// The application an earlier request with the same form key made.
///
/// # Errors
/// When the database refuses.
pub async fn find_by_request_key(
    connection: &impl ConnectionTrait,
    permit: &Permit,
    request_key: &str,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::AccountId.eq(permit.account_id()))
        .filter(Column::RequestKey.eq(request_key))
        .one(connection)
        .await?)
}

/// The domain in its own letters; empty before it has one.
#[must_use]
pub fn domain(row: &Model) -> String {
    DomainName::parse(&row.domain).map_or_else(|_| row.domain.clone(), |name| name.to_unicode())
}

/// What people know an application by: its domain, its number before it has one.
#[must_use]
pub fn shown_domain(row: &Model) -> String {
    if row.domain.is_empty() {
        row.number.clone()
    } else {
        domain(row)
    }
}

/// The kind of a row.
///
/// # Errors
/// [`Error::Internal`] naming the row.
pub fn kind(row: &Model) -> Result<ApplicationKind> {
    ApplicationKind::from_code(&row.kind)
        .ok_or_else(|| Error::inconsistent("application", row.id, "unknown kind"))
}

/// The status of a row.
///
/// # Errors
/// [`Error::Internal`] naming the row when its columns do not fit together.
pub fn status(row: &Model) -> Result<ApplicationStatus> {
    let at = from_millis(row.status_at);
    let broken = |what| Error::inconsistent("application", row.id, what);
    Ok(match row.status.as_str() {
        "draft" => ApplicationStatus::Draft,
        "provider_review" => ApplicationStatus::ProviderReview {
            submitted_at: from_millis(row.submitted_at.ok_or_else(|| broken("no submission"))?),
            due_at: from_millis(row.due_at.ok_or_else(|| broken("no due time"))?),
            due_is_provisional: row.due_is_provisional,
        },
        "provider_rejected" => ApplicationStatus::ProviderRejected { rejected_at: at },
        "submitting" => ApplicationStatus::Submitting { approved_at: at },
        "authority_review" => ApplicationStatus::AuthorityReview { handed_over_at: at },
        "authority_rejected" => ApplicationStatus::AuthorityRejected { rejected_at: at },
        "completed" => ApplicationStatus::Completed { completed_at: at },
        "withdrawn" => ApplicationStatus::Withdrawn { withdrawn_at: at },
        "abandoned" => ApplicationStatus::Abandoned { abandoned_at: at },
        _ => return Err(broken("unknown status")),
    })
}

/// Asks the lifecycle for the status after a command.
///
/// # Errors
/// Refused with [`Problem::NotPossibleNow`] and the status as it is.
pub fn apply(row: &Model, command: &Command) -> Result<ApplicationStatus> {
    status(row)?.apply(kind(row)?, command).map_err(|refused| {
        Error::refused(Problem::NotPossibleNow {
            status: refused.status,
        })
    })
}

/// Puts a status into the columns of a change that is about to be saved.
pub fn set_status(row: &mut ActiveModel, status: &ApplicationStatus, now: DateTime<Utc>) {
    row.status = Set(status.code().to_owned());
    row.status_at = Set(to_millis(now));
    row.due_at = Set(None);
    row.due_is_provisional = Set(false);
    if let ApplicationStatus::ProviderReview {
        submitted_at,
        due_at,
        due_is_provisional,
    } = status
    {
        row.submitted_at = Set(Some(to_millis(*submitted_at)));
        row.due_at = Set(Some(to_millis(*due_at)));
        row.due_is_provisional = Set(*due_is_provisional);
        row.was_submitted = Set(true);
        row.reminded_days = Set(0);
    } else {
        row.claimed_by = Set(None);
        row.claimed_at = Set(None);
    }
}

/// Saves a change over the row that was read.
///
/// # Errors
/// Refused with [`Problem::ChangedMeanwhile`] when somebody else was faster.
pub async fn save(
    tx: &Tx,
    before: &Model,
    mut change: ActiveModel,
    now: DateTime<Utc>,
) -> Result<()> {
    change.updated_at = Set(to_millis(now));
    write(tx, before, change).await
}

/// Takes the verified product out of the row that was read. It is not its holder's doing: how
/// long a draft has been left alone is counted on.
///
/// # Errors
/// As [`save`].
pub async fn drop_product(tx: &Tx, before: &Model) -> Result<()> {
    let change = ActiveModel {
        server_id: Set(None),
        public_ip: Set(None),
        code_id: Set(None),
        ..ActiveModel::default()
    };
    write(tx, before, change).await
}

async fn write(tx: &Tx, before: &Model, mut change: ActiveModel) -> Result<()> {
    change.version = Set(before.version + 1);
    let changed = Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(before.id))
        .filter(Column::Version.eq(before.version))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 {
        Ok(())
    } else {
        Err(Error::refused(Problem::ChangedMeanwhile))
    }
}

/// Applications in the provider's review, which nobody else changes until the transaction ends.
///
/// # Errors
/// When the database refuses.
pub async fn waiting_for_provider(tx: &Tx) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Status.eq(ApplicationStatus::PROVIDER_REVIEW))
        .order_by_asc(Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?)
}

/// Another due time of a locked application. Its version stays: what people are about to do with
/// it does not depend on the time.
///
/// # Errors
/// When the database refuses.
pub async fn move_due(tx: &Tx, row: &Model, due: Due) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(to_millis(due.at)))
        .col_expr(Column::DueIsProvisional, Expr::value(due.provisional))
        .filter(Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(())
}

/// The next number of a kind, for instance `CA-20261122-0007`; days are Asia/Shanghai's.
///
/// # Errors
/// When the database refuses.
pub async fn next_number(tx: &Tx, kind: ApplicationKind, now: DateTime<Utc>) -> Result<String> {
    use application_number::{Column, Entity};
    let prefix = kind.number_prefix();
    let day = shanghai_date(now).format("%Y%m%d").to_string();
    let statement = Query::insert()
        .into_table(Entity)
        .columns([Column::Prefix, Column::Day, Column::Last])
        .values_panic([prefix.into(), day.as_str().into(), 1.into()])
        .on_conflict(
            OnConflict::columns([Column::Prefix, Column::Day])
                .value(Column::Last, Expr::col((Entity, Column::Last)).add(1))
                .to_owned(),
        )
        .returning_col(Column::Last)
        .to_owned();
    let counter = tx.query_one(&statement).await?.ok_or(Error::NotFound)?;
    let last: i64 = counter.try_get("", "last")?;
    Ok(format!("{prefix}-{day}-{last:04}"))
}
