//! The reference's lines as a visitor has put them in order.

use serde::{Deserialize, Serialize};

/// An order of pieces, and how far each is indented.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// Which piece stands at each place.
    pub order: Vec<usize>,
    /// Levels of indentation of the piece at each place, where they are chosen.
    pub levels: Vec<usize>,
    /// Whether indentation is chosen rather than given.
    pub is_indentation_chosen: bool,
}
