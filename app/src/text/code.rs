//! Authorization codes and the servers that give them.

pub mod quota;
pub mod rule;
pub mod statuses;
pub mod usage;

use super::{common, date, pick};
use crate::language::Language;
use crate::text::number::{Noun, count, part_of};
use chrono::{DateTime, Utc};
use shared::authorization_code::InvalidReason;
use shared::cloud_server::{Billing, ServerState, Term};
use shared::wire::code::CodeStatusView;

/// One of the four words of S30.
#[must_use]
pub const fn status(language: Language, status: &CodeStatusView) -> &'static str {
    match status {
        CodeStatusView::Unused => common::unused(language),
        CodeStatusView::Licensing { .. } => common::licensing(language),
        CodeStatusView::Used { .. } => common::used(language),
        CodeStatusView::Invalid { .. } => common::invalid(language),
    }
}

/// Why a code is Invalid (S34).
#[must_use]
pub const fn invalid_reason(language: Language, reason: InvalidReason) -> &'static str {
    let words = match reason {
        InvalidReason::Expired => ("Expired", "已过期"),
        InvalidReason::DisabledByOwner => ("Disabled by its owner", "已被所有者停用"),
        InvalidReason::DisabledByStaff => ("Disabled by the provider", "已被接入商停用"),
        InvalidReason::ServerGone => (
            "Its server no longer meets the conditions",
            "服务器已不符合条件",
        ),
        InvalidReason::Abandoned => (
            "The application that used it was abandoned",
            "使用它的申请已被放弃",
        ),
    };
    pick(language, words)
}

/// How a server is paid for.
#[must_use]
pub const fn billing(language: Language, billing: Billing) -> &'static str {
    let words = match billing {
        Billing::MonthlyPackage => ("Monthly package", "包月"),
        Billing::YearlyPackage => ("Yearly package", "包年"),
        Billing::PayAsYouGo => ("Pay-as-you-go", "按量计费"),
        Billing::Trial => ("Trial", "试用"),
    };
    pick(language, words)
}

/// What the inventory says of a server.
#[must_use]
pub const fn server_state(language: Language, state: ServerState) -> &'static str {
    let words = match state {
        ServerState::Running => ("Running", "运行中"),
        ServerState::Stopped => ("Stopped", "已关机"),
        ServerState::Expired => ("Expired", "已到期"),
        ServerState::Refunded => ("Refunded", "已退款"),
        ServerState::Frozen => ("Frozen", "已冻结"),
    };
    pick(language, words)
}

/// A server's term: `12 months, until 22 Nov 2027`.
#[must_use]
pub fn term(language: Language, months: u32, term: Option<Term>) -> String {
    let Some(term) = term else {
        return no_term(language).to_owned();
    };
    let months = count(language, months, Noun::Month);
    let end = date::calendar_day(language, term.ends_on);
    sentence!(language, "{months}, until {end}", "{months}，至 {end}")
}

/// How many codes of its quota a server has given: `2 of 5`.
#[must_use]
pub fn issued(language: Language, issued: u32, quota: u32) -> String {
    part_of(language, issued, quota)
}

/// The title of the pop-up in which the number of codes is chosen.
#[must_use]
pub fn apply_title(language: Language, server: &str) -> String {
    sentence!(
        language,
        "Apply for codes of {server}",
        "为 {server} 申请备案授权码"
    )
}

/// What the pop-up says about validity (S24).
#[must_use]
pub fn validity_note(language: Language, years: u32) -> String {
    match language {
        Language::English if years == 1 => "Each code is valid for one year from now.".to_owned(),
        Language::English => format!("Each code is valid for {years} years from now."),
        Language::Chinese => format!("每个授权码自申请之时起 {years} 年内有效。"),
    }
}

/// Said after applying.
#[must_use]
pub fn applied(language: Language, codes: u32) -> String {
    let codes = count(language, codes, Noun::Code);
    match language {
        Language::English => format!("Applied for {codes}."),
        Language::Chinese => format!("已申请 {codes}。"),
    }
}

/// Until when a code can be used for an application.
#[must_use]
pub fn expires(language: Language, at: DateTime<Utc>) -> String {
    let at = date::minute(language, at);
    sentence!(language, "Expires {at}", "{at} 到期")
}

/// Below a term: the day it ends.
#[must_use]
pub fn until(language: Language, end: &str) -> String {
    sentence!(language, "until {end}", "至 {end}")
}

/// Name of the bar that shows how many codes a server has given.
#[must_use]
pub fn codes_of(language: Language, server: &str) -> String {
    sentence!(language, "Codes of {server}", "{server} 的授权码")
}

/// The title of the pop-up in which a code is disabled.
#[must_use]
pub fn disable_title(language: Language, code: &str) -> String {
    sentence!(language, "Disable {code}?", "停用 {code}？")
}

/// The title of the pop-up in which a code is taken back.
#[must_use]
pub fn take_back_title(language: Language, code: &str) -> String {
    sentence!(language, "Take {code} back?", "收回 {code}？")
}

/// The title of the pop-up in which a code's note is written.
#[must_use]
pub fn note_title(language: Language, code: &str) -> String {
    sentence!(language, "Note for {code}", "{code} 的备注")
}

words! {
    server: "Server", "服务器";
    servers: "Servers", "服务器列表";
    billing_heading: "Billing", "计费方式";
    term_heading: "Term", "购买时长";
    /// Of a server that is paid for as it is used.
    no_term: "No fixed term", "无固定期限";
    public_ip: "Public IP", "公网 IP";
    codes: "Codes", "授权码";
    code_heading: "Code", "授权码";
    applied_heading: "Applied", "申请时间";
    expires_heading: "Expires", "到期时间";
    search_label: "Code, note, domain or server", "授权码、备注、域名或服务器";
    all_servers: "All servers", "全部服务器";
    all_statuses: "All statuses", "全部状态";
    sort: "Sort by", "排序";
    newest_first: "Newest first", "最新申请";
    soonest_to_expire: "Soonest to expire", "最早到期";
    show_all: "Show all codes", "显示全部授权码";
    export_csv: "Export CSV", "导出 CSV";
    export_xlsx: "Export Excel", "导出 Excel";
    apply_lead: "A code lets any account use your server’s public IP for one website. Give it only to people you trust with that.",
        "持有授权码的任何账号都可以使用您服务器的公网 IP 为一个网站办理备案。请只交给您信任的人。";
    manage_lead: "Copy a code and give it to whoever files a website on your server. It is pasted there at “Verify the product”.",
        "复制授权码交给要在您服务器上备案网站的人，在备案的“验证产品”步骤粘贴使用。";
    no_codes_left: "All codes of this server have been applied for.", "该服务器的授权码已全部申请。";
    no_servers: "No servers yet", "暂无服务器";
    no_servers_hint: "Servers that you buy from this provider appear here by themselves.", "您在本接入商购买的服务器会自动显示在这里。";
    no_codes: "No codes yet", "暂无授权码";
    no_codes_hint: "Apply for codes on the row of an eligible server.", "请在符合条件的服务器所在行申请。";
    no_codes_found_title: "Nothing found", "未找到授权码";
    no_codes_found: "No code matches. Change the search or the filter.", "没有符合条件的授权码，请调整搜索或筛选条件。";

    /// The button that makes an own code Invalid.
    disable: "Disable", "停用";
    disable_by_staff_note: "The holder reads the reason. An application that uses the code is put on hold, and its holder reads the reason too. A second person can restore it.",
        "备案用户会看到原因。使用该授权码的申请将暂停，申请的备案用户也会看到原因。可由另一人恢复。";
    /// In place of the button.
    in_use_not_disabled: "In use: it cannot be disabled.", "使用中，不能停用。";
    /// The button that takes a code back from a draft.
    take_back: "Take back", "收回";
    take_back_stays: "Everything in that application is kept. It asks for another product, and its account is told.",
        "该申请的内容全部保留，但须重新验证产品，系统会通知对方账号。";
    take_back_then: "The code is Unused again, unless it has expired or its server no longer meets the conditions.",
        "授权码恢复为“未使用”；如已过期或服务器不再符合条件，则变为“无效”。";
    taken_back: "The code is taken back. The other account has been told.", "授权码已收回，并已通知对方账号。";
    disabled: "The code is disabled.", "授权码已停用。";
    /// The button that opens a code's note.
    note: "Note", "备注";
    /// The button that undoes what staff disabled.
    restore: "Restore", "恢复";
    restored: "The code is restored.", "授权码已恢复。";
    export: "Export", "导出";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};
    use Language::English;

    #[test]
    fn reasons_and_facts_of_servers_have_words_in_both_languages() {
        for each in InvalidReason::ALL {
            assert_side_by_side(|language| invalid_reason(language, *each).to_owned());
        }
        for each in Billing::ALL {
            assert_side_by_side(|language| billing(language, *each).to_owned());
        }
        for each in ServerState::ALL {
            assert_side_by_side(|language| server_state(language, *each).to_owned());
        }
        assert_distinct(InvalidReason::ALL, |language, each| {
            invalid_reason(language, *each).to_owned()
        });
    }

    #[test]
    fn one_code_is_singular() {
        assert_eq!(applied(English, 1), "Applied for 1 code.");
        assert_eq!(
            validity_note(English, 1),
            "Each code is valid for one year from now."
        );
    }
}
