//! Taking a run along: a link that replays it, figures as pictures and tables, the measures by step,
//! a lane as a program.

use figures::{Figure, Panel};
use protocol::lab::Language;
use viz::Theme;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::charts::history_table;
use super::fragment;
use super::plan::NAMES;
use super::stage::everything;
use super::state::{Action, State};
use crate::components::{Button, SelectField};
use crate::figure::{save_csv, save_png, save_svg};
use crate::save::{copy, save_text};
use crate::site::Site;

/// Properties of [`Share`].
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The lab.
    pub state: UseReducerHandle<State>,
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
                    { link_words(&props.state, is_copied) }
                    <input type="text" readonly=true value={(*link).clone()} data-testid="share-link" onfocus={Callback::from(select_all)} />
                </label>
            }
            if *open == Open::Files { <Files state={props.state.clone()} theme={props.theme} /> }
        </>
    }
}

fn link_words(state: &State, is_copied: bool) -> &'static str {
    let has_own = state.plan.base.get("data").is_some_and(|data| data.to_string() == "own");
    let travels = fragment::drawn(&state.lab, &state.plan, state.own.as_deref()).is_some();
    match (has_own, is_copied) {
        (true, _) if travels => "Your points stand in this link itself; whoever has it has them.",
        (true, _) => "Your own table is not in the link: it stays on this device.",
        (false, true) => "Copied. It replays this run, to the same bits.",
        (false, false) => "This link replays the run, to the same bits.",
    }
}

#[component]
fn Files(props: &ShareProps) -> Html {
    let picked = use_state_eq(|| 0usize);
    let (state, theme) = (&props.state, props.theme);
    let panels: Vec<(String, Panel)> = everything(state);
    let options: Vec<(AttrValue, AttrValue)> = panels
        .iter()
        .enumerate()
        .map(|(index, (name, _))| (index.to_string().into(), name.clone().into()))
        .collect();
    let index = (*picked).min(panels.len().saturating_sub(1));
    let panel = panels.into_iter().nth(index).map(|(_, panel)| panel);
    let onchange = {
        let picked = picked.clone();
        Callback::from(move |value: String| picked.set(value.parse().unwrap_or(0)))
    };
    let drawable =
        panel.as_ref().is_some_and(|it| !matches!(it.figure, Figure::Table(_) | Figure::Text(_)));
    let name =
        panel.as_ref().map_or_else(String::new, |it| format!("{}-{}", state.lab.slug, it.id));
    let save = |how: fn(&Panel, &str, Theme)| {
        let (panel, name) = (panel.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(panel) = &panel {
                how(panel, &name, theme);
            }
        })
    };
    let measures = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| save_measures(&state))
    };
    let ready = state.frame.is_some();
    html! {
        <div class="lab-files labs-files stack tight" role="group" aria-label="Take away">
            <div class="row">
                <SelectField label="Figure" testid="figure" value={index.to_string()} {options} {onchange} />
                <Button class="lab-small" testid="save-svg" enabled={drawable} onclick={save(save_svg)}>{ "SVG" }</Button>
                <Button class="lab-small" testid="save-picture" enabled={drawable} onclick={save(save_png)}>{ "PNG" }</Button>
                <Button class="lab-small" testid="save-csv" enabled={panel.is_some()} onclick={save(save_csv)}>{ "CSV" }</Button>
                <Button class="lab-small" testid="save-curve" enabled={ready} onclick={measures}>{ "All measures as CSV" }</Button>
            </div>
            { programs(state) }
        </div>
    }
}

fn save_measures(state: &State) {
    let (Some(frame), Some(prepared)) = (&state.frame, &state.prepared) else { return };
    let figures::Table { columns, rows } = history_table(&prepared.measures, frame);
    let caption = format!("{}: measures by step", state.lab.title);
    let table = viz::table::Table { caption, headings: columns, rows };
    save_text(&format!("{}-measures.csv", state.lab.slug), "text/csv", &table.to_csv());
}

/// The shown lane as a program.
fn programs(state: &UseReducerHandle<State>) -> Html {
    let Some(prepared) = &state.prepared else { return Html::default() };
    let lane = state.lane;
    let ask = |language: Language| {
        let dispatcher = state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Program(lane, language)))
    };
    let (pytorch, burn) = prepared.programs;
    let of_lane = if state.plan.lanes.len() > 1 {
        format!(" of lane {}", NAMES[lane])
    } else {
        String::new()
    };
    if !pytorch && !burn {
        return Html::default();
    }
    html! {
        <>
            <div class="row">
                <span class="small">{ format!("The model{of_lane} as a program:") }</span>
                if pytorch { <Button class="lab-small" testid="program-pytorch" onclick={ask(Language::PyTorch)}>{ "PyTorch" }</Button> }
                if burn { <Button class="lab-small" testid="program-burn" onclick={ask(Language::Burn)}>{ "Rust, burn" }</Button> }
            </div>
            { program(state) }
        </>
    }
}

fn program(state: &State) -> Html {
    let Some(program) = &state.program else { return Html::default() };
    let Some(text) = program.text.clone() else {
        return html! { <p class="small muted" role="status">{ "Writing it…" }</p> };
    };
    let (name, kind) = match program.language {
        Language::PyTorch => (format!("{}.py", state.lab.slug), "text/x-python"),
        Language::Burn => (format!("{}.rs", state.lab.slug), "text/rust"),
    };
    let save = {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| save_text(&name, kind, &text))
    };
    let copied = {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| copy(text.clone(), Callback::noop()))
    };
    html! {
        <>
            <div class="row">
                <Button class="lab-small" testid="save-program" onclick={save}>{ "Save" }</Button>
                <Button class="lab-small" onclick={copied}>{ "Copy" }</Button>
            </div>
            <pre class="labs-program scroll" tabindex="0" role="region" aria-label="Program" data-testid="program"><code>{ text }</code></pre>
        </>
    }
}

/// The address that replays this run, on the site itself even from inside an embed.
fn address(state: &State) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    let page = Site::current().link(&format!("labs/{}/", state.lab.slug));
    let run = fragment::encode(&state.lab, &state.plan, state.own.as_deref(), state.shown_step());
    format!("{}{page}#{run}", origin.unwrap_or_default())
}

fn select_all(event: FocusEvent) {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        input.select();
    }
}
