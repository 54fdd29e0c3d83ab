//! What a failing answer looks like and how the code could be written better, in words.

use judge::Cause;
use protocol::python::{Remark, RemarkKind};
use viz::format;

/// A usual cause: a title, and where to look.
pub fn cause(cause: Cause) -> (&'static str, String) {
    let (title, words) = match cause {
        Cause::NotFinite => (
            "The numbers are not finite",
            "An exponential overflows, or something is divided by zero. In a softmax, take the largest score away from all scores first: the result is the same, and the largest exponential is 1.",
        ),
        Cause::Transposed => (
            "Rows and columns are exchanged",
            "Your result is the expected one, transposed. Look at the order of the factors in a product, or at a `.T` too many or too few.",
        ),
        Cause::WrongAxis => (
            "Along the other axis",
            "In your result the columns add up as the rows should, or the other way round. `axis=0` goes down the rows and leaves one number a column; `axis=1` leaves one a row.",
        ),
        Cause::Reshaped => (
            "The right numbers in another shape",
            "Only the shape differs. A sum or a mean takes its axis away unless it is given `keepdims=True`; an index such as `a[0]` does too, `a[:1]` does not.",
        ),
        Cause::SameElement => (
            "The same element in every place",
            "All elements of your result are equal, though they should differ. Was one list or array put in again and again, and changed afterwards? Put in a copy.",
        ),
        Cause::SwappedParts => (
            "The parts are in another order",
            "All parts of the result are right. Return them in the order that the task asks for.",
        ),
        Cause::Reversed => (
            "Backwards",
            "Your list is the expected one, read from its end. Is there a `reverse()` missing, or one too many?",
        ),
        Cause::OffByOneLength => (
            "Off by one at an end",
            "One element at an end is missing, or is one too many. Does the range include its last value? `range(a, b)` ends at b − 1.",
        ),
        Cause::OffByOnePlace => (
            "Off by one place",
            "Each element stands one place beside where it belongs. Look at where an index starts, and at whether a value is stored before or after it is updated.",
        ),
        Cause::OffByOne(1) => (
            "Too large by one",
            "Each number is one more than expected. Is something counted twice, or a boundary included that does not belong?",
        ),
        Cause::OffByOne(_) => (
            "Too small by one",
            "Each number is one less than expected. Is the first or the last element left out?",
        ),
        Cause::IntegerDivision => (
            "The fractions are cut off",
            "Your numbers are the expected ones without what is behind the point. Look for `//` or `int(…)`, or for an array of integers that fractions are written into.",
        ),
        Cause::Rounded(digits) => {
            return (
                "Rounded",
                format!(
                    "Your numbers are the expected ones, rounded to {}. Return them as they are: how many digits are shown is for whoever shows them.",
                    format::plural(digits.unsigned_abs() as usize, "digit")
                ),
            );
        }
        Cause::SignFlipped => (
            "The sign is wrong",
            "Each number has the right size and the wrong sign. Look at the order of a difference, at a loss that is a negative logarithm, or at a step that should go downhill.",
        ),
        Cause::Complement => (
            "One minus the right value",
            "Each number is 1 less the expected one: a share of the others, or a distance where a similarity was asked for.",
        ),
        Cause::Squared => {
            ("Squared", "Each number is the square of the expected one. Is a root missing?")
        }
        Cause::Rooted => (
            "A root too many",
            "Each number is the square root of the expected one: a standard deviation for a variance, or a distance where its square was asked for.",
        ),
        Cause::OtherVariance => (
            "n or n − 1",
            "Your numbers are off by n − 1 to n, or its root: one variance divides by n (NumPy's default, `ddof=0`), the other by n − 1. The task says which it wants.",
        ),
        Cause::LogBase => (
            "Another logarithm",
            "Your numbers are off by the factor between two logarithms. `math.log` and `np.log` are natural; bits want `log2`.",
        ),
        Cause::AngleUnit => (
            "Degrees or radians",
            "Your numbers are off by 180/π. `math.sin` and its kin take radians.",
        ),
        Cause::SumForMean => (
            "A sum or a mean",
            "Your numbers are off by a whole factor that changes with the input. Is a division by the number of elements missing, or one too many?",
        ),
        Cause::Scaled(factor) => {
            return (
                "Off by one factor",
                format!(
                    "Each number is {} times the expected one. A constant factor is missing, or there twice.",
                    format::decimal(factor)
                ),
            );
        }
    };
    (title, words.to_owned())
}

/// A remark on the code, in one sentence.
pub fn remark(remark: &Remark) -> String {
    let name = &remark.name;
    match remark.kind {
        RemarkKind::OneLetterName => {
            format!("`{name}` says nothing about what it holds. Outside of loops and formulas, a word does.")
        }
        RemarkKind::UnusedVariable => format!("`{name}` is set and never read."),
        RemarkKind::BareExcept => {
            "`except:` catches everything, a mistyped name and Ctrl+C included. Name the exception that you expect.".into()
        }
        RemarkKind::ShadowedBuiltin => {
            format!("`{name}` is Python's own name. From here on it means yours, and the next line that needs the builtin fails.")
        }
        RemarkKind::MutableDefault => {
            format!("The default of `{name}` is made once and shared by all calls. Use `None`, and make it inside.")
        }
        RemarkKind::LongFunction => {
            format!("`{name}` has more than 40 lines. Which part of it has a name of its own?")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_with_numbers_say_them() {
        assert!(cause(Cause::Rounded(2)).1.contains("rounded to 2 digits"));
        assert!(cause(Cause::Rounded(1)).1.contains("rounded to 1 digit."));
        assert!(cause(Cause::Scaled(0.5)).1.starts_with("Each number is 0.5 times"));
        assert_ne!(cause(Cause::OffByOne(1)), cause(Cause::OffByOne(-1)));
    }

    #[test]
    fn remarks_name_what_they_are_about() {
        let of = |kind| remark(&Remark { kind, name: "seen".into(), line: 3 });
        assert!(of(RemarkKind::MutableDefault).contains("`seen`"));
        assert!(of(RemarkKind::BareExcept).starts_with("`except:`"));
    }
}
