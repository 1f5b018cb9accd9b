//! Which report an answer of the authority is about.
//!
//! Identifiers of entities, accesses and the authority's own records are counted apart and
//! may be equal: only within one operation does an identifier mean one report.

use crate::store::entities::authority_report::Model;
use ports::authority::{Document, Operation, RecordResult};

/// The report an answer refers to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    None,
    One(&'a Model),
    Several(Vec<&'a Model>),
}

/// The report whose file failed as a whole (5001): its name stands in the text.
#[must_use]
pub fn sent_as<'a>(reports: &'a [Model], result: &RecordResult) -> Option<&'a Model> {
    let mut lines = result.lines.iter().filter(|line| line.code == 5001);
    lines.find_map(|line| {
        reports
            .iter()
            .find(|report| line.text.is_some() && line.text == report.file_name)
    })
}

/// The report with this key within the operation. Without an operation the key must fit one
/// report only.
#[must_use]
pub fn find_report<'a>(
    reports: &'a [Model],
    operation: Option<Operation>,
    key: Option<&str>,
) -> Found<'a> {
    let fitting: Vec<&Model> = reports
        .iter()
        .filter(|report| operation.is_none_or(|operation| is_operation(report, operation)))
        .filter(|report| has_key(report, key))
        .collect();
    match fitting.as_slice() {
        [] => Found::None,
        [one] => Found::One(one),
        _ => Found::Several(fitting),
    }
}

/// Whether a part of a file is about one of these reports.
#[must_use]
pub fn is_about_any(reports: &[Model], documents: &[Document]) -> bool {
    documents.iter().any(|document| {
        let Document::Results { results, opinions } = document else {
            return false;
        };
        let is_about =
            |operation, key: Option<&str>| find_report(reports, operation, key) != Found::None;
        results.iter().any(|result| {
            sent_as(reports, result).is_some() || is_about(result.operation, result.key.as_deref())
        }) || opinions.iter().any(|opinion| {
            let key = opinion.record_id.map(|id| id.to_string());
            is_about(opinion.operation, key.as_deref())
        })
    })
}

/// The operation that the results of the same file name for this key, if they agree.
#[must_use]
pub fn operation_named_for(results: &[RecordResult], key: Option<&str>) -> Option<Operation> {
    let mut named = results
        .iter()
        .filter(|result| key.is_some() && result.key.as_deref().map(str::trim) == key)
        .filter_map(|result| result.operation);
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

fn is_operation(report: &Model, operation: Operation) -> bool {
    let name = match operation {
        Operation::CancelAccess => "cancel_access",
        Operation::NewAccess => "new_access",
        Operation::NewFiling => "new_filing",
        // Nothing of the kind is reported.
        Operation::NewWebsite
        | Operation::Change
        | Operation::CancelEntity
        | Operation::CancelWebsite
        | Operation::Other => return false,
    };
    report.operation == name
}

fn has_key(report: &Model, key: Option<&str>) -> bool {
    let keys: Vec<String> = serde_json::from_str(&report.keys).unwrap_or_default();
    key.is_some_and(|key| keys.iter().any(|known| known == key.trim()))
}
