//! Right after a round: each item's answer to open, and what one's own answer was worth.

use std::rc::Rc;

use content::{Item, Seniority};
use study::interview::{Action, Candidate, Marks, Session, Task};
use yew::prelude::*;

use super::{
    HEADING,
    answer::{answer, criteria, follow_ups},
    ask::{prompt, use_whole},
    confirm::Confirm,
    marks::{boxes, judgement},
    pool::find,
    round::notes,
};
use crate::pages::fetching;

/// Properties of [`Scoring`].
#[derive(Properties, PartialEq)]
pub struct ScoringProps {
    /// The loop.
    pub session: Rc<Session>,
    /// Where the items' lines are.
    pub pool: Rc<Vec<Candidate>>,
    /// Does something in it.
    pub act: Callback<Action>,
    /// Ends the loop here.
    pub on_end: Callback<Action>,
}

/// The round that is over.
#[component]
pub fn Scoring(props: &ScoringProps) -> Html {
    let ScoringProps { session, pool, act, on_end } = props;
    let Some(round) = session.round() else { return Html::default() };
    let level = session.setup.seniority;
    let scored = |(place, task): (usize, &Task)| {
        let item = find(pool, &task.item).cloned();
        let on_mark = act.reform(move |marks: Marks| Action::Mark { task: place, marks });
        html! { <Scored key={place} {place} task={task.clone()} {item} {level} {on_mark} /> }
    };
    let marked = round.tasks.iter().filter(|it| it.marked.is_some()).count();
    let is_last = session.at + 1 == session.rounds.len();
    html! {
        <div class="interview-round">
            <div class="stack interview-items">
                <p class="num" data-testid="marked">{ format!("{marked} of {} scored. Open an answer, hold yours against it, and be strict: the points decide what you practise next.", round.tasks.len()) }</p>
                { for round.tasks.iter().enumerate().map(scored) }
                if !is_last {
                    <div class="row">
                        <Confirm verb="End the loop here" what="see the report" sure="End the loop" refuge={HEADING} testid="end-loop" on_confirm={on_end.reform(|()| Action::Finish)} />
                    </div>
                }
            </div>
            { notes(round, act) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ScoredProps {
    place: usize,
    task: Task,
    item: Option<Item>,
    level: Seniority,
    on_mark: Callback<Marks>,
}

/// An item with its answer.
#[component]
fn Scored(props: &ScoredProps) -> Html {
    let ScoredProps { place, task, item, level, on_mark } = props;
    let whole = use_whole(item.as_ref());
    let id = format!("task-{place}");
    let marked = task.marked.as_ref();
    let judged = || judgement(&format!("judgement-{place}"), marked, on_mark);
    let body = match &whole {
        None => fetching(),
        Some(Err(_)) => html! { <>{ prompt(&whole) }{ judged() }</> },
        Some(Ok(whole)) => {
            let rubric = criteria(whole);
            html! {
                <>
                    <Opened whole={(**whole).clone()} />
                    if rubric.is_empty() {
                        { judged() }
                    } else {
                        { boxes(rubric, marked, *level, on_mark) }
                    }
                </>
            }
        }
    };
    html! {
        <section class="panel pad stack interview-task" aria-labelledby={id.clone()} data-testid="scored" data-slug={task.item.slug.clone()}>
            <h2 class="study-part" {id}>{ format!("{}. {}", place + 1, task.title) }</h2>
            if !task.answer.trim().is_empty() {
                <div class="stack tight">
                    <p class="small">{ "What you wrote" }</p>
                    <p class="interview-own">{ task.answer.clone() }</p>
                </div>
            }
            { body }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OpenedProps {
    whole: crate::catalogue::Whole,
}

/// The answer behind its summary, drawn when it is first opened.
#[component]
fn Opened(props: &OpenedProps) -> Html {
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: Event| is_open.set(true))
    };
    html! {
        <details class="follow-up" data-testid="answer" {ontoggle}>
            <summary>{ "The answer" }</summary>
            if *is_open {
                <div class="stack interview-answer">{ answer(&props.whole) }{ follow_ups(&props.whole) }</div>
            }
        </details>
    }
}
