//! Runs that come with the site, so that a task can be looked at as it is when learnt, without a wait.
//!
//! `cargo xtask train` makes them anew; a test trains each and holds it to its file, byte for byte.

use super::settings::Settings;
use super::tasks::{Rewriting, Task};

/// A run that comes with the site: `www/checkpoints/<name>.bin` is what [`Run::save`](super::Run::save)
/// gives for these settings after this step.
#[derive(Clone, Debug, PartialEq)]
pub struct Shipped {
    /// Of the file.
    pub name: &'static str,
    /// The usual ones for its task.
    pub settings: Settings,
    /// Updates made.
    pub step: u64,
    /// Share of held-out tokens that is right, to two places.
    pub accuracy: f32,
}

/// One run a task but a visitor's own: as few updates as make it right nearly always and its pattern
/// clear; where words cannot be known from their beginning, until more updates gain nothing.
#[must_use]
pub fn shipped() -> [Shipped; 7] {
    let run = |name, task, step, accuracy| {
        let settings = Settings { task, ..Settings::default() };
        Shipped { name, settings, step, accuracy }
    };
    [
        run("copy", Task::Rewrite(Rewriting::Copy), 600, 1.0),
        run("reverse", Task::Rewrite(Rewriting::Reverse), 600, 1.0),
        run("sort", Task::Rewrite(Rewriting::Sort), 1700, 0.98),
        run("repeat", Task::Repeat, 600, 1.0),
        run("brackets", Task::Brackets, 700, 1.0),
        run("addition", Task::Addition, 2200, 0.98),
        run("next-letter", Task::NextLetter, 400, 0.29),
    ]
}
