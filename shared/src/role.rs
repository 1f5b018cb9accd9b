//! Who may do what. Deny first: an action that a role's list lacks is refused.

use serde::{Deserialize, Serialize};

/// The five kinds of account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A customer: sees own data only.
    Holder,
    /// Provider staff: first review of applications.
    Reviewer,
    /// Lead reviewer: assignment and overrides.
    Supervisor,
    /// Reads everything, changes nothing.
    Auditor,
    /// Operates the system; takes no review decisions.
    Administrator,
}

impl Role {
    /// Every role, in the order of the role table.
    pub const ALL: [Self; 5] = [
        Self::Holder,
        Self::Reviewer,
        Self::Supervisor,
        Self::Auditor,
        Self::Administrator,
    ];

    /// The stable name: in the database, in the API and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Holder => "holder",
            Self::Reviewer => "reviewer",
            Self::Supervisor => "supervisor",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// Reads [`Self::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

macro_rules! actions {
    ($($(#[doc = $doc:literal])* $action:ident => [$($role:ident),*];)*) => {
        /// Everything an account can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(#[doc = $doc])* $action,)* }

        impl Action {
            /// Every action, in the order of the role table.
            pub const ALL: &'static [Self] = &[$(Self::$action,)*];

            /// The roles that may take the action.
            #[must_use]
            pub const fn roles(self) -> &'static [Role] {
                match self { $(Self::$action => &[$(Role::$role),*],)* }
            }

            /// The name in the role table.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$action => stringify!($action),)* }
            }
        }
    };
}

actions! {
    /// Own account, own sessions, own language.
    ManageOwnAccount => [Holder, Reviewer, Supervisor, Auditor, Administrator];
    /// Own entity, websites, archive.
    ViewOwnLicenses => [Holder];
    /// Own messages.
    ViewOwnMessages => [Holder];
    /// Own servers and codes.
    ViewOwnCodes => [Holder];
    ApplyForCodes => [Holder];
    DisableOwnCode => [Holder];
    /// Take an own code back from a draft.
    TakeBackOwnCode => [Holder];
    /// Write down what an own code is for.
    NoteOwnCode => [Holder];
    ExportOwnCodes => [Holder];
    /// Own applications of every kind.
    ViewOwnApplications => [Holder];
    /// Start, fill, submit, withdraw, abandon own applications; verify a product.
    FileApplication => [Holder];
    CancelAccess => [Holder];
    ViewReviewQueue => [Reviewer, Supervisor, Auditor];
    ClaimApplication => [Reviewer, Supervisor];
    DecideApplication => [Reviewer, Supervisor];
    /// Give somebody's claimed application to another reviewer.
    ReassignApplication => [Supervisor];
    /// See personal data in clear; every use is audited.
    RevealPersonalData => [Reviewer, Supervisor];
    ViewAllCodes => [Reviewer, Supervisor, Auditor];
    DisableAnyCode => [Supervisor];
    RestoreCode => [Supervisor];
    ViewDashboard => [Supervisor, Auditor];
    ViewAudit => [Supervisor, Auditor];
    ExportAudit => [Supervisor, Auditor];
    /// Websites of every holder whose access here has ended.
    ViewArchive => [Reviewer, Supervisor, Auditor];
    ViewWorkingCalendar => [Supervisor, Auditor];
    EditWorkingCalendar => [Supervisor];
    ViewAccounts => [Auditor, Administrator];
    ManageAccounts => [Administrator];
    ViewServiceTokens => [Auditor, Administrator];
    ManageServiceTokens => [Administrator];
    ViewInventory => [Auditor, Administrator];
    ViewAuthorityChannel => [Auditor, Administrator];
    OperateAuthorityChannel => [Administrator];
    ViewOutbox => [Auditor, Administrator];
}

/// Whether `role` may take `action`.
#[must_use]
pub fn allows(role: Role, action: Action) -> bool {
    action.roles().contains(&role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auditors_change_nothing() {
        let taken: Vec<_> = Action::ALL
            .iter()
            .filter(|action| allows(Role::Auditor, **action))
            .map(|action| action.name())
            .collect();
        assert!(
            taken.iter().all(|name| name.starts_with("View")
                || name.starts_with("Export")
                || *name == "ManageOwnAccount"),
            "{taken:?}"
        );
    }

    /// What others look at in order to act on it; holders' own pages are nobody else's.
    #[test]
    fn auditors_see_what_staff_sees() {
        let hidden: Vec<_> = Action::ALL
            .iter()
            .filter(|action| action.name().starts_with("View"))
            .filter(|action| action.roles() != [Role::Holder])
            .filter(|action| !allows(Role::Auditor, **action))
            .map(|action| action.name())
            .collect();
        assert_eq!(hidden, Vec::<&str>::new());
    }

    #[test]
    fn administrators_take_no_review_decisions() {
        for action in [
            Action::DecideApplication,
            Action::ClaimApplication,
            Action::RestoreCode,
        ] {
            assert!(!allows(Role::Administrator, action));
        }
    }
}
