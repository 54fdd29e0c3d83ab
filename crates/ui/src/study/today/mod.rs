//! Today: what to do and why, what is done, what the next days bring.

mod coverage;
mod days;
mod entries;
mod planned;
mod profile;
mod weeks;

use content::Item;
use study::{
    plan::{Task, What},
    schedule::Rating,
};
use yew::prelude::*;

pub use self::planned::{Planned, use_planned};
use self::{
    days::next_days,
    planned::{Change, is_marked_by_hand},
};
use super::{
    day,
    focus::{Focus, use_focus_at},
    kinds,
    reviews::{self, Reviews},
};
use crate::{
    components::{Button, Callout, Emphasis},
    navigation::Link,
    progress,
};

/// Id of the heading above what is to do and what is done.
const HEADING: &str = "today";

/// Properties of [`Today`].
#[derive(Properties, PartialEq)]
pub struct TodayProps {
    /// The plan.
    pub planned: Planned,
    /// How to change what it is made from.
    pub change: Change,
}

/// The plan for today and the days after it.
#[component]
pub fn Today(props: &TodayProps) -> Html {
    let Planned { said, level, today, done, plan, .. } = &props.planned;
    // Open at first where no date is known. It stays so while it is filled in: the date is not all.
    let is_form_open = use_state_eq(|| said.interview.is_none_or(|day| day < *today));
    let toggle = {
        let is_form_open = is_form_open.clone();
        Callback::from(move |_: MouseEvent| is_form_open.set(!*is_form_open))
    };
    let tasks = props.planned.tasks();
    // What is marked leaves its list: the keyboard goes on at the heading above both.
    let focus = use_focus_at();
    html! {
        <div class="stack" data-testid="today">
            <div class="row spread">
                <p class="num" data-testid="until"><strong>{ said.until(*today) }</strong></p>
                <Button emphasis={Emphasis::Quiet} pressed={Some(*is_form_open)} testid="change-plan" onclick={toggle}>{ "Date and time" }</Button>
            </div>
            if *is_form_open { { profile::form(said, &props.change.said, *today, (*level, &props.change.level)) } }
            if let Err(refused) = plan { <Callout><p>{ refused.to_string() }</p></Callout> }
            <div class="study-today">
                <section class="stack" aria-labelledby={HEADING}>
                    <h2 id={HEADING} class="num" tabindex="-1">{ heading(&tasks, done) }</h2>
                    { overdue(props.planned.overdue()) }
                    <ul class="list" data-testid="tasks">{ for tasks.iter().map(|task| entry(&props.planned, task, &props.change, &focus)) }</ul>
                    if let Some(first) = tasks.iter().find_map(|task| props.planned.item(task)) {
                        <div class="row"><Link to={progress::path(first)} class="button primary">{ "Start" }</Link></div>
                    }
                    { finished(&props.planned, &props.change, &focus) }
                </section>
                <aside class="stack" aria-label="Ahead">
                    { next_days(&props.planned) }
                    { coverage::coverage(&props.planned.coverage) }
                </aside>
            </div>
            { weeks::whole_plan(&props.planned) }
        </div>
    }
}

fn heading(tasks: &[Task], done: &[Item]) -> String {
    let minutes: u32 = tasks.iter().map(|task| u32::from(task.minutes)).sum();
    match (tasks.len(), done.len()) {
        (0, 0) => "Today: nothing is planned".into(),
        (0, _) => "Today is done".into(),
        (count, 0) => format!("Today: {}, {minutes} min", things(count)),
        (count, _) => format!("Today: {} left, {minutes} min", things(count)),
    }
}

fn things(count: usize) -> String {
    if count == 1 { "1 thing".into() } else { format!("{count} things") }
}

fn overdue(count: usize) -> Html {
    match count {
        0 => Html::default(),
        1 => {
            html! { <p class="small num" data-testid="overdue">{ "1 is overdue; it comes first." }</p> }
        }
        _ => {
            html! { <p class="small num" data-testid="overdue">{ format!("{count} are overdue. The plan takes those first that you would forget first.") }</p> }
        }
    }
}

/// One task, with why it is planned.
fn entry(planned: &Planned, task: &Task, change: &Change, focus: &Focus) -> Html {
    let why = planned.why(&task.reason);
    let minutes = format!("{} min", task.minutes);
    let Some(item) = planned.item(task) else {
        let What::Mock(round) = task.what else { return Html::default() };
        let title = format!("Mock round: {}", round.title());
        return html! {
            <li>
                <Link to={format!("interview/#round={}", round.name())} class="item">
                    <span class="done-mark" aria-hidden="true" />
                    <div><h3>{ title }</h3><p>{ why }</p></div>
                    <span class="small num meta">{ minutes }</span>
                </Link>
            </li>
        };
    };
    html! {
        <li key={progress::key(item.kind, &item.slug)} data-testid="task" data-slug={item.slug.clone()}>
            <Link to={progress::path(item)} class="item">
                <span class="done-mark" aria-hidden="true" />
                <div><h3>{ &item.title }</h3><p>{ why }</p></div>
                <span class="small num meta">{ kinds::name(item.kind) }<br />{ minutes }</span>
            </Link>
            { mark(planned, item, change, focus) }
        </li>
    }
}

/// For what nothing else tells that it was done.
fn mark(planned: &Planned, item: &Item, change: &Change, focus: &Focus) -> Html {
    if !is_marked_by_hand(item.kind) {
        return Html::default();
    }
    let marked = |kept: &Reviews| kept.rated(Rating::Good, day::today());
    let onclick = rewrite(planned, item, change, focus, marked);
    let label = format!("{}: done", item.title);
    html! { <Button emphasis={Emphasis::Quiet} class="study-mark" {label} testid="mark-done" {onclick}>{ "Done" }</Button> }
}

/// Writes the ratings of an item otherwise.
fn rewrite(
    planned: &Planned,
    item: &Item,
    change: &Change,
    focus: &Focus,
    next: impl Fn(&Reviews) -> Reviews + 'static,
) -> Callback<MouseEvent> {
    let key = progress::key(item.kind, &item.slug);
    let kept: Reviews = planned.reviews.get(&key).cloned().unwrap_or_default();
    let (item, reload, focus) = (item.clone(), change.reload.clone(), focus.clone());
    Callback::from(move |_| {
        reviews::write(item.kind, &item.slug, &next(&kept));
        reload.emit(());
        focus.at(HEADING);
    })
}

fn finished(planned: &Planned, change: &Change, focus: &Focus) -> Html {
    let done = &planned.done;
    if done.is_empty() {
        return Html::default();
    }
    let minutes: u32 = done.iter().map(|item| u32::from(item.minutes)).sum();
    let line = |item: &Item| {
        let undone = |kept: &Reviews| kept.undone(day::today());
        let label = format!("Not done: {}", item.title);
        let onclick = rewrite(planned, item, change, focus, undone);
        html! {
            <li key={progress::key(item.kind, &item.slug)}>
                <Link to={progress::path(item)}>{ &item.title }</Link>
                if is_marked_by_hand(item.kind) {
                    <Button emphasis={Emphasis::Quiet} class="lab-small" {label} testid="mark-undone" {onclick}>{ "Undo" }</Button>
                }
            </li>
        }
    };
    html! {
        <div class="stack tight" data-testid="done-today">
            <h3 class="num">{ format!("Done today: {}, {minutes} min", things(done.len())) }</h3>
            <ul>{ for done.iter().map(line) }</ul>
        </div>
    }
}

/// What comes next in the plan of today, other than `slug`.
pub fn after<'a>(planned: &'a Planned, slug: &str) -> Option<(&'a Item, String)> {
    let tasks = planned.tasks();
    let next = tasks.iter().filter_map(|task| Some((planned.item(task)?, task)));
    let mut others = next.filter(|(item, _)| item.slug != slug);
    others.next().map(|(item, task)| (item, planned.why(&task.reason)))
}
