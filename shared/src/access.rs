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
