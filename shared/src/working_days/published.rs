//! What the State Council published for 2016 to 2026, year by year.
//!
//! Transcribed from the notices named in `source`. Days off are first and last day of each
//! holiday, both included. 2019 and 2020 hold the result of a second notice: the longer Labor
//! Day of 2019, and the Spring Festival of 2020 that was prolonged to 2 February, which took
//! back the make-up day of 1 February.

use chrono::NaiveDate;

use super::HolidayYear;

type YearMonthDay = (i32, u32, u32);

struct Notice {
    year: i32,
    source: &'static str,
    days_off: &'static [(YearMonthDay, YearMonthDay)],
    make_up_days: &'static [YearMonthDay],
}

/// The published years, oldest first.
pub(super) fn published_years() -> Vec<HolidayYear> {
    NOTICES.iter().map(Notice::to_holiday_year).collect()
}

impl Notice {
    fn to_holiday_year(&self) -> HolidayYear {
        HolidayYear {
            year: self.year,
            source: self.source.to_owned(),
            days_off: self
                .days_off
                .iter()
                .flat_map(|&(first, last)| days(first, last))
                .collect(),
            make_up_days: self.make_up_days.iter().copied().filter_map(date).collect(),
        }
    }
}

fn days(first: YearMonthDay, last: YearMonthDay) -> impl Iterator<Item = NaiveDate> {
    let last = date(last);
    date(first)
        .into_iter()
        .flat_map(|first| first.iter_days())
        .take_while(move |day| Some(*day) <= last)
}

fn date((year, month, day): YearMonthDay) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

// One line per list of make-up days, as the notices have them.
#[rustfmt::skip]
const NOTICES: &[Notice] = &[
    Notice {
        year: 2016,
        source: "国办发明电〔2015〕18号",
        days_off: &[
            ((2016, 1, 1), (2016, 1, 1)),
            ((2016, 2, 7), (2016, 2, 13)),
            ((2016, 4, 4), (2016, 4, 4)),
            ((2016, 5, 1), (2016, 5, 2)),
            ((2016, 6, 9), (2016, 6, 11)),
            ((2016, 9, 15), (2016, 9, 17)),
            ((2016, 10, 1), (2016, 10, 7)),
        ],
        make_up_days: &[(2016, 2, 6), (2016, 2, 14), (2016, 6, 12), (2016, 9, 18), (2016, 10, 8), (2016, 10, 9)],
    },
    Notice {
        year: 2017,
        source: "国办发明电〔2016〕17号",
        days_off: &[
            ((2017, 1, 1), (2017, 1, 2)),
            ((2017, 1, 27), (2017, 2, 2)),
            ((2017, 4, 2), (2017, 4, 4)),
            ((2017, 5, 1), (2017, 5, 1)),
            ((2017, 5, 28), (2017, 5, 30)),
            ((2017, 10, 1), (2017, 10, 8)),
        ],
        make_up_days: &[(2017, 1, 22), (2017, 2, 4), (2017, 4, 1), (2017, 5, 27), (2017, 9, 30)],
    },
    Notice {
        year: 2018,
        source: "国办发明电〔2017〕12号",
        days_off: &[
            ((2018, 1, 1), (2018, 1, 1)),
            ((2018, 2, 15), (2018, 2, 21)),
            ((2018, 4, 5), (2018, 4, 7)),
            ((2018, 4, 29), (2018, 5, 1)),
            ((2018, 6, 18), (2018, 6, 18)),
            ((2018, 9, 24), (2018, 9, 24)),
            ((2018, 10, 1), (2018, 10, 7)),
        ],
        make_up_days: &[(2018, 2, 11), (2018, 2, 24), (2018, 4, 8), (2018, 4, 28), (2018, 9, 29), (2018, 9, 30)],
    },
    Notice {
        year: 2019,
        source: "国办发明电〔2018〕15号、国办发明电〔2019〕3号",
        days_off: &[
            ((2018, 12, 30), (2019, 1, 1)),
            ((2019, 2, 4), (2019, 2, 10)),
            ((2019, 4, 5), (2019, 4, 7)),
            ((2019, 5, 1), (2019, 5, 4)),
            ((2019, 6, 7), (2019, 6, 9)),
            ((2019, 9, 13), (2019, 9, 15)),
            ((2019, 10, 1), (2019, 10, 7)),
        ],
        make_up_days: &[(2018, 12, 29), (2019, 2, 2), (2019, 2, 3), (2019, 4, 28), (2019, 5, 5), (2019, 9, 29), (2019, 10, 12)],
    },
    Notice {
        year: 2020,
        source: "国办发明电〔2019〕16号、国办发明电〔2020〕1号",
        days_off: &[
            ((2020, 1, 1), (2020, 1, 1)),
            ((2020, 1, 24), (2020, 2, 2)),
            ((2020, 4, 4), (2020, 4, 6)),
            ((2020, 5, 1), (2020, 5, 5)),
            ((2020, 6, 25), (2020, 6, 27)),
            ((2020, 10, 1), (2020, 10, 8)),
        ],
        make_up_days: &[(2020, 1, 19), (2020, 4, 26), (2020, 5, 9), (2020, 6, 28), (2020, 9, 27), (2020, 10, 10)],
    },
    Notice {
        year: 2021,
        source: "国办发明电〔2020〕27号",
        days_off: &[
            ((2021, 1, 1), (2021, 1, 3)),
            ((2021, 2, 11), (2021, 2, 17)),
            ((2021, 4, 3), (2021, 4, 5)),
            ((2021, 5, 1), (2021, 5, 5)),
            ((2021, 6, 12), (2021, 6, 14)),
            ((2021, 9, 19), (2021, 9, 21)),
            ((2021, 10, 1), (2021, 10, 7)),
        ],
        make_up_days: &[(2021, 2, 7), (2021, 2, 20), (2021, 4, 25), (2021, 5, 8), (2021, 9, 18), (2021, 9, 26), (2021, 10, 9)],
    },
    Notice {
        year: 2022,
        source: "国办发明电〔2021〕11号",
        days_off: &[
            ((2022, 1, 1), (2022, 1, 3)),
            ((2022, 1, 31), (2022, 2, 6)),
            ((2022, 4, 3), (2022, 4, 5)),
            ((2022, 4, 30), (2022, 5, 4)),
            ((2022, 6, 3), (2022, 6, 5)),
            ((2022, 9, 10), (2022, 9, 12)),
            ((2022, 10, 1), (2022, 10, 7)),
        ],
        make_up_days: &[(2022, 1, 29), (2022, 1, 30), (2022, 4, 2), (2022, 4, 24), (2022, 5, 7), (2022, 10, 8), (2022, 10, 9)],
    },
    Notice {
        year: 2023,
        source: "国办发明电〔2022〕16号",
        days_off: &[
            ((2022, 12, 31), (2023, 1, 2)),
            ((2023, 1, 21), (2023, 1, 27)),
            ((2023, 4, 5), (2023, 4, 5)),
            ((2023, 4, 29), (2023, 5, 3)),
            ((2023, 6, 22), (2023, 6, 24)),
            ((2023, 9, 29), (2023, 10, 6)),
        ],
        make_up_days: &[(2023, 1, 28), (2023, 1, 29), (2023, 4, 23), (2023, 5, 6), (2023, 6, 25), (2023, 10, 7), (2023, 10, 8)],
    },
    Notice {
        year: 2024,
        source: "国办发明电〔2023〕7号",
        days_off: &[
            ((2024, 1, 1), (2024, 1, 1)),
            ((2024, 2, 10), (2024, 2, 17)),
            ((2024, 4, 4), (2024, 4, 6)),
            ((2024, 5, 1), (2024, 5, 5)),
            ((2024, 6, 10), (2024, 6, 10)),
            ((2024, 9, 15), (2024, 9, 17)),
            ((2024, 10, 1), (2024, 10, 7)),
        ],
        make_up_days: &[(2024, 2, 4), (2024, 2, 18), (2024, 4, 7), (2024, 4, 28), (2024, 5, 11), (2024, 9, 14), (2024, 9, 29), (2024, 10, 12)],
    },
    Notice {
        year: 2025,
        source: "国办发明电〔2024〕12号",
        days_off: &[
            ((2025, 1, 1), (2025, 1, 1)),
            ((2025, 1, 28), (2025, 2, 4)),
            ((2025, 4, 4), (2025, 4, 6)),
            ((2025, 5, 1), (2025, 5, 5)),
            ((2025, 5, 31), (2025, 6, 2)),
            ((2025, 10, 1), (2025, 10, 8)),
        ],
        make_up_days: &[(2025, 1, 26), (2025, 2, 8), (2025, 4, 27), (2025, 9, 28), (2025, 10, 11)],
    },
    Notice {
        year: 2026,
        source: "国办发明电〔2025〕7号",
        days_off: &[
            ((2026, 1, 1), (2026, 1, 3)),
            ((2026, 2, 15), (2026, 2, 23)),
            ((2026, 4, 4), (2026, 4, 6)),
            ((2026, 5, 1), (2026, 5, 5)),
            ((2026, 6, 19), (2026, 6, 21)),
            ((2026, 9, 25), (2026, 9, 27)),
            ((2026, 10, 1), (2026, 10, 7)),
        ],
        make_up_days: &[(2026, 1, 4), (2026, 2, 14), (2026, 2, 28), (2026, 5, 9), (2026, 9, 20), (2026, 10, 10)],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_the_table_is_a_day_and_every_holiday_runs_forward() {
        for notice in NOTICES {
            for &(first, last) in notice.days_off {
                assert!(date(first).unwrap() <= date(last).unwrap(), "{first:?}");
            }
            for &day in notice.make_up_days {
                assert!(date(day).is_some(), "{day:?}");
            }
            assert_eq!(notice.to_holiday_year().check(), Ok(()), "{}", notice.year);
        }
    }
}
