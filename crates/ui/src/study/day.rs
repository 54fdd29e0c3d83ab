//! Days as the study room counts them: where the visitor is, in whole days since 1970, and in words.

use study::{Day, weekday};

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

/// `2026-11-27`, as a date field has it.
pub fn iso(day: Day) -> String {
    let (year, month, of_month) = civil(day);
    format!("{year:04}-{month:02}-{of_month:02}")
}

/// Reads what a date field holds; nothing for what is no date from 1970 to 2200.
pub fn from_iso(text: &str) -> Option<Day> {
    let mut parts = text.split('-').map(|part| part.parse::<i32>().ok());
    let (year, month, of_month) = (parts.next()??, parts.next()??, parts.next()??);
    let is_date = (1970..=2200).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&of_month)
        && parts.next().is_none();
    let day = is_date.then(|| from_civil(year, month, of_month))?;
    // The 31st of a month of 30 days is another day.
    (civil(day) == (year, month, of_month)).then_some(day)
}

/// Year, month and day of the month in the Gregorian calendar (Hinnant, *chrono-Compatible Low-Level
/// Date Algorithms*, `civil_from_days`).
fn civil(day: Day) -> (i32, i32, i32) {
    // A day that cannot be comes from a damaged record: it is some date then, and no panic.
    let shifted = day.saturating_add(719_468);
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month, of_month)
}

/// The other way (the same source, `days_from_civil`).
fn from_civil(year: i32, month: i32, of_month: i32) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let from_march = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * from_march + 2) / 5 + of_month - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    era * 146_097 + of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_back() {
        for day in [0, 59, 60, 20_000, 20_454, 20_513, 47_540, 84_000] {
            assert_eq!(from_iso(&iso(day)), Some(day), "{}", iso(day));
        }
        assert_eq!(iso(20_454), "2026-01-01");
        assert_eq!(date(20_454), "Thu 1 Jan");
        assert_eq!(iso(11_016), "2000-02-29");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "2026-11", "2026-13-01", "2026-02-30", "1969-12-31", "2026-1-1-1", "a-b-c"]
        {
            assert_eq!(from_iso(text), None, "{text}");
        }
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
