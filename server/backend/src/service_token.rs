//! Other systems: what their tokens allow.

use crate::error::{Error, Result};

/// What a service token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The domains to block, by cursor.
    ReadBlockFeed,
    /// Servers, public IPs and terms.
    WriteInventory,
    /// The status of an authorization code.
    CheckCodes,
    /// The status of an application.
    ReadApplications,
    /// Which domains have access here.
    ReadAccesses,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 5] = [
        Self::ReadBlockFeed,
        Self::WriteInventory,
        Self::CheckCodes,
        Self::ReadApplications,
        Self::ReadAccesses,
    ];

    /// The stable name: in the database, on the command line, in the description of the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReadBlockFeed => "block_feed:read",
            Self::WriteInventory => "inventory:write",
            Self::CheckCodes => "codes:check",
            Self::ReadApplications => "applications:read",
            Self::ReadAccesses => "accesses:read",
        }
    }

    /// Reads [`Self::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

/// Another system that showed a valid token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceCaller {
    pub token_id: i64,
    /// The token's name, for the audit trail.
    pub name: String,
    pub scopes: Vec<Scope>,
}

impl ServiceCaller {
    /// Demands a scope.
    ///
    /// # Errors
    /// [`Error::Forbidden`] when the token lacks it.
    pub fn permit(&self, scope: Scope) -> Result<()> {
        if self.scopes.contains(&scope) {
            Ok(())
        } else {
            Err(Error::Forbidden)
        }
    }
}
