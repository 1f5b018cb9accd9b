//! Takes over servers from the provider's inventory: new ones are added, known ones
//! brought up to date, others stay as they are.

use super::row::{InventoryRow, ParsedRow, RowError, parse};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Error;
use crate::instant::to_millis;
use crate::store::audit::{Event, record};
use crate::store::entities::cloud_server::{ActiveModel, Model};
use crate::store::{account, cloud_server};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::audit::EventKind;
use std::collections::HashSet;

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    pub added: u32,
    pub changed: u32,
    pub unchanged: u32,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{} rows are wrong", .0.len())]
    Rows(Vec<RowError>),
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Imports all rows in one transaction, or none. Each comes with its line number. The same
/// rows again change nothing. `source` names the file or the other system in the audit trail.
///
/// # Errors
/// Everything that is wrong with any row.
pub async fn import(
    backend: &Backend,
    source: &str,
    rows: &[(u64, InventoryRow)],
) -> Result<Imported, ImportError> {
    let parsed = parse_all(rows)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let mut imported = Imported::default();
    let mut errors = Vec::new();
    for (line, row) in &parsed {
        match import_one(&tx, backend, row, now).await? {
            Ok(Change::Added) => imported.added += 1,
            Ok(Change::Changed) => imported.changed += 1,
            Ok(Change::None) => imported.unchanged += 1,
            Err((column, problem)) => errors.push(RowError {
                line: *line,
                column,
                problem,
            }),
        }
    }
    if !errors.is_empty() {
        return Err(ImportError::Rows(errors));
    }
    if imported.added + imported.changed > 0 {
        let event = Event {
            kind: EventKind::InventoryImported.into(),
            subject: "cloud_server",
            subject_id: None,
            application_id: None,
            account_id: None,
            detail: json!({ "source": source, "added": imported.added, "changed": imported.changed }),
            note: None,
        };
        record(&tx, backend, Actor::System, now, event).await?;
    }
    tx.commit().await?;
    Ok(imported)
}

fn parse_all(rows: &[(u64, InventoryRow)]) -> Result<Vec<(u64, ParsedRow)>, ImportError> {
    let mut errors = Vec::new();
    let mut seen = HashSet::new();
    let mut parsed = Vec::with_capacity(rows.len());
    for (line, row) in rows {
        if let Some(row) = parse(*line, row, &mut errors) {
            if !seen.insert(row.external_id.clone()) {
                let problem = format!("{} stands above already", row.external_id);
                errors.push(RowError {
                    line: *line,
                    column: "external_id",
                    problem,
                });
            }
            parsed.push((*line, row));
        }
    }
    if errors.is_empty() {
        Ok(parsed)
    } else {
        Err(ImportError::Rows(errors))
    }
}

enum Change {
    Added,
    Changed,
    None,
}

/// Writes one row; the inner error is what the database knows against it.
async fn import_one(
    tx: &Tx,
    backend: &Backend,
    row: &ParsedRow,
    now: DateTime<Utc>,
) -> Result<Result<Change, (&'static str, String)>, Error> {
    let Some(owner) =
        account::find_by_email(tx, &account::email_hash(&backend.cipher, &row.account)).await?
    else {
        return Ok(Err((
            "account",
            format!("there is no account {}", row.account),
        )));
    };
    let Some(known) = cloud_server::find_by_external_id(tx, &row.external_id).await? else {
        let added = ActiveModel {
            account_id: Set(owner.id),
            external_id: Set(row.external_id.clone()),
            codes_issued: Set(0),
            version: Set(1),
            ..values(row, now)
        };
        cloud_server::insert(tx, added).await?;
        return Ok(Ok(Change::Added));
    };
    // Codes and filings of a server belong to the account that made them.
    if known.account_id != owner.id {
        let problem = format!("{} belongs to another account already", row.external_id);
        return Ok(Err(("account", problem)));
    }
    if is_up_to_date(&known, row) {
        return Ok(Ok(Change::None));
    }
    if !cloud_server::update(tx, &known, values(row, now)).await? {
        return Err(Error::refused(shared::problem::Problem::ChangedMeanwhile));
    }
    Ok(Ok(Change::Changed))
}

fn values(row: &ParsedRow, now: DateTime<Utc>) -> ActiveModel {
    ActiveModel {
        name: Set(row.name.clone()),
        region: Set(row.region.clone()),
        mainland: Set(row.mainland),
        billing: Set(row.billing.code().to_owned()),
        state: Set(row.state.code().to_owned()),
        term_starts_on: Set(row.term.map(|term| term.starts_on.to_string())),
        term_ends_on: Set(row.term.map(|term| term.ends_on.to_string())),
        public_ip: Set(row.public_ip.map(|address| address.to_string())),
        updated_at: Set(to_millis(now)),
        ..ActiveModel::default()
    }
}

fn is_up_to_date(known: &Model, row: &ParsedRow) -> bool {
    known.name == row.name
        && known.region == row.region
        && known.mainland == row.mainland
        && known.billing == row.billing.code()
        && known.state == row.state.code()
        && known.term_starts_on == row.term.map(|term| term.starts_on.to_string())
        && known.term_ends_on == row.term.map(|term| term.ends_on.to_string())
        && known.public_ip == row.public_ip.map(|address| address.to_string())
}
