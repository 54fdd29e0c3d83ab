//! The study room: the plan for today and the list of everything, and a page for each theory card,
//! system-design case and behavioural question.
//!
//! When something is due and how an answer is scored is the crate `study`; here it is asked, shown
//! and kept. What was rated is in the store `study` ([`reviews`]), what was typed and ticked with
//! everything else that was typed ([`words`]).

mod card;
mod case;
pub(crate) mod day;
pub(crate) mod focus;
mod history;
mod item;
mod keys;
mod kinds;
pub(crate) mod level;
mod list;
mod next;
mod own;
pub(crate) mod parts;
mod question;
mod rate;
mod recording;
pub(crate) mod reviews;
mod room;
pub(crate) mod rubric;
mod timer;
mod today;
mod words;

use yew::prelude::*;

pub use history::HistoryPage;
pub use item::{StudyItem, StudyItemProps};
pub use own::{ResumePage, StoriesPage};
pub use room::StudyRoom;

/// Text within a line, made from Markdown at build time: trusted, as all of the content crate's is.
pub(crate) fn inline(html: &str) -> Html {
    Html::from_html_unchecked(html.to_owned().into())
}
