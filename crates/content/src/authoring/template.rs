//! The folder of a new exercise, ready to fill. Until it is filled, the check says what is missing.

/// Marks text of the template that has not been replaced yet.
pub const UNFILLED: &str = "Fill in:";

/// A file of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplateFile {
    /// Relative to the exercise's folder; `/` between the parts.
    pub path: &'static str,
    /// What to write there.
    pub text: &'static str,
}

/// The files of a new exercise.
#[must_use]
pub fn template() -> [TemplateFile; 8] {
    [
        TemplateFile { path: "exercise.toml", text: include_str!("template/exercise.toml") },
        TemplateFile { path: "prompt.md", text: include_str!("template/prompt.md") },
        TemplateFile { path: "starter.py", text: include_str!("template/starter.py") },
        TemplateFile { path: "solution.py", text: include_str!("template/solution.py") },
        TemplateFile { path: "cases.py", text: include_str!("template/cases.py") },
        TemplateFile { path: "hints.md", text: include_str!("template/hints.md") },
        TemplateFile { path: "mistakes/typical.py", text: include_str!("template/mistake.py") },
        TemplateFile { path: "explain.md", text: include_str!("template/explain.md") },
    ]
}
