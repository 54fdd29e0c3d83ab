//! The candidate's own side: stories for behavioural questions, projects of a résumé. A record each,
//! kept on this device as it is typed; what follows from them is the crate `study`.

mod drill;
mod list;
mod matrix;
mod of_question;
mod project;
mod questions;
mod resume;
mod row;
mod shelf;
mod stories;
mod story;

use yew::prelude::*;

use crate::navigation::Link;

pub use of_question::OfQuestion;
pub use resume::ResumePage;
pub use stories::StoriesPage;

/// The heading of a page of the room that is about the visitor.
pub fn own_header(title: &str, says: &str) -> Html {
    html! {
        <header class="stack tight">
            <p class="eyebrow"><Link to="study/">{ "Study" }</Link>{ " · kept on this device" }</p>
            <h1>{ title.to_owned() }</h1>
            <p class="muted">{ says.to_owned() }</p>
        </header>
    }
}
