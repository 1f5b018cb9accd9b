//! Instants in rows are milliseconds since 1970, UTC.

use chrono::{DateTime, Utc};

/// The column value of an instant.
#[must_use]
pub const fn to_millis(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

/// The instant of a column value; values no clock can show become the nearest one.
#[must_use]
pub fn from_millis(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or(if millis < 0 {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    })
}
