//! Days as dates of the Gregorian calendar, and back.

use crate::Day;

/// `2026-11-27`, as a date field has it.
#[must_use]
pub fn iso(day: Day) -> String {
    let (year, month, of_month) = civil(day);
    format!("{year:04}-{month:02}-{of_month:02}")
}

/// Reads what a date field holds; nothing for what is no date from 1970 to 2200.
#[must_use]
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
#[must_use]
pub fn civil(day: Day) -> (i32, i32, i32) {
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
        let check = |day, expect: &str| assert_eq!(iso(day), expect);
        check(0, "1970-01-01");
        check(-1, "1969-12-31");
        check(11_016, "2000-02-29");
        check(20_454, "2026-01-01");
        check(20_512, "2026-02-28");
        check(20_513, "2026-03-01");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "2026-11", "2026-13-01", "2026-02-30", "1969-12-31", "2026-1-1-1", "a-b-c"]
        {
            assert_eq!(from_iso(text), None, "{text}");
        }
    }
}
