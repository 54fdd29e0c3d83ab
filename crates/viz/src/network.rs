//! A dense network as a drawing: units in columns, a line for each weight with its size as width
//! and its sign as colour.

/// A unit's place: layer (0 is the inputs), index from the top.
pub type UnitId = (usize, usize);

/// A unit, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Which one.
    pub id: UnitId,
    /// Middle, in pixels.
    pub x: f64,
    /// Middle, in pixels.
    pub y: f64,
}

/// A weight, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The unit whose activation is weighted.
    pub from: UnitId,
    /// The unit that sums it.
    pub to: UnitId,
    /// Place of the weight in a frame's list of weights.
    pub weight: usize,
    /// Start, in pixels.
    pub start: (f64, f64),
    /// End, in pixels.
    pub end: (f64, f64),
}

/// A network, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// Units in each layer, inputs and output included.
    pub sizes: Vec<usize>,
    /// Side of a unit's square, in pixels.
    pub unit: f64,
    /// Layer by layer.
    pub units: Vec<Unit>,
    /// Layer by layer, unit by unit, input by input: in the order of the weights.
    pub edges: Vec<Edge>,
}

/// Lays out a network with layers of these sizes, inputs first, in a box of pixels; of each layer the
/// first `most` units are drawn. Weights are expected layer by layer: row-major, unit by input, then
/// that layer's biases.
pub fn dense(sizes: &[usize], (width, height): (f64, f64), most: usize) -> Network {
    let shown = |layer: usize| sizes[layer].min(most);
    let tallest = (0..sizes.len()).map(shown).max().unwrap_or(2).max(1) as f64;
    let column = width / sizes.len().max(1) as f64;
    let unit = (column * 0.6).min(height / tallest * 0.8).clamp(12.0, 40.0);
    // Small layers huddle together, as long as their column still looks like one.
    let gap = (height / tallest).min(unit * 1.9);
    let place = |(layer, index): UnitId| {
        let x = column * (layer as f64 + 0.5);
        (x, height / 2.0 + (index as f64 - (shown(layer) as f64 - 1.0) / 2.0) * gap)
    };
    let ids = (0..sizes.len()).flat_map(|layer| (0..shown(layer)).map(move |i| (layer, i)));
    let units = ids.map(|id| Unit { id, x: place(id).0, y: place(id).1 }).collect();
    let mut edges = Vec::new();
    let mut first = 0;
    for layer in 1..sizes.len() {
        for to in 0..shown(layer) {
            for from in 0..shown(layer - 1) {
                let (a, b) = (place((layer - 1, from)), place((layer, to)));
                edges.push(Edge {
                    from: (layer - 1, from),
                    to: (layer, to),
                    weight: first + to * sizes[layer - 1] + from,
                    start: (a.0 + unit / 2.0, a.1),
                    end: (b.0 - unit / 2.0, b.1),
                });
            }
        }
        first += sizes[layer] * (sizes[layer - 1] + 1);
    }
    Network { sizes: sizes.to_vec(), unit, units, edges }
}

impl Network {
    /// Number of weights and biases.
    pub fn weights(&self) -> usize {
        self.sizes.windows(2).map(|pair| (pair[0] + 1) * pair[1]).sum()
    }

    /// Place of a hidden unit among all hidden units, or `None` for inputs and the output.
    pub fn hidden_index(&self, (layer, index): UnitId) -> Option<usize> {
        let is_hidden = layer > 0 && layer + 1 < self.sizes.len();
        is_hidden.then(|| self.sizes[1..layer].iter().sum::<usize>() + index)
    }

    /// A unit's name: `input x`, `layer 1, unit 3`, `output`; numbers where there are more than the
    /// plane's two inputs, or several outputs.
    pub fn name(&self, (layer, index): UnitId) -> String {
        match layer {
            0 if self.sizes[0] == 2 => format!("input {}", if index == 0 { "x" } else { "y" }),
            0 => format!("input {}", index + 1),
            _ if layer + 1 == self.sizes.len() && self.sizes[layer] == 1 => "output".into(),
            _ if layer + 1 == self.sizes.len() => format!("output {}", index + 1),
            _ => format!("layer {layer}, unit {}", index + 1),
        }
    }
}

/// Width of a weight's line in pixels: grows with its size, but never covers a unit.
pub fn edge_width(weight: f32) -> f64 {
    if weight.is_finite() { f64::from((0.4 + weight.abs() * 1.2).min(5.0)) } else { 0.4 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_four_one() {
        let net = dense(&[2, 4, 1], (300.0, 200.0), 16);
        assert_eq!(net.sizes, [2, 4, 1]);
        assert_eq!((net.units.len(), net.edges.len(), net.weights()), (7, 12, 17));
        // The output's first weight comes after four units with two weights each and four biases.
        assert_eq!(net.edges[8].weight, 12);
        assert_eq!(net.name((1, 2)), "layer 1, unit 3");
        assert_eq!(net.name((2, 0)), "output");
        assert_eq!(net.hidden_index((1, 3)), Some(3));
        assert_eq!(net.hidden_index((2, 0)), None);
    }

    #[test]
    fn of_wide_layers_the_first_units_are_drawn() {
        let net = dense(&[64, 100, 10], (300.0, 200.0), 8);
        assert_eq!((net.units.len(), net.edges.len()), (24, 128));
        assert_eq!(net.weights(), 65 * 100 + 101 * 10);
        // Unit 2 of the second layer begins after two rows of 64; the last layer after all of it.
        assert_eq!((net.edges[16].weight, net.edges[64].weight), (128, 6500));
        assert_eq!((net.name((0, 2)), net.name((2, 4))), ("input 3".into(), "output 5".into()));
        assert_eq!(dense(&[], (10.0, 10.0), 8).units, []);
    }

    #[test]
    fn without_hidden_layers_inputs_meet_the_output() {
        let net = dense(&[2, 1], (300.0, 200.0), 16);
        assert_eq!((net.edges.len(), net.weights()), (2, 3));
        assert_eq!(net.edges[1].from, (0, 1));
    }

    #[test]
    fn widths_grow_with_the_weight_up_to_a_limit() {
        assert!(edge_width(-2.0) > edge_width(0.1));
        assert_eq!(edge_width(f32::MAX), 5.0);
        assert_eq!(edge_width(f32::NAN), 0.4);
    }

    proptest! {
        #[test]
        fn units_stay_in_the_box_and_apart(hidden in prop::collection::vec(1usize..=8, 0..=6)) {
            let (width, height) = (320.0, 320.0);
            let sizes: Vec<usize> = [2].into_iter().chain(hidden).chain([1]).collect();
            let net = dense(&sizes, (width, height), usize::MAX);
            let half = net.unit / 2.0;
            for unit in &net.units {
                prop_assert!(unit.x >= half && unit.x <= width - half);
                prop_assert!(unit.y >= half - 1e-9 && unit.y <= height - half + 1e-9);
                let is_near = |it: &&Unit| (it.x - unit.x).hypot(it.y - unit.y) < net.unit;
                prop_assert_eq!(net.units.iter().filter(is_near).count(), 1);
            }
            let last = net.edges.last().map(|edge| edge.weight + 2);
            prop_assert_eq!(last, Some(net.weights()));
        }
    }
}
