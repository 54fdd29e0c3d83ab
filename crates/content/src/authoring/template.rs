//! Folders and files of new items, ready to fill. Until they are filled, the check says what is
//! missing.

/// Marks text of the template that has not been replaced yet.
pub const UNFILLED: &str = "Fill in:";

/// A file of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplateFile {
    /// Relative to the item's folder; `/` between the parts.
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

/// The file of a new card.
#[must_use]
pub fn card_template() -> &'static str {
    include_str!("template/card.md")
}

/// The file of a new behavioural question.
#[must_use]
pub fn question_template() -> &'static str {
    include_str!("template/question.md")
}

/// The files of a new design case.
#[must_use]
pub fn case_template() -> [TemplateFile; 4] {
    [
        TemplateFile { path: "case.toml", text: include_str!("template/case/case.toml") },
        TemplateFile { path: "brief.md", text: include_str!("template/case/brief.md") },
        TemplateFile { path: "parts.md", text: include_str!("template/case/parts.md") },
        TemplateFile { path: "rubric.toml", text: include_str!("template/case/rubric.toml") },
    ]
}
