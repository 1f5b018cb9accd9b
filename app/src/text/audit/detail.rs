//! Values of audit events in words. What only other versions record is shown as it is.

use crate::language::Language;
use crate::text::{code, common, field, list, pick, role, staff};
use shared::application::HoldReason;
use shared::authorization_code::InvalidReason;
use shared::field::Field;
use shared::role::Role;

/// What the values are called, by the keys under which they are recorded.
const KEYS: [(&str, (&str, &str)); 35] = [
    ("added", ("Added", "新增")),
    ("by_code", ("With an authorization code", "使用授权码")),
    ("changed", ("Changed", "变更")),
    ("continue_after", ("Continues after number", "继续自序号")),
    ("count", ("Number of codes", "授权码数量")),
    ("days_off", ("Days off", "放假天数")),
    ("document", ("Part of the file", "文件内容")),
    ("domain", ("Domain", "域名")),
    ("due_moved", ("Due times moved", "期限已调整的申请数")),
    ("due_on", ("Due by the end of", "截止日期")),
    ("entity", ("Entity", "主体")),
    ("fields", ("Fields", "字段")),
    ("file", ("File", "文件")),
    ("from", ("From", "原值")),
    ("instead_of", ("Instead of number", "原序号")),
    ("kept_as", ("Kept as", "保存为")),
    ("key", ("Identifier in the answer", "答复标识")),
    ("license_number", ("License number", "备案号")),
    ("locked", ("Locked", "已锁定")),
    ("make_up_days", ("Make-up days", "调休上班天数")),
    ("method", ("Logged in by", "登录方式")),
    ("name", ("Name", "名称")),
    ("number", ("License number", "备案号")),
    ("problem", ("Problem", "问题")),
    ("reason", ("Reason", "原因")),
    ("repeated_as", ("Came again as", "重复下发为")),
    ("reports", ("Reports", "上报记录")),
    ("role", ("Role", "角色")),
    ("rows", ("Rows", "行数")),
    ("scopes", ("Scopes", "权限范围")),
    ("sequence", ("Number of the report", "上报序号")),
    ("server", ("Server", "服务器")),
    ("source", ("Source", "来源")),
    ("to", ("To", "新值")),
    ("website", ("Website", "网站")),
];

/// What a value is called.
#[must_use]
pub fn label(language: Language, key: &str) -> &str {
    KEYS.iter()
        .find(|(known, _)| *known == key)
        .map_or(key, |(_, words)| pick(language, *words))
}

/// The values in words.
#[must_use]
pub fn values(language: Language, key: &str, values: &[String]) -> String {
    let words: Vec<_> = values
        .iter()
        .map(|each| value(language, key, each))
        .collect();
    list(language, &words)
}

/// Codes become words.
fn value(language: Language, key: &str, value: &str) -> String {
    let words = match key {
        "method" => method(language, value),
        "locked" => locked(language, value),
        "reason" => HoldReason::from_code(value).map(|reason| hold_reason(language, reason)),
        "fields" => Field::from_code(value).map(|field| field::label(language, field)),
        "scopes" => Some(staff::scope(language, value)),
        "by_code" => Some(match value {
            "true" => common::yes(language),
            _ => common::no(language),
        }),
        "role" | "from" | "to" => Role::from_code(value)
            .map(|role| role::name(language, role))
            .or_else(|| code_status(language, value)),
        _ => None,
    };
    words.unwrap_or(value).to_owned()
}

fn method(language: Language, method: &str) -> Option<&'static str> {
    match method {
        "password" => Some(field::label(language, Field::Password)),
        "login_code" => Some(field::label(language, Field::LoginCode)),
        "password_code" => Some(pick(
            language,
            ("Code for a new password", "重设密码验证码"),
        )),
        _ => None,
    }
}

/// What counted the tries that were too many.
fn locked(language: Language, counter: &str) -> Option<&'static str> {
    let words = match counter {
        "log_in" => ("Log-ins with the password", "密码登录"),
        "log_in_code" => ("Log-ins with codes", "验证码登录"),
        "log_in_client" => ("Log-ins from this network", "该网络的登录"),
        "log_in_known_browser" => ("Log-ins in this browser", "该浏览器的登录"),
        _ => return None,
    };
    Some(pick(language, words))
}

const fn hold_reason(language: Language, reason: HoldReason) -> &'static str {
    let reason = match reason {
        HoldReason::ServerGone => InvalidReason::ServerGone,
        HoldReason::CodeDisabled => InvalidReason::DisabledByStaff,
    };
    code::invalid_reason(language, reason)
}

fn code_status(language: Language, status: &str) -> Option<&'static str> {
    match status {
        "unused" => Some(common::unused(language)),
        "licensing" => Some(common::licensing(language)),
        "used" => Some(common::used(language)),
        "invalid" => Some(common::invalid(language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::assert_side_by_side;

    #[test]
    fn every_known_key_has_words_in_both_languages() {
        for (key, _) in KEYS {
            assert_side_by_side(|language| label(language, key).to_owned());
        }
    }

    #[test]
    fn codes_become_words() {
        for (key, code, english, chinese) in [
            ("method", "password", "Password", "密码"),
            ("to", "supervisor", "Supervisor", "审核主管"),
            ("from", "unused", "Unused", "未使用"),
            ("by_code", "true", "Yes", "是"),
            ("fields", "website_name", "Website name", "网站名称"),
            (
                "reason",
                "code_disabled",
                "Disabled by the provider",
                "已被接入商停用",
            ),
        ] {
            assert_eq!(value(Language::English, key, code), english);
            assert_eq!(value(Language::Chinese, key, code), chinese);
        }
    }

    #[test]
    fn what_is_not_known_is_shown_as_it_is() {
        assert_eq!(label(Language::Chinese, "n"), "n");
        assert_eq!(value(Language::Chinese, "domain", "shili.cn"), "shili.cn");
        assert_eq!(value(Language::Chinese, "to", "somebody"), "somebody");
    }
}
