//! BAJG: matches results and opinions to reports and ends those.

use super::complete;
use super::match_report::{Found, find_report, operation_named_for, sent_as};
use super::verdict::{Verdict, collect, of_opinion, of_result};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::audit::{Event, record};
use crate::store::authority_channel::{
    change_report, confirm_sequence, lock_unanswered, open, report_in,
};
use crate::store::entities::authority_report::{ActiveModel, Model};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{Operation, Opinion, RecordResult};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::audit::EventKind;
use shared::wire::authority_channel::ReportState;
use std::collections::BTreeMap;

/// A result refers to a report by any identifier that was sent, within its operation; a
/// file that failed as a whole (5001) by its file name. An answer that fits several reports
/// ends none of them: operators see it at each of these and in the audit trail, where one that
/// fits none stands as well.
pub async fn apply_results(
    tx: &Tx,
    backend: &Backend,
    results: &[RecordResult],
    opinions: &[Opinion],
    now: DateTime<Utc>,
) -> Result<()> {
    let reports = lock_unanswered(tx).await?;
    let mut answers = Vec::new();
    for result in results {
        if let Some(verdict) = of_result(result) {
            let key = result.key.clone();
            let found = match sent_as(&reports, result) {
                Some(report) => Found::One(report),
                None => find_report(&reports, result.operation, key.as_deref()),
            };
            answers.push((key, result.operation, found, verdict));
        }
    }
    for opinion in opinions {
        let key = opinion.record_id.map(|id| id.to_string());
        let operation = opinion
            .operation
            .or_else(|| operation_named_for(results, key.as_deref()));
        let found = find_report(&reports, operation, key.as_deref());
        answers.push((key, operation, found, of_opinion(opinion)));
    }
    let mut verdicts = BTreeMap::new();
    for (key, operation, found, verdict) in answers {
        match found {
            // Nothing of the kind was ever sent from here.
            Found::None if operation == Some(Operation::Other) => {}
            Found::One(report) => collect(&mut verdicts, report.id, verdict),
            Found::None => leave_to_operator(tx, backend, key, &[], now).await?,
            Found::Several(reports) => leave_to_operator(tx, backend, key, &reports, now).await?,
        }
    }
    for report in &reports {
        if let Some(verdict) = verdicts.remove(&report.id) {
            end(tx, backend, report, verdict, now).await?;
        }
    }
    Ok(())
}

/// A verdict proves that the authority has the report, also when the answer to its upload
/// was lost: its number is used up.
async fn end(
    tx: &Tx,
    backend: &Backend,
    report: &Model,
    verdict: Verdict,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut change = report_in(ReportState::Answered);
    change.answered_at = Set(Some(to_millis(now)));
    // S11: the license password in it is erased. The package has its hash only, and is kept.
    change.report_encrypted = Set(None);
    if !change_report(tx, report, change).await? {
        // The file is tried again; a verdict must not be lost.
        return Err(Error::inconsistent(
            "authority_report",
            report.id,
            "changed while locked",
        ));
    }
    if let Some(sequence) = report.sequence {
        confirm_sequence(tx, sequence, now).await?;
    }
    if report.state == ReportState::InFlight.code() {
        open(tx).await?;
    }
    complete::complete(tx, backend, report.application_id, verdict, now).await
}

async fn leave_to_operator(
    tx: &Tx,
    backend: &Backend,
    key: Option<String>,
    reports: &[&Model],
    now: DateTime<Utc>,
) -> Result<()> {
    let ids: Vec<i64> = reports.iter().map(|report| report.id).collect();
    let key = key.unwrap_or_default();
    tracing::error!(
        result.key = key,
        reports = ids.len(),
        "an answer fits no open report, or several"
    );
    for report in reports {
        let problem = format!("an answer to {key} fits several reports: {ids:?}");
        let change = ActiveModel {
            last_error: Set(Some(problem)),
            ..ActiveModel::default()
        };
        change_report(tx, report, change).await?;
    }
    let event = Event {
        kind: EventKind::AnswerNotMatched.into(),
        subject: "authority_channel",
        subject_id: Some(1),
        application_id: None,
        account_id: None,
        detail: json!({ "key": key, "reports": ids }),
        note: None,
    };
    record(tx, backend, Actor::Authority, now, event).await
}
