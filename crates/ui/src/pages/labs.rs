//! The list of labs, and the frame of a page around a lab: the widget, then what to read with it.

use content::Kind;
use yew::prelude::*;

use super::list::{ItemList, fetch_failure, fetching};
use crate::{catalogue, components::Prose, progress::use_records};

/// Every lab.
#[component]
pub fn LabList() -> Html {
    let index = catalogue::use_fetched("index".into(), |_| catalogue::index());
    let records = use_records();
    let list = match &index {
        None => fetching(),
        Some(Err(error)) => fetch_failure(error),
        Some(Ok(items)) => {
            let labs = items.iter().filter(|item| matches!(item.kind, Kind::Lab | Kind::Attention));
            let records = records.map(|records| (*records).clone()).unwrap_or_default();
            html! { <ItemList items={labs.cloned().collect::<Vec<_>>()} {records} /> }
        }
    };
    html! {
        <div class="page stack">
            <h1>{ "Labs" }</h1>
            <p class="muted">{ "Models that train on your own processor while you watch. Change one thing, and see why it helps or fails." }</p>
            { list }
        </div>
    }
}

/// Properties of [`LabPage`].
#[derive(Properties, PartialEq)]
pub struct LabPageProps {
    /// Slug of the reading that goes with it: `attention`, or the lab's own.
    pub slug: AttrValue,
    /// The widget.
    pub children: Html,
}

/// A widget with its reading below.
#[component]
pub fn LabPage(props: &LabPageProps) -> Html {
    let slug = if props.slug == "attention" {
        props.slug.clone()
    } else {
        format!("labs/{}", props.slug).into()
    };
    let reading = catalogue::use_fetched(slug, |slug| async move { catalogue::page(&slug).await });
    if let Some(Ok(page)) = &reading {
        crate::navigation::set_title(&format!("{} · Warmstart", page.title));
    }
    html! {
        <>
            { props.children.clone() }
            if let Some(Ok(page)) = &reading {
                <section class="page reading" aria-label="Reading">
                    <Prose html={page.body_html.clone()} />
                </section>
            }
        </>
    }
}
