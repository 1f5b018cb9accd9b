//! Slows down who guesses codes. Only codes that do not exist count: a mistyped one is told
//! by its check character, and own servers cannot be guessed.

use super::refused;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::store::attempt;
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use shared::authorization_code::VerifyRefusal;
use shared::field::Field;
use shared::problem::Problem;

/// Codes that do not exist, per account, before it has to wait.
const UNKNOWN_CODES: u32 = 20;
/// How long it waits then.
const WINDOW: Duration = Duration::minutes(15);

/// Refuses to look at another code after too many. The account is locked meanwhile, so that
/// guesses made at the same time count as well.
pub async fn check(tx: &Tx, permit: &Permit, now: DateTime<Utc>) -> Result<()> {
    let tries = attempt::find(tx, &key(permit), now).await?;
    match tries.filter(|tries| tries.count >= UNKNOWN_CODES) {
        Some(tries) => {
            let until = tries.resets_at;
            Err(Error::refused_on(
                Field::AuthorizationCode,
                Problem::TooManyTries { until },
            ))
        }
        None => Ok(()),
    }
}

/// Counts a code that does not exist, and nothing else becomes of the transaction.
pub async fn count_unknown(tx: Tx, permit: &Permit, now: DateTime<Utc>) -> Result<i64> {
    attempt::count(&tx, &key(permit), now, WINDOW).await?;
    tx.commit().await?;
    Err(refused(VerifyRefusal::Unknown))
}

fn key(permit: &Permit) -> String {
    format!("code_guesses:{}", permit.account_id())
}
