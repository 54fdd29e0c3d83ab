//! Before a round: how long it takes, the sheet for somebody who asks, where in the loop one is.

use std::rc::Rc;

use figures::format::plural;
use study::{
    interview::{Action, RoundRun, Session, Sheet},
    rubric::Score,
};
use yew::prelude::*;

use super::{HEADING, confirm::Confirm, words};
use crate::{components::Button, site::Site};

/// Properties of [`Ready`].
#[derive(Properties, PartialEq)]
pub struct ReadyProps {
    /// The loop.
    pub session: Rc<Session>,
    /// Ends the loop here.
    pub on_end: Callback<Action>,
    /// Throws it away.
    pub on_leave: Callback<()>,
}

/// What stands before a round.
#[component]
pub fn Ready(props: &ReadyProps) -> Html {
    let session = &props.session;
    let Some(round) = session.round() else { return Html::default() };
    let has_more = session.rounds.len() > 1;
    html! {
        <>
            <p class="num">{ format!("{} minutes, {}. What is asked opens when the clock starts; answers stay closed until the round is over.", round.minutes, plural(round.tasks.len(), "item")) }</p>
            { conducted(session) }
            if has_more {
                <section class="stack tight" aria-labelledby="rounds">
                    <h2 class="study-part" id="rounds">{ "The loop" }</h2>
                    <ol class="interview-rounds num">{ for session.rounds.iter().enumerate().map(|(place, round)| line(session, place, round)) }</ol>
                </section>
            }
            <div class="row">
                if session.at > 0 {
                    <Button testid="end-loop" onclick={props.on_end.reform(|_: MouseEvent| Action::Finish)}>{ "End the loop here" }</Button>
                }
                <Confirm verb="Throw away" what="this loop" refuge={HEADING} on_confirm={props.on_leave.clone()} />
            </div>
        </>
    }
}

/// For a round that somebody else conducts.
fn conducted(session: &Session) -> Html {
    let Some(sheet) = Sheet::of(session) else { return Html::default() };
    let href = Site::current().link(&format!("interview/#{}", sheet.to_fragment()));
    html! {
        <section class="panel pad stack tight" aria-labelledby="friend">
            <h2 class="study-part" id="friend">{ "Somebody asks you?" }</h2>
            <p>{ "The interviewer's sheet has the items with answers, follow-up questions and rubric: for a second screen, another device, or paper. Do not look at it yourself." }</p>
            <div class="row">
                <a class="button" {href} target="_blank" rel="noopener" data-testid="sheet-link">{ "Open the interviewer's sheet" }<span class="aside-text">{ " (in a new tab)" }</span></a>
            </div>
        </section>
    }
}

/// A round of the loop, with what came of it.
fn line(session: &Session, place: usize, round: &RoundRun) -> Html {
    let scores = round.tasks.iter().filter_map(|task| task.marked.as_ref());
    let score = scores.fold(Score::default(), |sum, marked| sum.plus(marked.score));
    let said = match place {
        _ if round.is_over => words::points(score),
        place if place == session.at => "now".into(),
        _ => format!("{} min", round.minutes),
    };
    html! {
        <li key={place} aria-current={(place == session.at).then_some("step")}>
            { round.round.title() }<span class="small">{ format!(" · {said}") }</span>
        </li>
    }
}
