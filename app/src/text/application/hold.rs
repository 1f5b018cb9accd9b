//! What holds an application back, for whoever reads it.

use crate::language::Language;
use crate::text::pick;
use shared::application::{Actor, HoldReason};
use shared::wire::application::HolderActions;

words! {
    on_hold: "On hold", "已暂停";
}

/// What holds the application back, as its holder reads it.
#[must_use]
pub const fn hold_title(language: Language, reason: HoldReason) -> &'static str {
    let words = match reason {
        HoldReason::ServerGone => (
            "On hold: the server of this application is gone, has another public IP, or no longer meets the conditions",
            "申请暂停：所用服务器已失效、公网 IP 已变更或不再符合条件",
        ),
        HoldReason::CodeDisabled => (
            "On hold: the authorization code of this application was disabled by the provider",
            "申请暂停：所用备案授权码已被接入商停用",
        ),
    };
    pick(language, words)
}

/// Who can end the hold, and how: the holder does it in the steps or, where the application is in
/// review, after taking it back.
#[must_use]
pub const fn hold_sentence(
    language: Language,
    reason: HoldReason,
    actions: HolderActions,
) -> &'static str {
    let words = match (reason, actions.edit, actions.withdraw) {
        (HoldReason::ServerGone, true, _) => (
            "It is your turn: have the server renewed and its public IP restored, or verify another product in the first step. Then submit.",
            "下一步由您处理：续费服务器并恢复原公网 IP，或在第一步验证其他产品，然后提交。",
        ),
        (HoldReason::ServerGone, false, true) => (
            "It continues by itself when the owner of the server has renewed it and it has its public IP again. If that is not possible, it is your turn: withdraw the application, verify another product, and submit it again. Until then nobody decides on it, so no date can be named.",
            "服务器所有者续费并恢复原公网 IP 后，申请会自动继续办理。如无法恢复，请您撤回申请，验证其他产品后重新提交。暂停期间不作审核，因此没有截止时间。",
        ),
        (HoldReason::ServerGone, false, false) => (
            "It continues by itself when the owner of the server has renewed it and it has its public IP again.",
            "服务器所有者续费并恢复原公网 IP 后，申请会自动继续办理。",
        ),
        (HoldReason::CodeDisabled, true, _) => (
            "It is your turn: verify another server or code in the first step, and submit; or ask the provider, whose supervisor can restore the code.",
            "下一步由您处理：在第一步验证其他服务器或授权码后提交；也可联系接入商，由其主管恢复授权码。",
        ),
        (HoldReason::CodeDisabled, false, true) => (
            "It continues when a supervisor of the provider restores the code: ask the provider. Or it is your turn: withdraw the application, verify another server or code, and submit it again. Until then nobody decides on it, so no date can be named.",
            "接入商主管恢复授权码后，申请会继续办理，请联系接入商。您也可以撤回申请，更换服务器或授权码后重新提交。暂停期间不作审核，因此没有截止时间。",
        ),
        (HoldReason::CodeDisabled, false, false) => (
            "It continues when a supervisor of the provider restores the code: ask the provider.",
            "接入商主管恢复授权码后，申请会继续办理，请联系接入商。",
        ),
    };
    pick(language, words)
}

/// Who can end the hold, in a word, on the holder's own pages; `turn` is whose turn it would be.
#[must_use]
pub const fn hold_actor(language: Language, reason: HoldReason, turn: Actor) -> &'static str {
    let words = match (turn, reason) {
        (Actor::Holder, _) => ("You", "您"),
        (_, HoldReason::ServerGone) => ("The owner of the server, or you", "服务器所有者，或您"),
        (_, HoldReason::CodeDisabled) => ("The provider’s supervisor, or you", "接入商主管，或您"),
    };
    pick(language, words)
}

/// What they do, after their name in the timeline.
#[must_use]
pub const fn ends_the_hold(language: Language, turn: Actor) -> &'static str {
    let words = match turn {
        Actor::Holder => ("act: it is on hold", "处理：申请已暂停"),
        _ => ("can end the hold", "可解除暂停"),
    };
    pick(language, words)
}

/// What an application waits for, as staff read it.
#[must_use]
pub const fn hold_for_staff(language: Language, reason: HoldReason) -> &'static str {
    let words = match reason {
        HoldReason::ServerGone => (
            "On hold until the server meets the conditions again",
            "已暂停，待服务器重新符合条件",
        ),
        HoldReason::CodeDisabled => (
            "On hold until a supervisor restores the code",
            "已暂停，待主管恢复授权码",
        ),
    };
    pick(language, words)
}

/// What that means for the reviewer.
#[must_use]
pub const fn hold_note_for_staff(language: Language, reason: HoldReason) -> &'static str {
    let words = match reason {
        HoldReason::ServerGone => (
            "The server is gone, has another public IP, or no longer meets the conditions; see the automatic checks. It continues by itself when the inventory shows otherwise. Until then it can be rejected, not approved.",
            "服务器已失效、公网 IP 已变更或不再符合条件，详见自动核查。产品信息恢复后会自动继续办理；在此之前可以驳回，不能通过。",
        ),
        HoldReason::CodeDisabled => (
            "The authorization code of this application was disabled by a supervisor. Until another one restores it, or its holder verifies another product, it can be rejected, not approved.",
            "该申请使用的备案授权码已被主管停用。在另一名主管恢复授权码或备案用户更换产品之前，可以驳回，不能通过。",
        ),
    };
    pick(language, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    const fn actions(edit: bool, withdraw: bool) -> HolderActions {
        HolderActions {
            withdraw,
            abandon: true,
            edit,
            submit: edit,
        }
    }

    #[test]
    fn every_hold_has_words_for_its_holder_and_for_staff() {
        for reason in HoldReason::ALL {
            assert_side_by_side(|language| hold_title(language, *reason).to_owned());
            assert_side_by_side(|language| hold_for_staff(language, *reason).to_owned());
            assert_side_by_side(|language| hold_note_for_staff(language, *reason).to_owned());
            for turn in [Actor::Holder, Actor::Provider] {
                assert_side_by_side(|language| hold_actor(language, *reason, turn).to_owned());
                assert_side_by_side(|language| ends_the_hold(language, turn).to_owned());
            }
            let cases = [
                actions(true, false),
                actions(false, true),
                actions(false, false),
            ];
            assert_distinct(&cases, |language, case| {
                hold_sentence(language, *reason, *case).to_owned()
            });
        }
    }

    #[test]
    fn only_what_can_be_withdrawn_is_said_to_be() {
        for reason in HoldReason::ALL {
            let words =
                |edit, withdraw| hold_sentence(Language::English, *reason, actions(edit, withdraw));
            assert!(words(false, true).contains("withdraw"));
            assert!(!words(true, false).contains("withdraw"));
            assert!(!words(false, false).contains("withdraw"));
        }
    }
}
