//! The figures: the measures of all lanes over the steps, then what each lane shows.

use std::rc::Rc;

use figures::{Figure, Panel, Value};
use protocol::lab::{Frame, LaneFrame};
use viz::Theme;
use viz::figure::{align, enlarged};
use viz::network::UnitId;
use yew::prelude::*;

use super::charts::charts;
use super::drawing::{Stroke, Tool, sketch};
use super::plan::{Change, NAMES};
use super::state::{Action, State};
use crate::components::Button;
use crate::figure::{FigureView, Hand, Touch, merged};

/// Panels of one id: one for all lanes, or one a lane.
struct Row {
    id: String,
    panels: Vec<(String, Panel)>,
}

/// A lane and one of its units.
type Chosen = Option<(usize, UnitId)>;

/// A lane's panel; with a chosen unit's map, where the lane's network shows it there.
fn seen(panel: &Panel, of: &LaneFrame, unit: Option<UnitId>) -> Panel {
    let network = |it: &Panel| match &it.figure {
        Figure::Network(net) if net.shown_in.as_ref() == Some(&panel.id) => Some(net.clone()),
        _ => None,
    };
    let large = unit.and_then(|unit| enlarged(panel, &of.panels.iter().find_map(network)?, unit));
    large.unwrap_or_else(|| panel.clone())
}

fn rows(frame: &Frame, chosen: Chosen) -> Vec<Row> {
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
        let mine: Vec<(usize, &Panel)> = lanes
            .filter_map(|(lane, of)| Some((lane, of.panels.iter().find(|it| it.id == id)?)))
            .collect();
        let is_shared = several && mine.iter().all(|(_, panel)| panel.is_shared);
        if is_shared {
            let named: Vec<_> = mine.into_iter().map(|(lane, panel)| (name(lane), panel)).collect();
            return Row { id: id.to_owned(), panels: vec![(String::new(), merged(&named))] };
        }
        let own = |lane: usize| chosen.filter(|it| it.0 == lane).map(|it| it.1);
        let panel = |(lane, panel)| (name(lane), seen(panel, &frame.lanes[lane], own(lane)));
        let (names, mut panels): (Vec<_>, Vec<_>) = mine.into_iter().map(panel).unzip();
        align(&mut panels);
        Row { id: id.to_owned(), panels: names.into_iter().zip(panels).collect() }
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
    let of_lanes = rows(frame, state.unit).into_iter().flat_map(|row| row.panels).map(named);
    let measured = charts(&prepared.measures, frame);
    of_lanes.chain(measured.into_iter().map(|panel| (panel.title.clone(), panel))).collect()
}

/// What each lane shows.
pub fn panels(state: &UseReducerHandle<State>, theme: Theme) -> Html {
    // One shape and one key whatever else there is to show: the focus stays where somebody draws.
    let rows = match state.shown() {
        Some(frame) => rows(frame, state.unit),
        None => sketched(state).into_iter().collect(),
    };
    let row = |row: Row| {
        let views = row.panels.into_iter().map(|(lane, panel)| view(state, theme, &lane, panel));
        html! { <div key={row.id} class="labs-row panel pad">{ for views }</div> }
    };
    html! { <>{ for rows.into_iter().map(row) }</> }
}

/// Points that are too few to run on yet, to draw more.
fn sketched(state: &State) -> Option<Row> {
    let id = state.lab.own.as_ref()?.draw.as_deref().filter(|_| state.is_own())?;
    Some(Row { id: id.to_owned(), panels: vec![(String::new(), sketch(state.own.as_ref(), id))] })
}

/// A panel, with what can be done to it.
fn view(state: &UseReducerHandle<State>, theme: Theme, lane: &str, panel: Panel) -> Html {
    let index = NAMES.iter().position(|name| *name == lane).unwrap_or(0);
    let is_drawn = state.is_own()
        && state.lab.own.as_ref().is_some_and(|own| own.draw.as_ref() == Some(&panel.id));
    let has_units = matches!(&panel.figure, Figure::Network(net) if net.shown_in.is_some());
    let turn = {
        let (dispatcher, lane) = (state.dispatcher(), state.lane);
        Callback::from(move |(name, degrees): (String, f64)| {
            let value = Value::Number(degrees.round());
            dispatcher.dispatch(Action::Change(Change::Set { lane, name, value }));
        })
    };
    let dispatcher = state.dispatcher();
    let on_touch = is_drawn.then(|| {
        Callback::from(move |Touch { with, at: (x, y) }: Touch| {
            let tool = match with {
                Hand::Tool => None,
                Hand::Class(class) => Some(Tool::Class(class)),
                Hand::Eraser => Some(Tool::Erase),
            };
            dispatcher.dispatch(Action::Draw(Stroke::At(tool, x, y)));
        })
    });
    let dispatcher = state.dispatcher();
    let enlarge = Callback::from(move |unit| dispatcher.dispatch(Action::Enlarge(index, unit)));
    let shown = state.unit.filter(|chosen| has_units && chosen.0 == index);
    let key = format!("{lane}{}", panel.id);
    let lane = lane.to_owned();
    html! {
        <div {key} class="labs-figure">
            <FigureView panel={Rc::new(panel)} {lane} {theme} on_turn={turn} {on_touch} on_unit={has_units.then(|| enlarge.clone())} />
            if let Some((_, unit)) = shown {
                <Button class="lab-small" testid="whole-map" onclick={enlarge.reform(move |_: MouseEvent| unit)}>{ "Back to the whole network's map" }</Button>
            } else if has_units {
                <p class="small muted">{ "Click a unit to see its map large." }</p>
            }
        </div>
    }
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
    use figures::{Lines, Network, Plane, Text};

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
        let lanes: Vec<Vec<String>> = rows(&two, None)
            .into_iter()
            .map(|row| row.panels.into_iter().map(|(lane, _)| lane).collect())
            .collect();
        assert_eq!(lanes, [vec![String::new()], vec!["A".into(), "B".into()]]);
    }

    #[test]
    fn a_chosen_unit_takes_the_map_of_its_lane_only() {
        let mut two = frame(&[&[1.0], &[1.0]]);
        for lane in &mut two.lanes {
            let network = Network {
                sizes: vec![2, 1, 1],
                maps: vec![vec![0.5]],
                map_side: 1,
                shown_in: Some("map".into()),
                ..Network::default()
            };
            lane.panels = vec![
                Panel::new("map", "Map", "All.", Figure::Plane(Plane::default())),
                Panel::new("network", "Network", "2-1-1.", Figure::Network(network)),
            ];
        }
        let titles = |chosen| -> Vec<String> {
            let all = rows(&two, chosen).into_iter().flat_map(|row| row.panels);
            all.map(|(_, panel)| panel.title).collect()
        };
        assert_eq!(titles(None), ["Map", "Map", "Network", "Network"]);
        let large = "Map: layer 1, unit 1";
        assert_eq!(titles(Some((1, (1, 0)))), ["Map", large, "Network", "Network"]);
    }
}
