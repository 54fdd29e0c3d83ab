//! The snippet builder: choose a widget, see it as it will be, copy the tag.

use content::{Item, Kind};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::list::{fetch_failure, fetching};
use crate::{
    catalogue,
    components::{Button, Emphasis, Prose, Segment, SelectField},
    progress, script,
    site::Site,
};

/// Parts that can be hidden, with their words.
const PARTS: [(&str, &str); 6] = [
    ("header", "Heading"),
    ("controls", "Settings"),
    ("share", "Share links"),
    ("help", "Hints and solutions"),
    ("diagnosis", "A lab's diagnosis"),
    ("chart", "A lab's curves"),
];

#[derive(Clone, PartialEq)]
struct Snippet {
    item: String,
    theme: String,
    loading: String,
    hide: Vec<&'static str>,
}

impl Snippet {
    fn text(&self, script: &str) -> String {
        let hide = match self.hide.join(",") {
            parts if parts.is_empty() => String::new(),
            parts => format!(" hide=\"{parts}\""),
        };
        format!(
            "<script type=\"module\" src=\"{script}\"></script>\n\
             <warm-start item=\"{}\" theme=\"{}\" loading=\"{}\"{hide}>\n  \
             <p>Text shown without JavaScript, and in feeds.</p>\n</warm-start>",
            self.item, self.theme, self.loading
        )
    }
}

/// The page for authors.
#[component]
pub fn EmbedPage() -> Html {
    let index = catalogue::use_fetched("index".into(), |_| catalogue::index());
    let guide =
        catalogue::use_fetched("embed".into(), |slug| async move { catalogue::page(&slug).await });
    let builder = match &index {
        None => fetching(),
        Some(Err(error)) => fetch_failure(error),
        Some(Ok(items)) => html! { <Builder items={(**items).clone()} /> },
    };
    html! {
        <div class="page">
            <div class="stack tight">
                <h1>{ "Put a widget into your post" }</h1>
                <p class="muted">{ "Two lines of HTML. Your readers train the model or run the code inside your page; nothing they do is sent anywhere, not to you and not to this site." }</p>
            </div>
            { builder }
            if let Some(Ok(page)) = &guide {
                <section aria-label="Guide"><Prose html={page.body_html.clone()} /></section>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct BuilderProps {
    items: Vec<Item>,
}

#[component]
fn Builder(props: &BuilderProps) -> Html {
    let choices = choices(&props.items);
    let snippet = use_state_eq(|| Snippet {
        item: choices.first().map(|(item, _)| item.to_string()).unwrap_or_default(),
        theme: "auto".into(),
        loading: "lazy".into(),
        hide: Vec::new(),
    });
    let address = Site::current().asset_in_place("embed/v1/warm-start.js");
    let text = snippet.text(&address);
    html! {
        <div class="builder">
            <section class="stack" aria-label="Snippet">
                { controls(&snippet, choices) }
                <pre class="snippet" tabindex="0" aria-label="HTML to paste"><code>{ text.clone() }</code></pre>
                <CopyButton {text} />
            </section>
            <section class="stack tight" aria-label="Preview">
                <h2 class="small">{ "As your readers will see it" }</h2>
                <Preview snippet={(*snippet).clone()} {address} />
            </section>
        </div>
    }
}

fn choices(items: &[Item]) -> Vec<(AttrValue, AttrValue)> {
    let embeddable = items
        .iter()
        .filter(|item| matches!(item.kind, Kind::Exercise | Kind::Lab | Kind::Attention));
    embeddable
        .map(|item| {
            let path = progress::path(item).trim_end_matches('/').to_owned();
            (path.into(), item.title.clone().into())
        })
        .collect()
}

fn controls(snippet: &UseStateHandle<Snippet>, items: Vec<(AttrValue, AttrValue)>) -> Html {
    let change = |apply: fn(&mut Snippet, String)| {
        let snippet = snippet.clone();
        Callback::from(move |value| {
            let mut next = (*snippet).clone();
            apply(&mut next, value);
            snippet.set(next);
        })
    };
    let choice = |value: &'static str, words: &'static str| (value.into(), words.into());
    html! {
        <>
            <SelectField label="Widget" value={snippet.item.clone()} options={items}
                onchange={change(|snippet, value| snippet.item = value)} />
            <Segment label="Theme" value={snippet.theme.clone()}
                choices={vec![choice("auto", "As the page"), choice("light", "Light"), choice("dark", "Dark")]}
                onchange={change(|snippet, value| snippet.theme = value)} />
            <Segment label="Start" value={snippet.loading.clone()}
                choices={vec![choice("lazy", "When in sight"), choice("click", "On a click"), choice("eager", "At once")]}
                onchange={change(|snippet, value| snippet.loading = value)} />
            <div class="field" role="group" aria-label="Leave out">
                <span aria-hidden="true">{ "Leave out" }</span>
                <span class="row">{ for PARTS.iter().map(|part| part_toggle(snippet, *part)) }</span>
            </div>
        </>
    }
}

fn part_toggle(snippet: &UseStateHandle<Snippet>, (name, words): (&'static str, &str)) -> Html {
    let hidden = snippet.hide.contains(&name);
    let onchange = {
        let snippet = snippet.clone();
        Callback::from(move |_: Event| {
            let mut next = (*snippet).clone();
            if hidden {
                next.hide.retain(|other| *other != name);
            } else {
                next.hide.push(name);
            }
            snippet.set(next);
        })
    };
    html! { <label class="check"><input type="checkbox" checked={hidden} {onchange} />{ words }</label> }
}

#[derive(Properties, PartialEq)]
struct CopyButtonProps {
    text: AttrValue,
}

#[component]
fn CopyButton(props: &CopyButtonProps) -> Html {
    let words = use_state_eq(|| "Copy");
    let onclick = {
        let (text, words) = (props.text.clone(), words.clone());
        Callback::from(move |_| {
            let (text, words) = (text.clone(), words.clone());
            spawn_local(async move {
                words.set(if copy(&text).await { "Copied" } else { "Select the text and copy it" });
            });
        })
    };
    html! {
        <div role="status"><Button emphasis={Emphasis::Primary} {onclick}>{ *words }</Button></div>
    }
}

async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    // Absent where the page is served without TLS.
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    snippet: Snippet,
    address: AttrValue,
}

/// The element itself, defined by the very script that the snippet names.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let failed = use_state_eq(|| false);
    {
        let failed = failed.setter();
        use_effect_with(props.address.clone(), move |address| {
            let address = address.clone();
            spawn_local(async move { failed.set(script::import(&address).await.is_err()) });
        });
    }
    let Snippet { item, theme, loading, hide } = &props.snippet;
    if *failed {
        return html! { <p class="empty">{ "The preview could not be loaded. The snippet works all the same." }</p> };
    }
    html! {
        <@{"warm-start"} item={item.clone()} theme={theme.clone()} loading={loading.clone()} hide={hide.join(",")}>
            <p>{ "Text shown without JavaScript, and in feeds." }</p>
        </@>
    }
}

#[cfg(test)]
mod tests {
    use super::Snippet;

    #[test]
    fn snippets_say_only_what_was_chosen() {
        let mut snippet = Snippet {
            item: "labs/decision-boundary".into(),
            theme: "auto".into(),
            loading: "lazy".into(),
            hide: Vec::new(),
        };
        let text = snippet.text("https://example.org/embed/v1/warm-start.js");
        assert!(
            text.contains(
                r#"<warm-start item="labs/decision-boundary" theme="auto" loading="lazy">"#
            )
        );
        snippet.hide = vec!["header", "share"];
        assert!(snippet.text("x").contains(r#" hide="header,share">"#));
    }
}
