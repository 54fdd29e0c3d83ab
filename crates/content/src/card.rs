//! A theory card as the page reads it: a question, what to say, the derivation step by step.

use serde::{Deserialize, Serialize};

use crate::{FollowUp, Level, See};

/// A theory card. Fields ending in `_html` are trusted HTML made at build time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// File name and part of the address; unique among cards, cases and questions.
    pub slug: String,
    /// As an interviewer asks it.
    pub question: String,
    /// One sentence for lists and search engines.
    pub summary: String,
    /// How hard.
    pub level: Level,
    /// For finding and for the plan.
    pub topics: Vec<String>,
    /// Time to plan for.
    pub minutes: u16,
    /// What one would say aloud, in forty seconds.
    pub say_html: String,
    /// What stands before the first step; often nothing.
    pub show_html: String,
    /// The full answer, a step at a time.
    pub steps: Vec<Step>,
    /// What a weak answer sounds like.
    pub weak: Vec<WeakAnswer>,
    /// What an interviewer asks next.
    pub follow_ups: Vec<FollowUp>,
    /// A question whose answer can be typed, where there is one.
    pub check: Option<Check>,
    /// Where it can be seen: labs, exercises, views of the attention page, other cards.
    pub see: Vec<See>,
    /// What the facts were checked against: text within a line each.
    pub sources_html: Vec<String>,
}

/// One step of a derivation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Asks for the step: text within a line.
    pub heading_html: String,
    /// Answers it.
    pub body_html: String,
}

/// An answer that does not carry, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeakAnswer {
    /// What is said: text within a line.
    pub claim_html: String,
    /// Why it is wrong, or weak.
    pub reason_html: String,
}

/// A question whose answer can be typed and checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// The question, with everything that its answer needs: text within a line.
    pub ask_html: String,
    /// What is right.
    pub answer: Answer,
}

/// What a typed answer is held against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// A number.
    Number {
        /// What is right; never 0.
        value: f64,
        /// How far an answer may be off, as a share of the value.
        tolerance: f64,
        /// Written behind the number; may be empty.
        unit: String,
    },
    /// A formula, or any that is equal to it wherever both have a value.
    Formula {
        /// In the crate `formula`'s grammar.
        formula: String,
        /// What it speaks of, in alphabetical order.
        variables: Vec<Variable>,
    },
}

/// A variable of a formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    /// As it is typed.
    pub name: String,
    /// What it stands for.
    pub meaning: String,
}
