//! My Licenses: the entity, its websites, and the way out of an access.

pub mod archived;
pub mod cancel_access;

use super::{date, pick};
use crate::language::Language;
use chrono::{DateTime, Utc};
use shared::access::Resolution;
use shared::cancel_access::{BuiltInReason, Unavailable};
use shared::wire::license::ReasonOption;

/// Why `Cancel Access` cannot be chosen now, and what to do first (S9).
#[must_use]
pub const fn unavailable(language: Language, why: Unavailable) -> &'static str {
    let words = match why {
        Unavailable::NoLiveAccess => (
            "This website has no access here, so there is nothing to cancel.",
            "该网站在本接入商没有接入，无需取消。",
        ),
        Unavailable::AuthorityDataPending => (
            "The authority has licensed this website, and its data of the access is not here yet. It usually comes within a day; access can be canceled then.",
            "管局已通过该网站的备案，但接入数据尚未下发，通常一天内到达，届时即可取消接入。",
        ),
        Unavailable::OrderInProgress { .. } => (
            "Another application of this entity is in progress, and there can be only one at a time. Wait until it is decided, or withdraw it.",
            "该主体有正在办理的申请，同一时间只能办理一项。请等待其办结，或先撤回该申请。",
        ),
    };
    pick(language, words)
}

/// A reason for canceling that is offered until the authority's own list is known.
#[must_use]
pub const fn built_in_reason(language: Language, reason: BuiltInReason) -> &'static str {
    let words = match reason {
        BuiltInReason::MovedToAnotherProvider => {
            ("Moved to another provider", "网站已迁至其他接入商")
        }
        BuiltInReason::WebsiteClosed => ("Website closed", "网站已关闭"),
        BuiltInReason::ServerReleased => ("Server released", "服务器已释放"),
        BuiltInReason::Other => ("Other", "其他"),
    };
    pick(language, words)
}

/// A reason in the reader's words where they are known, else in the authority's own.
#[must_use]
pub fn cancellation_reason(language: Language, reason: &ReasonOption) -> String {
    match (reason.built_in, &reason.text) {
        (Some(built_in), _) => built_in_reason(language, built_in).to_owned(),
        (None, Some(text)) => text.clone(),
        (None, None) => reason.code.to_string(),
    }
}

/// Where a domain points (S3, S4), in a word.
#[must_use]
pub const fn resolution(language: Language, resolution: Resolution) -> &'static str {
    let words = match resolution {
        Resolution::Here => ("Resolves here", "解析到本接入商"),
        Resolution::Elsewhere => ("Resolves elsewhere", "解析到其他地址"),
        Resolution::NotChecked => ("Not checked yet", "尚未检查"),
    };
    pick(language, words)
}

/// What a website whose domain has moved away should do.
#[must_use]
pub fn resolves_elsewhere(language: Language, since: DateTime<Utc>) -> String {
    let since = date::day(language, since);
    sentence!(
        language,
        "Its domain has not pointed to this provider since {since}. If the website moved, add access at the new provider, then cancel the access here. If not, point the domain back.",
        "自 {since} 起，域名不再解析到本接入商。如网站已迁移，请先在新接入商新增接入，再取消此处的接入；否则请将域名解析改回。"
    )
}

/// Below a status: from when on.
#[must_use]
pub fn since(language: Language, at: DateTime<Utc>) -> String {
    let at = date::day(language, at);
    sentence!(language, "since {at}", "自 {at} 起")
}

words! {
    lead: "Your entity and the websites that this provider serves.", "您的主体以及由本接入商接入的网站。";
    entity: "Entity", "主体";
    entity_license_number: "Entity license number", "主体备案号";
    website: "Website", "网站";
    website_license_number: "License number", "备案号";
    server_ip: "Server IP", "服务器 IP";
    access: "Access", "接入";
    /// The access is live.
    active: "Active", "正常";
    order_in_progress: "Application in progress", "办理中的申请";
    new_application: "New application", "新建申请";
    /// Goes on with a cancellation that is kept or was rejected.
    go_on_with_cancellation: "Continue the cancellation", "继续办理取消接入";
    no_entity: "No license yet", "暂无备案";
    no_entity_hint: "File a first license, or add this provider to a website that has a number.",
        "请办理首次备案，或为已有备案号的网站新增接入。";
    /// Instead, when something is filed or begun already.
    no_entity_yet_hint: "The license numbers appear here when the authority has approved.",
        "管局审核通过后，备案号会显示在这里。";
    under_way: "Under way", "办理中";
    cancellation_in_review: "Cancellation in review", "取消接入审核中";
    no_websites: "No website has access here", "暂无在本接入商接入的网站";
    no_websites_hint: "Add a website with New access. Websites whose access was canceled are in the archive.",
        "可通过“新增接入”添加网站。已取消接入的网站在归档中。";
    websites: "Websites", "网站列表";
    /// The entity has its number.
    licensed: "Licensed", "已备案";
    /// Leads to the advice for a domain that resolves elsewhere.
    what_to_do: "What to do", "如何处理";
    archive: "Archive", "归档";
    /// Before the link to the archive.
    archive_note: "Websites whose access was canceled:", "已取消接入的网站见：";
    archive_lead: "Websites whose access here was canceled. Their license numbers were not touched.",
        "已在本接入商取消接入的网站，备案号不受影响。";
    canceled: "Access canceled", "取消时间";
    no_archive: "Nothing is archived", "暂无归档";
    no_archive_hint: "A website comes here when its access has been canceled.", "取消接入后的网站会显示在这里。";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_reason_has_its_own_words_in_both_languages() {
        for each in BuiltInReason::ALL {
            assert_side_by_side(|language| built_in_reason(language, *each).to_owned());
        }
        for each in Resolution::ALL {
            assert_side_by_side(|language| resolution(language, *each).to_owned());
        }
        for each in [
            Unavailable::NoLiveAccess,
            Unavailable::AuthorityDataPending,
            Unavailable::OrderInProgress { application_id: 7 },
        ] {
            assert_side_by_side(|language| unavailable(language, each).to_owned());
        }
        assert_distinct(BuiltInReason::ALL, |language, each| {
            built_in_reason(language, *each).to_owned()
        });
    }
}
