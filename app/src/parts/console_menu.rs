//! The left menu: what each role can do, read from the role table.

use crate::language::Language;
use crate::routes::Path;
use crate::text::{common, license};
use shared::role::{Action, Role, allows};

/// One entry of the left menu.
#[derive(Debug, Clone, Copy)]
pub struct MenuItem {
    pub path: Path,
    pub icon: icondata::Icon,
    pub label: fn(Language) -> &'static str,
    /// Who sees it.
    action: Action,
}

const ITEMS: [MenuItem; 17] = [
    item(
        Path::Console,
        icondata::LuFileText,
        common::my_licenses,
        Action::ViewOwnLicenses,
    ),
    item(
        Path::Applications,
        icondata::LuList,
        common::license_applications,
        Action::ViewOwnApplications,
    ),
    item(
        Path::ApplyForCode,
        icondata::LuTicketPlus,
        common::apply_for_authorization_code,
        Action::ApplyForCodes,
    ),
    item(
        Path::ManageCodes,
        icondata::LuKeyRound,
        common::manage_authorization_code,
        Action::ViewOwnCodes,
    ),
    item(
        Path::Messages,
        icondata::LuInbox,
        common::messages,
        Action::ViewOwnMessages,
    ),
    item(
        Path::ReviewQueue,
        icondata::LuInbox,
        common::review_queue,
        Action::ViewReviewQueue,
    ),
    item(
        Path::ReviewCodes,
        icondata::LuKeyRound,
        common::authorization_codes,
        Action::ViewAllCodes,
    ),
    item(
        Path::StaffArchive,
        icondata::LuArchive,
        license::archive,
        Action::ViewArchive,
    ),
    item(
        Path::Dashboard,
        icondata::LuChartColumn,
        common::dashboard,
        Action::ViewDashboard,
    ),
    item(
        Path::Audit,
        icondata::LuScrollText,
        common::audit_trail,
        Action::ViewAudit,
    ),
    item(
        Path::WorkingCalendar,
        icondata::LuCalendar,
        common::working_calendar,
        Action::ViewWorkingCalendar,
    ),
    item(
        Path::Accounts,
        icondata::LuUsers,
        common::accounts,
        Action::ViewAccounts,
    ),
    item(
        Path::ServiceTokens,
        icondata::LuLink,
        common::service_tokens,
        Action::ViewServiceTokens,
    ),
    item(
        Path::Inventory,
        icondata::LuServer,
        common::inventory,
        Action::ViewInventory,
    ),
    item(
        Path::AuthorityChannel,
        icondata::LuRadioTower,
        common::authority_channel,
        Action::ViewAuthorityChannel,
    ),
    item(
        Path::Outbox,
        icondata::LuSend,
        common::outbox,
        Action::ViewOutbox,
    ),
    item(
        Path::Help,
        icondata::LuCircleHelp,
        common::help_center,
        Action::ManageOwnAccount,
    ),
];

const fn item(
    path: Path,
    icon: icondata::Icon,
    label: fn(Language) -> &'static str,
    action: Action,
) -> MenuItem {
    MenuItem {
        path,
        icon,
        label,
        action,
    }
}

/// The entries of a role, in their order.
pub fn items_of(role: Role) -> impl Iterator<Item = MenuItem> {
    ITEMS
        .into_iter()
        .filter(move |item| allows(role, item.action))
}

/// The entry a page belongs to: the one with the longest address that the page's begins with.
#[must_use]
pub fn current_item(role: Role, pathname: &str) -> Option<Path> {
    items_of(role)
        .map(|item| item.path)
        .filter(|path| is_within(pathname, path.pattern()))
        .max_by_key(|path| path.pattern().len())
}

fn is_within(pathname: &str, base: &str) -> bool {
    pathname
        .strip_prefix(base)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_address_is_current() {
        for (pathname, expected) in [
            ("/console", Path::Console),
            ("/console/websites/3/cancel-access", Path::Console),
            ("/console/codes/apply", Path::ApplyForCode),
            ("/console/codes", Path::ManageCodes),
            ("/console/applications/9", Path::Applications),
            ("/help/retrieve-license-password", Path::Help),
        ] {
            assert_eq!(
                current_item(Role::Holder, pathname),
                Some(expected),
                "{pathname}"
            );
        }
    }

    #[test]
    fn an_address_that_only_starts_alike_is_not_current() {
        assert_eq!(current_item(Role::Reviewer, "/reviewers"), None);
    }

    fn labels(role: Role) -> Vec<&'static str> {
        items_of(role)
            .map(|item| (item.label)(Language::English))
            .collect()
    }

    #[test]
    fn s20_s27_a_holder_finds_both_entries_for_codes() {
        assert_eq!(
            labels(Role::Holder),
            [
                "My Licenses",
                "License Applications",
                "Apply for Authorization Code",
                "Manage Authorization Code",
                "Messages",
                "Help Center",
            ]
        );
    }

    #[test]
    fn each_role_sees_its_own_entries() {
        assert_eq!(
            labels(Role::Reviewer),
            [
                "Review Queue",
                "Authorization Codes",
                "Archive",
                "Help Center"
            ]
        );
        assert!(!labels(Role::Administrator).contains(&"Review Queue"));
        assert_eq!(
            labels(Role::Auditor),
            [
                "Review Queue",
                "Authorization Codes",
                "Archive",
                "Dashboard",
                "Audit Trail",
                "Working Calendar",
                "Accounts",
                "Service Tokens",
                "Inventory",
                "Authority Channel",
                "Outbox",
                "Help Center",
            ]
        );
    }
}
