//! Who asks, and the proof that they may.

use crate::error::{Error, Result};
use shared::role::{Action, Role, allows};

/// A logged-in account. Built by the session middleware only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    pub account_id: i64,
    pub role: Role,
    pub session_id: String,
    pub email: String,
    pub display_name: String,
}

impl Caller {
    /// Asks the role table; commands and finders demand the answer as a value.
    ///
    /// # Errors
    /// [`Error::Forbidden`] when the table does not list the role.
    pub fn permit(&self, action: Action) -> Result<Permit> {
        if allows(self.role, action) {
            Ok(Permit {
                account_id: self.account_id,
                role: self.role,
                action,
            })
        } else {
            Err(Error::Forbidden)
        }
    }
}

/// Proof that the role table allows an action to an account. Finders that are scoped to
/// the account take it, so that forgetting the check does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permit {
    account_id: i64,
    role: Role,
    action: Action,
}

impl Permit {
    /// The account that was permitted.
    #[must_use]
    pub const fn account_id(&self) -> i64 {
        self.account_id
    }

    /// Its role.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// What was permitted.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }
}

/// Whose doing an audit event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    Account(i64),
    /// A job: time passed, a retry, a reaction.
    System,
    /// The competent authority's answer.
    Authority,
}

impl From<&Permit> for Actor {
    fn from(permit: &Permit) -> Self {
        Self::Account(permit.account_id)
    }
}
