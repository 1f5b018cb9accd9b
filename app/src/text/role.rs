//! The five kinds of account.

use super::pick;
use crate::language::Language;
use shared::role::Role;

/// The role's name.
#[must_use]
pub const fn name(language: Language, role: Role) -> &'static str {
    let words = match role {
        Role::Holder => ("Holder", "备案用户"),
        Role::Reviewer => ("Reviewer", "审核员"),
        Role::Supervisor => ("Supervisor", "审核主管"),
        Role::Auditor => ("Auditor", "审计员"),
        Role::Administrator => ("Administrator", "系统管理员"),
    };
    pick(language, words)
}

/// What an account with this role is for, where a role is chosen.
#[must_use]
pub const fn purpose(language: Language, role: Role) -> &'static str {
    let words = match role {
        Role::Holder => (
            "Files, changes and cancels own licenses.",
            "办理自己的备案、变更与取消。",
        ),
        Role::Reviewer => (
            "Reviews applications for the provider.",
            "代表接入商对备案申请进行初审。",
        ),
        Role::Supervisor => (
            "Reviews, assigns applications, disables and restores codes.",
            "初审、分派申请、停用与恢复备案授权码。",
        ),
        Role::Auditor => (
            "Reads everything and changes nothing.",
            "可查看全部内容，不能修改。",
        ),
        Role::Administrator => (
            "Operates the system; takes no review decisions.",
            "维护系统运行，不参与审核。",
        ),
    };
    pick(language, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_role_has_its_own_name_in_both_languages() {
        for role in Role::ALL {
            assert_side_by_side(|language| name(language, role).to_owned());
            assert_side_by_side(|language| purpose(language, role).to_owned());
        }
        assert_distinct(&Role::ALL, |language, role| {
            name(language, *role).to_owned()
        });
    }
}
