//! The room's first page: the plan for today, then everything there is.

use std::rc::Rc;

use yew::prelude::*;

use super::{list::StudyList, reviews::use_all_reviews};
use crate::{
    catalogue, navigation,
    pages::{fetch_failure, fetching},
};

/// The plan for today and the list.
#[component]
pub fn StudyRoom() -> Html {
    let index = catalogue::use_fetched("index".into(), |_| catalogue::index());
    let reviews = use_all_reviews();
    use_effect_with((), |()| navigation::set_title("Study · Warmstart"));
    let body = match (index, reviews) {
        (Some(Err(error)), _) => fetch_failure(&error),
        (Some(Ok(items)), Some(reviews)) => html! {
            <StudyList items={Rc::clone(&items)} {reviews} />
        },
        _ => fetching(),
    };
    html! {
        <div class="page stack study-room">
            <h1>{ "Study" }</h1>
            <p class="muted">{ "Answer aloud before you open anything, then hold what you said against what is written. What you rate comes back on the day it is due." }</p>
            { body }
        </div>
    }
}
