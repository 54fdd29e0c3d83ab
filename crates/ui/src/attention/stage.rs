//! The room's middle: the text, and below it one view of the model with what stands beside it.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    change::{self, Change},
    controls::Settings,
    fragment::LONGEST_TEXT,
    heads::{HeadChooser, HeadTable},
    inside::{CellPanel, Flow, Lens, Rollout, StageView, share_cell},
    look::Look,
    matrix::MatrixView,
    part,
    plot::Plot,
    prompt::Prompt,
    samples::Samples,
    side::NextToken,
    state::{Action, Phase, State},
    task::words,
    view::{VIEWS, View},
    write::Write,
};
use crate::{
    components::{Panel, TabList},
    widget::Hide,
};

/// Longest text for a checkpoint, in characters; how many tokens it may have, the model says.
const LONGEST_OWN: usize = 400;

/// Cells of the head's matrix do not grow beyond this, in pixels: a word's matrix and the next token
/// are seen together on a small laptop.
const WIDEST_CELL: f64 = 28.0;

/// Properties of [`Stage`].
#[derive(Properties, PartialEq)]
pub struct StageProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
    /// What is in focus.
    pub look: Option<Look>,
    /// What the visitor did.
    pub on_action: Callback<Action>,
    /// Parts left out.
    pub hide: Hide,
}

/// Text, then the view in three columns; on a phone one below the other.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let (state, look) = (&props.state, props.look.as_ref());
    let tokens = look.map(|look| look.inspection.tokens.clone()).unwrap_or_default();
    let next = look.and_then(|look| look.inspection.next.first()).map(|first| first.token.clone());
    html! {
        <>
            <Prompt
                advice={advice(state)}
                longest={if state.own.is_open() { LONGEST_OWN } else { LONGEST_TEXT }}
                is_being_read={is_being_read(state)}
                text={state.text.clone()}
                refusal={state.refusal.clone().map(AttrValue::from)}
                {tokens} {next}
                on_type={props.on_action.reform(Action::Type)}
            />
            <TabList
                label="Views of the model" id="attention"
                tabs={tabs(state)}
                selected={state.view.tab()}
                onselect={props.on_action.reform(|tab| Action::ShowView(View::of_tab(tab)))}
            />
            <div
                class={classes!("attention-stage", (state.view == View::Inside).then_some("is-inside"))}
                role="tabpanel"
                id={format!("attention-panel-{}", state.view.tab())}
                aria-labelledby={format!("attention-tab-{}", state.view.tab())}
            >
                { view(props) }
            </div>
        </>
    }
}

/// What to type.
fn advice(state: &State) -> AttrValue {
    match state.model.as_ref().filter(|_| state.own.is_open()) {
        Some(model) => format!("Any text of up to {} tokens.", model.most_tokens).into(),
        None => words(state.config().task).advice.into(),
    }
}

/// Whether a checkpoint has not read what was typed: a large one takes a second.
fn is_being_read(state: &State) -> bool {
    let seen = state.frame.as_ref().and_then(|frame| frame.inspection.as_ref());
    let is_seen = seen.is_some_and(|seen| seen.text == state.text && seen.changes == state.changes);
    state.own.is_open() && state.refusal.is_none() && !is_seen
}

/// The names of the views; that of changes says how many there are.
fn tabs(state: &State) -> Vec<AttrValue> {
    let count = change::count(&state.changes);
    let name = |(_, view): (&str, View)| match view {
        View::Change if count > 0 => format!("{} ({count})", view.title()).into(),
        _ => AttrValue::from(view.title()),
    };
    VIEWS.map(name).to_vec()
}

/// What is waited for.
fn waiting(state: &State) -> &'static str {
    match state.phase {
        _ if state.own.is_open() => "Your checkpoint reads its first text.",
        Phase::Wanting => "Paste a text above, and the model learns it.",
        Phase::Fetching => "Fetching the trained model.",
        _ => "Loading the trainer and building the model.",
    }
}

/// The columns of a view, in the order in which they stand on a phone.
fn view(props: &StageProps) -> Html {
    let Some(look) = &props.look else {
        return html! {
            <>
                <Panel class="pad attention-centre" label="The model">
                    <p class="attention-waiting" role="status">{ waiting(&props.state) }</p>
                </Panel>
                <div class="attention-left">{ settings(props) }</div>
                <div class="attention-right">{ training(props) }</div>
            </>
        };
    };
    match props.state.view {
        View::Heads => heads(props, look),
        View::Inside => inside(props, look),
        View::Lens => lens(props, look),
        View::Change => change(props, look),
        View::Write => write(props, look),
    }
}

fn heads(props: &StageProps, look: &Look) -> Html {
    let row = look.matrix.columns() * look.cell.0;
    let row_sum =
        look.matrix.values.get(row..row + look.matrix.columns()).map(|row| row.iter().sum());
    html! {
        <>
            <Panel class="pad attention-centre" label="The head in focus">{ matrix(look, &props.on_action) }</Panel>
            <div class="attention-left">
                <section aria-label="Heads">
                    <h2>{ "Heads" }</h2>
                    <HeadChooser
                        inspection={Rc::clone(&look.inspection)}
                        readings={Rc::clone(&look.readings)}
                        focus={look.head}
                        on_focus={props.on_action.reform(|(layer, head)| Action::FocusHead(layer, head))}
                    />
                    <HeadTable readings={Rc::clone(&look.readings)} />
                </section>
                { settings(props) }
            </div>
            <div class="attention-right">
                <NextToken candidates={look.inspection.next.clone()} />
                <CellPanel
                    inspection={Rc::clone(&look.inspection)}
                    config={props.state.config().clone()}
                    model={props.state.model.clone()}
                    cell={share_cell(&look.inspection, look.head, look.cell)}
                    {row_sum}
                />
                { training(props) }
            </div>
        </>
    }
}

fn matrix(look: &Look, on_action: &Callback<Action>) -> Html {
    let (layer, head) = (look.head.0 + 1, look.head.1 + 1);
    html! {
        <>
            <MatrixView
                matrix={Rc::clone(&look.matrix)}
                caption={format!("Softmax of layer {layer}, head {head}")}
                {layer} {head}
                widest={WIDEST_CELL}
                selected={look.cell}
                on_select={on_action.reform(|(query, key)| Action::FocusCell(query, key))}
            />
            if let Some(reading) = look.reading() {
                <p class="attention-reading" data-testid="head-reading">{ format!("Head {layer}.{head} {reading} of its weight.") }</p>
            }
        </>
    }
}

fn inside(props: &StageProps, look: &Look) -> Html {
    let (state, inspection) = (&props.state, &look.inspection);
    let form = state.config().form;
    let cell = inspection.cell.clone().filter(|cell| {
        Some(cell.part) == state.stage && Some((cell.row, cell.column)) == state.stage_cell
    });
    let hint = match state.stage_cell {
        Some(_) => "Its arithmetic is on its way.",
        None => "Press a number to see how it came about.",
    };
    html! {
        <>
            <div class="attention-left">
                <Flow inspection={Rc::clone(inspection)} {form} head={look.head} open={state.stage} on_action={props.on_action.clone()} />
            </div>
            <Panel class="pad attention-centre" label="The open stage">
                { for state.stage.map(|part| html! {
                    <StageView
                        key={part::write(part)}
                        inspection={Rc::clone(inspection)} {form} model={state.model.clone()}
                        {part} cell={state.stage_cell} on_action={props.on_action.clone()}
                    />
                }) }
            </Panel>
            <div class="attention-right">
                <CellPanel inspection={Rc::clone(inspection)} config={state.config().clone()} model={state.model.clone()} {cell} {hint} />
                <NextToken candidates={inspection.next.clone()} />
                { training(props) }
                { settings(props) }
            </div>
        </>
    }
}

fn lens(props: &StageProps, look: &Look) -> Html {
    html! {
        <>
            <Panel class="pad attention-centre" label="Lens and rollout">
                <Lens inspection={Rc::clone(&look.inspection)} />
                <Rollout inspection={Rc::clone(&look.inspection)} />
            </Panel>
            { beside(props, look) }
        </>
    }
}

fn change(props: &StageProps, look: &Look) -> Html {
    html! {
        <>
            <Panel class="pad attention-centre" label="Changes">
                <Change state={props.state.clone()} head={look.head} cell={look.cell} on_action={props.on_action.clone()} />
            </Panel>
            { beside(props, look) }
        </>
    }
}

fn write(props: &StageProps, look: &Look) -> Html {
    html! {
        <>
            <Panel class="pad attention-centre" label="Writing on">
                <Write state={props.state.clone()} on_action={props.on_action.clone()} />
            </Panel>
            { beside(props, look) }
        </>
    }
}

/// What stands beside the middle in most views.
fn beside(props: &StageProps, look: &Look) -> Html {
    html! {
        <>
            <div class="attention-left">{ settings(props) }</div>
            <div class="attention-right">
                <NextToken candidates={look.inspection.next.clone()} />
                { training(props) }
            </div>
        </>
    }
}

fn settings(props: &StageProps) -> Html {
    let config = props.state.config();
    if props.hide.controls || props.state.own.is_open() {
        return html! {};
    }
    html! {
        <section aria-label="Settings">
            <h2>{ "Model" }</h2>
            <p class="small muted">{ words(config.task).lesson }</p>
            <Settings config={config.clone()} on_change={props.on_action.reform(Action::Configure)} />
        </section>
    }
}

fn training(props: &StageProps) -> Html {
    if props.state.own.is_open() {
        return html! {};
    }
    html! {
        <Panel class="pad" label="Training">
            <h2>{ "Training" }</h2>
            <Plot curves={Rc::clone(&props.state.curves)} />
            <Samples samples={props.state.lane_frame().map(|lane| lane.samples.clone()).unwrap_or_default()} />
        </Panel>
    }
}
