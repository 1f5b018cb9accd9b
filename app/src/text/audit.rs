//! Kinds of audit events in words. Kinds are text, because the trail keeps those of earlier
//! versions.

pub mod detail;
#[cfg(test)]
mod tests;

use super::{application as applications, pick};
use crate::language::Language;
use shared::audit::{EventKind, LOG_INS};
use shared::wire::application::TimelineEvent;

/// What happened.
#[must_use]
pub fn event(language: Language, kind: &str) -> &'static str {
    if let Some(event) = TimelineEvent::from_code(kind) {
        return applications::event(language, event);
    }
    let Some(kind) = EventKind::from_code(kind) else {
        return pick(language, ("Other event", "其他事件"));
    };
    let words = match kind {
        EventKind::CodeIssued => ("Code issued", "授权码已生成"),
        EventKind::CodeReserved => ("Code taken for an application", "授权码已被占用"),
        EventKind::CodeReleased => ("Code free again", "授权码已释放"),
        EventKind::CodeUsed => ("Code used", "授权码已使用"),
        EventKind::CodeDisabled => ("Code disabled", "授权码已停用"),
        EventKind::CodeRestored => ("Code restored", "授权码已恢复"),
        EventKind::CodeNoted => ("Note of a code changed", "授权码备注已修改"),
        EventKind::CodeExpired => ("Code expired", "授权码已过期"),
        EventKind::CodeServerGone => ("Code invalid with its server", "授权码随服务器失效"),
        EventKind::CodeBurned => (
            "Code invalid, its application was abandoned",
            "授权码因申请被放弃而失效",
        ),
        EventKind::LoggedIn => ("Logged in", "登录"),
        EventKind::LogInFailed => ("Log-in failed", "登录失败"),
        EventKind::LoggedOut => ("Logged out", "退出登录"),
        EventKind::AccountLocked => ("Locked after too many tries", "多次尝试失败，已锁定"),
        EventKind::SessionRevoked => ("Session ended", "会话已注销"),
        EventKind::PasswordChanged => ("Password changed", "密码已修改"),
        EventKind::PasswordReset => (
            "Forgotten password replaced with a code by email",
            "已通过邮箱验证码重设密码",
        ),
        EventKind::DemoPasswordEnded => ("Demo password taken away", "演示密码已失效"),
        EventKind::LicensePasswordWrong => ("Wrong license password", "备案密码错误"),
        EventKind::LicensePasswordLocked => (
            "License password locked after wrong tries",
            "备案密码多次错误，已锁定",
        ),
        EventKind::LicensePasswordLockedByAuthority => (
            "License password not checked any more by the authority",
            "通信管理局暂停验证备案密码",
        ),
        EventKind::AccountCreated => ("Account created", "账号已创建"),
        EventKind::RoleChanged => ("Role changed", "角色已变更"),
        EventKind::AdministratorProposed => ("Proposed as administrator", "被提议为系统管理员"),
        EventKind::AdministratorRefused => {
            ("Proposal as administrator refused", "系统管理员提议被拒绝")
        }
        EventKind::AdministratorWithdrawn => (
            "Proposal as administrator withdrawn",
            "系统管理员提议已撤回",
        ),
        EventKind::AccountBlocked => ("Account blocked", "账号已停用"),
        EventKind::AccountUnblocked => ("Account unblocked", "账号已恢复"),
        EventKind::PersonalDataRevealed => ("Personal data revealed", "查看个人信息明文"),
        EventKind::ChannelStopped => ("Channel to the authority stopped", "管局接口已停止"),
        EventKind::ChannelResumed => ("Channel to the authority resumed", "管局接口已恢复"),
        EventKind::AnswerNotMatched => (
            "An answer of the authority fits no report, or several",
            "管局的答复没有对应的上报，或对应多条上报",
        ),
        EventKind::DocumentUnread => (
            "Part of an authority's file nobody acts on",
            "管局文件中有系统不处理的内容",
        ),
        EventKind::FileRenamed => (
            "Another file of the authority under a known name",
            "管局文件名相同但内容不同",
        ),
        EventKind::FileRepeated => (
            "A file of the authority came again under another name",
            "管局文件以其他名称重复下发",
        ),
        EventKind::FilePutBack => (
            "A file of the authority is processed again",
            "管局文件已重新处理",
        ),
        EventKind::EntityChanged => (
            "Entity changed in the authority's register",
            "主体信息已由通信管理局变更",
        ),
        EventKind::WebsiteChanged => (
            "Website changed in the authority's register",
            "网站信息已由通信管理局变更",
        ),
        EventKind::EntityCanceled => (
            "Entity's license canceled by the authority",
            "主体备案已被通信管理局注销",
        ),
        EventKind::WebsiteArchived => ("Website archived", "网站已归档"),
        EventKind::WebsiteCreated => ("Website added", "网站已新增"),
        EventKind::InventoryImported => ("Inventory imported", "资源已导入"),
        EventKind::ServiceTokenCreated => ("Service token created", "服务令牌已创建"),
        EventKind::ServiceTokenRevoked => ("Service token revoked", "服务令牌已吊销"),
        EventKind::CalendarEntered => ("Holidays of a year entered", "年度放假安排已录入"),
        EventKind::ExportMade => ("Data exported", "数据已导出"),
    };
    pick(language, words)
}

/// The groups that the trail can be narrowed to: beginning of the kind, and words.
#[must_use]
pub const fn groups(language: Language) -> [(&'static str, &'static str); 12] {
    [
        ("application.", pick(language, ("Applications", "备案申请"))),
        (
            "code.",
            pick(language, ("Authorization codes", "备案授权码")),
        ),
        ("account.", pick(language, ("Accounts", "账号"))),
        (LOG_INS, pick(language, ("Log-ins", "登录记录"))),
        (
            "personal_data.",
            pick(language, ("Personal data", "个人信息")),
        ),
        (
            "channel.",
            pick(language, ("Authority channel", "管局接口")),
        ),
        ("entity.", pick(language, ("Entities", "主体"))),
        ("website.", pick(language, ("Websites", "网站"))),
        ("inventory.", pick(language, ("Inventory", "资源"))),
        (
            "service_token.",
            pick(language, ("Service tokens", "服务令牌")),
        ),
        (
            "calendar.",
            pick(language, ("Working calendar", "工作日历")),
        ),
        ("export.", pick(language, ("Exports", "导出"))),
    ]
}

/// Who did it: an email address stays, the machine's own actors get words.
#[must_use]
pub fn actor(language: Language, actor: &str) -> String {
    match actor {
        "system" => pick(language, ("System", "系统")).to_owned(),
        "authority" => pick(language, ("Authority", "通信管理局")).to_owned(),
        email => email.to_owned(),
    }
}

/// What it happened to: `Account Rui Chen`. There is one channel and one trail.
#[must_use]
pub fn subject_name(language: Language, table: &str, which: Option<&str>) -> String {
    let words = match table {
        "account" => ("Account", "账号"),
        "application" => ("Application", "申请"),
        "audit_event" => return pick(language, ("Audit trail", "审计记录")).to_owned(),
        "authority_channel" => return pick(language, ("Authority channel", "管局接口")).to_owned(),
        "authorization_code" => ("Authorization code", "备案授权码"),
        "cloud_server" => ("Server", "服务器"),
        "entity" => ("Entity", "主体"),
        "holiday_year" => ("Working calendar", "工作日历"),
        "service_token" => ("Service token", "服务令牌"),
        "website" => ("Website", "网站"),
        _ => (table, table),
    };
    let name = match language {
        Language::English => words.0,
        Language::Chinese => words.1,
    };
    which.map_or_else(|| name.to_owned(), |which| format!("{name} {which}"))
}

/// Where somebody logged in from: the address, and what the browser calls itself. Other
/// events' notes are somebody's words.
#[must_use]
pub fn client<'a>(kind: &str, note: &'a str) -> Option<(&'a str, &'a str)> {
    let is_log_in = [EventKind::LoggedIn, EventKind::LogInFailed]
        .iter()
        .any(|log_in| log_in.code() == kind);
    is_log_in.then(|| note.split_once(' ').unwrap_or((note, "")))
}

words! {
    lead: "Who did what, and when. Entries are never changed or removed.", "谁在何时做了什么。记录不可修改或删除。";
    time: "Time", "时间";
    actor_column: "Who", "操作人";
    event_column: "What", "事件";
    subject_column: "Subject", "对象";
    application: "Application number", "申请编号";
    detail: "Details", "详情";
    from: "From", "开始日期";
    to: "To", "结束日期";
    all_events: "All events but log-ins", "除登录外的全部事件";
    nothing_found: "No event matches", "没有符合条件的记录";
    nothing_found_hint: "Every change stands here from the moment it is made. Widen the dates, or take a filter away.", "每项变更发生后立即记录在此。可放宽日期范围，或减少筛选条件。";
    export_csv: "Export as CSV", "导出 CSV";
    export_xlsx: "Export as Excel", "导出 Excel";
}
