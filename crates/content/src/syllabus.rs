//! The syllabus: every topic that interviewers ask, and the items that cover it. One small JSON file
//! for the plan.

use serde::{Deserialize, Serialize};

/// A part of the syllabus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Heading.
    pub title: String,
    /// Its topics.
    pub rows: Vec<Row>,
}

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Short and unique: `sparse-products`.
    pub id: String,
    /// The topic as it is asked.
    pub words: String,
    /// What covers it: `exercise/iou`, `lab/pca`, `card/…`, `design/…`, `behavioural/…`,
    /// `attention`, `interview/…`.
    pub items: Vec<String>,
}

/// Rounds of the mock loop, as `interview/<round>` names them.
pub const ROUNDS: [&str; 9] = [
    "recruiter-screen",
    "phone-screen",
    "coding",
    "ml-coding",
    "theory",
    "design",
    "domain",
    "behaviour",
    "manager",
];
