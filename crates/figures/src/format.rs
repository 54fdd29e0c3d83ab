//! Numbers as people read them: three significant figures, a true minus, groups of three digits
//! separated by a space that does not break.
//!
//! Made for tabular figures: where a number changes while it is watched, its form changes as
//! rarely as possible.

const SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// Up to three significant figures: `0.031`, `12.4`, `1`; `1.2e-5` and `3.4e7` beyond what is easy
/// to read; words for what is no number.
pub fn decimal(value: f64) -> String {
    let size = value.abs();
    if !value.is_finite() {
        return odd(value);
    }
    if size != 0.0 && !(5e-4..1e5).contains(&size) {
        return scientific(value);
    }
    let places = match size {
        _ if size < 0.01 => 4,
        _ if size < 10.0 => 3,
        _ if size < 100.0 => 1,
        _ => 0,
    };
    signed(value, &trim(&format!("{size:.places$}")))
}

/// With a fixed number of decimals, for columns and values that change while they are watched.
pub fn fixed(value: f64, places: usize) -> String {
    if !value.is_finite() {
        return odd(value);
    }
    let text = format!("{:.places$}", value.abs());
    let is_zero = text.bytes().all(|b| b == b'0' || b == b'.');
    if is_zero { text } else { signed(value, &text) }
}

/// `1.2e-2`.
pub fn scientific(value: f64) -> String {
    if !value.is_finite() {
        return odd(value);
    }
    if value == 0.0 {
        return "0".into();
    }
    signed(value, &format!("{:.1e}", value.abs())).replace("e-", &format!("e{MINUS}"))
}

/// Groups of three digits: `31 200`.
pub fn count(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(SPACE);
        }
        text.push(digit);
    }
    text
}

/// `31 200 a second`, to three significant figures so that it does not flicker.
pub fn rate(per_second: f64) -> String {
    if !per_second.is_finite() || per_second < 0.5 {
        return format!("0{SPACE}a{SPACE}second");
    }
    let unit = 10f64.powf((per_second.log10().floor() - 2.0).max(0.0));
    let rounded = (per_second / unit).round() * unit;
    format!("{}{SPACE}a{SPACE}second", count(rounded as u64))
}

/// A share from 0 to 1 as `98.5 %`.
pub fn percent(share: f64) -> String {
    if !share.is_finite() {
        return odd(share);
    }
    format!("{}{SPACE}%", fixed(share * 100.0, 1))
}

/// A weight between 0 and 1 for a small cell: `.93`, `1`, `0`; two decimals.
pub fn cell(value: f64) -> String {
    let text = fixed(value, 2);
    match text.as_str() {
        "1.00" => "1".into(),
        "0.00" => "0".into(),
        _ if value.abs() < 1.0 => text.replacen("0.", ".", 1),
        _ => text,
    }
}

/// `1 cell`, `3 cells`, `2 queries`.
pub fn plural(number: usize, noun: &str) -> String {
    let ending = match noun.strip_suffix('y') {
        _ if number == 1 => noun.into(),
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    };
    format!("{} {ending}", count(number as u64))
}

fn odd(value: f64) -> String {
    let text = if value.is_nan() { "not a number" } else { "infinite" };
    if value == f64::NEG_INFINITY { format!("{MINUS}{text}") } else { text.into() }
}

fn signed(value: f64, text: &str) -> String {
    if value < 0.0 { format!("{MINUS}{text}") } else { text.into() }
}

fn trim(text: &str) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(got: String, expect: &str) {
        assert_eq!(got.replace(SPACE, " ").replace(MINUS, "-"), expect);
    }

    #[test]
    fn decimals() {
        check(decimal(0.0312), "0.031");
        check(decimal(0.004_21), "0.0042");
        check(decimal(0.5), "0.5");
        check(decimal(-0.125), "-0.125");
        check(decimal(12.44), "12.4");
        check(decimal(496.3), "496");
        check(decimal(0.0), "0");
        check(decimal(1.0), "1");
        check(decimal(0.000_012), "1.2e-5");
        check(decimal(3.4e7), "3.4e7");
        check(decimal(f64::NAN), "not a number");
        check(decimal(f64::NEG_INFINITY), "-infinite");
    }

    #[test]
    fn counts_and_rates() {
        check(count(7), "7");
        check(count(12_400), "12 400");
        check(count(1_234_567), "1 234 567");
        check(rate(31_234.0), "31 200 a second");
        check(rate(12.4), "12 a second");
        check(rate(0.0), "0 a second");
        check(rate(f64::NAN), "0 a second");
    }

    #[test]
    fn shares_cells_and_powers() {
        check(percent(0.985), "98.5 %");
        check(cell(0.934), ".93");
        check(cell(0.999), "1");
        check(cell(0.001), "0");
        check(cell(-1.5), "-1.50");
        check(cell(-0.25), "-.25");
        check(scientific(0.012), "1.2e-2");
        check(fixed(-0.0001, 2), "0.00");
        check(plural(1, "query"), "1 query");
        check(plural(2, "query"), "2 queries");
        check(plural(0, "key"), "0 keys");
    }

    proptest! {
        #[test]
        fn a_decimal_is_near_what_it_says(value in -1e6f64..1e6) {
            let read: f64 = decimal(value).replace(MINUS, "-").parse().expect("a number");
            prop_assert!((read - value).abs() <= 0.06 * value.abs() + 1e-9, "{value} as {read}");
        }

        #[test]
        fn a_count_keeps_its_digits(value: u64) {
            let read: u64 = count(value).replace(SPACE, "").parse().expect("digits");
            prop_assert_eq!(read, value);
        }
    }
}
