//! The link between a website and this provider.

use crate::coded::coded;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Whether this provider serves the website (S2, S17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessState {
    /// The authority has us as the website's access provider.
    Live,
    /// Ended by a cancel-access application; the numbers are untouched.
    Canceled { at: DateTime<Utc> },
}

coded! {
    /// Where a domain points, as last seen (S3, S4).
    Resolution {
        /// To an address of this provider.
        Here = "yes",
        /// To another address, or to none.
        Elsewhere = "no",
        /// Nobody has looked yet.
        NotChecked = "not_checked",
    }
}

/// S3 and S4: a domain is to be blocked when its access here has ended and it still
/// resolves to this provider; a domain that points elsewhere is never blocked.
#[must_use]
pub const fn is_blocked(access: AccessState, resolution: Resolution) -> bool {
    matches!(access, AccessState::Canceled { .. }) && matches!(resolution, Resolution::Here)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANCELED: AccessState = AccessState::Canceled {
        at: DateTime::UNIX_EPOCH,
    };

    #[test]
    fn s3_a_canceled_website_that_still_resolves_here_is_blocked() {
        assert!(is_blocked(CANCELED, Resolution::Here));
        assert!(!is_blocked(AccessState::Live, Resolution::Here));
    }

    #[test]
    fn s4_a_website_that_resolves_elsewhere_is_never_blocked() {
        assert!(!is_blocked(CANCELED, Resolution::Elsewhere));
        assert!(!is_blocked(CANCELED, Resolution::NotChecked));
    }
}
