//! Days as the study room counts them: where the visitor is, in whole days since 1970, and in words.

use study::{Day, calendar::civil, weekday};

pub use study::calendar::{from_iso, iso};

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY_MS: f64 = 86_400_000.0;

/// The day it is on the visitor's calendar.
pub fn today() -> Day {
    of_ms(js_sys::Date::now())
}

/// The day of a moment on the visitor's calendar, from milliseconds since 1970.
pub fn of_ms(at_ms: f64) -> Day {
    let offset_minutes = js_sys::Date::new(&at_ms.into()).get_timezone_offset();
    ((at_ms - offset_minutes * 60_000.0) / DAY_MS).floor() as Day
}

/// `tomorrow`, `in 5 days`, `3 days ago`.
pub fn from_today(day: Day, today: Day) -> String {
    match i64::from(day) - i64::from(today) {
        0 => "today".into(),
        1 => "tomorrow".into(),
        -1 => "yesterday".into(),
        days if days > 0 => format!("in {days} days"),
        days => format!("{} days ago", -days),
    }
}

/// `Fri 27 Nov`.
pub fn date(day: Day) -> String {
    let (_, month, of_month) = civil(day);
    format!("{} {of_month} {}", WEEKDAYS[weekday(day)], MONTHS[month as usize - 1])
}

/// The short name of a day of the week: 0 is Monday.
pub fn weekday_name(index: usize) -> &'static str {
    WEEKDAYS[index % 7]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_with_its_weekday() {
        assert_eq!(date(20_454), "Thu 1 Jan");
    }

    #[test]
    fn days_are_told_from_today() {
        let check = |day, expect: &str| assert_eq!(from_today(day, 100), expect);
        check(100, "today");
        check(101, "tomorrow");
        check(99, "yesterday");
        check(107, "in 7 days");
        check(90, "10 days ago");
    }
}
