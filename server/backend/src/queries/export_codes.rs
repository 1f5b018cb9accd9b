use super::code_list::{Scope, code_page};
use super::spreadsheet::{self, ExportFormat};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::account;
use crate::store::audit::{Event, record};
use chrono::{DateTime, Utc};
use serde_json::json;
use shared::authorization_code::InvalidReason;
use shared::calendar_date::shanghai_time;
use shared::role::Action;
use shared::wire::code::{CodeFilter, CodeRow, CodeStatusView};

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
        kind: "export.made",
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
    header: [&'static str; 10],
    unused: &'static str,
    licensing: &'static str,
    used: &'static str,
    invalid: &'static str,
    reason: fn(InvalidReason) -> &'static str,
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
        "Used by",
        "Application",
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
        "使用者",
        "申请",
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
};

fn cells(words: &Words, row: CodeRow) -> Vec<String> {
    let (status, reason, user, order) = match row.status {
        CodeStatusView::Unused => (words.unused, "", String::new(), String::new()),
        CodeStatusView::Licensing { user, order, .. } => (words.licensing, "", user, order),
        CodeStatusView::Used { user, order, .. } => (words.used, "", user, order),
        CodeStatusView::Invalid {
            reason, held_by, ..
        } => {
            let user = held_by.map(|(user, _)| user).unwrap_or_default();
            (words.invalid, (words.reason)(reason), user, String::new())
        }
    };
    vec![
        row.code,
        row.server_name,
        row.public_ip.unwrap_or_default(),
        minute(row.applied_at),
        minute(row.expires_at),
        status.to_owned(),
        reason.to_owned(),
        user,
        order,
        row.note,
    ]
}

fn minute(instant: DateTime<Utc>) -> String {
    shanghai_time(instant).format("%Y-%m-%d %H:%M").to_string()
}
