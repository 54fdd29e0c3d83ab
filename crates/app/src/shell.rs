//! The frame around every page: bar, rooms, notices, the page itself, dock on phones.

use ui::{
    components::{Button, Emphasis, IconMark, ThemeIcon},
    navigation::{Link, Navigate, Room},
    on_demand,
    pages::{EmbedPage, Home, LabList, NotFound, NumpyNames, PracticeList},
    theme::Theme,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::{
    address::{state_fragment, use_address},
    notices::Notices,
    route::Route,
    shortcuts::ShortcutKey,
};

/// Id of the element that holds the page.
const MAIN: &str = "main";

/// The whole site.
#[component]
pub fn Shell() -> Html {
    let (route, navigate) = use_address();
    use_page_change(&route);
    html! {
        <ContextProvider<Navigate> context={navigate}>
            <div class="shell" data-testid="app-ready">
                <a class="skip" href={format!("#{MAIN}")} onclick={Callback::from(skip)}>{ "Skip to content" }</a>
                <Bar room={route.room()} />
                <Notices />
                <main id={MAIN} class="outlet" tabindex="-1">{ page(&route) }</main>
                <Dock room={route.room()} />
                <ShortcutKey />
            </div>
        </ContextProvider<Navigate>>
    }
}

fn page(route: &Route) -> Html {
    match route {
        Route::Home => html! { <Home /> },
        Route::Practice => html! { <PracticeList /> },
        Route::Exercise(slug) => room(format!("practice/{slug}")),
        Route::Labs => html! { <LabList /> },
        Route::Lab(slug) => room(format!("labs/{slug}")),
        Route::Attention => room("attention".into()),
        // The list keeps its filters behind the `#` by itself.
        Route::Study => html! { <on_demand::Room key="study" item="study" /> },
        Route::StudyItem(slug) => room(format!("study/{slug}")),
        // So does the loop with its reports and sheets.
        Route::Interview => html! { <on_demand::Room key="interview" item="interview" /> },
        Route::Numpy => html! { <NumpyNames /> },
        Route::Embed => html! { <EmbedPage /> },
        Route::Privacy => room("privacy".into()),
        Route::NotFound => html! { <NotFound /> },
    }
}

fn room(item: String) -> Html {
    let fragment = state_fragment();
    // Another link opens the room anew.
    let key = format!("{item}#{}", fragment.as_deref().unwrap_or_default());
    html! { <on_demand::Room {key} {item} {fragment} /> }
}

#[derive(Properties, PartialEq)]
struct RoomProps {
    room: Option<Room>,
}

#[component]
fn Bar(props: &RoomProps) -> Html {
    html! {
        <header class="bar">
            <Link to="" class="mark"><IconMark />{ "warmstart" }</Link>
            <nav aria-label="Rooms">{ rooms(props.room) }</nav>
            <div class="end">
                <Link to="privacy/" class="sealed" title="Every request since this page opened, listed">
                    { "Nothing sent" }
                </Link>
                <ThemeButton />
            </div>
        </header>
    }
}

#[component]
fn Dock(props: &RoomProps) -> Html {
    html! { <nav class="dock" aria-label="Rooms, at the foot">{ rooms(props.room) }</nav> }
}

fn rooms(current: Option<Room>) -> Html {
    let link = |room: Room| {
        html! { <Link to={room.path()} current={current == Some(room)}>{ room.name() }</Link> }
    };
    html! { { for Room::ALL.into_iter().map(link) } }
}

/// Goes round system, light, dark.
#[component]
fn ThemeButton() -> Html {
    let theme = use_state_eq(Theme::default);
    {
        let theme = theme.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let stored = Theme::stored().await;
                stored.apply();
                theme.set(stored);
            });
        });
    }
    let now = *theme;
    let onclick = Callback::from(move |_| {
        now.next().choose();
        theme.set(now.next());
    });
    let label = format!("Theme: {}. Change to {}", now.words(), now.next().words());
    html! {
        <Button emphasis={Emphasis::Quiet} class="icon-only" {label} title={now.words()} testid="theme" {onclick}>
            <ThemeIcon />
        </Button>
    }
}

/// After a navigation: the tab's title, and the focus at the start of the new page.
#[hook]
fn use_page_change(route: &Route) {
    let is_first = use_mut_ref(|| true);
    use_effect_with(route.clone(), move |route| {
        ui::navigation::set_title(route.title());
        // The first page has the focus where the browser put it.
        if !is_first.replace(false) {
            focus_main();
        }
    });
}

fn skip(event: MouseEvent) {
    // The fragment belongs to shared state; the jump is made by hand.
    event.prevent_default();
    focus_main();
}

fn focus_main() {
    let main = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(MAIN))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(main) = main {
        // An element that cannot take the focus leaves it where it is.
        let _ = main.focus();
    }
}
