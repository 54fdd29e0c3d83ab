//! A behavioural question as the page reads it.

use serde::{Deserialize, Serialize};

use crate::{Criterion, FollowUp, Level};

/// A behavioural question. Fields ending in `_html` are trusted HTML made at build time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// File name and part of the address; unique among cards, cases and questions.
    pub slug: String,
    /// As it is asked.
    pub question: String,
    /// One sentence for lists and search engines.
    pub summary: String,
    /// What sort of question.
    pub kind: QuestionKind,
    /// How hard.
    pub level: Level,
    /// For finding and for the plan.
    pub topics: Vec<String>,
    /// Time to plan for.
    pub minutes: u16,
    /// What is really asked.
    pub asked_html: String,
    /// The shape of a strong answer.
    pub strong_html: String,
    /// What many fall into.
    pub trap_html: String,
    /// What an interviewer asks next, and what a good reply contains.
    pub follow_ups: Vec<FollowUp>,
    /// What an answer is scored by.
    pub rubric: Vec<Criterion>,
    /// What stated facts were checked against: text within a line each; often none.
    pub sources_html: Vec<String>,
}

/// What sort of behavioural question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// Tell me about a time.
    Story,
    /// Why this company, this team, this role.
    Motivation,
    /// On a project of the candidate's own.
    Resume,
    /// In the recruiter's screen.
    Recruiter,
    /// In the hiring manager's round.
    Manager,
    /// Explain it to somebody.
    Communication,
}

impl QuestionKind {
    /// All, in the order of lists.
    pub const ALL: [Self; 6] = [
        Self::Story,
        Self::Motivation,
        Self::Resume,
        Self::Recruiter,
        Self::Manager,
        Self::Communication,
    ];
}
