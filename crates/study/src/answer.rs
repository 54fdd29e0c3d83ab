//! Checks what is typed where a card asks for a number or a formula.
//!
//! Formulas are compared by what they give, not by how they are written: both are evaluated at the
//! same pseudo-random points. What cannot be read is refused in words, with the place.

mod formula;
mod number;
mod refused;

pub use formula::{FUNCTIONS, Formula, formulas_agree};
pub use number::{NumberAnswer, NumberVerdict, check_number};
pub use refused::{Reason, Refused};
