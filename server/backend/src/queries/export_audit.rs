use super::audit::{audit_rows, narrowed};
use super::spreadsheet::{self, ExportFormat};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::account;
use crate::store::audit::{Event, record};
use crate::store::entities::audit_event::Column;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use shared::audit::EventKind;
use shared::calendar_date::shanghai_time;
use shared::role::Action;
use shared::wire::audit::{AuditFilter, AuditRow};

/// Events read at a time.
const CHUNK: u64 = 1000;

const ENGLISH: [&str; 8] = [
    "Event",
    "Time (Asia/Shanghai)",
    "Actor",
    "Kind",
    "Subject",
    "Application",
    "Details",
    "Reason given",
];
const CHINESE: [&str; 8] = [
    "事件编号",
    "时间（北京时间）",
    "操作者",
    "类型",
    "对象",
    "申请",
    "详情",
    "填写的原因",
];

/// The whole filtered trail as a file, the newest event first. Exporting is an event itself.
///
/// # Errors
/// Forbidden to other roles than supervisors and auditors.
pub async fn export_audit(
    backend: &Backend,
    caller: &Caller,
    filter: AuditFilter,
    format: ExportFormat,
) -> Result<Vec<u8>> {
    let permit = caller.permit(Action::ExportAudit)?;
    let language = account::find(&backend.database, permit.account_id())
        .await?
        .language;
    let header = if language == "zh-CN" {
        &CHINESE
    } else {
        &ENGLISH
    };
    let mut lines = Vec::new();
    let mut before = i64::MAX;
    loop {
        let rows = narrowed(backend, &filter)
            .filter(Column::Id.lt(before))
            .order_by_desc(Column::Id)
            .limit(CHUNK)
            .all(&backend.database)
            .await?;
        let Some(last) = rows.last() else { break };
        before = last.id;
        let details: Vec<_> = rows.iter().map(|row| row.detail.clone()).collect();
        let rows = audit_rows(backend, rows).await?;
        lines.extend(rows.into_iter().zip(details).map(cells));
    }
    let event = Event {
        kind: EventKind::ExportMade.into(),
        subject: "audit_event",
        subject_id: None,
        application_id: None,
        account_id: None,
        detail: json!({ "rows": lines.len() }),
        note: None,
    };
    let tx = backend.begin().await?;
    record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    tx.commit().await?;
    spreadsheet::write(format, header, lines)
}

/// Codes and values as they were recorded, so that files of any language compare.
fn cells((row, detail): (AuditRow, String)) -> Vec<String> {
    let number = row.application_number.unwrap_or_default();
    let subject = match (row.subject.as_str(), row.subject_id) {
        ("application", _) if !number.is_empty() => format!("application {number}"),
        (_, Some(id)) => format!("{} {id}", row.subject),
        (_, None) => row.subject,
    };
    vec![
        row.id.to_string(),
        shanghai_time(row.at)
            .format("%Y-%m-%d %H:%M:%S")
            .to_string(),
        row.actor,
        row.kind,
        subject,
        number,
        detail,
        row.note.unwrap_or_default(),
    ]
}
