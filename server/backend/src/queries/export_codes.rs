use super::code_list::{Scope, code_page};
use super::spreadsheet::{self, ExportFormat};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::account;
use crate::store::audit::{Event, record};
use chrono::{DateTime, Utc};
use serde_json::json;
use shared::audit::EventKind;
use shared::authorization_code::InvalidReason;
use shared::calendar_date::shanghai_time;
use shared::role::Action;
use shared::wire::code::{CodeFilter, CodeRow, CodeStatusView, CodeUse};

/// The whole filtered list of the caller's codes as a file, in the caller's language. The
/// codes are in clear, so the export is audited.
///
/// # Errors
/// Forbidden to other roles than holders.
pub async fn export_codes(
    backend: &Backend,
    caller: &Caller,
    filter: CodeFilter,
    format: ExportFormat,
) -> Result<Vec<u8>> {
    let permit = caller.permit(Action::ExportOwnCodes)?;
    let language = account::find(&backend.database, permit.account_id())
        .await?
        .language;
    let words = if language == "zh-CN" {
        &CHINESE
    } else {
        &ENGLISH
    };
    let mut rows = Vec::new();
    let mut filter = CodeFilter {
        cursor: None,
        ..filter
    };
    loop {
        let page = code_page(backend, Scope::Own(permit.account_id()), &filter).await?;
        rows.extend(page.items.into_iter().map(|row| cells(words, row)));
        filter.cursor = page.next;
        if filter.cursor.is_none() {
            break;
        }
    }
    let tx = backend.begin().await?;
    let event = Event {
        kind: EventKind::ExportMade.into(),
        subject: "authorization_code",
        subject_id: None,
        application_id: None,
        account_id: Some(permit.account_id()),
        detail: json!({ "rows": rows.len() }),
        note: None,
    };
    record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    tx.commit().await?;
    spreadsheet::write(format, &words.header, rows)
}

/// Words of the file: the screens' words, which only the browser crates know.
struct Words {
    header: [&'static str; 14],
    unused: &'static str,
    licensing: &'static str,
    used: &'static str,
    invalid: &'static str,
    reason: fn(InvalidReason) -> &'static str,
    application: fn(&str) -> &'static str,
}

const ENGLISH: Words = Words {
    header: [
        "Authorization Code",
        "Server",
        "Public IP",
        "Applied (Asia/Shanghai)",
        "Expires (Asia/Shanghai)",
        "Status",
        "Reason",
        "Website",
        "Used by",
        "Application",
        "Status of the application",
        "In use since (Asia/Shanghai)",
        "Held by the draft until (Asia/Shanghai)",
        "Note",
    ],
    unused: "Unused",
    licensing: "Licensing",
    used: "Used",
    invalid: "Invalid",
    reason: |reason| match reason {
        InvalidReason::Expired => "Expired",
        InvalidReason::DisabledByOwner => "Disabled by the owner",
        InvalidReason::DisabledByStaff => "Disabled by the provider",
        InvalidReason::ServerGone => "Server no longer eligible",
        InvalidReason::Abandoned => "Application abandoned",
    },
    application: |status| match status {
        "draft" => "Not yet submitted",
        "provider_review" => "In review by the provider",
        "provider_rejected" => "Rejected by the provider",
        "submitting" => "Approved, on its way to the authority",
        "authority_review" => "Submitted to the authority",
        "authority_rejected" => "Rejected by the authority",
        "completed" => "Completed",
        "withdrawn" => "Withdrawn",
        "abandoned" => "Abandoned",
        _ => "",
    },
};

const CHINESE: Words = Words {
    header: [
        "备案授权码",
        "服务器",
        "公网 IP",
        "申请时间（北京时间）",
        "到期时间（北京时间）",
        "状态",
        "原因",
        "网站",
        "使用者",
        "申请",
        "申请状态",
        "占用时间（北京时间）",
        "草稿保留至（北京时间）",
        "备注",
    ],
    unused: "未使用",
    licensing: "备案中",
    used: "已使用",
    invalid: "无效",
    reason: |reason| match reason {
        InvalidReason::Expired => "已过期",
        InvalidReason::DisabledByOwner => "所有者已停用",
        InvalidReason::DisabledByStaff => "接入商已停用",
        InvalidReason::ServerGone => "服务器已不符合条件",
        InvalidReason::Abandoned => "所用申请已放弃",
    },
    application: |status| match status {
        "draft" => "待提交",
        "provider_review" => "初审中",
        "provider_rejected" => "初审驳回",
        "submitting" => "初审通过，正在提交管局",
        "authority_review" => "管局审核中",
        "authority_rejected" => "管局驳回",
        "completed" => "已完成",
        "withdrawn" => "已撤回",
        "abandoned" => "已放弃",
        _ => "",
    },
};

fn cells(words: &Words, row: CodeRow) -> Vec<String> {
    let (status, reason) = match &row.status {
        CodeStatusView::Unused => (words.unused, ""),
        CodeStatusView::Licensing(_) => (words.licensing, ""),
        CodeStatusView::Used { .. } => (words.used, ""),
        CodeStatusView::Invalid { reason, .. } => (words.invalid, (words.reason)(*reason)),
    };
    let mut cells = vec![
        row.code,
        row.server_name,
        row.public_ip.unwrap_or_default(),
        minute(row.applied_at),
        minute(row.expires_at),
        status.to_owned(),
        reason.to_owned(),
    ];
    cells.extend(use_cells(words, row.status.code_use()));
    cells.push(row.note);
    cells
}

/// For which website, whose, how far and since when; empty where no application uses it.
fn use_cells(words: &Words, by: Option<&CodeUse>) -> [String; 6] {
    let Some(by) = by else {
        return Default::default();
    };
    [
        by.domain.clone(),
        by.user.clone(),
        by.order.clone(),
        (words.application)(&by.application_status).to_owned(),
        minute(by.since),
        by.reserved_until.map(minute).unwrap_or_default(),
    ]
}

fn minute(instant: DateTime<Utc>) -> String {
    shanghai_time(instant).format("%Y-%m-%d %H:%M").to_string()
}
