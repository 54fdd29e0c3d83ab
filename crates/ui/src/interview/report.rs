//! A report: points by round, what was strong and weak, what to practise next, notes. To print, to
//! take away, to delete.

use study::interview::{NextItem, Report, RoundReport, TaskReport, TopicShare};
use yew::prelude::*;

use super::{
    HEADING,
    confirm::Confirm,
    focus_on,
    place::Place,
    reports::{key, use_report},
    words,
};
use crate::{
    components::{Button, Emphasis},
    navigation::Link,
    pages::{capitalised, fetching},
    progress, save,
    storage::{Storage, Store},
};

/// Topics of a list that are in sight; a saved report has them all.
const TOPICS_SHOWN: usize = 8;

/// Properties of [`ReportPage`].
#[derive(Properties, PartialEq)]
pub struct ReportPageProps {
    /// End of its key.
    pub id: String,
    /// Whether one comes from another page of the room.
    pub is_arrival: bool,
    /// Goes elsewhere in the room.
    pub go: Callback<Place>,
}

/// A kept report.
#[component]
pub fn ReportPage(props: &ReportPageProps) -> Html {
    let report = use_report(&props.id);
    {
        let is_arrival = props.is_arrival;
        use_effect_with(report.is_some(), move |is_read| {
            if *is_read && is_arrival {
                focus_on(HEADING);
            }
        });
    }
    let another = props.go.reform(|_: MouseEvent| Place::Loop);
    match report.as_deref() {
        None => fetching(),
        Some(None) => html! {
            <>
                <h1 id={HEADING} tabindex="-1">{ "There is no such report on this device" }</h1>
                <div class="row"><Button testid="another" onclick={another}>{ "Go to the interview room" }</Button></div>
            </>
        },
        Some(Some(report)) => {
            let on_delete = {
                let (id, go) = (props.id.clone(), props.go.clone());
                Callback::from(move |()| {
                    Storage::shared().delete(Store::Code, &key(&id));
                    go.emit(Place::Loop);
                })
            };
            html! {
                <>
                    <header class="stack tight">
                        <p class="eyebrow num">{ words::about(report) }</p>
                        <h1 id={HEADING} tabindex="-1">{ words::title(report) }</h1>
                    </header>
                    <div class="row no-print">
                        <Button emphasis={Emphasis::Primary} testid="another" onclick={another}>{ "Start another" }</Button>
                        { print_button() }
                        { save_buttons(report, &props.id) }
                        <Confirm verb="Delete" what="this report" refuge={HEADING} on_confirm={on_delete} />
                    </div>
                    { shown(report) }
                </>
            }
        }
    }
}

/// Opens the browser's own dialogue.
pub fn print_button() -> Html {
    let onclick = Callback::from(|_: MouseEvent| {
        // A browser that cannot print leaves the page as it is.
        let _ = gloo::utils::window().print();
    });
    html! { <Button testid="print" {onclick}>{ "Print" }</Button> }
}

fn save_buttons(report: &Report, id: &str) -> Html {
    let name = format!("warmstart-interview-{id}");
    let markdown = {
        let (report, name) = (report.clone(), format!("{name}.md"));
        Callback::from(move |_: MouseEvent| {
            save::save_text(&name, "text/markdown", &report.to_markdown());
        })
    };
    let json = {
        let (report, name) = (report.clone(), format!("{name}.json"));
        Callback::from(move |_: MouseEvent| {
            save::save_text(&name, "application/json", &report.to_json());
        })
    };
    html! {
        <>
            <Button testid="save-markdown" onclick={markdown}>{ "Save as Markdown" }</Button>
            <Button testid="save-json" onclick={json}>{ "Save as JSON" }</Button>
        </>
    }
}

fn shown(report: &Report) -> Html {
    let rated = report.ratings.len();
    html! {
        <article class="stack interview-report" data-testid="report">
            { rounds(report) }
            <div class="interview-topics">
                { topics("Strengths", &report.strengths, "No topic reached three quarters of its points yet.") }
                { topics("Weak spots", &report.weak, "No topic stayed below six tenths of its points.") }
            </div>
            { next(&report.next) }
            <p class="small num" data-testid="fed">{ fed(rated) }</p>
            { for report.rounds.iter().enumerate().map(detail) }
        </article>
    }
}

/// What the schedule has heard.
fn fed(rated: usize) -> String {
    match rated {
        0 => "Nothing was scored, so nothing went to your schedule.".into(),
        1 => "The score of 1 item counts as a review in the study room.".into(),
        count => format!("The scores of {count} items count as reviews in the study room."),
    }
}

fn rounds(report: &Report) -> Html {
    let row = |(place, round): (usize, &RoundReport)| {
        let (value, max) = (round.score.points, round.score.possible.max(1));
        html! {
            <tr key={place}>
                <th scope="row">{ round.round.title() }</th>
                <td class="interview-share"><progress value={value.to_string()} max={max.to_string()} aria-hidden="true" /></td>
                <td>{ words::points(round.score) }</td>
                <td>{ words::time(round) }</td>
            </tr>
        }
    };
    html! {
        <div class="wide" tabindex="0" role="region" aria-label="Points by round">
            <table class="num" data-testid="rounds">
                <caption>{ format!("All together: {}", words::points(report.total)) }</caption>
                <thead><tr><th scope="col">{ "Round" }</th><td class="interview-share" /><th scope="col">{ "Points" }</th><th scope="col">{ "Time" }</th></tr></thead>
                <tbody>{ for report.rounds.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

fn topics(heading: &'static str, topics: &[TopicShare], none: &'static str) -> Html {
    let line = |it: &TopicShare| html! { <li>{ format!("{}: {} %", capitalised(&it.topic), (it.share * 100.0).round()) }</li> };
    html! {
        <section class="stack tight">
            <h2 class="study-part">{ heading }</h2>
            if topics.is_empty() {
                <p class="small">{ none }</p>
            } else {
                <ul class="num">{ for topics.iter().take(TOPICS_SHOWN).map(line) }</ul>
            }
            if topics.len() > TOPICS_SHOWN { <p class="small num">{ format!("and {} more", topics.len() - TOPICS_SHOWN) }</p> }
        </section>
    }
}

fn next(items: &[NextItem]) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let line = |it: &NextItem| {
        html! { <li><Link to={progress::path_of(it.item.kind, &it.item.slug)}>{ it.title.clone() }</Link><span class="small">{ format!(" for {}", it.topic) }</span></li> }
    };
    html! {
        <section class="stack tight" data-testid="next">
            <h2 class="study-part">{ "Practise next" }</h2>
            <ul>{ for items.iter().map(line) }</ul>
        </section>
    }
}

/// One round: its items with what was missing and written, and its notes.
fn detail((place, round): (usize, &RoundReport)) -> Html {
    html! {
        <section key={place} class="stack tight interview-detail" data-testid="detail">
            <h2 class="study-part">{ round.round.title() }</h2>
            <ul class="num">{ for round.tasks.iter().map(item) }</ul>
            if !round.notes.trim().is_empty() {
                <h3>{ "Notes" }</h3>
                <p class="interview-own">{ round.notes.clone() }</p>
            }
        </section>
    }
}

fn item(task: &TaskReport) -> Html {
    let path = progress::path_of(task.item.kind, &task.item.slug);
    let score = task.score.map_or_else(|| "not scored".to_owned(), words::points);
    html! {
        <li>
            <Link to={path}>{ task.title.clone() }</Link>{ format!(" · {score}") }
            if !task.missed.is_empty() {
                <ul class="small">{ for task.missed.iter().map(|it| html! { <li>{ format!("Missing: {it}") }</li> }) }</ul>
            }
            if !task.answer.trim().is_empty() { <p class="interview-own">{ task.answer.clone() }</p> }
        </li>
    }
}
