//! The working days of mainland China: weekends, public holidays and make-up days (调休).
//!
//! The State Council publishes each year's holidays in the autumn before, so the calendar is
//! data: a table per year that a supervisor can add to. A date that no published table
//! decides follows the weekend and is called provisional, never refused.

mod holiday_year;
mod published;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};

pub use holiday_year::{HolidayYear, HolidayYearError};

/// Whether the calendar's answer rests on the State Council's notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Every day that was looked at is decided by a published notice.
    Published,
    /// At least one day lies in a year without data: weekends were assumed.
    Provisional,
}

impl Certainty {
    fn and(self, other: Self) -> Self {
        if self == Self::Published {
            other
        } else {
            Self::Provisional
        }
    }
}

/// The instant by which something must be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Due before this instant: 24:00 of the last day allowed, Asia/Shanghai.
    pub at: DateTime<Utc>,
    /// Whether a notice still to be published could move it.
    pub provisional: bool,
}

/// Which days are worked, from the holiday tables it was made with.
#[derive(Debug, Clone, Default)]
pub struct WorkingCalendar {
    years: BTreeSet<i32>,
    days_off: BTreeSet<NaiveDate>,
    make_up_days: BTreeSet<NaiveDate>,
}

impl WorkingCalendar {
    /// A calendar that knows these years and no others. Of two tables for one year the later
    /// one holds, so a corrected table can follow the published one.
    pub fn new(years: impl IntoIterator<Item = HolidayYear>) -> Self {
        let by_year: BTreeMap<i32, HolidayYear> =
            years.into_iter().map(|year| (year.year, year)).collect();
        let mut calendar = Self::default();
        for (number, year) in by_year {
            calendar.years.insert(number);
            calendar.days_off.extend(year.days_off);
            calendar.make_up_days.extend(year.make_up_days);
        }
        calendar
    }

    /// The published years 2016 to 2026.
    pub fn built_in() -> Self {
        Self::new(published::published_years())
    }

    /// The tables behind [`WorkingCalendar::built_in`], to start a provider's own from.
    pub fn built_in_years() -> Vec<HolidayYear> {
        published::published_years()
    }

    /// Whether that date is worked, and how sure that is.
    pub fn is_working_day(&self, date: NaiveDate) -> (bool, Certainty) {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let works =
            !self.days_off.contains(&date) && (!weekend || self.make_up_days.contains(&date));
        (works, self.certainty(date))
    }

    /// The first working day after that date (the date itself does not count). The answer is
    /// only as sure as every day passed on the way.
    pub fn next_working_day(&self, date: NaiveDate) -> (NaiveDate, Certainty) {
        let mut certainty = Certainty::Published;
        let mut day = date;
        while let Some(next) = day.succ_opt() {
            day = next;
            let (works, certainty_of_day) = self.is_working_day(day);
            certainty = certainty.and(certainty_of_day);
            if works {
                return (day, certainty);
            }
        }
        (NaiveDate::MAX, Certainty::Provisional)
    }

    /// The `count`th working day after that date; the date itself when `count` is 0.
    pub fn add_working_days(&self, date: NaiveDate, count: u32) -> (NaiveDate, Certainty) {
        let mut certainty = Certainty::Published;
        let mut day = date;
        for _ in 0..count {
            if day == NaiveDate::MAX {
                break;
            }
            let (next, certainty_of_step) = self.next_working_day(day);
            certainty = certainty.and(certainty_of_step);
            day = next;
        }
        (day, certainty)
    }

    fn certainty(&self, date: NaiveDate) -> Certainty {
        if self.years.contains(&date.year()) {
            Certainty::Published
        } else {
            Certainty::Provisional
        }
    }
}
