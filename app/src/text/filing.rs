//! A filing's pages: the list of applications, the steps, and an application's own page.

use super::{application, date, pick};
use crate::language::Language;
use chrono::{DateTime, Utc};
use shared::application::{Actor, ApplicationKind};
use shared::wire::application::CodeFate;

/// The title of an application's pages: `First license FL-20261122-0007`.
#[must_use]
pub fn title(language: Language, kind: ApplicationKind, number: &str) -> String {
    format!("{} {number}", application::kind(language, kind))
}

/// The title of a document about an application: its parts and, once it is known, its domain.
#[must_use]
pub fn document_title(parts: &[&str], domain: &str) -> String {
    let domain = Some(domain).filter(|domain| !domain.is_empty());
    let parts: Vec<_> = parts.iter().copied().chain(domain).collect();
    parts.join(" · ")
}

/// Which address the website gets.
#[must_use]
pub fn address_of_product(language: Language, public_ip: &str) -> String {
    sentence!(
        language,
        "The website will be licensed at the public IP {public_ip}.",
        "网站将使用公网 IP {public_ip} 备案。"
    )
}

/// how long the code of a draft is kept for it.
#[must_use]
pub fn reserved_until(language: Language, until: DateTime<Utc>) -> String {
    let until = date::day(language, until);
    sentence!(
        language,
        "The code is reserved for this application until {until}; each change and the submission prolong that. Until you submit, its owner can take it back.",
        "该授权码为本申请保留至 {until}；每次编辑或提交后顺延。提交之前，授权码所有者可以收回。"
    )
}

/// What verifying another product does to the code that was used so far.
#[must_use]
pub fn other_product_lead(language: Language, fate: CodeFate) -> String {
    let fate = application::code_fate(language, fate);
    sentence!(
        language,
        "If you verify another product: {fate}",
        "如验证其他产品：{fate}"
    )
}

/// The website that gets access here again.
#[must_use]
pub fn again_for(language: Language, domain: &str, number: &str) -> String {
    sentence!(
        language,
        "Access again for {domain}, {number}",
        "为 {domain}（{number}）重新办理新增接入"
    )
}

/// Before the address of whoever can help.
#[must_use]
pub fn ask(language: Language, provider: &str) -> String {
    sentence!(
        language,
        "Questions? Ask {provider}:",
        "如有疑问，请联系{provider}："
    )
}

/// What to have at hand for this type of filing.
#[must_use]
pub const fn have_ready(language: Language, kind: ApplicationKind) -> &'static str {
    let words = match kind {
        ApplicationKind::FirstLicense => (
            "Have ready: the entity’s certificate, an identity document and the mobile number of whoever is in charge, and the domain.",
            "请准备：主体证件、负责人的身份证件和手机号码、域名。",
        ),
        ApplicationKind::NewAccess => (
            "Have ready: the license numbers of the entity and of the website, and the license password.",
            "请准备：主体备案号、网站备案号和备案密码。",
        ),
        ApplicationKind::CancelAccess => {
            ("Have ready: the license password.", "请准备：备案密码。")
        }
    };
    pick(language, words)
}

/// What a reviewer or the authority says about one field, beside that field.
#[must_use]
pub fn reason_on_field(language: Language, by_authority: bool, reason: &str) -> String {
    if by_authority {
        sentence!(language, "The authority: {reason}", "通信管理局：{reason}")
    } else {
        sentence!(language, "The reviewer: {reason}", "审核员：{reason}")
    }
}

/// Why it cannot be edited, below [`cannot_be_edited`].
#[must_use]
pub fn its_status_is(language: Language, status: &str) -> String {
    let status = application::status(language, status);
    sentence!(
        language,
        "Its status is “{status}”.",
        "申请状态为“{status}”。"
    )
}

/// S9: what is filed now waits for another application.
#[must_use]
pub fn waits_for_other(language: Language, number: &str) -> String {
    sentence!(
        language,
        "Application {number} of this entity is in progress, and there can be only one at a time",
        "该主体的申请 {number} 正在办理中，同一时间只能办理一项申请"
    )
}

/// The heading of the pop-up in which an application is withdrawn.
#[must_use]
pub fn withdraw_title(language: Language, number: &str) -> String {
    sentence!(language, "Withdraw {number}?", "撤回 {number}？")
}

/// The heading of the pop-up in which an application is abandoned.
#[must_use]
pub fn abandon_title(language: Language, number: &str) -> String {
    sentence!(language, "Abandon {number}?", "放弃 {number}？")
}

/// What abandoning loses that was typed.
#[must_use]
pub const fn abandon_loss(language: Language, kind: ApplicationKind) -> &'static str {
    let words = if kind.is_filing() {
        (
            "Nothing is filed. What you entered cannot be taken over into a new application.",
            "不会办理备案，已填写的内容不能带入新的申请。",
        )
    } else {
        (
            "The access stays as it is. You can apply for its cancellation again at any time.",
            "接入保持不变，您可随时重新申请取消接入。",
        )
    };
    pick(language, words)
}

/// What somebody does next, after their name: `Provider reviews the application`.
#[must_use]
pub const fn turn(language: Language, actor: Actor, status_is_submitting: bool) -> &'static str {
    let words = match actor {
        Actor::Holder => ("complete and submit it", "完善并提交"),
        Actor::Provider if status_is_submitting => ("hands it to the authority", "提交通信管理局"),
        Actor::Provider => ("reviews it", "初审"),
        Actor::Authority => ("decides, within 20 working days", "审核，最长 20 个工作日"),
        Actor::Nobody => ("", ""),
    };
    pick(language, words)
}

/// How it ends when everything is approved.
#[must_use]
pub const fn good_end(language: Language, kind: ApplicationKind) -> &'static str {
    let words = match kind {
        ApplicationKind::FirstLicense => ("License numbers are issued", "下发备案号"),
        ApplicationKind::NewAccess => ("The website has access here", "网站在本接入商接入"),
        ApplicationKind::CancelAccess => (
            "The access is canceled and the website is cleared from this license system",
            "接入取消，网站从本备案系统清除",
        ),
    };
    pick(language, words)
}

words! {
    list_lead: "Everything you have applied for, newest first.", "您提交的全部申请，最新的在前。";
    application: "Application", "申请";
    /// Before a deadline.
    due_by: "by", "截止";
    number: "Application number", "申请编号";
    kind: "Type", "类型";
    next_step: "Next step", "下一步处理人";
    updated: "Last change", "最近更新";
    domain_unknown: "No domain yet", "尚未填写域名";
    /// Leads from an application's page to its steps.
    go_on: "Continue", "继续填写";
    edit: "Edit", "编辑";
    password_again: "Enter the license password again before you submit; it was not kept.",
        "备案密码未保留，请重新输入后再提交。";
    waits_for_other_note: "You can prepare another one now, and submit it when that one is decided or withdrawn. An authorization code that you verify is reserved for it; its pages say until when.",
        "您可以先准备新的申请，待上述申请办结或撤回后再提交。已验证的授权码为其保留，保留时间见该申请的页面。";
    code_accepted: "The authorization code was accepted", "备案授权码验证通过";
    server_accepted: "The server was accepted", "服务器验证通过";
    /// Of a code: until when.
    reserved: "Reserved until", "保留至";
    /// Between an address and a phone number.
    or: "or", "或";
    again_note: "Verify the product first. Domain, license numbers, content and contacts are then filled in from the record; you add the license password.",
        "请先验证产品。域名、备案号、内容和联系人会从登记信息自动填入，您只需填写备案密码。";
    not_of_this_nature: "Does not fit this nature", "与主体性质不符";
    /// Above what a draft still lacks.
    missing: "Still missing", "尚未完成";
    /// What a new access has from the record of its website.
    taken_over: "Taken over from the record", "沿用登记信息";
    /// While somebody types.
    saved: "Saved", "已保存";
    not_saved: "Not saved:", "未保存：";
    steps: "Steps", "步骤";
    step_complete: "complete", "已完成";
    please_choose: "Please choose", "请选择";
    choose_type_lead: "Not sure? If the website shows a license number at its foot, choose New access.",
        "不确定时：如网站底部已有备案号，请选择“新增接入”。";

    servers_not_eligible: "These servers do not meet the conditions yet:", "以下服务器暂不符合条件：";
    no_eligible_server: "None of your servers meets the conditions. Use an authorization code, or put right what is said below.",
        "您没有符合条件的服务器。请使用备案授权码，或按下方说明处理。";
    no_server: "This account has no servers. Use an authorization code.", "本账号没有服务器，请使用备案授权码。";
    other_product: "Use another server or code", "更换服务器或授权码";
    server: "Server", "服务器";
    public_ip: "Public IP", "公网 IP";

    entity_principal: "Entity principal", "主体负责人";
    website_principal: "Website principal", "网站负责人";
    own_entity_note: "The website belongs to the entity of this account.", "网站属于本账号的主体。";
    /// The title above [`its_status_is`].
    cannot_be_edited: "This application cannot be edited now", "申请当前不能编辑";
    your_answers: "What was entered and checked", "填写与验证的内容";
    not_given: "Not given", "未填写";
    password_kept_short: "Kept encrypted, not shown", "已加密保存，不显示";
    code_in_use: "Authorization code in use", "使用的备案授权码";
    new_provider: "New access provider", "新的接入商";
    history: "Progress", "办理进度";
    details: "Details", "申请信息";
    licensed_title: "Licensed", "备案已通过";
    accepted_on: "License password accepted on", "备案密码验证通过时间";
    only_access: "No other access was known; you confirmed that you know what this means.",
        "当时未发现其他接入，您已确认了解后果。";
}

/// The statement that a number with a wrong check character stands so on the license.
#[must_use]
pub fn confirm_number(language: Language, number: &str) -> String {
    sentence!(
        language,
        "I have compared the number: the license shows exactly {number}.",
        "已与证件核对，证件上的号码确为 {number}。"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_kind_has_its_own_words_in_both_languages() {
        for each in ApplicationKind::ALL {
            assert_side_by_side(|language| have_ready(language, *each).to_owned());
            assert_side_by_side(|language| good_end(language, *each).to_owned());
            assert_side_by_side(|language| abandon_loss(language, *each).to_owned());
        }
        assert_distinct(ApplicationKind::ALL, |language, each| {
            good_end(language, *each).to_owned()
        });
    }

    #[test]
    fn what_was_verified_is_said_with_its_address_and_day() {
        let until = "2026-12-07T04:00:00Z".parse().unwrap();
        assert_side_by_side(|language| reserved_until(language, until));
        assert!(reserved_until(Language::English, until).contains("7 Dec 2026"));
        assert_side_by_side(|language| address_of_product(language, "203.0.113.10"));
        assert_side_by_side(|language| again_for(language, "example.cn", "京ICP备20260001号-1"));
        assert_side_by_side(|language| ask(language, "Example Cloud"));
    }

    #[test]
    fn a_document_is_named_after_its_domain_once_there_is_one() {
        let parts = ["Entity", "First license FL-1"];
        assert_eq!(document_title(&parts, ""), "Entity · First license FL-1");
        assert_eq!(
            document_title(&parts, "example.cn"),
            "Entity · First license FL-1 · example.cn"
        );
    }

    #[test]
    fn whoever_acts_is_said_to_do_something() {
        for each in [Actor::Holder, Actor::Provider, Actor::Authority] {
            assert_side_by_side(|language| turn(language, each, false).to_owned());
        }
        assert_ne!(
            turn(Language::English, Actor::Provider, true),
            turn(Language::English, Actor::Provider, false)
        );
    }
}
