//! The interview room: a mock loop of timed rounds, scored by oneself, with a report that is kept.
//!
//! What a loop is and what can be done when is `study::interview`; here it is chosen, shown and kept.
//! The loop in progress is one record ([`keep`]), each report another ([`reports`]), beside what else
//! was typed. What stands behind the `#` says which page of the room is open ([`place`]).

mod answer;
mod ask;
mod bar;
mod choice;
mod confirm;
mod finish;
mod keep;
mod marks;
mod place;
mod pool;
mod ready;
mod report;
mod reports;
mod room;
mod round;
mod score;
mod setup;
mod sheet;
mod words;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

pub use room::InterviewRoom;

/// Id of the heading of each page of the room: it has the focus when another one comes.
const HEADING: &str = "interview-heading";

/// Puts the focus on a heading, when what was pressed is gone.
fn focus_on(id: &str) {
    let heading = gloo::utils::document().get_element_by_id(id);
    if let Some(heading) = heading.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // A heading that cannot take the focus is still in sight.
        let _ = heading.focus();
    }
}
