//! Single items below the forgetting curve: what would be forgotten first, in numbers.

use content::Item;
use study::{Day, schedule::Memory};
use yew::prelude::*;

use super::super::{day, reviews::Memories};
use crate::{navigation::Link, progress};

/// Days from today for which recall is told.
const DAYS: [(Day, &str); 3] = [(0, "today"), (7, "in a week"), (42, "in six weeks")];

/// What is remembered, the least recalled first, behind a summary.
pub fn list(items: &[Item], known: &Memories, today: Day) -> Html {
    let rows = weakest(items, known, today);
    let row = |(item, memory): &(&Item, &Memory)| {
        let recall = |(days, _): (Day, &str)| percent(memory.recall(today + days));
        html! {
            <tr key={progress::key(item.kind, &item.slug)}>
                <th scope="row"><Link to={progress::path(item)}>{ &item.title }</Link></th>
                { for DAYS.map(|it| html! { <td>{ recall(it) }</td> }) }
                <td>{ day::from_today(memory.due, today) }</td>
            </tr>
        }
    };
    html! {
        <details class="follow-up" data-testid="single-items">
            <summary class="num">{ format!("One by one: {} that you rated, the weakest first", rows.len()) }</summary>
            <div class="wide" tabindex="0" role="region" aria-label="Recall of single items">
                <table class="num own-items">
                    <thead><tr><th scope="col">{ "What" }</th>{ for DAYS.map(|(_, name)| html! { <th scope="col">{ name }</th> }) }<th scope="col">{ "due" }</th></tr></thead>
                    <tbody>{ for rows.iter().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}

/// Items with what is remembered of them; what is no longer on the site is left out.
fn weakest<'a>(items: &'a [Item], known: &'a Memories, today: Day) -> Vec<(&'a Item, &'a Memory)> {
    let with = |item: &'a Item| Some((item, known.get(&progress::key(item.kind, &item.slug))?));
    let mut rows: Vec<(&Item, &Memory)> = items.iter().filter_map(with).collect();
    rows.sort_by(|a, b| a.1.recall(today).total_cmp(&b.1.recall(today)));
    rows
}

fn percent(share: f32) -> String {
    format!("{} %", (share * 100.0).round())
}
