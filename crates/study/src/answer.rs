//! Checks what is typed where a card asks for a number or a formula.
//!
//! Reading is the crate `formula`, whose grammar authors are held to as well: what cannot be read is
//! refused in words, with the place. Here it is decided whether what was read is right: formulas are
//! compared by what they give, not by how they are written.

mod agree;
mod number;

pub use agree::{check_formula, formulas_agree, is_comparable};
pub use number::{NumberAnswer, NumberVerdict, check_number};
