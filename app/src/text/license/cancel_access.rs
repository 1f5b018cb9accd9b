//! Cancel access: the pop-up (S10), the notification page (S11) and what comes after.

use crate::language::Language;
use crate::text::{common, date, pick, space};
use chrono::{DateTime, Utc};
use shared::access::Resolution;
use shared::wire::license::DomainImpact;

/// The title of the pop-up and of the notification page.
#[must_use]
pub fn title(language: Language, website: &str) -> String {
    sentence!(
        language,
        "Cancel access of {website}",
        "取消 {website} 的接入"
    )
}

/// S2: nothing happens to the numbers.
#[must_use]
pub fn numbers_stay(language: Language, entity: &str, website: &str) -> String {
    sentence!(
        language,
        "Your numbers stay: entity {entity} and website {website} are not canceled.",
        "备案号保留：主体 {entity} 和网站 {website} 都不会被注销。"
    )
}

/// S3, S4: what becomes of one domain, with where it points as last seen.
#[must_use]
pub fn domain_impact(language: Language, impact: &DomainImpact) -> String {
    let domain = &impact.domain;
    match (&impact.resolution, &impact.seen) {
        (Resolution::Here, Some((address, at))) => {
            let at = date::minute(language, *at);
            sentence!(
                language,
                "{domain} will be blocked here if it still points to this provider’s servers. On {at} it resolved to {address}, which is one of them. Point it to your new server first.",
                "如 {domain} 届时仍解析到本接入商的服务器，将被阻断访问。{at} 查得其解析到 {address}，属于本接入商。请先将域名解析到新的服务器。"
            )
        }
        (Resolution::Elsewhere, Some((address, at))) => {
            let at = date::minute(language, *at);
            sentence!(
                language,
                "{domain} is not affected while it points elsewhere. On {at} it resolved to {address}, which is not one of this provider’s servers. If it points here again, it will be blocked.",
                "{domain} 解析到其他地址时不受影响。{at} 查得其解析到 {address}，不属于本接入商。如再次解析到本接入商，将被阻断访问。"
            )
        }
        (Resolution::Elsewhere, None) => sentence!(
            language,
            "{domain} is not affected while it points elsewhere, as it does now. If it points to this provider’s servers again, it will be blocked.",
            "{domain} 目前未解析到本接入商，不受影响。如再次解析到本接入商的服务器，将被阻断访问。"
        ),
        (Resolution::Here | Resolution::NotChecked, _) => sentence!(
            language,
            "{domain} will be blocked here if it still points to this provider’s servers. Point it to your new server first.",
            "如 {domain} 届时仍解析到本接入商的服务器，将被阻断访问。请先将域名解析到新的服务器。"
        ),
    }
}

/// S3, S4: the same when the access is canceled.
#[must_use]
pub fn domain_afterwards(language: Language, impact: &DomainImpact) -> String {
    let domain = &impact.domain;
    match (&impact.resolution, &impact.seen) {
        (Resolution::Here, Some((address, at))) => {
            let at = date::minute(language, *at);
            sentence!(
                language,
                "On {at} {domain} still resolved to {address}, one of this provider’s servers. It is blocked until it points elsewhere or has access here again.",
                "{at} 查得 {domain} 仍解析到 {address}，属于本接入商。在解析到别处或重新办理接入之前，该域名将被阻断访问。"
            )
        }
        (Resolution::Elsewhere, _) => sentence!(
            language,
            "{domain} points elsewhere and is not affected. If it points here again, it will be blocked.",
            "{domain} 已解析到其他地址，不受影响。如再次解析到本接入商，将被阻断访问。"
        ),
        (Resolution::Here | Resolution::NotChecked, _) => sentence!(
            language,
            "If {domain} still points to this provider’s servers, it is blocked here.",
            "如 {domain} 仍解析到本接入商的服务器，将被阻断访问。"
        ),
    }
}

/// S15: how long the provider takes if it is submitted now.
#[must_use]
pub fn review_by(language: Language, due_at: DateTime<Utc>, provisional: bool) -> String {
    let due = date::deadline(language, due_at);
    let sentence = sentence!(
        language,
        "If you submit now, the provider decides by {due}.",
        "现在提交，接入商将在 {due} 前作出决定。"
    );
    if provisional {
        format!(
            "{sentence}{}{}",
            space(language),
            provisional_note(language)
        )
    } else {
        sentence
    }
}

/// S6: the tick box that goes with the warning.
#[must_use]
pub fn acknowledge(language: Language, website: &str) -> String {
    sentence!(
        language,
        "I understand that {website} has no other known access and that its number may be canceled.",
        "我已了解：{website} 没有其他已知的接入，其备案号可能被注销。"
    )
}

/// Shown in place of the form while wrong passwords have locked it.
#[must_use]
pub fn locked(language: Language, until: DateTime<Utc>) -> String {
    let until = date::minute(language, until);
    let help = common::retrieve_license_password(language);
    sentence!(
        language,
        "The license password was wrong too often. You can continue after {until}. Until then find the right password: see “{help}”.",
        "备案密码多次输入错误，请在 {until} 之后继续。在此之前请找到正确的密码，参见“{help}”。"
    )
}

/// The application that is continued.
#[must_use]
pub fn resumed(language: Language, number: &str) -> String {
    sentence!(
        language,
        "You are continuing application {number}. What you entered is still there; enter the license password again.",
        "正在继续办理 {number}，此前填写的内容已保留，请重新输入备案密码。"
    )
}

/// The last of the page's steps, each with who acts.
#[must_use]
pub const fn how_it_goes_on(language: Language) -> [&'static str; 4] {
    [
        pick(
            language,
            (
                "You confirm with the license password.",
                "您使用备案密码确认。",
            ),
        ),
        pick(
            language,
            ("The provider reviews the application.", "接入商初审。"),
        ),
        pick(
            language,
            (
                "The authority decides; it takes up to 20 working days.",
                "通信管理局审核，最长 20 个工作日。",
            ),
        ),
        pick(
            language,
            (
                "The access is canceled and the website is cleared from this license system.",
                "接入取消，网站从本备案系统清除。",
            ),
        ),
    ]
}

words! {
    lead: "Read what this does, then confirm with your license password.", "请阅读以下说明，然后使用备案密码确认。";
    /// The pop-up of S10, above the consequences.
    popup_lead: "Nothing is canceled yet. OK leads to the next page, where you confirm; Give Up leaves everything as it is.",
        "现在还不会取消。点击“确定”进入下一页确认，点击“放弃”则不作任何更改。";
    what_happens: "What happens", "取消后的影响";
    how_it_goes_on_title: "What happens next", "办理流程";
    /// S1, S17.
    leaves_this_system: "The website’s license information is removed from this provider’s license system once the authority has approved. It stays readable in your archive.",
        "通信管理局审核通过后，网站的备案信息将从本接入商的备案系统清除，您仍可在归档中查看。";
    /// S3.
    blocked_if_used: "If you keep using this provider’s servers for the website after that, it will be blocked.",
        "取消后如继续使用本接入商的服务器，网站将被阻断访问。";
    /// S4.
    fine_if_not_used: "If you no longer use this provider’s servers for it, there is no such problem.",
        "如不再使用本接入商的服务器，则不受影响。";
    /// S5.
    add_access_soon: "Add access at the provider whose servers you use now as soon as possible, in that provider’s license system.",
        "请尽快在现用服务器的接入商备案系统中办理新增接入。";
    /// S6.
    number_may_be_canceled: "If no provider holds access for the website, the authority may cancel its license number under the regulations.",
        "如没有任何接入商为该网站提供接入，通信管理局可能依法注销其备案号。";
    /// S6, when another access is known.
    other_access_stays: "Another provider’s access of this website is known. It stays.",
        "已知该网站在其他接入商有接入，不受影响。";
    /// S6, when no other access is known.
    only_access_warning: "No other provider’s access of this website is known. Without one the authority may cancel the number. Add access at your new provider first, then cancel here.",
        "目前未发现该网站在其他接入商的接入。没有任何接入的备案号可能被管局注销。请先在新接入商办理新增接入，再取消此处的接入。";
    only_access_not_a_bar: "You may cancel all the same; tick the box below to confirm that you know this.",
        "您仍可继续取消，请勾选下方确认框，表明您已了解。";
    /// S12.
    password_decides: "The license password decides whether the application goes through: it is checked with the authority at once.",
        "备案密码直接决定能否取消接入，系统会立即向通信管理局验证。";
    withdraw_until: "You can withdraw the application until it is handed to the authority.", "提交通信管理局之前可以撤回。";
    provisional_note: "The date is provisional until the State Council has published the holidays of that year.",
        "该年度的放假安排尚未公布，日期暂定。";
    locked_title: "Confirming is locked", "确认功能已锁定";
    not_now: "The access cannot be canceled now", "目前不能取消接入";
    choose_reason: "Choose a reason", "请选择原因";
    /// S14: after `Next`.
    submitted_title: "Submitted for approval", "已提交审核";
    /// After `Next`, when the authority could not be asked.
    kept_title: "Kept, not yet submitted", "已保存，尚未提交";
    kept: "The authority cannot be reached, so the password could not be checked. The application is kept with what you entered, but without the password. Continue later: open it here, enter the password and press Next.",
        "暂时无法连接通信管理局，未能验证备案密码。申请已保存（不含密码）。请稍后在此打开，输入备案密码并点击“下一步”。";
    /// S16.
    approved_title: "Approved and submitted to the competent authority", "已通过初审并提交通信管理局";
    /// S3, of a canceled access.
    is_blocked: "It still points here and is blocked", "域名仍解析到本接入商，已被阻断访问";
    may_be_blocked: "It is blocked if it still points here", "如仍解析到本接入商，将被阻断访问";
    /// S17.
    completed_title: "Access canceled", "接入已取消";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};
    use Language::{Chinese, English};

    fn impact(resolution: Resolution, seen: bool) -> DomainImpact {
        let seen = seen.then(|| {
            (
                "203.0.113.10".to_owned(),
                "2026-11-22T06:05:00Z".parse().unwrap(),
            )
        });
        DomainImpact {
            domain: "example-shop.cn".to_owned(),
            resolution,
            seen,
        }
    }

    #[test]
    fn s3_the_block_is_announced_with_the_address_of_the_day() {
        let words = domain_impact(English, &impact(Resolution::Here, true));
        assert!(words.starts_with("example-shop.cn will be blocked here if"));
        assert!(words.contains("203.0.113.10") && words.contains("22 Nov 2026, 14:05"));
    }

    #[test]
    fn s3_the_block_is_stated_when_the_access_is_canceled() {
        let words = domain_afterwards(English, &impact(Resolution::Here, true));
        assert!(words.contains("is blocked") && words.contains("203.0.113.10"));
    }

    #[test]
    fn s4_a_domain_that_points_elsewhere_is_not_affected() {
        for seen in [true, false] {
            let impact = impact(Resolution::Elsewhere, seen);
            assert!(domain_impact(English, &impact).contains("is not affected"));
            assert!(domain_impact(Chinese, &impact).contains("不受影响"));
        }
    }

    #[test]
    fn every_consequence_is_complete_in_both_languages() {
        let impacts = [
            impact(Resolution::Here, true),
            impact(Resolution::Elsewhere, true),
            impact(Resolution::Elsewhere, false),
            impact(Resolution::NotChecked, false),
        ];
        for each in &impacts {
            assert_side_by_side(|language| domain_impact(language, each));
            assert_side_by_side(|language| domain_afterwards(language, each));
        }
        assert_distinct(&impacts, domain_impact);
        let due = "2026-11-23T16:00:00Z".parse().unwrap();
        for provisional in [true, false] {
            assert_side_by_side(|language| review_by(language, due, provisional));
        }
        assert_side_by_side(|language| locked(language, due));
        assert_side_by_side(|language| acknowledge(language, "example-shop.cn"));
        assert_side_by_side(|language| resumed(language, "CA-20261122-0007"));
        assert_side_by_side(|language| {
            numbers_stay(language, "京ICP备20260001号", "京ICP备20260001号-1")
        });
    }
}
