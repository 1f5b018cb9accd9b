//! Review: the queue, what was checked before a person looks, and the decision.

use super::{license, list, pick};
use crate::language::Language;
use crate::text::number::{Noun, count};
use shared::access::Resolution;
use shared::wire::license::DomainImpact;
use shared::wire::review::{CheckKind, CheckOutcome};

/// What was checked automatically.
#[must_use]
pub const fn check(language: Language, check: CheckKind) -> &'static str {
    let words = match check {
        CheckKind::PublicIpIsOurs => ("Public IP belongs to this provider", "公网 IP 属于本接入商"),
        CheckKind::ServerEligible => ("Server meets the conditions", "服务器符合条件"),
        CheckKind::DomainEnding => ("Ending of the domain approved", "域名后缀已获批复"),
        CheckKind::NameInPinyin => ("Name in Pinyin", "姓名使用拼音"),
        CheckKind::DomainAtAuthority => ("Domain at the authority", "域名在管局的备案情况"),
        CheckKind::CertificateAtAuthority => {
            ("Certificate at the authority", "证件在管局的备案情况")
        }
        CheckKind::LicensePassword => ("License password", "备案密码"),
        CheckKind::DomainResolution => ("Domain resolves to", "域名解析"),
        CheckKind::CertificateNumber => ("Check character of the certificate", "证件号码校验位"),
        CheckKind::OtherAccess => ("Access at other providers", "其他接入商的接入"),
    };
    pick(language, words)
}

/// How a check came out.
#[must_use]
pub const fn outcome(language: Language, outcome: CheckOutcome) -> &'static str {
    let words = match outcome {
        CheckOutcome::Passed => ("Passed", "通过"),
        CheckOutcome::Warning => ("Check this", "请留意"),
        CheckOutcome::Failed => ("Failed", "未通过"),
        CheckOutcome::NotChecked => ("Not checked yet", "尚未检查"),
    };
    pick(language, words)
}

/// The queue at a glance: `12 waiting · 2 overdue · 1 claimed by you`.
#[must_use]
pub fn queue_summary(language: Language, waiting: u32, overdue: u32, mine: u32) -> String {
    sentence!(
        language,
        "{waiting} waiting · {overdue} overdue · {mine} claimed by you",
        "待审核 {waiting} · 已逾期 {overdue} · 我已认领 {mine}"
    )
}

/// Who works on an application.
#[must_use]
pub fn claimed_by(language: Language, name: &str) -> String {
    sentence!(language, "Claimed by {name}", "{name} 已认领")
}

/// The dashboard's row of one reviewer.
#[must_use]
pub fn decisions(language: Language, decided: u32) -> String {
    let decided = count(language, decided, Noun::Application);
    sentence!(language, "{decided} decided", "已审核 {decided}")
}

/// What a cancellation does to one of its domains, for the reviewer.
#[must_use]
pub fn domain_impact(language: Language, impact: &DomainImpact) -> String {
    let domain = &impact.domain;
    let address = impact.seen.as_ref().map(|(address, _)| address.as_str());
    let points = resolves_to(language, impact.resolution, address);
    match impact.resolution {
        Resolution::Elsewhere => sentence!(
            language,
            "{domain}: {points}. It is not affected while it points elsewhere.",
            "{domain}：{points}。解析到其他地址时不受影响。"
        ),
        Resolution::Here | Resolution::NotChecked => sentence!(
            language,
            "{domain}: {points}. It is blocked here after the cancellation if it still points to this provider’s servers.",
            "{domain}：{points}。取消接入后如仍解析到本接入商的服务器，将被阻断访问。"
        ),
    }
}

/// Where the domain of a cancellation points, for the reviewer.
#[must_use]
pub fn resolves_to(language: Language, resolution: Resolution, address: Option<&str>) -> String {
    let word = license::resolution(language, resolution);
    match address {
        Some(address) => format!("{word} ({address})"),
        None => word.to_owned(),
    }
}

/// What a reviewer does about names in Pinyin, which these fields hold.
#[must_use]
pub fn compare_with_documents(language: Language, fields: &[&str]) -> String {
    let fields = list(language, fields);
    sentence!(
        language,
        "{fields}. Compare with the document: Pinyin stands for characters that the authority’s system lacks.",
        "{fields}。请与证件核对：拼音仅用于通信管理局系统无法录入的汉字。"
    )
}

words! {
    /// Tabs of the queue.
    all: "All", "全部";
    mine: "Mine", "我的";
    unclaimed: "Unclaimed", "未认领";
    waiting: "Waiting for review", "待审核";
    due: "Due", "截止时间";
    kind: "Type", "类型";
    domain: "Domain", "域名";
    submitted: "Submitted", "提交时间";
    claimed_by_column: "Claimed by", "认领人";
    you: "You", "我";
    nothing_waiting: "Nothing waits for review", "没有待审核的申请";
    nothing_waiting_hint: "A new submission appears here by itself.", "新提交的申请会自动显示在这里。";
    nothing_found: "No application matches. Change the search or the filter.", "没有符合条件的申请，请调整搜索或筛选条件。";

    /// Takes an application, so that nobody else decides on it meanwhile.
    claim: "Claim", "认领";
    /// Gives it back to the queue.
    release: "Release", "退回";
    reassign: "Reassign", "改派";
    claim_first: "Claim the application to decide on it.", "请先认领再审核。";
    decision: "Decision", "审核决定";
    approve_note: "Approving hands the application to the authority at once. It cannot be withdrawn after that.",
        "通过后立即提交通信管理局，之后不能撤回。";
    reject_note: "The holder reads the reasons, and can modify and submit again.", "备案用户会看到驳回原因，可修改后重新提交。";
    reject_fields: "What is wrong with single fields", "需要修改的字段";
    approved: "Approved. It is being handed to the authority.", "已通过，正在提交通信管理局。";
    rejected: "Rejected. The holder has been told why.", "已驳回，已将原因通知备案用户。";
    reassigned: "The application is reassigned.", "申请已改派。";

    /// What came back after a decision, answer by answer.
    changes: "Changed since the last review", "上次审核后的修改";
    before: "Before: ", "修改前：";
    now: "Now: ", "修改后：";
    changed_where_masked: "The change is in the masked part.", "修改的是隐藏部分。";

    checks: "Automatic checks", "自动核查";
    earlier: "Earlier applications", "历史申请";
    no_earlier: "No earlier application of this entity or domain.", "该主体和域名没有历史申请。";
    history: "History", "办理记录";
    holder: "Holder", "备案用户";
    /// S6, for the reviewer.
    other_access_none: "None known; the holder has confirmed", "未发现，备案用户已确认";
    other_access_known: "Known", "有";

    with_authority: "With the authority", "管局审核中";
    completed_recently: "Completed in the last 30 days", "近 30 天完成";
    rejected_recently: "Rejected in the last 30 days", "近 30 天驳回";
    oldest: "Oldest undecided submission", "最早的待审核申请";
    by_reviewer: "By reviewer", "按审核员";
    by_kind: "What waits, by type", "待审核（按类型）";
    claimed_now: "Claimed now", "当前认领";
}

/// A credit code that the holder has compared with the license.
#[must_use]
pub fn confirmed_number(language: Language, number: &str) -> String {
    sentence!(
        language,
        "{number} does not fit its check character; the holder has confirmed that the license shows it. Compare it with the license.",
        "{number} 的校验位不符，备案用户已确认与证件一致，请与证件核对。"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_check_and_outcome_has_its_own_words_in_both_languages() {
        for each in CheckKind::ALL {
            assert_side_by_side(|language| check(language, *each).to_owned());
        }
        for each in CheckOutcome::ALL {
            assert_side_by_side(|language| outcome(language, *each).to_owned());
        }
        assert_distinct(CheckKind::ALL, |language, each| {
            check(language, *each).to_owned()
        });
        assert_distinct(CheckOutcome::ALL, |language, each| {
            outcome(language, *each).to_owned()
        });
    }

    #[test]
    fn the_summary_counts() {
        assert_eq!(
            queue_summary(Language::English, 12, 2, 1),
            "12 waiting · 2 overdue · 1 claimed by you"
        );
    }
}
