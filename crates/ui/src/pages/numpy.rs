//! What of NumPy is here: a page of prose whose list the build writes.

use yew::prelude::*;

use super::list::{fetch_failure, fetching};
use crate::{catalogue, components::Prose};

/// The names that code in this playground can use.
#[component]
pub fn NumpyNames() -> Html {
    let names =
        catalogue::use_fetched("numpy".into(), |slug| async move { catalogue::page(&slug).await });
    html! {
        <div class="page stack">
            { match &names {
                None => fetching(),
                Some(Err(error)) => fetch_failure(error),
                Some(Ok(page)) => html! {
                    <>
                        <h1>{ &page.title }</h1>
                        <Prose html={page.body_html.clone()} />
                    </>
                },
            } }
        </div>
    }
}
