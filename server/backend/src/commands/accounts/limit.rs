//! How often somebody may try. Counters are in the database, so that they hold for all
//! processes and survive a restart.

use crate::error::{Error, Result};
use crate::store::attempt;
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use shared::problem::Problem;

/// A number of tries in a window that the first one opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    name: &'static str,
    tries: u32,
    window: Duration,
}

/// Wrong passwords for one address, whether or not it has an account.
pub const PASSWORDS_OF_ADDRESS: Limit = Limit {
    name: "log_in",
    tries: 5,
    window: Duration::minutes(15),
};

/// Wrong one-time codes for one address.
pub const CODES_OF_ADDRESS: Limit = Limit {
    name: "log_in_code",
    tries: 5,
    window: Duration::minutes(15),
};

/// Codes mailed to one address.
pub const MAILS_TO_ADDRESS: Limit = Limit {
    name: "login_code_mail",
    tries: 3,
    window: Duration::minutes(15),
};

/// Codes one client has mailed to whomever; a company's people share an address.
pub const MAILS_BY_CLIENT: Limit = Limit {
    name: "login_code_client",
    tries: 30,
    window: Duration::minutes(15),
};

/// Failed log-ins of one client, whatever addresses it tries.
pub const FAILURES_OF_CLIENT: Limit = Limit {
    name: "log_in_client",
    tries: 50,
    window: Duration::minutes(15),
};

/// Failed log-ins to one account in a browser that it was logged in to before.
pub const FAILURES_OF_KNOWN_BROWSER: Limit = Limit {
    name: "log_in_known_browser",
    tries: 5,
    window: Duration::minutes(15),
};

impl Limit {
    /// Counts a try before it is made, so that tries made at the same time count as well.
    ///
    /// # Errors
    /// Refused with [`Problem::TooManyTries`] when there were enough already.
    pub async fn spend(self, tx: &Tx, whose: &str, now: DateTime<Utc>) -> Result<()> {
        let tries = attempt::count(tx, &self.key(whose), now, self.window).await?;
        if tries.count > self.tries {
            return Err(too_many(tries.resets_at));
        }
        Ok(())
    }

    /// Whether the tries are used up and nobody has told the audit trail yet; the caller does.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn tell_lock(self, tx: &Tx, whose: &str, now: DateTime<Utc>) -> Result<bool> {
        attempt::tell_lock(tx, &self.key(whose), self.tries, now).await
    }

    /// What it counts, as the audit trail names it.
    pub const fn counts(self) -> &'static str {
        self.name
    }

    /// Takes a try back that was none of those the limit is for.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn give_back(self, tx: &Tx, whose: &str) -> Result<()> {
        attempt::give_back(tx, &self.key(whose)).await
    }

    /// Forgets the tries, after a success.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn clear(self, tx: &Tx, whose: &str) -> Result<()> {
        attempt::clear(tx, &self.key(whose)).await
    }

    fn key(self, whose: &str) -> String {
        format!("{}:{whose}", self.name)
    }
}

fn too_many(until: DateTime<Utc>) -> Error {
    Error::refused(Problem::TooManyTries { until })
}
