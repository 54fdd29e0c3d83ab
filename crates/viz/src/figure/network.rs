//! A dense network: units in columns with what they answer over the plane, weights as lines between
//! them. Of wide layers the first units are drawn, and it is said how many more there are.

use figures::Network;

use super::legend::{self, Sample};
use super::{Drawing, Frame, Places, Reading};
use crate::colour::{self, diverging};
use crate::lettering::text_width;
use crate::network::{self, UnitId, edge_width};
use crate::pen::Pen;
use crate::scene::{Anchor, Inks, Mark, Raster, Scene, Shape, Text};
use crate::{format, shades};

/// Units drawn of a layer.
const MOST: usize = 16;
/// Room below the units for the numbers of those not drawn.
const FOOT: f64 = 22.0;
/// Incoming weights that are read out, the largest.
const WEIGHTS: usize = 5;

/// Where units are.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout(network::Network);

/// Lays a network out.
pub fn lay(net: &Network, frame: &Frame) -> Drawing {
    let inks = Inks::of(frame.theme);
    let sizes: Vec<usize> = net.sizes.iter().map(|&it| it.into()).collect();
    let height = frame.height.unwrap_or((frame.width * 0.8).clamp(200.0, 360.0));
    let mut scene = Scene { size: (frame.width, height), ..Scene::default() };
    if sizes.is_empty() || sizes.contains(&0) {
        scene.marks.push(Text::new((0.0, 16.0), "Nothing to show yet.", inks.muted).into());
        return Drawing::new(scene, Places::Nothing);
    }
    let layout = network::dense(&sizes, (frame.width, height - FOOT), MOST);
    let is_whole = net.weights.len() == layout.weights();
    let weight = |index: usize| if is_whole { net.weights[index] } else { 0.0 };
    links(&layout, weight, frame, &mut scene.marks);
    units(&layout, net, frame, &mut scene);
    let column = frame.width / sizes.len() as f64;
    for (layer, size) in sizes.iter().enumerate() {
        let count = if *size > MOST { format!("{MOST} of {size}") } else { size.to_string() };
        let words = match layer {
            0 => format::plural(*size, "input"),
            _ if layer + 1 == sizes.len() => format::plural(*size, "output"),
            _ => count.clone(),
        };
        let words = if *size > MOST || text_width(&words) > column { count } else { words };
        let at = (column * (layer as f64 + 0.5), height - 6.0);
        scene.marks.push(Text::new(at, words, inks.muted).anchored(Anchor::Middle).into());
    }
    Drawing::new(scene, Places::Network(Layout(layout)))
}

/// Lines of one sign and about one width are one shape: browsers draw ten shapes sooner than a
/// thousand.
fn links(
    layout: &network::Network,
    weight: impl Fn(usize) -> f32,
    frame: &Frame,
    marks: &mut Vec<Mark>,
) {
    const WIDTHS: usize = 10;
    let paper = Inks::of(frame.theme).paper;
    let mut pens: [[Pen; WIDTHS]; 2] = Default::default();
    for edge in &layout.edges {
        let value = weight(edge.weight);
        let width = ((edge_width(value) * 2.0).round() as usize).clamp(1, WIDTHS) - 1;
        pens[usize::from(value >= 0.0)][width].bend(edge.start, edge.end);
    }
    for (sign, pens) in [-1.0, 1.0].into_iter().zip(pens) {
        let ink = paper.mix(diverging(frame.theme).signed(sign), 0.8);
        let drawn = pens.into_iter().enumerate().filter(|(_, pen)| !pen.0.is_empty());
        marks.extend(
            drawn.map(|(width, pen)| Shape::line(pen, ink, (width as f64 + 1.0) / 2.0).into()),
        );
    }
}

fn units(layout: &network::Network, net: &Network, frame: &Frame, scene: &mut Scene) {
    let inks = Inks::of(frame.theme);
    let (mut blank, mut framed) = (Pen::default(), Pen::default());
    let side = layout.unit;
    for unit in &layout.units {
        let area = [unit.x - side / 2.0, unit.y - side / 2.0, side, side];
        let map = layout.hidden_index(unit.id).and_then(|it| net.maps.get(it));
        let map = map.filter(|it| it.len() == usize::from(net.map_side).pow(2));
        match map.and_then(|map| raster(map, net.map_side.into(), area, frame)) {
            Some(raster) => {
                scene.rasters.push(raster);
                framed.rect(area);
            }
            None => blank.rect(area),
        }
        if unit.id.0 == 0 && layout.sizes[0] == 2 {
            let letter = if unit.id.1 == 0 { "x" } else { "y" };
            let text = Text::new((unit.x, unit.y + 4.0), letter, inks.muted);
            scene.marks.push(text.anchored(Anchor::Middle).into());
        }
    }
    // Below the letters, above the lines.
    let blank = Shape::filled(blank, inks.paper).outlined(inks.muted, 1.0);
    let framed = Shape::line(framed, inks.muted, 1.0);
    let letters = scene.marks.iter().position(|mark| matches!(mark, Mark::Text(_)));
    let place = letters.unwrap_or(scene.marks.len());
    scene.marks.splice(place..place, [blank.into(), framed.into()]);
}

fn raster(map: &[f32], side: usize, area: [f64; 4], frame: &Frame) -> Option<Raster> {
    let ramp = colour::plane(frame.theme);
    let size = shades::size(map);
    Raster::new(area, side, map.iter().map(|it| ramp.signed(it / size))).map(Raster::smooth)
}

impl Layout {
    fn nearest(&self, at: (f64, f64)) -> Option<UnitId> {
        let distance = |unit: &&network::Unit| (unit.x - at.0).hypot(unit.y - at.1);
        self.0.units.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).map(|it| it.id)
    }

    /// The unit whose square a place lies in, or the nearest where the way there is short.
    pub fn unit(&self, at: (f64, f64)) -> Option<UnitId> {
        let id = self.nearest(at)?;
        let (x, y) = self.middle(id)?;
        ((x - at.0).hypot(y - at.1) <= self.0.unit).then_some(id)
    }

    fn middle(&self, id: UnitId) -> Option<(f64, f64)> {
        self.0.units.iter().find(|it| it.id == id).map(|it| (it.x, it.y))
    }

    /// Where a key leads: up and down in the layer, left and right between layers.
    pub fn step(&self, from: Option<(f64, f64)>, key: &str) -> Option<(f64, f64)> {
        let is_known =
            matches!(key, "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End");
        let Some(from) = from else { return is_known.then(|| self.middle((0, 0))).flatten() };
        let (layer, index) = self.nearest(from)?;
        let last = self.0.sizes.len() - 1;
        let shown = |layer: usize| self.0.sizes[layer].min(MOST) - 1;
        let into = |layer: usize| (layer, index.min(shown(layer)));
        let next = match key {
            "ArrowUp" => (layer, index.saturating_sub(1)),
            "ArrowDown" => (layer, (index + 1).min(shown(layer))),
            "ArrowLeft" => into(layer.saturating_sub(1)),
            "ArrowRight" => into((layer + 1).min(last)),
            "Home" => (0, 0),
            "End" => (last, 0),
            _ => return None,
        };
        self.middle(next)
    }

    /// A unit's bias and its largest incoming weights.
    pub fn read(
        &self,
        net: &Network,
        at: (f64, f64),
        frame: &Frame,
        size: (f64, f64),
    ) -> Option<Reading> {
        let inks = Inks::of(frame.theme);
        let id = self.nearest(at)?;
        let (x, y) = self.middle(id)?;
        let name = self.0.name(id);
        let mut lines = vec![format!("{}{}", name[..1].to_ascii_uppercase(), &name[1..])];
        let mut marks = Vec::new();
        if id.0 > 0 && net.weights.len() == self.0.weights() {
            lines.extend(self.incoming(net, id));
            let mut pen = Pen::default();
            self.0.edges.iter().filter(|it| it.to == id).for_each(|it| pen.bend(it.start, it.end));
            marks.push(Shape::line(pen, inks.ink, 1.5).into());
        }
        let half = self.0.unit / 2.0 + 2.0;
        let mut pen = Pen::default();
        pen.rect([x - half, y - half, 2.0 * half, 2.0 * half]);
        marks.push(Shape::line(pen, inks.ink, 2.0).into());
        let words = lines.join("; ");
        let entries: Vec<_> = lines.into_iter().map(|line| (Sample::None, line)).collect();
        marks.extend(legend::tip((x + half - 8.0, y), &entries, size, &inks));
        Some(Reading { at: (x, y), words, marks })
    }

    fn incoming(&self, net: &Network, (layer, index): UnitId) -> Vec<String> {
        let sizes = &self.0.sizes;
        let before: usize = (1..layer).map(|it| (sizes[it - 1] + 1) * sizes[it]).sum();
        let inputs = sizes[layer - 1];
        let row = &net.weights[before + index * inputs..before + (index + 1) * inputs];
        let bias = net.weights[before + inputs * sizes[layer] + index];
        let mut weights: Vec<(usize, f32)> = row.iter().copied().enumerate().collect();
        weights.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let number = |value: f32| format::fixed(f64::from(value), 2);
        let line = |(from, weight): &(usize, f32)| {
            format!("from {}: {}", self.0.name((layer - 1, *from)), number(*weight))
        };
        let more = weights.len().saturating_sub(WEIGHTS);
        let shown = weights.iter().take(WEIGHTS).map(line);
        let rest = (more > 0).then(|| format!("and {more} smaller"));
        shown.chain(rest).chain([format!("bias {}", number(bias))]).collect()
    }
}
