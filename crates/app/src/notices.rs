//! What the visitor should know about the site itself: no connection, a newer version, trouble
//! with saving.

use gloo::events::EventListener;
use ui::notices::StorageNotice;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};
use yew::prelude::*;

/// Notices under the bar; empty when all is well.
#[component]
pub fn Notices() -> Html {
    let online = use_online();
    let update = use_update();
    html! {
        <div class="notices">
            if !online {
                <div class="notice" role="status"><p>{ "You are offline. What this device has already loaded goes on working." }</p></div>
            }
            if update {
                <div class="notice" role="status"><p>{ "A newer version is ready. It opens once every tab of Warmstart has been closed." }</p></div>
            }
            <StorageNotice />
        </div>
    }
}

#[hook]
fn use_online() -> bool {
    let online = use_state_eq(is_online);
    let setter = online.setter();
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            ["online", "offline"].map(|kind| {
                let setter = setter.clone();
                EventListener::new(&window, kind, move |_| setter.set(is_online()))
            })
        });
        move || drop(listeners)
    });
    *online
}

fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Whether a newer version has been installed and waits.
#[hook]
fn use_update() -> bool {
    let waiting = use_state_eq(|| false);
    let setter = waiting.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            // Without service workers there are no silent updates to speak of.
            if let Some(registration) = registration().await {
                watch(&registration, setter);
            }
        });
    });
    *waiting
}

async fn registration() -> Option<ServiceWorkerRegistration> {
    let navigator = web_sys::window()?.navigator();
    let container = js_sys::Reflect::get(&navigator, &JsValue::from("serviceWorker")).ok()?;
    let container: ServiceWorkerContainer = container.dyn_into().ok()?;
    JsFuture::from(container.ready().ok()?).await.ok()?.dyn_into().ok()
}

fn watch(registration: &ServiceWorkerRegistration, waiting: UseStateSetter<bool>) {
    waiting.set(registration.waiting().is_some());
    let watched = registration.clone();
    let listener = EventListener::new(registration, "updatefound", move |_| {
        let Some(installing) = watched.installing() else { return };
        let (watched, waiting) = (watched.clone(), waiting.clone());
        let on_state = EventListener::new(&installing, "statechange", move |_| {
            waiting.set(watched.waiting().is_some());
        });
        on_state.forget();
    });
    listener.forget();
}
