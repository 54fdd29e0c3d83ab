//! Every card, case and question, with search and filters.

mod controls;
mod filter;
mod take;

use std::rc::Rc;

use content::{Item, Kind};
use figures::format::plural;
use study::Day;
use yew::prelude::*;

use self::{
    controls::{clear_button, controls},
    filter::{Filter, standing_of},
    take::Take,
};
use super::{
    day, kinds,
    reviews::{AllReviews, Memories, Standing, memories},
};
use crate::{
    address::use_fragment,
    components::Button,
    navigation::Link,
    pages::{level_name, sorted},
    progress,
};

/// Properties of [`StudyList`].
#[derive(Properties, PartialEq)]
pub struct StudyListProps {
    /// Everything there is on the site.
    pub items: Rc<Vec<Item>>,
    /// What was rated.
    pub reviews: Rc<AllReviews>,
}

/// Items that are shown before more are asked for: each row is drawn anew at every letter of a search.
const SHOWN: usize = 40;

/// The list.
#[component]
pub fn StudyList(props: &StudyListProps) -> Html {
    let (filter, change) = use_fragment(Filter::parse, Filter::fragment);
    let known = use_memo(Rc::clone(&props.reviews), |all| memories(all));
    let known = &*known;
    let today = day::today();
    let all: Vec<&Item> =
        props.items.iter().filter(|item| kinds::KINDS.contains(&item.kind)).collect();
    let shown: Vec<&Item> =
        all.iter().filter(|item| filter.takes(item, known, today)).copied().collect();
    let key = |item: &Item| (item.kind as usize, item.level, item.minutes);
    let is_whole = use_state_eq(|| false);
    let show_all = {
        let is_whole = is_whole.clone();
        Callback::from(move |_: MouseEvent| is_whole.set(true))
    };
    let most = if *is_whole { usize::MAX } else { SHOWN };
    let shown = sorted(&shown, |a, b| key(a).cmp(&key(b)).then(a.title.cmp(&b.title)));
    html! {
        <section class="stack" aria-labelledby="everything">
            <h2 id="everything">{ "Everything" }</h2>
            { controls(&all, &filter, &change) }
            <div class="row spread">
                <p class="small num" role="status" data-testid="count">{ counted(&shown, &all, known, today) }</p>
                { clear_button(&filter, &change) }
            </div>
            if shown.is_empty() {
                <div class="empty"><p>{ "Nothing fits these filters." }</p></div>
            }
            <ul class="list">{ for shown.iter().take(most).map(|item| entry(item, known, today)) }</ul>
            if shown.len() > most {
                <div class="row"><Button testid="show-all" onclick={show_all}>{ format!("Show all {}", shown.len()) }</Button></div>
            }
            <Take items={Rc::new(shown.into_iter().cloned().collect::<Vec<_>>())} />
        </section>
    }
}

fn entry(item: &Item, known: &Memories, today: Day) -> Html {
    let standing = standing_of(item, known, today);
    let (class, mark) = match standing {
        Standing::New => (None, ""),
        Standing::Learning => (Some("done"), "✓"),
        Standing::Due => (Some("begun"), ""),
    };
    let words = words(item, known, today);
    html! {
        <li key={item.slug.clone()}>
            <Link to={progress::path(item)} class={classes!("item", class)}>
                <span class="done-mark" aria-hidden="true">{ mark }</span>
                <div>
                    <h3>{ &item.title }</h3>
                    <p>{ &item.summary }</p>
                    if !words.is_empty() { <p class="small num">{ words }</p> }
                </div>
                <span class="small num meta">{ kinds::name(item.kind) }<br />{ level_name(item.level) }<br />{ format!("{} min", item.minutes) }</span>
            </Link>
        </li>
    }
}

/// How an item stands, in words; empty for one that is new.
fn words(item: &Item, known: &Memories, today: Day) -> String {
    let Some(memory) = known.get(&progress::key(item.kind, &item.slug)) else {
        return String::new();
    };
    let recall = (memory.recall(today) * 100.0).round();
    let due = match memory.due.cmp(&today) {
        std::cmp::Ordering::Greater => format!("comes back {}", day::from_today(memory.due, today)),
        std::cmp::Ordering::Equal => "due today".into(),
        std::cmp::Ordering::Less => {
            format!("due for {}", plural(today.abs_diff(memory.due) as usize, "day"))
        }
    };
    format!("{due}; you would know it with {recall} % now")
}

/// `12 of 96: 8 cards, 4 questions; 2 due`.
fn counted(shown: &[&Item], all: &[&Item], known: &Memories, today: Day) -> String {
    let by_kind: Vec<String> = kinds::KINDS
        .into_iter()
        .map(|kind: Kind| (kind, shown.iter().filter(|item| item.kind == kind).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| kinds::counted(kind, count))
        .collect();
    let standing = |wanted: Standing| {
        shown.iter().filter(|item| standing_of(item, known, today) == wanted).count()
    };
    let (due, learning) = (standing(Standing::Due), standing(Standing::Learning));
    let of = if shown.len() == all.len() { String::new() } else { format!(" of {}", all.len()) };
    let kinds =
        if by_kind.is_empty() { String::new() } else { format!(": {}", by_kind.join(", ")) };
    format!("{}{of}{kinds}; {due} due, {learning} learning", shown.len())
}
