//! The room's first page: the plan for today, then everything there is.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    list::StudyList,
    today::{Today, use_planned},
};
use crate::{
    navigation,
    pages::{fetch_failure, fetching},
};

/// The plan for today and the list.
#[component]
pub fn StudyRoom() -> Html {
    let (planned, change) = use_planned();
    use_effect_with((), |()| navigation::set_title("Study · Warmstart"));
    let body = match planned {
        None => fetching(),
        Some(Err(error)) => fetch_failure(&error),
        Some(Ok(planned)) => {
            let (items, reviews) = (Rc::clone(&planned.items), Rc::clone(&planned.reviews));
            html! {
                <>
                    <Today {planned} {change} />
                    <StudyList {items} {reviews} />
                </>
            }
        }
    };
    html! {
        <div class="page stack study-room">
            <h1>{ "Study" }</h1>
            <p class="muted">{ "Answer aloud before you open anything, then hold what you said against what is written. What you rate comes back on the day it is due." }</p>
            { body }
        </div>
    }
}
