//! Kinds of audit events in words. Kinds are text, because the trail keeps those of earlier
//! versions.

use super::{application as applications, pick};
use crate::language::Language;
use shared::wire::application::TimelineEvent;

/// What happened.
#[must_use]
pub fn event(language: Language, kind: &str) -> &'static str {
    if let Some(event) = TimelineEvent::from_code(kind) {
        return applications::event(language, event);
    }
    let words = match kind {
        "code.issued" => ("Code issued", "授权码已生成"),
        "code.reserved" => ("Code taken for an application", "授权码已被占用"),
        "code.released" => ("Code free again", "授权码已释放"),
        "code.used" => ("Code used", "授权码已使用"),
        "code.disabled" => ("Code disabled", "授权码已停用"),
        "code.restored" => ("Code restored", "授权码已恢复"),
        "code.noted" => ("Note of a code changed", "授权码备注已修改"),
        "code.expired" => ("Code expired", "授权码已过期"),
        "code.server_gone" => ("Code invalid with its server", "授权码随服务器失效"),
        "code.burned" => (
            "Code invalid, its application was abandoned",
            "授权码因申请被放弃而失效",
        ),
        "account.logged_in" => ("Logged in", "登录"),
        "account.log_in_failed" => ("Log-in failed", "登录失败"),
        "account.logged_out" => ("Logged out", "退出登录"),
        "account.session_revoked" => ("Session ended", "会话已注销"),
        "account.password_changed" => ("Password changed", "密码已修改"),
        "account.demo_password_ended" => ("Demo password taken away", "演示密码已失效"),
        "account.license_password_wrong" => ("Wrong license password", "备案密码错误"),
        "account.license_password_locked" => (
            "License password locked after wrong tries",
            "备案密码多次错误，已锁定",
        ),
        "account.created" => ("Account created", "账号已创建"),
        "account.role_changed" => ("Role changed", "角色已变更"),
        "personal_data.revealed" => ("Personal data revealed", "查看个人信息明文"),
        "channel.stopped" => ("Channel to the authority stopped", "管局接口已停止"),
        "channel.resumed" => ("Channel to the authority resumed", "管局接口已恢复"),
        "channel.answer_not_matched" => (
            "An answer of the authority fits no report, or several",
            "管局的答复没有对应的上报，或对应多条上报",
        ),
        "channel.document_unread" => (
            "Part of an authority's file nobody acts on",
            "管局文件中有系统不处理的内容",
        ),
        "channel.file_renamed" => (
            "Another file of the authority under a known name",
            "管局文件名相同但内容不同",
        ),
        "channel.file_repeated" => (
            "A file of the authority came again under another name",
            "管局文件以其他名称重复下发",
        ),
        "channel.file_put_back" => (
            "A file of the authority is processed again",
            "管局文件已重新处理",
        ),
        "entity.changed" => (
            "Entity changed in the authority's register",
            "主体信息已由通信管理局变更",
        ),
        "website.changed" => (
            "Website changed in the authority's register",
            "网站信息已由通信管理局变更",
        ),
        "entity.canceled" => (
            "Entity's license canceled by the authority",
            "主体备案已被通信管理局注销",
        ),
        "website.archived" => ("Website archived", "网站已归档"),
        "website.created" => ("Website added", "网站已新增"),
        "inventory.imported" => ("Inventory imported", "资源已导入"),
        "service_token.created" => ("Service token created", "服务令牌已创建"),
        "service_token.revoked" => ("Service token revoked", "服务令牌已吊销"),
        "calendar.entered" => ("Holidays of a year entered", "年度放假安排已录入"),
        "export.made" => ("Data exported", "数据已导出"),
        _ => ("Other event", "其他事件"),
    };
    pick(language, words)
}

/// The groups that the trail can be narrowed to: beginning of the kind, and words.
#[must_use]
pub const fn groups(language: Language) -> [(&'static str, &'static str); 11] {
    [
        ("application.", pick(language, ("Applications", "备案申请"))),
        (
            "code.",
            pick(language, ("Authorization codes", "备案授权码")),
        ),
        (
            "account.",
            pick(language, ("Accounts and log-ins", "账号与登录")),
        ),
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

/// What it was done to: `Account 8`. The trail has a stable name and a number.
#[must_use]
pub fn subject(language: Language, subject: &str) -> String {
    let (kind, id) = subject.split_once(' ').unwrap_or((subject, ""));
    let kind = match kind {
        "account" => pick(language, ("Account", "账号")),
        "application" => pick(language, ("Application", "申请")),
        "audit_event" => pick(language, ("Audit trail", "审计记录")),
        "authority_channel" => pick(language, ("Authority channel", "管局接口")),
        "authorization_code" => pick(language, ("Code", "授权码")),
        "cloud_server" => pick(language, ("Server", "服务器")),
        "entity" => pick(language, ("Entity", "主体")),
        "holiday_year" => pick(language, ("Year", "年度")),
        "service_token" => pick(language, ("Token", "令牌")),
        "website" => pick(language, ("Website", "网站")),
        _ => return subject.to_owned(),
    };
    format!("{kind} {id}").trim_end().to_owned()
}

words! {
    lead: "Who did what, and when. Entries are never changed or removed.", "谁在何时做了什么。记录不可修改或删除。";
    time: "Time", "时间";
    actor_column: "Who", "操作人";
    event_column: "What", "事件";
    subject_column: "Subject", "对象";
    /// Takes the number or the id.
    application: "Application", "申请";
    detail: "Details", "详情";
    from: "From", "开始日期";
    to: "To", "结束日期";
    all_events: "All events", "全部事件";
    nothing_found: "No event matches. Change the period or the filter.", "没有符合条件的记录，请调整日期或筛选条件。";
    export_csv: "Export as CSV", "导出 CSV";
    export_xlsx: "Export as Excel", "导出 Excel";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    /// The kinds that commands and jobs record, but for those of [`TimelineEvent`].
    const KINDS: [&str; 33] = [
        "code.issued",
        "code.reserved",
        "code.released",
        "code.used",
        "code.disabled",
        "code.restored",
        "code.noted",
        "code.expired",
        "code.server_gone",
        "code.burned",
        "account.logged_in",
        "account.log_in_failed",
        "account.logged_out",
        "account.session_revoked",
        "account.password_changed",
        "account.demo_password_ended",
        "account.created",
        "account.role_changed",
        "personal_data.revealed",
        "channel.stopped",
        "channel.resumed",
        "channel.answer_not_matched",
        "channel.file_renamed",
        "channel.file_repeated",
        "channel.file_put_back",
        "entity.changed",
        "website.changed",
        "website.archived",
        "website.created",
        "inventory.imported",
        "service_token.created",
        "service_token.revoked",
        "export.made",
    ];

    #[test]
    fn every_kind_has_its_own_words_in_both_languages() {
        for kind in KINDS {
            assert_ne!(event(Language::English, kind), "Other event", "{kind}");
            assert_side_by_side(|language| event(language, kind).to_owned());
        }
        assert_distinct(&KINDS, |language, kind| event(language, kind).to_owned());
    }

    #[test]
    fn an_applications_event_has_the_words_of_its_timeline() {
        assert_eq!(
            event(Language::English, "application.submitted"),
            "Submitted"
        );
    }

    #[test]
    fn every_kind_is_in_a_group() {
        let groups = groups(Language::English);
        let kinds = TimelineEvent::ALL
            .iter()
            .map(|event| event.code())
            .chain(KINDS);
        for kind in kinds {
            assert!(
                groups
                    .iter()
                    .any(|(beginning, _)| kind.starts_with(beginning)),
                "{kind}"
            );
        }
    }

    #[test]
    fn a_subject_is_named_and_numbered() {
        assert_eq!(subject(Language::English, "account 8"), "Account 8");
        assert_eq!(subject(Language::Chinese, "audit_event"), "审计记录");
        assert_eq!(subject(Language::Chinese, "of_old 3"), "of_old 3");
    }

    #[test]
    fn a_person_is_named_by_email() {
        assert_eq!(actor(Language::Chinese, "li@example.com"), "li@example.com");
        assert_eq!(actor(Language::Chinese, "system"), "系统");
    }
}
