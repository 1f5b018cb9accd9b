//! Deadlines in words, by the clock of Asia/Shanghai. The end of a day is named by that day
//! and never as 0:00 of the next, which people read as a day more.

use chrono::{DateTime, Datelike, NaiveTime, Utc, Weekday};
use shared::calendar_date::shanghai_time;

/// `by the end of Monday, 23 November 2026`, `by 14:05 on Monday, 23 November 2026`.
pub fn by_in_english(deadline: DateTime<Utc>) -> String {
    let time = shanghai_time(deadline);
    match time.date().pred_opt() {
        Some(day) if time.time() == NaiveTime::MIN => {
            format!("by the end of {}", day.format("%A, %-d %B %Y"))
        }
        _ => time.format("by %H:%M on %A, %-d %B %Y").to_string(),
    }
}

/// `2026年11月23日（星期一）结束前`, `2026年11月23日（星期一）14:05前`.
pub fn by_in_chinese(deadline: DateTime<Utc>) -> String {
    let time = shanghai_time(deadline);
    match time.date().pred_opt() {
        Some(day) if time.time() == NaiveTime::MIN => {
            format!(
                "{}（{}）结束前",
                day.format("%Y年%-m月%-d日"),
                weekday(day.weekday())
            )
        }
        _ => format!(
            "{}（{}）{}前",
            time.format("%Y年%-m月%-d日"),
            weekday(time.weekday()),
            time.format("%H:%M")
        ),
    }
}

const fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "星期一",
        Weekday::Tue => "星期二",
        Weekday::Wed => "星期三",
        Weekday::Thu => "星期四",
        Weekday::Fri => "星期五",
        Weekday::Sat => "星期六",
        Weekday::Sun => "星期日",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_day_is_named_by_that_day() {
        let end_of_monday = "2026-11-23T16:00:00Z".parse().unwrap();
        assert_eq!(
            by_in_english(end_of_monday),
            "by the end of Monday, 23 November 2026"
        );
        assert_eq!(
            by_in_chinese(end_of_monday),
            "2026年11月23日（星期一）结束前"
        );
    }

    #[test]
    fn any_other_time_is_that_of_shanghai() {
        let afternoon = "2026-11-22T06:05:00Z".parse().unwrap();
        assert_eq!(
            by_in_english(afternoon),
            "by 14:05 on Sunday, 22 November 2026"
        );
        assert_eq!(by_in_chinese(afternoon), "2026年11月22日（星期日）14:05前");
    }
}
