use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// `/review/calendar`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingCalendarPage {
    /// Newest first.
    pub years: Vec<CalendarYear>,
    /// This year and the next, as far as no table is in force: due dates in them follow the
    /// weekends and are called provisional.
    pub provisional: Vec<i32>,
}

/// One year in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarYear {
    pub year: i32,
    /// The notice it comes from.
    pub source: String,
    pub days_off: Vec<NaiveDate>,
    pub make_up_days: Vec<NaiveDate>,
    /// `None` for a year that comes with the system.
    pub entered_by: Option<String>,
    pub entered_at: Option<DateTime<Utc>>,
}
