//! Taking a run along: a link that replays it, its picture, its curve, its points.

use protocol::boundary::Data;
use viz::Theme;
use viz::network::Network;
use viz::words;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::Blob;
use yew::prelude::*;

use super::map::paint_plane;
use super::state::State;
use super::{csv, fragment, paint};
use crate::components::Button;
use crate::save::{copy, save_blob, save_text};
use crate::site::Site;

/// Side of the picture in CSS pixels, and its density.
const PICTURE: (f64, f64) = (640.0, 2.0);

/// Properties of [`Share`].
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The run.
    pub state: UseReducerHandle<State>,
    /// The network's shape.
    pub network: std::rc::Rc<Network>,
    /// Colours on screen.
    pub theme: Theme,
}

/// What is open below the buttons.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Link { is_copied: bool },
    Files,
}

/// The buttons that make links and files.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let open = use_state_eq(|| Open::Nothing);
    let link = use_state_eq(String::new);
    let on_share = {
        let (open, link, state) = (open.clone(), link.clone(), props.state.clone());
        Callback::from(move |_: MouseEvent| {
            let text = address(&state);
            link.set(text.clone());
            open.set(Open::Link { is_copied: false });
            let open = open.clone();
            copy(text, Callback::from(move |is_copied| open.set(Open::Link { is_copied })));
        })
    };
    let on_files = {
        let open = open.clone();
        let next = if *open == Open::Files { Open::Nothing } else { Open::Files };
        Callback::from(move |_: MouseEvent| open.set(next))
    };
    html! {
        <>
            <div class="row lab-share">
                <Button testid="share" onclick={on_share}>{ "Share this run" }</Button>
                <Button testid="take-away" pressed={Some(*open == Open::Files)} onclick={on_files}>{ "Take away" }</Button>
            </div>
            if let Open::Link { is_copied } = *open {
                <label class="field lab-link" aria-live="polite">
                    { if is_copied { "Copied. It replays this run to the same weights." } else { "This link replays the run to the same weights." } }
                    <input type="text" readonly=true value={(*link).clone()} data-testid="share-link" onfocus={Callback::from(select_all)} />
                </label>
            }
            if *open == Open::Files { { files(props) } }
        </>
    }
}

fn files(props: &ShareProps) -> Html {
    let picture = {
        let (state, network, theme) = (props.state.clone(), props.network.clone(), props.theme);
        Callback::from(move |_: MouseEvent| save_picture(&state, &network, theme))
    };
    let curve = {
        let state = props.state.clone();
        Callback::from(move |_: MouseEvent| {
            save_text("loss.csv", "text/csv", &words::loss_table(&state.curve).to_csv());
        })
    };
    let points = {
        let state = props.state.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(data) = &state.data {
                let Data { train, test, .. } = &**data;
                save_text(
                    "points.csv",
                    "text/csv",
                    &csv::write(&[train.as_slice(), test].concat()),
                );
            }
        })
    };
    let has_frame = props.state.frame.is_some();
    html! {
        <div class="row lab-files" role="group" aria-label="Take away">
            <Button class="lab-small" testid="save-picture" enabled={has_frame} onclick={picture}>{ "Map as PNG" }</Button>
            <Button class="lab-small" testid="save-curve" enabled={has_frame} onclick={curve}>{ "Loss as CSV" }</Button>
            <Button class="lab-small" testid="save-points" enabled={has_frame} onclick={points}>{ "Points as CSV" }</Button>
        </div>
    }
}

/// The address that replays this run, on the site itself even from inside an embed.
fn address(state: &State) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    format!(
        "{}{}#{}",
        origin.unwrap_or_default(),
        Site::current().link("labs/decision-boundary/"),
        fragment::encode(&state.config, state.step())
    )
}

fn select_all(event: FocusEvent) {
    if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
        input.select();
    }
}

fn save_picture(state: &State, network: &Network, theme: Theme) {
    let (Some(frame), Some(data)) = (&state.frame, &state.data) else { return };
    let Some((canvas, surface)) = paint::detached(PICTURE.0, PICTURE.1) else { return };
    paint_plane(&surface, frame, state.unit, network, theme);
    surface.points(data, theme);
    let name = format!("decision-map-step-{}.png", frame.step);
    let save = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            save_blob(&name, &blob);
        }
    });
    // A canvas that was painted here only is never tainted.
    let _ = canvas.to_blob(save.unchecked_ref());
}
