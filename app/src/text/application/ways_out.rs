use crate::language::Language;
use crate::text::pick;
use shared::application::ApplicationKind;
use shared::wire::application::HolderActions;

/// What `Withdraw` and `Abandon` do, below the buttons; none where neither is offered.
#[must_use]
pub const fn ways_out(
    language: Language,
    kind: ApplicationKind,
    actions: HolderActions,
) -> Option<&'static str> {
    let words = match (kind.is_filing(), actions.withdraw, actions.abandon) {
        (true, true, true) => (
            "Withdraw gives the application back to you, to be changed and submitted again. Abandon ends it for good.",
            "“撤回”后申请退回给您，可修改后重新提交；“放弃备案”后申请终止，无法恢复。",
        ),
        (true, true, false) => (
            "Withdraw gives the application back to you, to be changed and submitted again.",
            "“撤回”后申请退回给您，可修改后重新提交。",
        ),
        (true, false, true) => (
            "Abandon ends the application for good; what you entered is lost.",
            "“放弃备案”后申请终止，无法恢复，填写的内容不再保留。",
        ),
        (false, true, _) => (
            "Withdraw ends the application. The access stays as it is.",
            "“撤回”后申请终止，接入保持不变。",
        ),
        (false, false, true) => (
            "Abandon ends the application for good. The access stays as it is.",
            "“放弃申请”后申请终止，无法恢复，接入保持不变。",
        ),
        (_, false, false) => return None,
    };
    Some(pick(language, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::assert_side_by_side;

    #[test]
    fn each_button_is_explained_and_no_other() {
        use ApplicationKind::{CancelAccess, FirstLicense};
        let cases = [
            (FirstLicense, true, true),
            (FirstLicense, true, false),
            (FirstLicense, false, true),
            (CancelAccess, true, false),
            (CancelAccess, false, true),
        ];
        for (kind, withdraw, abandon) in cases {
            let actions = HolderActions {
                withdraw,
                abandon,
                edit: false,
                submit: false,
            };
            let words = |language| ways_out(language, kind, actions).unwrap();
            assert_side_by_side(|language| words(language).to_owned());
            let english = words(Language::English);
            assert_eq!(english.contains("Withdraw"), withdraw);
            assert_eq!(english.contains("Abandon"), abandon);
        }
    }
}
