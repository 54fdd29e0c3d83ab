//! The room's middle: text, heads, the matrix in focus and what stands beside it.

use std::rc::Rc;

use protocol::attention::Inspection;
use viz::matrix::{Domain, Matrix};
use yew::prelude::*;

use super::{
    cell::{Arithmetic, arithmetic},
    controls::Settings,
    heads::{HeadChooser, head_part, head_weights},
    matrix::MatrixView,
    plot::Plot,
    prompt::{Flow, Prompt},
    reading::{Pattern, Reading, clearest, read_head},
    side::{CellPanel, NextToken, candidates},
    state::{Action, State},
};
use crate::{components::Panel, widget::Hide};

/// What is in focus, worked out from the latest frame.
#[derive(Clone, PartialEq)]
pub struct Look {
    inspection: Rc<Inspection>,
    readings: Rc<Vec<Vec<Reading>>>,
    head: (usize, usize),
    matrix: Rc<Matrix>,
    cell: (usize, usize),
    arithmetic: Option<Arithmetic>,
    candidates: Vec<(String, f32)>,
}

impl Look {
    /// `None` until the model has looked at a text.
    pub fn of(state: &State) -> Option<Self> {
        let (frame, model) = (state.frame.as_ref()?, state.model.as_ref()?);
        let inspection = Rc::new(frame.inspection.clone()?);
        let readings = Rc::new(readings(&inspection));
        let head = state.head.unwrap_or_else(|| head_to_show(&readings));
        let weights = head_weights(&inspection, head);
        let matrix = Rc::new(Matrix::causal(&inspection.tokens, weights, Domain::Fixed(0.0, 1.0))?);
        let size = inspection.tokens.len();
        let cell = state
            .cell
            .filter(|(query, key)| *query < size && *key < size)
            .unwrap_or_else(|| (size - 1, matrix.strongest(size - 1).unwrap_or_default()));
        let scores = head_part(&inspection, &inspection.scores, head);
        let arithmetic = arithmetic(scores, weights, size, cell);
        let candidates = candidates(&inspection, model);
        Some(Self { inspection, readings, head, matrix, cell, arithmetic, candidates })
    }

    /// The heading: what the clearest head does by now.
    pub fn headline(&self, step: u64) -> String {
        match clearest(&self.readings).filter(|_| step > 0) {
            Some((layer, head, Reading { pattern: Some(pattern), .. })) => {
                format!("Head {}.{} {}", layer + 1, head + 1, pattern.verb())
            }
            _ if step == 0 => "Before training, every head looks everywhere".into(),
            _ => "No head has found a pattern yet".into(),
        }
    }

    fn reading(&self) -> Option<Reading> {
        self.readings.get(self.head.0)?.get(self.head.1).copied()
    }
}

fn readings(inspection: &Inspection) -> Vec<Vec<Reading>> {
    let read = |layer: u8, head: u8| {
        read_head(head_weights(inspection, (layer.into(), head.into())), &inspection.tokens)
    };
    (0..inspection.layers)
        .map(|layer| (0..inspection.heads).map(|head| read(layer, head)).collect())
        .collect()
}

/// The head in focus as long as none was chosen: the one that reads backwards, else the first of
/// the last layer. Other patterns come and go while training, and would make the picture jump.
fn head_to_show(readings: &[Vec<Reading>]) -> (usize, usize) {
    clearest(readings)
        .filter(|(_, _, reading)| reading.pattern.is_some_and(Pattern::is_mirror))
        .map_or((readings.len().saturating_sub(1), 0), |(layer, head, _)| (layer, head))
}

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

/// Text, then heads, matrix and numbers side by side; on a phone one below the other.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let (state, look) = (&props.state, props.look.as_ref());
    let tokens = look.map(|look| look.inspection.tokens.clone()).unwrap_or_default();
    let next = look.and_then(|look| look.candidates.first()).map(|(token, _)| token.clone());
    html! {
        <>
            <Prompt
                task={state.config.task}
                text={state.text.clone()}
                refusal={state.refusal.clone().map(AttrValue::from)}
                {tokens} {next}
                on_type={props.on_action.reform(Action::Type)}
            />
            <Flow />
            <div class="attention-stage">
                <Panel class="pad attention-centre" label="The head in focus">
                    if let Some(look) = look {
                        { matrix(look, &props.on_action) }
                    } else {
                        <p class="attention-waiting" role="status">{ "Loading the trainer and building the model." }</p>
                    }
                </Panel>
                <div class="attention-left">
                    if let Some(look) = look {
                        <section aria-label="Heads">
                            <h2>{ "Heads" }</h2>
                            <HeadChooser
                                inspection={Rc::clone(&look.inspection)}
                                readings={Rc::clone(&look.readings)}
                                focus={look.head}
                                on_focus={props.on_action.reform(|(layer, head)| Action::FocusHead(layer, head))}
                            />
                        </section>
                    }
                    if !props.hide.controls {
                        <section aria-label="Settings">
                            <h2>{ "Model" }</h2>
                            <Settings config={state.config.clone()} on_change={props.on_action.reform(Action::Configure)} />
                        </section>
                    }
                </div>
                <div class="attention-right">
                    if let Some(look) = look {
                        <NextToken candidates={look.candidates.clone()} />
                        <CellPanel
                            place={look.cell}
                            tokens={look.inspection.tokens.clone()}
                            arithmetic={look.arithmetic}
                            head_width={state.config.width / state.config.heads}
                        />
                    }
                    <Panel class="pad" label="Training">
                        <h2>{ "Training" }</h2>
                        <Plot curves={Rc::clone(&state.curves)} />
                    </Panel>
                </div>
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
                selected={look.cell}
                on_select={on_action.reform(|(query, key)| Action::FocusCell(query, key))}
            />
            if let Some(reading) = look.reading() {
                <p class="attention-reading" data-testid="head-reading">{ format!("Head {layer}.{head} {reading} of its weight.") }</p>
            }
        </>
    }
}
