//! Numbers, typed as such or as a calculation, compared within a relative tolerance.

use formula::{Formula, Refusal};
use serde::{Deserialize, Serialize};

/// The number a question asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberAnswer<'a> {
    /// The number; never 0.
    pub number: f64,
    /// How far off is still right, as a share of it.
    pub tolerance: f64,
    /// What is counted, as in `MB`; it may be typed along, and may be empty.
    pub unit: &'a str,
}

/// What a typed answer is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The same within the tolerance.
    Right,
    /// Right but for this power of ten: positive where the typed number is too large.
    PowerOfTen(i32),
    /// Another number, or another formula.
    Wrong,
}

/// Powers of ten that are recognised: from a slip in a unit, not from an accident.
const MOST_POWER: i32 = 12;

/// Compares a typed number with the one that is asked for. Calculations such as `2*12*64` are done;
/// blanks between digits are read over; the unit may stand behind.
///
/// # Errors
/// When it cannot be read as a number: what is wrong, and where.
pub fn check_number(typed: &str, answer: NumberAnswer<'_>) -> Result<Verdict, Refusal> {
    let typed = without_unit(typed, answer.unit);
    let letters: Vec<char> = typed.chars().collect();
    let is_digit = |place: usize| letters.get(place).is_some_and(char::is_ascii_digit);
    for (place, letter) in letters.iter().enumerate() {
        if *letter == ',' && place > 0 && is_digit(place - 1) && is_digit(place + 1) {
            // max(1,5) is a call; 1,5 can be read in two ways, and nobody can know which is meant.
            if !typed.contains('(') {
                let words = "a comma can mean two things: write 1.5 with a point, and thousands \
                             without a mark";
                return Err(Refusal { place: place..place + 1, words: words.into() });
            }
        }
    }
    let text = without_groups(&letters);
    let formula =
        Formula::parse::<&str>(&text, &[]).map_err(|refusal| other_unit(refusal, &text, answer))?;
    Ok(verdict(formula.value(&[])?, answer))
}

/// A word behind a number is most likely another unit.
fn other_unit(refusal: Refusal, text: &str, answer: NumberAnswer<'_>) -> Refusal {
    let word = text.get(refusal.place.clone()).unwrap_or_default();
    let is_behind_number = text.starts_with(|letter: char| letter.is_ascii_digit())
        && word.starts_with(|letter: char| letter.is_ascii_alphabetic());
    if is_behind_number && !answer.unit.is_empty() {
        return Refusal { words: format!("give the number in {}", answer.unit), ..refusal };
    }
    refusal
}

fn verdict(got: f64, answer: NumberAnswer<'_>) -> Verdict {
    let is_near = |value: f64| {
        let scale = answer.number.abs();
        // A hair more, so that a rounded answer at the edge counts.
        (value - answer.number).abs() <= answer.tolerance * scale * (1.0 + 1e-9) + scale * 1e-12
    };
    if is_near(got) {
        return Verdict::Right;
    }
    let powers = (1..=MOST_POWER).flat_map(|power| [power, -power]);
    let found = powers.into_iter().find(|power| is_near(got / 10f64.powi(*power)));
    match found {
        Some(power) => Verdict::PowerOfTen(power),
        None => Verdict::Wrong,
    }
}

fn without_unit<'a>(typed: &'a str, unit: &str) -> &'a str {
    let typed = typed.trim_end();
    let start = typed.len().saturating_sub(unit.len());
    match typed.get(start..) {
        Some(end) if !unit.is_empty() && end.eq_ignore_ascii_case(unit) => {
            typed[..start].trim_end()
        }
        _ => typed,
    }
}

/// Blanks between two digits group them: `31 200`.
fn without_groups(letters: &[char]) -> String {
    let is_digit = |letter: Option<&char>| letter.is_some_and(char::is_ascii_digit);
    let keeps = |place: usize| {
        let is_blank = matches!(letters[place], ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
        let before = place.checked_sub(1).and_then(|place| letters.get(place));
        !(is_blank && is_digit(before) && is_digit(letters.get(place + 1)))
    };
    (0..letters.len()).filter(|place| keeps(*place)).map(|place| letters[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(number: f64, unit: &str) -> NumberAnswer<'_> {
        NumberAnswer { number, tolerance: 0.01, unit }
    }

    fn check(typed: &str, number: f64, expect: Verdict) {
        assert_eq!(check_number(typed, answer(number, "MB")), Ok(expect), "{typed}");
    }

    #[test]
    fn numbers_and_calculations_are_compared_within_the_tolerance() {
        check("31200", 31_200.0, Verdict::Right);
        check("31 200", 31_200.0, Verdict::Right);
        check("31\u{a0}200 MB", 31_200.0, Verdict::Right);
        check("31.5e3mb", 31_200.0, Verdict::Right);
        check("2*12*1300", 31_200.0, Verdict::Right);
        check("max(1, 31200)", 31_200.0, Verdict::Right);
        check("30888", 31_200.0, Verdict::Right);
        check("30800", 31_200.0, Verdict::Wrong);
        check("-31200", 31_200.0, Verdict::Wrong);
        check("-0.5", -0.5, Verdict::Right);
    }

    #[test]
    fn a_slip_in_the_unit_is_recognised() {
        check("31.2", 31_200.0, Verdict::PowerOfTen(-3));
        check("31200000", 31_200.0, Verdict::PowerOfTen(3));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let check = |typed: &str, from: usize, words: &str| {
            let refused = check_number(typed, answer(3.0, "MB")).unwrap_err();
            assert!(refused.to_string().contains(words), "{typed}: {refused}");
            assert_eq!(refused.place.start, from, "{typed}");
        };
        check("1,5", 1, "write 1.5 with a point");
        check("three", 0, "no variables here");
        check("3 GB", 2, "give the number in MB");
        check("e", 0, "no variables here");
        check("MB", 0, "nothing yet");
        check("1/0", 0, "division by zero");
        check("1e999", 0, "is no number");
    }
}
