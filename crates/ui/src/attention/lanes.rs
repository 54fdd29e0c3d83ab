//! Lanes: models of the same task that learn side by side, and what they differ in.

use protocol::attention::{Config, Norm, Positions};
use yew::prelude::*;

use super::fragment::{LANES_MAX, default_config};
use super::plot::LANE_NAMES;
use super::state::{Action, State};
use crate::components::{Button, SelectField};

/// Properties of [`Lanes`].
#[derive(Properties, PartialEq)]
pub struct LanesProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
    /// What the visitor pressed.
    pub on_action: Callback<Action>,
}

/// Tabs of the lanes, a way to add and remove one, and comparisons worth seeing.
#[component]
pub fn Lanes(props: &LanesProps) -> Html {
    let state = &props.state;
    let press = |action: Action| {
        let on_action = props.on_action.clone();
        Callback::from(move |_: MouseEvent| on_action.emit(action.clone()))
    };
    let several = state.lanes.len() > 1;
    let tab = |(lane, config): (usize, &Config)| {
        let name = LANE_NAMES[lane];
        let difference = difference(&state.lanes, config);
        html! {
            <span key={lane} class={classes!("attention-lane", format!("lane-{}", name.to_ascii_lowercase()))}>
                <button type="button" aria-pressed={(lane == state.lane).to_string()} onclick={press(Action::ShowLane(lane))}
                    data-testid={format!("lane-{}", name.to_ascii_lowercase())}>
                    <b>{ name }</b>{ " " }{ difference }
                </button>
                <button type="button" class="attention-lane-remove" aria-label={format!("Remove lane {name}")}
                    onclick={press(Action::RemoveLane(lane))}>{ "×" }</button>
            </span>
        }
    };
    let on_comparison = {
        let (on_action, task) = (props.on_action.clone(), state.config().task);
        Callback::from(move |name: String| {
            if let Some(comparison) = COMPARISONS.iter().find(|it| it.0 == name) {
                let usual = Config { task, ..default_config() };
                on_action.emit(Action::Compare((comparison.2)(usual)));
            }
        })
    };
    let mut choices: Vec<(AttrValue, AttrValue)> = vec![("".into(), "choose one".into())];
    choices.extend(COMPARISONS.map(|(name, words, _)| (name.into(), words.into())));
    html! {
        <div class="attention-lanes" role="group" aria-label="Lanes: models side by side">
            if several { { for state.lanes.iter().enumerate().map(tab) } }
            if state.lanes.len() < LANES_MAX {
                <Button testid="add-lane" onclick={press(Action::AddLane)}>
                    { if several { "Add a variant" } else { "Compare with a variant" } }
                </Button>
            }
            <SelectField label="Comparisons" testid="comparison" value={present(&state.lanes)} options={choices} onchange={on_comparison} />
        </div>
    }
}

/// A name, what it says, and the lanes made of the usual settings.
type Comparison = (&'static str, &'static str, fn(Config) -> Vec<Config>);

/// Comparisons that teach something about transformers.
const COMPARISONS: [Comparison; 5] = [
    ("positions", "With and without positions", |usual| {
        let mut without = usual.clone();
        without.form.positions = Positions::None;
        vec![usual, without]
    }),
    ("heads", "Four heads against one", |usual| {
        let one = Config { heads: 1, ..usual.clone() };
        vec![usual, one]
    }),
    ("residual", "With and without residual paths", |usual| {
        let mut without = usual.clone();
        without.form.has_residual = false;
        vec![usual, without]
    }),
    ("layers", "Two layers against one", |usual| {
        let one = Config { layers: 1, ..usual.clone() };
        vec![usual, one]
    }),
    ("norm", "Norm before against after", |usual| {
        let mut after = usual.clone();
        after.form.norm = Norm::After;
        vec![usual, after]
    }),
];

/// The comparison that these lanes are; nothing if none.
fn present(lanes: &[Config]) -> &'static str {
    let usual = Config { task: lanes[0].task, ..default_config() };
    COMPARISONS.iter().find(|it| (it.2)(usual.clone()) == lanes).map_or("", |it| it.0)
}

/// What a lane has that not all have.
fn difference(lanes: &[Config], lane: &Config) -> String {
    let mut words = Vec::new();
    let mut say = |differs: fn(&Config, &Config) -> bool, text: String| {
        if lanes.iter().any(|other| differs(other, lane)) {
            words.push(text);
        }
    };
    let form = lane.form;
    let plural =
        |count: u8, name: &str| format!("{count} {name}{}", if count == 1 { "" } else { "s" });
    say(|a, b| a.layers != b.layers, plural(lane.layers, "layer"));
    say(|a, b| a.heads != b.heads, plural(lane.heads, "head"));
    say(|a, b| a.width != b.width, format!("{} wide", lane.width));
    say(|a, b| a.form.positions != b.form.positions, positions(form.positions).into());
    say(
        |a, b| a.form.norm != b.form.norm,
        match form.norm {
            Norm::Before => "norm before".into(),
            Norm::After => "norm after".into(),
        },
    );
    say(|a, b| a.form.has_mlp != b.form.has_mlp, with(form.has_mlp, "MLP"));
    say(|a, b| a.form.is_tied != b.form.is_tied, with(form.is_tied, "tied output"));
    say(
        |a, b| a.form.has_residual != b.form.has_residual,
        with(form.has_residual, "residual paths"),
    );
    say(|a, b| a.batch_size != b.batch_size, format!("batch {}", lane.batch_size));
    say(|a, b| a.learning_rate != b.learning_rate, format!("rate {}", lane.learning_rate));
    say(|a, b| a.dropout != b.dropout, format!("dropout {}", lane.dropout));
    say(|a, b| a.seed != b.seed, format!("seed {}", lane.seed));
    if words.is_empty() { "the same".into() } else { words.join(", ") }
}

fn with(has: bool, name: &str) -> String {
    format!("{} {name}", if has { "with" } else { "no" })
}

fn positions(positions: Positions) -> &'static str {
    match positions {
        Positions::Learned => "learned positions",
        Positions::Sinusoidal => "sines and cosines",
        Positions::Rotary => "RoPE",
        Positions::Distance => "ALiBi",
        Positions::None => "no positions",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_say_what_sets_them_apart() {
        let check = |name: &str, expect: [&str; 2]| {
            let comparison = COMPARISONS.iter().find(|it| it.0 == name).unwrap();
            let lanes = (comparison.2)(default_config());
            assert_eq!([0, 1].map(|lane| difference(&lanes, &lanes[lane])), expect);
            assert_eq!(present(&lanes), name);
        };
        check("positions", ["learned positions", "no positions"]);
        check("heads", ["4 heads", "1 head"]);
        check("residual", ["with residual paths", "no residual paths"]);
        check("layers", ["2 layers", "1 layer"]);
        check("norm", ["norm before", "norm after"]);
        let alone = [default_config()];
        assert_eq!((difference(&alone, &alone[0]).as_str(), present(&alone)), ("the same", ""));
    }
}
