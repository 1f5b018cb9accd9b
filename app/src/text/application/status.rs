//! Where an application stands. Statuses come as their stable names
//! ([`shared::application::ApplicationStatus::CODES`]), as views and filters carry them.

use crate::language::Language;
use crate::text::{application, date, pick, space};
use chrono::{DateTime, Utc};
use shared::application::{Actor, ApplicationKind, HoldReason, NextStep};

/// The status in a few words.
#[must_use]
pub fn status(language: Language, code: &str) -> &'static str {
    let words = match code {
        "draft" => ("Not yet submitted", "待提交"),
        "provider_review" => ("In review by the provider", "初审中"),
        "provider_rejected" => ("Rejected by the provider", "初审驳回"),
        "submitting" => (
            "Approved, on its way to the authority",
            "初审通过，正在提交管局",
        ),
        "authority_review" => ("Submitted to the authority", "管局审核中"),
        "authority_rejected" => ("Rejected by the authority", "管局驳回"),
        "completed" => ("Completed", "已完成"),
        "withdrawn" => ("Withdrawn", "已撤回"),
        "abandoned" => ("Abandoned", "已放弃"),
        _ => ("Unknown", "未知"),
    };
    pick(language, words)
}

/// What happens now, who acts next and what happens then, for the holder.
#[must_use]
pub fn status_sentence(
    language: Language,
    kind: ApplicationKind,
    code: &str,
    next_step: &NextStep,
) -> String {
    let words = if kind.is_filing() {
        of_filing(kind, code)
    } else {
        of_cancellation(code)
    };
    let words = pick(language, words);
    match due(language, next_step) {
        Some(due) => format!("{words}{}{due}", space(language)),
        None => words.to_owned(),
    }
}

fn of_cancellation(code: &str) -> (&'static str, &'static str) {
    match code {
        "draft" => (
            "Nothing is submitted at present, and the access stays as it is. It is your turn: check the application, enter the license password and press Next. Then the provider reviews it.",
            "申请目前未提交，接入保持不变。下一步由您处理：核对申请，输入备案密码并点击“下一步”，之后由接入商初审。",
        ),
        "provider_review" => (
            "The provider reviews the application; you need do nothing. If it is approved, it goes to the competent authority at once. If not, you read the reason here and can modify and submit it. You can withdraw it until it is handed to the authority.",
            "接入商正在初审，您无需操作。通过后立即提交通信管理局；如被驳回，您可在此查看原因，修改后重新提交。提交管局之前可以撤回。",
        ),
        "provider_rejected" => (
            "The provider did not approve the application, and the access stays as it is. It is your turn: read the reason, modify the application and submit it again, or abandon it.",
            "接入商未通过该申请，接入保持不变。下一步由您处理：查看原因，修改后重新提交，或放弃申请。",
        ),
        "submitting" => (
            "The provider has approved the application and is handing it to the competent authority. That is done by itself; if the authority cannot be reached, it is tried again. You can withdraw it as long as it has not been sent.",
            "接入商已通过申请，正在提交通信管理局，无需任何操作；如暂时无法连接会自动重试。尚未发出时可以撤回。",
        ),
        "authority_review" => (
            "It cannot be withdrawn any more. When the authority approves, the access is canceled and the website is cleared from this license system; its numbers stay. Add access at the provider you use now as soon as possible.",
            "现在不能再撤回。管局审核通过后，接入即被取消，网站将从本备案系统清除，备案号保留。请尽快在现用的接入商处办理新增接入。",
        ),
        "authority_rejected" => (
            "The authority did not approve the application, and the access stays as it is. It is your turn: read the reason, modify the application and submit it again, or abandon it.",
            "通信管理局未通过该申请，接入保持不变。下一步由您处理：查看原因，修改后重新提交，或放弃申请。",
        ),
        "completed" => (
            "The authority has approved. The access is canceled and the website is cleared from this license system; its numbers stay. Add access at the provider you use now as soon as possible; without any access the authority may cancel the number.",
            "通信管理局已通过，接入已取消，网站已从本备案系统清除，备案号保留。请尽快在现用的接入商处办理新增接入；没有任何接入的备案号可能被管局注销。",
        ),
        "withdrawn" => (
            "You have withdrawn the application. The access stays as it is. You can apply for its cancellation again at any time.",
            "您已撤回申请，接入保持不变。您可随时重新申请取消接入。",
        ),
        "abandoned" => (
            "The application has ended and was not carried out. The access stays as it is. You can apply for its cancellation again at any time.",
            "申请已终止，未予办理，接入保持不变。您可随时重新申请取消接入。",
        ),
        _ => UNKNOWN,
    }
}

fn of_filing(kind: ApplicationKind, code: &str) -> (&'static str, &'static str) {
    let is_new_access = matches!(kind, ApplicationKind::NewAccess);
    match code {
        "draft" => (
            "Nothing is submitted at present. It is your turn: complete the steps and submit. Then the provider reviews the application.",
            "申请目前未提交。下一步由您处理：完成各步骤并提交，之后由接入商初审。",
        ),
        "provider_review" => (
            "The provider reviews the application; you need do nothing. If it is approved, it goes to the competent authority at once. If not, you read the reasons here and can modify and submit it. You can withdraw it until it is handed to the authority.",
            "接入商正在初审，您无需操作。通过后立即提交通信管理局；如被驳回，您可在此查看原因，修改后重新提交。提交管局之前可以撤回。",
        ),
        "provider_rejected" if is_new_access => (
            "The provider sent the application back. It is your turn: read the reasons, modify what they name, enter the license password again and submit. Everything else that you entered is still there.",
            "接入商已驳回该申请。下一步由您处理：查看原因，修改相应内容，重新输入备案密码后提交。其他内容都已保留。",
        ),
        "provider_rejected" => (
            "The provider sent the application back. It is your turn: read the reasons, modify what they name and submit it again. Everything you entered is still there.",
            "接入商已驳回该申请。下一步由您处理：查看原因，修改后重新提交。您填写的内容都已保留。",
        ),
        "submitting" => (
            "The provider has approved the application and is handing it to the competent authority. That is done by itself; if the authority cannot be reached, it is tried again. You can withdraw it as long as it has not been sent.",
            "接入商已通过初审，正在提交通信管理局，无需任何操作；如暂时无法连接会自动重试。尚未发出时可以撤回。",
        ),
        "authority_review" if is_new_access => (
            "It cannot be withdrawn any more. When the authority approves, the website has access here, and you are told by email.",
            "现在不能再撤回。管局审核通过后，网站即在本接入商接入，并通过邮件通知您。",
        ),
        "authority_review" => (
            "It cannot be withdrawn any more. When the authority approves, you get the license numbers here and by email.",
            "现在不能再撤回。管局审核通过后，备案号会显示在这里，并通过邮件通知您。",
        ),
        "authority_rejected" if is_new_access => (
            "The authority sent the application back. It is your turn: read the reason, modify what it names, enter the license password again and submit. The provider then reviews it once more.",
            "通信管理局已驳回该申请。下一步由您处理：查看原因，修改相应内容，重新输入备案密码后提交，之后由接入商再次初审。",
        ),
        "authority_rejected" => (
            "The authority sent the application back. It is your turn: read the reason, modify what it names and submit it again. The provider then reviews it once more.",
            "通信管理局已驳回该申请。下一步由您处理：查看原因，修改后重新提交，之后由接入商再次初审。",
        ),
        "completed" => (
            "The authority has approved. The website is listed in My Licenses. Show its license number at the foot of its pages.",
            "通信管理局已通过，网站已列入“我的备案”。请在网站底部展示备案号。",
        ),
        "withdrawn" => (
            "You have withdrawn the application. You can start a new one at any time.",
            "您已撤回该申请，可随时重新办理。",
        ),
        "abandoned" => (
            "The application has ended and was not carried out. You can start a new one at any time.",
            "申请已终止，未予办理，您可随时重新办理。",
        ),
        _ => UNKNOWN,
    }
}

const UNKNOWN: (&str, &str) = (
    "The status of this application is not known. Reload the page.",
    "申请状态未知，请刷新页面。",
);

fn due(language: Language, next_step: &NextStep) -> Option<String> {
    let at = date::deadline(language, next_step.due_at?);
    let due = match next_step.actor {
        Actor::Provider => sentence!(
            language,
            "The provider decides by {at}.",
            "接入商将在 {at} 前作出决定。"
        ),
        Actor::Authority => sentence!(
            language,
            "The authority takes up to 20 working days, until {at}.",
            "管局审核最长 20 个工作日，至 {at}。"
        ),
        Actor::Holder | Actor::Nobody => return None,
    };
    Some(if next_step.due_is_provisional {
        let provisional = pick(
            language,
            (
                "The date is provisional until the State Council has published the holidays of that year.",
                "该年度的放假安排尚未公布，日期暂定。",
            ),
        );
        format!("{due}{}{provisional}", space(language))
    } else {
        due
    })
}

/// the day on which it ends if its holder does not go on with it.
#[must_use]
pub fn ends_alone(language: Language, at: DateTime<Utc>) -> String {
    let day = date::day(language, at);
    sentence!(
        language,
        "If nothing is changed or submitted, it ends by itself on {day}.",
        "如不再编辑或提交，将于 {day} 自动结束。"
    )
}

/// Who acts next on the holder's own pages; somebody else may have to end a hold first.
#[must_use]
pub const fn who_acts(language: Language, actor: Actor, hold: Option<HoldReason>) -> &'static str {
    match hold {
        Some(reason) => application::hold_actor(language, reason, actor),
        None => application::actor_for_holder(language, actor),
    }
}

/// Who acts next and until when, for a row of the holder's list: `Provider, by Mon 23 Nov, 24:00`.
#[must_use]
pub fn who_acts_next(language: Language, next_step: &NextStep, hold: Option<HoldReason>) -> String {
    let actor = who_acts(language, next_step.actor, hold);
    match next_step.due_at.map(|at| date::deadline(language, at)) {
        Some(at) => sentence!(language, "{actor}, by {at}", "{actor}，{at} 前"),
        None => actor.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};
    use shared::application::ApplicationStatus;

    fn next(actor: Actor, due_at: Option<&str>) -> NextStep {
        let due_at = due_at.map(|at| at.parse().unwrap());
        NextStep {
            actor,
            due_at,
            due_is_provisional: false,
        }
    }

    #[test]
    fn every_status_has_its_own_words_in_both_languages() {
        let codes = ApplicationStatus::CODES;
        assert_distinct(&codes, |language, code| status(language, code).to_owned());
        for kind in ApplicationKind::ALL {
            let nobody = next(Actor::Nobody, None);
            let sentence = |language, code: &str| status_sentence(language, *kind, code, &nobody);
            assert_distinct(&codes, |language, code| sentence(language, code));
            for code in codes {
                assert_ne!(status(Language::English, code), "Unknown");
                assert_ne!(sentence(Language::English, code), UNKNOWN.0);
                assert_side_by_side(|language| status(language, code).to_owned());
                assert_side_by_side(|language| sentence(language, code));
            }
        }
    }

    #[test]
    fn s15_the_sentence_says_until_when_the_provider_decides() {
        let mut step = next(Actor::Provider, Some("2026-11-23T16:00:00Z"));
        let sentence = |step: &NextStep| {
            status_sentence(
                Language::English,
                ApplicationKind::CancelAccess,
                "provider_review",
                step,
            )
        };
        assert!(sentence(&step).ends_with(" The provider decides by Mon 23 Nov, 24:00."));
        step.due_is_provisional = true;
        assert!(sentence(&step).contains("provisional"));
    }

    #[test]
    fn s5_s16_s17_the_holder_is_told_to_add_access_elsewhere() {
        for code in ["authority_review", "completed"] {
            let nobody = next(Actor::Nobody, None);
            let kind = ApplicationKind::CancelAccess;
            assert!(
                status_sentence(Language::English, kind, code, &nobody).contains("Add access at")
            );
            assert!(status_sentence(Language::Chinese, kind, code, &nobody).contains("新增接入"));
        }
    }

    #[test]
    fn a_row_says_who_acts_next() {
        let provider = next(Actor::Provider, Some("2026-11-23T16:00:00Z"));
        assert_eq!(
            who_acts_next(Language::English, &provider, None),
            "Provider, by Mon 23 Nov, 24:00"
        );
        assert_eq!(
            who_acts_next(Language::Chinese, &next(Actor::Holder, None), None),
            "您"
        );
        let held = next(Actor::Provider, None);
        assert_eq!(
            who_acts_next(Language::English, &held, Some(HoldReason::CodeDisabled)),
            "The provider’s supervisor, or you"
        );
    }
}
