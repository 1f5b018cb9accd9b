//! What the four statuses mean (S31 to S34), said alike in the list of codes and in the help.

use crate::language::Language;
use crate::text::number::{Noun, count};
use crate::text::{common, pick, space};
use shared::policy::{CodePolicy, OnAbandon};

/// The four words, each with its stable name and what it means under this policy.
#[must_use]
pub fn meanings(
    language: Language,
    policy: &CodePolicy,
) -> [(&'static str, &'static str, String); 4] {
    let licensing = [
        pick(
            language,
            (
                "An application uses the code. Whoever enters it again reads “Authorization Code Has Been Used”.",
                "已有申请使用该授权码。再次填写时会提示“授权码已被使用”。",
            ),
        )
        .to_owned(),
        fate(language, policy),
    ];
    [
        (
            "unused",
            common::unused(language),
            pick(
                language,
                ("Nobody has used the code yet.", "授权码尚未使用。"),
            )
            .to_owned(),
        ),
        (
            "licensing",
            common::licensing(language),
            licensing.join(space(language)),
        ),
        (
            "used",
            common::used(language),
            pick(
                language,
                (
                    "The license made with the code has been approved. It cannot be used again.",
                    "使用该授权码的备案已通过，不能再次使用。",
                ),
            )
            .to_owned(),
        ),
        (
            "invalid",
            common::invalid(language),
            pick(
                language,
                (
                    "The code was disabled, or is invalid for another reason, and cannot be used. The reason stands beside it.",
                    "授权码已被停用或因其他原因失效，不能使用，原因见状态旁的说明。",
                ),
            )
            .to_owned(),
        ),
    ]
}

/// S32b, R-1, R-2: what becomes of a code whose application ends.
#[must_use]
pub fn fate(language: Language, policy: &CodePolicy) -> String {
    let days = count(language, policy.draft_hold_days, Noun::Day);
    let draft = sentence!(
        language,
        "A draft that was never submitted gives the code back when it ends, when it is left alone for {days}, or when the owner takes the code back.",
        "从未提交的草稿，在结束、{days}未编辑或所有者收回授权码时，归还授权码。"
    );
    let submitted = match policy.on_abandon {
        OnAbandon::Burn => (
            "If an application is abandoned after it was submitted, the code becomes Invalid and cannot be reused.",
            "申请提交后被放弃的，授权码变为“无效”，不能再使用。",
        ),
        OnAbandon::Release => (
            "If an application is abandoned after it was submitted, the code becomes Unused again as long as it is still valid.",
            "申请提交后被放弃的，授权码仍然有效时恢复为“未使用”。",
        ),
    };
    let rejected = (
        "An application that is rejected or withdrawn keeps its code.",
        "被驳回或撤回的申请仍占用授权码。",
    );
    [
        draft.as_str(),
        pick(language, submitted),
        pick(language, rejected),
    ]
    .join(space(language))
}

words! {
    /// Name of the legend.
    legend: "What the four statuses mean", "四种状态的含义";
    more: "More in the Help Center", "在帮助中心查看详情";
}

/// What a status is called where pressing it says what it means.
#[must_use]
pub fn explain(language: Language, status: &str) -> String {
    sentence!(language, "{status}: what it means", "{status}：状态说明")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::assert_side_by_side;

    #[test]
    fn s32b_what_becomes_of_a_code_follows_the_policy() {
        let mut policy = CodePolicy::default();
        let said = |policy: &CodePolicy| fate(Language::English, policy);
        assert!(said(&policy).contains("becomes Invalid and cannot be reused"));
        assert!(said(&policy).contains("left alone for 7 days"));
        policy.on_abandon = OnAbandon::Release;
        policy.draft_hold_days = 3;
        assert!(said(&policy).contains("becomes Unused again"));
        assert!(said(&policy).contains("left alone for 3 days"));
        assert_side_by_side(|language| fate(language, &policy));
    }

    #[test]
    fn each_status_is_explained_in_both_languages() {
        let policy = CodePolicy::default();
        for number in 0..4 {
            assert_side_by_side(|language| meanings(language, &policy)[number].2.clone());
        }
    }
}
