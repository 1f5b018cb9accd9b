//! BAJG: matches results and opinions to reports and ends those.

use super::complete;
use super::verdict::{Verdict, collect, of_opinion, of_result};
use crate::backend::Backend;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::authority_channel::{change_report, report_in, unanswered};
use crate::store::entities::authority_report::Model;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{Operation, Opinion, RecordResult};
use sea_orm::ActiveValue::Set;
use shared::wire::authority_channel::ReportState;
use std::collections::BTreeMap;

/// A result refers to a report by any identifier that was sent, within its operation; a
/// file that failed as a whole (5001) by its file name.
pub async fn apply_results(
    tx: &Tx,
    backend: &Backend,
    results: &[RecordResult],
    opinions: &[Opinion],
    now: DateTime<Utc>,
) -> Result<()> {
    let mut open = Vec::new();
    for operation in ["cancel_access", "new_access", "new_filing"] {
        open.extend(unanswered(tx, operation).await?);
    }
    let mut verdicts = BTreeMap::new();
    for result in results {
        let Some(verdict) = of_result(result) else {
            continue;
        };
        match open.iter().find(|report| matches_result(report, result)) {
            Some(report) => collect(&mut verdicts, report.id, verdict),
            None => tracing::warn!(result.key = result.key, "a result matches no open report"),
        }
    }
    for opinion in opinions {
        let key = opinion.record_id.map(|id| id.to_string());
        let found = open.iter().find(|report| {
            is_operation(report, opinion.operation) && has_key(report, key.as_deref())
        });
        if let Some(report) = found {
            collect(&mut verdicts, report.id, of_opinion(opinion));
        }
    }
    for report in &open {
        if let Some(verdict) = verdicts.remove(&report.id) {
            end(tx, backend, report, verdict, now).await?;
        }
    }
    Ok(())
}

async fn end(
    tx: &Tx,
    backend: &Backend,
    report: &Model,
    verdict: Verdict,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut change = report_in(ReportState::Answered);
    change.answered_at = Set(Some(to_millis(now)));
    change.report_encrypted = Set(None);
    if !change_report(tx, report, change).await? {
        return Ok(());
    }
    complete::complete(tx, backend, report.application_id, verdict, now).await
}

fn matches_result(report: &Model, result: &RecordResult) -> bool {
    let whole_file = result
        .lines
        .iter()
        .any(|line| line.code == 5001 && line.text.is_some() && line.text == report.file_name);
    whole_file || (is_operation(report, result.operation) && has_key(report, result.key.as_deref()))
}

fn is_operation(report: &Model, operation: Option<Operation>) -> bool {
    let name = match operation {
        Some(Operation::CancelAccess) => "cancel_access",
        Some(Operation::NewAccess) => "new_access",
        Some(Operation::NewFiling) => "new_filing",
        Some(_) => return false,
        // An opinion need not name its operation.
        None => return true,
    };
    report.operation == name
}

fn has_key(report: &Model, key: Option<&str>) -> bool {
    let keys: Vec<String> = serde_json::from_str(&report.keys).unwrap_or_default();
    key.is_some_and(|key| keys.iter().any(|known| known == key.trim()))
}
