//! The figures: the measures of all lanes over the steps, then what each lane shows.

use std::rc::Rc;

use figures::{Panel, Value};
use protocol::lab::Frame;
use viz::Theme;
use yew::prelude::*;

use super::charts::charts;
use super::plan::{Change, NAMES};
use super::state::{Action, State};
use crate::figure::{FigureView, merged};

/// Panels of one id: one for all lanes, or one a lane.
struct Row {
    panels: Vec<(String, Panel)>,
}

fn rows(frame: &Frame) -> Vec<Row> {
    let several = frame.lanes.len() > 1;
    let name = |lane: usize| if several { NAMES[lane].to_owned() } else { String::new() };
    let mut ids: Vec<&str> = Vec::new();
    for panel in frame.lanes.iter().flat_map(|lane| &lane.panels) {
        if !ids.contains(&panel.id.as_str()) {
            ids.push(&panel.id);
        }
    }
    let row = |id: &str| {
        let lanes = frame.lanes.iter().enumerate();
        let mine: Vec<(String, &Panel)> = lanes
            .filter_map(|(lane, of)| Some((name(lane), of.panels.iter().find(|it| it.id == id)?)))
            .collect();
        let is_shared = several && mine.iter().all(|(_, panel)| panel.is_shared);
        if is_shared {
            return Row { panels: vec![(String::new(), merged(&mine))] };
        }
        Row { panels: mine.into_iter().map(|(lane, panel)| (lane, panel.clone())).collect() }
    };
    ids.into_iter().map(row).collect()
}

/// Every figure on the page with its name, for taking away.
pub fn everything(state: &State) -> Vec<(String, Panel)> {
    let (Some(frame), Some(prepared)) = (state.shown(), &state.prepared) else { return Vec::new() };
    let named = |(lane, panel): (String, Panel)| {
        let name =
            if lane.is_empty() { panel.title.clone() } else { format!("{lane}: {}", panel.title) };
        (name, panel)
    };
    let of_lanes = rows(frame).into_iter().flat_map(|row| row.panels).map(named);
    let measured = charts(&prepared.measures, frame);
    of_lanes.chain(measured.into_iter().map(|panel| (panel.title.clone(), panel))).collect()
}

/// What each lane shows.
pub fn panels(state: &UseReducerHandle<State>, theme: Theme) -> Html {
    let Some(frame) = state.shown() else { return Html::default() };
    let turn = {
        let dispatcher = state.dispatcher();
        let lane = state.lane;
        Callback::from(move |(name, degrees): (String, f64)| {
            let value = Value::Number(degrees.round());
            dispatcher.dispatch(Action::Change(Change::Set { lane, name, value }));
        })
    };
    let row = |row: Row| {
        let views = row.panels.into_iter().map(|(lane, panel)| {
            let key = format!("{lane}{}", panel.id);
            html! {
                <div {key} class="labs-figure">
                    <FigureView panel={Rc::new(panel)} {lane} {theme} on_turn={turn.clone()} />
                </div>
            }
        });
        html! { <div class="labs-row panel pad">{ for views }</div> }
    };
    html! { <>{ for rows(frame).into_iter().map(row) }</> }
}

/// The measures over the steps.
pub fn curves(state: &State, theme: Theme) -> Html {
    let (Some(frame), Some(prepared)) = (state.shown(), &state.prepared) else {
        return Html::default();
    };
    let views = charts(&prepared.measures, frame).into_iter().map(|panel| {
        html! {
            <div key={panel.id.clone()} class="labs-figure"><FigureView panel={Rc::new(panel)} {theme} /></div>
        }
    });
    html! { <section class="labs-row panel pad" aria-label="Measures by step">{ for views }</section> }
}

#[cfg(test)]
mod tests {
    use figures::{Figure, Lines, Text};

    use super::*;
    use crate::labs::sample::frame;

    #[test]
    fn panels_of_one_name_stand_together() {
        let mut two = frame(&[&[1.0], &[1.0]]);
        for lane in &mut two.lanes {
            let lines = Figure::Lines(Lines::default());
            lane.panels = vec![
                Panel::new("paths", "Paths", "Paths.", lines).shared(),
                Panel::new("text", "Text", "Text.", Figure::Text(Text::default())),
            ];
        }
        let lanes: Vec<Vec<String>> = rows(&two)
            .into_iter()
            .map(|row| row.panels.into_iter().map(|(lane, _)| lane).collect())
            .collect();
        assert_eq!(lanes, [vec![String::new()], vec!["A".into(), "B".into()]]);
    }
}
