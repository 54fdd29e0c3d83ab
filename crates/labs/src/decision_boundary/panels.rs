//! What the lab shows: the map, the network, and its layers in numbers.

use figures::format::{count, decimal, percent, plural};
use figures::{
    Axis, BarGroup, Bars, Field, FieldKind, Figure, Group, Network, Panel, Plane, Table,
};
use nets::boundary::{MAP_SIDE, Point, UNIT_MAP_SIDE};

use super::Boundary;
use crate::diagnosis::LayerHealth;

/// Bars of the histogram: an odd number, so that the middle one is around 0.
const CELLS: usize = 21;

/// A weight below this is as good as none.
const SMALL: f32 = 0.01;

pub(super) fn all(lane: &mut Boundary) -> Vec<Panel> {
    let layers = lane.layers();
    vec![map(lane), network(lane), gradients(&layers), weights(lane), health(&layers)]
}

fn map(lane: &mut Boundary) -> Panel {
    let (train, test) = lane.run.scores();
    let field = Field {
        columns: MAP_SIDE as u16,
        rows: MAP_SIDE as u16,
        values: lane.run.map(),
        kind: FieldKind::Signed,
    };
    let data = lane.run.data();
    let group = |points: &[Point], is_positive: bool, is_hollow: bool| {
        let class = &lane.names.classes[usize::from(is_positive)];
        let mine = points.iter().filter(|point| point.is_positive == is_positive);
        Group {
            name: if is_hollow { format!("{class}, held out") } else { class.clone() },
            class: u8::from(is_positive),
            is_hollow,
            points: mine.map(|point| (point.x, point.y)).collect(),
            ..Group::default()
        }
    };
    let axis = |index: usize| Axis::from_to(&lane.names.columns[index], -data.extent, data.extent);
    let plane = Plane {
        x: axis(0),
        y: axis(1),
        is_square: true,
        field: Some(field),
        groups: vec![
            group(&data.train, false, false),
            group(&data.train, true, false),
            group(&data.test, false, true),
            group(&data.test, true, true),
        ],
        ..Plane::default()
    };
    let says = format!(
        "After {}, {} of {} and {} of {} are on the right side of the boundary.",
        plural(lane.run.step_count() as usize, "step"),
        percent(f64::from(train.accuracy)),
        plural(data.train.len(), "training point"),
        percent(f64::from(test.accuracy)),
        plural(data.test.len(), "test point"),
    );
    Panel::new("map", "Decision map", says, Figure::Plane(plane))
}

fn network(lane: &mut Boundary) -> Panel {
    let layers = lane.run.shape().layers();
    let sizes: Vec<u16> =
        std::iter::once(2).chain(layers.iter().map(|layer| layer.units as u16)).collect();
    let shape: Vec<String> = sizes.iter().map(ToString::to_string).collect();
    let largest = lane.run.weights().iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
    let says = format!(
        "{}: {}, the largest {}.",
        shape.join("-"),
        plural(lane.run.weights().len(), "parameter"),
        decimal(f64::from(largest))
    );
    let network = Network {
        sizes,
        weights: lane.run.weights().to_vec(),
        maps: lane.run.unit_maps(),
        map_side: UNIT_MAP_SIDE as u16,
        shown_in: Some("map".into()),
    };
    Panel::new("network", "Network", says, Figure::Network(network))
}

fn gradients(layers: &[LayerHealth]) -> Panel {
    let group = |name: &str, value: fn(&LayerHealth) -> f32| BarGroup {
        name: name.into(),
        values: layers.iter().map(value).collect(),
    };
    let bars = Bars {
        x: Axis::new("layer"),
        y: Axis::log("norm"),
        names: layers.iter().map(|layer| layer.name.clone()).collect(),
        groups: vec![
            group("gradient", |layer| layer.gradient_norm),
            group("update ÷ weights", |layer| layer.update_ratio),
        ],
        ..Bars::default()
    };
    let norm = |layer: Option<&LayerHealth>| {
        layer.map_or(String::new(), |it| {
            format!("{} in {}", decimal(f64::from(it.gradient_norm)), it.name)
        })
    };
    let says = match layers {
        [_] => format!("The gradient's norm is {}.", norm(layers.first())),
        _ => format!("The gradient's norm is {}, {}.", norm(layers.first()), norm(layers.last())),
    };
    Panel::new("gradients", "Gradient by layer", says, Figure::Bars(bars))
}

fn weights(lane: &Boundary) -> Panel {
    let weights = lane.run.weights();
    let finite = || weights.iter().copied().filter(|weight| weight.is_finite());
    let largest = finite().fold(0.0_f32, |most, weight| most.max(weight.abs())).max(SMALL);
    let mut cells = vec![0.0; CELLS];
    for weight in finite() {
        let place = (weight / largest + 1.0) / 2.0 * CELLS as f32;
        cells[(place as usize).min(CELLS - 1)] += 1.0;
    }
    let small = finite().filter(|weight| weight.abs() < SMALL).count();
    let bars = Bars {
        x: Axis::from_to("weight", -largest, largest),
        y: Axis::new("count"),
        names: Vec::new(),
        groups: vec![BarGroup { name: "weights and biases".into(), values: cells }],
        ..Bars::default()
    };
    let says = format!(
        "{} of {} weights and biases are below {SMALL} in size.",
        count(small as u64),
        count(weights.len() as u64)
    );
    Panel::new("weights", "Weights", says, Figure::Bars(bars))
}

fn health(layers: &[LayerHealth]) -> Panel {
    let number = |value: f32| decimal(f64::from(value));
    let hidden = |layer: &LayerHealth, share: f32| {
        if layer.name == "the output" { "–".into() } else { percent(f64::from(share)) }
    };
    let row = |layer: &LayerHealth| {
        vec![
            layer.name.clone(),
            layer.units.to_string(),
            number(layer.gradient_norm),
            number(layer.update_ratio),
            hidden(layer, layer.dead_share),
            hidden(layer, layer.saturated_share),
        ]
    };
    let table = Table {
        columns: ["layer", "units", "gradient", "update ÷ weights", "dead", "saturated"]
            .map(String::from)
            .to_vec(),
        rows: layers.iter().map(row).collect(),
    };
    let dead: f32 = layers.iter().map(|layer| layer.dead_share * layer.units as f32).sum();
    let says = match dead.round() as usize {
        0 => "Every hidden unit's answer depends on the point.".to_owned(),
        units => format!(
            "{} the same for every point.",
            match units {
                1 => "1 hidden unit answers".to_owned(),
                _ => format!("{units} hidden units answer"),
            }
        ),
    };
    Panel::new("layers", "Layers in numbers", says, Figure::Table(table))
}
