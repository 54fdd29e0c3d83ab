//! Pictures of one's own practice: what was rated when, how fast it is forgotten, how much of each
//! topic is there. What they show is worked out by the crate `study`.

mod items;

use std::rc::Rc;

use figures::{Panel, format::plural};
use study::{
    Day,
    history::{begun, forgetting, ratings, topics},
    plan::TopicCoverage,
    schedule::{Memory, Rating},
};
use yew::prelude::*;

use super::{
    day,
    own::own_header,
    reviews::{AllReviews, Memories, memories},
    today::{Planned, use_planned},
};
use crate::{
    figure::{FigureView, Take},
    navigation::{self, Link},
    pages::{fetch_failure, fetching},
    surroundings::use_colour_theme,
};

/// The page.
#[component]
pub fn HistoryPage() -> Html {
    use_effect_with((), |()| navigation::set_title("Your history · Warmstart"));
    let (planned, _) = use_planned();
    let body = match planned {
        None => fetching(),
        Some(Err(error)) => fetch_failure(&error),
        Some(Ok(planned)) => html! { <Pictures {planned} /> },
    };
    html! {
        <div class="page stack study own-page">
            { own_header("Your history", "What you rated, how fast it is forgotten from today on, and which topics are the weakest.") }
            { body }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PicturesProps {
    planned: Planned,
}

#[component]
fn Pictures(props: &PicturesProps) -> Html {
    let Planned { items, reviews, coverage, today, .. } = &props.planned;
    let today = *today;
    let known = use_memo((Rc::clone(reviews), today), |(all, _)| memories(all));
    let panels = use_memo((Rc::clone(reviews), Rc::clone(coverage), today), |_| {
        panels(reviews, &known, coverage, today)
    });
    if panels.is_empty() {
        return html! {
            <div class="empty stack tight">
                <p>{ "Nothing to draw yet. Rate a card, a case or a question after you have answered it, and the pictures begin here." }</p>
                <p><Link to="study/">{ "What is planned for today" }</Link></p>
            </div>
        };
    }
    let list = (!known.is_empty()).then(|| items::list(items, &known, today));
    let untouched = untouched(coverage);
    html! {
        <>
            { for panels.iter().map(|panel| html! {
                <>
                    <Shown key={panel.id.clone()} panel={Rc::clone(panel)} />
                    if panel.id == "forgetting" { { list.clone().unwrap_or_default() } }
                    if panel.id == "topics" && !untouched.is_empty() { <p class="small" data-testid="untouched">{ &untouched }</p> }
                </>
            }) }
        </>
    }
}

/// The pictures for which there is something to draw.
fn panels(
    reviews: &AllReviews,
    known: &Memories,
    coverage: &[TopicCoverage],
    today: Day,
) -> Vec<Rc<Panel>> {
    let rated: Vec<(Day, Rating)> =
        reviews.values().flat_map(|it| &it.reviews).map(|it| (it.day, it.rating)).collect();
    let known: Vec<Memory> = known.values().copied().collect();
    let mut panels = Vec::new();
    if !rated.is_empty() {
        panels.push(ratings(&rated, today, day::date));
        panels.push(forgetting(&known, today));
    }
    if !begun(coverage).is_empty() {
        panels.push(topics(coverage));
    }
    panels.into_iter().map(Rc::new).collect()
}

/// The topics that were not begun, in a sentence; empty if all were.
fn untouched(coverage: &[TopicCoverage]) -> String {
    let names: Vec<&str> =
        coverage.iter().filter(|it| it.seen == 0).map(|it| it.topic.as_str()).collect();
    match names.len() {
        0 => String::new(),
        count => format!("Not begun: {}: {}.", plural(count, "topic"), names.join(", ")),
    }
}

#[derive(Properties)]
struct ShownProps {
    panel: Rc<Panel>,
}

/// By identity: comparing what is drawn would take as long as laying it out.
impl PartialEq for ShownProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.panel, &other.panel)
    }
}

/// A picture with its sentence, its table and its files.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let theme = use_colour_theme();
    let panel = &props.panel;
    html! {
        <div class="panel pad stack tight own-picture" data-testid={panel.id.clone()}>
            <FigureView panel={Rc::clone(panel)} {theme} />
            <p class="small num" aria-hidden="true">{ &panel.says }</p>
            <Take panel={(**panel).clone()} {theme} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{super::reviews::Reviews, *};

    #[test]
    fn only_what_was_begun_is_drawn() {
        let topic = |topic: &str, seen| TopicCoverage {
            topic: topic.into(),
            items: 3,
            seen,
            known: 0,
            mean_recall: None,
        };
        let coverage = [topic("vision", 0), topic("audio", 0)];
        let none = AllReviews::new();
        assert!(panels(&none, &memories(&none), &coverage, 100).is_empty());
        assert_eq!(untouched(&coverage), "Not begun: 2 topics: vision, audio.");
        let rated = Reviews::default().rated(Rating::Good, 99);
        let all = AllReviews::from([("card/a".to_owned(), rated)]);
        let coverage = [topic("vision", 1)];
        let drawn = panels(&all, &memories(&all), &coverage, 100);
        let ids: Vec<&str> = drawn.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["ratings", "forgetting", "topics"]);
        assert_eq!(untouched(&coverage), "");
    }
}
