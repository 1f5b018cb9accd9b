//! One year's notice of the State Council, as data.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// The days that one year's notice decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayYear {
    pub year: i32,
    /// The notice it comes from, e.g. `国办发明电〔2025〕7号`.
    pub source: String,
    /// Every day of the holidays, their weekends included. A notice may reach into the
    /// December before its year.
    pub days_off: Vec<NaiveDate>,
    /// The Saturdays and Sundays that are worked instead.
    pub make_up_days: Vec<NaiveDate>,
}

/// Why a year's table cannot be right. Shown to the supervisor who typed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum HolidayYearError {
    #[error("the notice it comes from is missing")]
    SourceMissing,
    #[error("no day off is listed")]
    NoDayOff,
    #[error("{0} is not in the year or the December before it")]
    OutsideYear(NaiveDate),
    #[error("{0} is listed twice")]
    ListedTwice(NaiveDate),
    #[error("{0} is a make-up day but not a Saturday or Sunday")]
    MakeUpDayNotOnWeekend(NaiveDate),
}

impl HolidayYear {
    /// Looks for the first mistake in a table that was typed by hand.
    ///
    /// # Errors
    /// The mistake and the day it is about.
    pub fn check(&self) -> Result<(), HolidayYearError> {
        if self.days_off.is_empty() {
            return Err(HolidayYearError::NoDayOff);
        }
        let mut seen = BTreeSet::new();
        for &day in self.days_off.iter().chain(&self.make_up_days) {
            if !self.may_decide(day) {
                return Err(HolidayYearError::OutsideYear(day));
            }
            if !seen.insert(day) {
                return Err(HolidayYearError::ListedTwice(day));
            }
        }
        let on_weekday = |day: &&NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if let Some(&day) = self.make_up_days.iter().find(on_weekday) {
            return Err(HolidayYearError::MakeUpDayNotOnWeekend(day));
        }
        // Last, so that it does not hide what is wrong with the days.
        if self.source.trim().is_empty() {
            return Err(HolidayYearError::SourceMissing);
        }
        Ok(())
    }

    fn may_decide(&self, day: NaiveDate) -> bool {
        day.year() == self.year || (day.year() == self.year.saturating_sub(1) && day.month() == 12)
    }
}
