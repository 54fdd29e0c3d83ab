//! Checks what is typed where a card asks for a number or a formula.
//!
//! Reading is the crate `formula`, whose grammar authors are held to as well: what cannot be read is
//! refused in words, with the place. Here it is decided whether what was read is right: formulas are
//! compared by what they give, not by how they are written.

mod agree;
mod number;

use content::Answer;
use formula::{Formula, Refusal};

pub use agree::{formulas_agree, is_comparable};
pub use number::{NumberAnswer, Verdict, check_number};

/// What is typed, against what a card holds right.
///
/// # Errors
/// When it cannot be read: what is wrong, and where.
pub fn check(typed: &str, answer: &Answer) -> Result<Verdict, Refusal> {
    match answer {
        Answer::Number { value, tolerance, unit } => {
            check_number(typed, NumberAnswer { number: *value, tolerance: *tolerance, unit })
        }
        Answer::Formula { formula, variables } => {
            let names: Vec<&str> =
                variables.iter().map(|variable| variable.name.as_str()).collect();
            let typed = Formula::parse(typed, &names)?;
            // The build has read it, so it can be read.
            let expected = Formula::parse(formula, &names)?;
            let is_right = formulas_agree(&expected, &typed);
            Ok(if is_right { Verdict::Right } else { Verdict::Wrong })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expect(typed: &str, answer: &str, expect: Verdict) {
        let answer: Answer = serde_json::from_str(answer).unwrap();
        assert_eq!(check(typed, &answer), Ok(expect), "{typed}");
    }

    #[test]
    fn a_cards_answers_are_checked() {
        let formula = r#"{"formula": {"formula": "n^2*d", "variables": [
            {"name": "d", "meaning": "width"}, {"name": "n", "meaning": "tokens"}]}}"#;
        expect("d*n*n", formula, Verdict::Right);
        expect("d*n", formula, Verdict::Wrong);
        let number = r#"{"number": {"value": 12.5, "tolerance": 0.01, "unit": "MB"}}"#;
        expect("12.5 MB", number, Verdict::Right);
        expect("12500", number, Verdict::PowerOfTen(3));
        expect("13", number, Verdict::Wrong);
    }
}
