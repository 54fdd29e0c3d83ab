//! The lanes: which are there, how they differ, and what each has come to.

use figures::{Better, Measure};
use protocol::lab::LaneFrame;
use viz::format;
use yew::prelude::*;

use super::focus::use_refuge;
use super::grade::written;
use super::plan::{Change, LANES_MAX, NAMES};
use super::session::hash_text;
use super::state::{Action, State};
use crate::components::Button;

/// Where the focus goes when the button that had it is gone.
const REFUGE: &[&str] = &["[aria-pressed='true']", "button:enabled"];

/// Properties of [`Tabs`].
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// The lab.
    pub state: UseReducerHandle<State>,
}

/// Tabs of the lanes, with a way to add and remove one.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let state = &props.state;
    let root = use_node_ref();
    let pressed = use_refuge(&root, REFUGE);
    let count = state.plan.lanes.len();
    let act = |action: Action| {
        let (dispatcher, pressed) = (state.dispatcher(), pressed.clone());
        Callback::from(move |_: MouseEvent| {
            pressed.emit(());
            dispatcher.dispatch(action.clone());
        })
    };
    let tab = |lane: usize| {
        let pressed = if lane == state.lane { "true" } else { "false" };
        let words = state.plan.describe(&state.lab, lane);
        html! {
            <span key={lane} class={classes!("labs-lane", format!("lane-{}", NAMES[lane].to_ascii_lowercase()))}>
                <button type="button" aria-pressed={pressed} data-testid={format!("lane-{}", NAMES[lane].to_ascii_lowercase())}
                    onclick={act(Action::Show(lane))}>
                    <b>{ NAMES[lane] }</b>{ if words.is_empty() { "as opened".to_owned() } else { words } }
                </button>
                <button type="button" class="labs-remove" aria-label={format!("Remove lane {}", NAMES[lane])}
                    onclick={act(Action::Change(Change::Remove(lane)))}>{ "×" }</button>
            </span>
        }
    };
    html! {
        <div ref={root} class="labs-lanes row" role="group" aria-label="Lanes: variants side by side">
            if count > 1 { { for (0..count).map(tab) } }
            if count < LANES_MAX {
                <Button class="lab-small" testid="add-lane" onclick={act(Action::Change(Change::Add(state.lane)))}>
                    { if count == 1 { "Compare with a variant" } else { "Add a variant" } }
                </Button>
            }
            { warning(state) }
        </div>
    }
}

/// Two differences at once explain nothing.
fn warning(state: &State) -> Html {
    if state.plan.lanes.len() < 2 || state.plan.experiment.is_some() {
        return Html::default();
    }
    let differing = state.plan.differing(&state.lab);
    let words = match differing.len() {
        0 => "The lanes are equal: choose one and change a setting.".to_owned(),
        1 => return Html::default(),
        _ => {
            let names: Vec<String> =
                differing.iter().map(|control| control.label.to_ascii_lowercase()).collect();
            format!(
                "The lanes differ in {}: you will not know which of them did it.",
                names.join(" and ")
            )
        }
    };
    html! { <p class="small muted">{ words }</p> }
}

/// What each lane has come to, side by side.
pub fn results(state: &State) -> Html {
    let (Some(frame), Some(prepared)) = (state.shown(), &state.prepared) else {
        return html! { <p class="panel pad small muted">{ "Numbers appear here once the lab has been loaded." }</p> };
    };
    let heads = frame.lanes.len() > 1;
    html! {
        <div class="panel pad labs-results scroll" tabindex="0" role="region" aria-label="Results by lane">
            <table class="num">
                <caption class="aside-text">{ "Results by lane" }</caption>
                if heads {
                    <thead><tr><td></td>{ for (0..frame.lanes.len()).map(|lane| html! {
                        <th scope="col" class={format!("lane-{}", NAMES[lane].to_ascii_lowercase())}>{ NAMES[lane] }</th>
                    }) }</tr></thead>
                }
                <tbody>
                    { for prepared.measures.iter().enumerate().map(|(index, measure)| row(measure, index, &frame.lanes)) }
                    { plain("parameters", &frame.lanes, |lane| format::count(lane.parameter_count)) }
                    { plain("time in updates", &frame.lanes, |lane| format!("{} ms", format::decimal(f64::from(lane.work_ms)))) }
                </tbody>
            </table>
        </div>
    }
}

fn row(measure: &Measure, index: usize, lanes: &[LaneFrame]) -> Html {
    let values: Vec<f64> = lanes
        .iter()
        .map(|lane| lane.values.get(index).map_or(f64::NAN, |value| f64::from(*value)))
        .collect();
    let best = best(&values, measure.better);
    html! {
        <tr>
            <th scope="row">{ &measure.full_name }</th>
            { for values.iter().enumerate().map(|(lane, value)| {
                let is_best = best == Some(lane);
                // The first lane's first measure is the one that tests and embeds ask for.
                let testid = (lane == 0).then(|| if index == 0 { "loss".to_owned() } else { measure.id.clone() });
                html! {
                    <td class={is_best.then_some("labs-best")} data-testid={testid} data-measure={measure.id.clone()} data-value={value.to_string()}>
                        { written(*value, measure.unit) }
                        if is_best { <span class="aside-text">{ " (best)" }</span> }
                    </td>
                }
            }) }
        </tr>
    }
}

fn plain(name: &'static str, lanes: &[LaneFrame], value: impl Fn(&LaneFrame) -> String) -> Html {
    html! {
        <tr><th scope="row">{ name }</th>{ for lanes.iter().map(|lane| html! { <td>{ value(lane) }</td> }) }</tr>
    }
}

/// The lane with the best value; none if there is one lane only, or a tie.
fn best(values: &[f64], better: Better) -> Option<usize> {
    let sign = match better {
        Better::Lower => 1.0,
        Better::Higher => -1.0,
        Better::Neither => return None,
    };
    let mut order: Vec<usize> =
        (0..values.len()).filter(|lane| values[*lane].is_finite()).collect();
    order.sort_by(|a, b| (values[*a] * sign).total_cmp(&(values[*b] * sign)));
    match order.as_slice() {
        [first, second, ..] if values[*first] != values[*second] => Some(*first),
        _ => None,
    }
}

/// Seed and hashes: what a replay is checked by.
pub fn identity(state: &State) -> Html {
    let Some(frame) = state.shown() else { return Html::default() };
    let seed = state.plan.base.get("seed").map(ToString::to_string).unwrap_or_default();
    let several = frame.lanes.len() > 1;
    html! {
        <p class="small num lab-identity">
            { "Seed " }<span data-testid="seed">{ seed }</span>{ " · hash " }
            { for frame.lanes.iter().enumerate().map(|(index, lane)| {
                let hash = hash_text(lane.weights_hash);
                html! {
                    <>
                        if several { { format!("{} ", NAMES[index]) } }
                        <code data-testid={(index == 0).then_some("weights-hash")} data-hash={hash.clone()}>{ hash }</code>{ " " }
                    </>
                }
            }) }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_is_marked_where_there_is_one() {
        assert_eq!(best(&[0.3, 0.1, f64::NAN], Better::Lower), Some(1));
        assert_eq!(best(&[0.3, 0.1], Better::Higher), Some(0));
        assert_eq!(best(&[0.3], Better::Lower), None);
        assert_eq!(best(&[0.3, 0.3], Better::Lower), None);
        assert_eq!(best(&[1.0, 2.0], Better::Neither), None);
    }
}
