//! What tasks and forms are called in links and form controls.

use protocol::attention::{Norm, Positions, Task};

/// Tasks, by their names in links and form controls.
pub const TASKS: [(&str, Task); 9] = [
    ("copy", Task::Copy),
    ("reverse", Task::Reverse),
    ("sort", Task::Sort),
    ("repeat", Task::Repeat),
    ("brackets", Task::Brackets),
    ("addition", Task::Addition),
    ("next-letter", Task::NextLetter),
    ("characters", Task::Characters),
    ("pairs", Task::Pairs),
];

/// Ways to know places, by their names in links and form controls.
pub const POSITIONS: [(&str, Positions); 5] = [
    ("learned", Positions::Learned),
    ("sinusoidal", Positions::Sinusoidal),
    ("rotary", Positions::Rotary),
    ("distance", Positions::Distance),
    ("none", Positions::None),
];

/// Places of the norms.
pub const NORMS: [(&str, Norm); 2] = [("before", Norm::Before), ("after", Norm::After)];

/// With it or without.
pub const SWITCH: [(&str, bool); 2] = [("on", true), ("off", false)];

/// The name of one of them.
#[must_use]
pub fn name_of<T: PartialEq>(all: &[(&'static str, T)], one: T) -> &'static str {
    all.iter().find(|it| it.1 == one).map_or("", |it| it.0)
}

/// The one of that name.
#[must_use]
pub fn named<T: Copy>(all: &[(&str, T)], name: &str) -> Option<T> {
    all.iter().find(|it| it.0 == name).map(|it| it.1)
}
