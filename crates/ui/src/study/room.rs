//! The room's first page: the plan for today, then everything there is.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{
    list::StudyList,
    today::{Today, use_planned},
};
use crate::{
    navigation::{self, Link},
    pages::{fetch_failure, fetching},
};

/// The plan for today and the list.
#[component]
pub fn StudyRoom() -> Html {
    let (planned, change) = use_planned();
    use_effect_with((), |()| navigation::set_title("Study · Warmstart"));
    // The plan is drawn first and the list in a turn of its own, so that neither holds the page.
    let has_list = use_state_eq(|| false);
    {
        let setter = has_list.setter();
        use_effect_with(planned.is_some(), move |is_planned| {
            let timer = is_planned.then(|| Timeout::new(0, move || setter.set(true)));
            move || drop(timer)
        });
    }
    let body = match planned {
        None => fetching(),
        Some(Err(error)) => fetch_failure(&error),
        Some(Ok(planned)) => {
            let (items, reviews) = (Rc::clone(&planned.items), Rc::clone(&planned.reviews));
            html! {
                <>
                    <Today {planned} {change} />
                    if *has_list { <StudyList {items} {reviews} /> }
                </>
            }
        }
    };
    html! {
        <div class="page stack study-room">
            <h1>{ "Study" }</h1>
            <p class="muted">{ "Answer aloud before you open anything, then hold what you said against what is written. What you rate comes back on the day it is due." }</p>
            <nav class="row own-rooms" aria-label="Your own side">
                <Link to="study/stories/">{ "Your stories" }</Link>
                <Link to="study/resume/">{ "Your résumé, drilled" }</Link>
                <Link to="study/history/">{ "Your history, as pictures" }</Link>
            </nav>
            { body }
        </div>
    }
}
