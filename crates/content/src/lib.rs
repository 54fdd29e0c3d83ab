//! What there is to practise: item types, parsing, validation, the index.
//!
//! Runs nothing and draws nothing. With the feature `authoring` (used by `xtask` only) it also reads
//! the folders under `www/content` and turns Markdown and maths into HTML and MathML; without it
//! only the types remain, which is what the page downloads.

pub mod calculator;
pub mod card;
pub mod case;
pub mod drill;
pub mod exercise;
pub mod growth;
pub mod index;
pub mod lab;
pub mod page;
pub mod picture;
pub mod question;
pub mod rubric;
pub mod see;
pub mod syllabus;
pub mod track;

#[cfg(feature = "authoring")]
pub mod authoring;

pub use calculator::{Calculator, Preset};
pub use card::{Answer, Card};
pub use case::{Case, CasePart, Domain};
pub use drill::DrillQuestion;
pub use exercise::{
    DtypeRule, Entry, EntryKind, Exercise, FollowUp, GrowthTarget, Mistake, Order, Size, Slow,
    Solution, Tolerance,
};
pub use growth::{Growth, Log, Term};
pub use index::{Item, Kind, Level};
pub use lab::Lab;
pub use page::Page;
pub use picture::Picture;
pub use question::{Question, QuestionKind};
pub use rubric::{Criterion, Seniority};
pub use see::See;
pub use track::{Part, Track};
