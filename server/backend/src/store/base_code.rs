//! Base code tables of the authority, as last downloaded.

use super::entities::base_code::{ActiveModel, Column, Entity, Model};
use crate::error::Result;
use crate::instant::to_millis;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::CodeTableRow;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::cancel_access::{BuiltInReason, ReasonNumbers};
use shared::code_table::{AuthorityTables, TableRow};
use shared::wire::license::ReasonOption;

/// The table of cancellation reasons (`Zxly`).
const CANCELLATION_REASONS: &str = "Zxly_xx";

/// The table of a website's languages (`Yylb`).
const LANGUAGES: &str = "Yylb";

/// The table of what an entity is (`Dwxz`).
const NATURES: &str = "Dwxz_xx";

/// The table of certificates and documents (`Zjlx`).
const CERTIFICATES: &str = "Zjlx_xx";

/// Reasons a holder may choose: the authority's table, or ours, with the numbers of policy,
/// until one was downloaded.
///
/// # Errors
/// When the database refuses.
pub async fn cancellation_reasons(
    connection: &impl ConnectionTrait,
    built_in: ReasonNumbers,
) -> Result<Vec<ReasonOption>> {
    let rows = Entity::find()
        .filter(Column::TableName.eq(CANCELLATION_REASONS))
        .filter(Column::IsValid.eq(true))
        .order_by_asc(Column::Code)
        .all(connection)
        .await?;
    if rows.is_empty() {
        return Ok(built_in
            .offered()
            .into_iter()
            .map(|(code, reason)| ReasonOption {
                code,
                built_in: Some(reason),
                text: None,
            })
            .collect());
    }
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let code = i32::try_from(row.code).ok()?;
            Some(ReasonOption {
                code,
                built_in: BuiltInReason::from_authority_text(&row.text),
                text: Some(row.text),
            })
        })
        .collect())
}

/// What a filing is filled in from.
///
/// # Errors
/// When the database refuses.
pub async fn tables(connection: &impl ConnectionTrait) -> Result<AuthorityTables> {
    let rows = Entity::find()
        .filter(Column::TableName.is_in([LANGUAGES, NATURES, CERTIFICATES]))
        .filter(Column::IsValid.eq(true))
        .order_by_asc(Column::Code)
        .all(connection)
        .await?;
    let of = |table: &str| -> Vec<TableRow> {
        let rows = rows.iter().filter(|row| row.table_name == table);
        let row = |row: &Model| {
            Some(TableRow {
                number: i32::try_from(row.code).ok()?,
                text: row.text.clone(),
                class: row.class.and_then(|class| i32::try_from(class).ok()),
            })
        };
        rows.filter_map(row).collect()
    };
    Ok(AuthorityTables::new(
        &of(LANGUAGES),
        &of(NATURES),
        &of(CERTIFICATES),
    ))
}

/// Stores downloaded rows over earlier ones.
///
/// # Errors
/// When the database refuses.
pub async fn replace(tx: &Tx, rows: &[CodeTableRow], now: DateTime<Utc>) -> Result<()> {
    for row in rows {
        let model = ActiveModel {
            table_name: Set(row.table.clone()),
            code: Set(i64::from(row.code)),
            text: Set(row.text.clone()),
            class: Set(row.class.map(i64::from)),
            is_valid: Set(row.valid),
            updated_at: Set(to_millis(now)),
        };
        Entity::insert(model)
            .on_conflict(
                OnConflict::columns([Column::TableName, Column::Code])
                    .update_columns([
                        Column::Text,
                        Column::Class,
                        Column::IsValid,
                        Column::UpdatedAt,
                    ])
                    .to_owned(),
            )
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
