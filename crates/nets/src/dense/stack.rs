//! Layers one after the other, with room for what each of them answers and for the deltas.

use std::ops::Range;

use super::layer::{Backward, Forward, Layer, Mode, Part, Rows, Sketch};
use crate::activation::Activation;
use crate::lane::Lane;
use crate::random::Random;

/// Some layers, each fed by the one before it. A block that holds layers keeps one.
#[derive(Clone, Debug)]
pub struct Stack {
    places: Vec<Place>,
    inputs: usize,
    /// Of the latest forward pass.
    rows: Rows,
}

/// A layer and its room.
#[derive(Clone, Debug)]
struct Place {
    layer: Box<dyn Layer>,
    units: usize,
    weights: Range<usize>,
    answers: Vec<Lane>,
    deltas: Vec<Lane>,
}

impl Stack {
    /// Layers on this many input rows.
    #[must_use]
    pub fn new(inputs: usize, layers: Vec<Box<dyn Layer>>) -> Self {
        let (mut units, mut end) = (inputs, 0);
        let place = |layer: Box<dyn Layer>| {
            units = layer.units(units);
            let weights = end..end + layer.weight_count();
            end = weights.end;
            Place { layer, units, weights, answers: Vec::new(), deltas: Vec::new() }
        };
        let places = layers.into_iter().map(place).collect();
        Self { places, inputs, rows: Rows::default() }
    }

    /// Rows that the last layer answers.
    #[must_use]
    pub fn units(&self) -> usize {
        self.places.last().map_or(self.inputs, |place| place.units)
    }

    /// Weights of all layers.
    #[must_use]
    pub fn weight_count(&self) -> usize {
        self.places.last().map_or(0, |place| place.weights.end)
    }

    /// Writes every layer's first weights, in order.
    pub fn start(&self, weights: &mut [f32], random: &mut Random) {
        for place in &self.places {
            place.layer.start(&mut weights[place.weights.clone()], random);
        }
    }

    /// Where the weights of each layer that has any lie; layers within layers one by one.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let moved = |place: &Place| {
            let start = place.weights.start;
            place.layer.parts().into_iter().map(move |part| part.moved(start))
        };
        self.places.iter().flat_map(moved).collect()
    }

    /// What each layer is, in order.
    #[must_use]
    pub fn sketch(&self) -> Vec<Sketch> {
        self.places.iter().map(|place| place.layer.sketch()).collect()
    }

    /// Computes every layer's answers.
    pub fn forward(&mut self, weights: &[f32], inputs: &[Lane], rows: Rows, mode: Mode) {
        self.rows = rows;
        for index in 0..self.places.len() {
            let (done, rest) = self.places.split_at_mut(index);
            let place = &mut rest[0];
            let count = place.units * rows.lanes;
            place.answers.resize(count, Lane::ZERO);
            place.layer.forward(Forward {
                weights: &weights[place.weights.clone()],
                inputs: done.last().map_or(inputs, |before| &before.answers),
                answers: &mut place.answers,
                rows,
                mode,
            });
        }
    }

    /// The last layer's answers to the latest batch.
    #[must_use]
    pub fn outputs(&self) -> &[Lane] {
        self.places.last().map_or(&[], |place| &place.answers)
    }

    /// Answers and, to be written before [`Stack::backward`], ∂loss/∂answers of the last layer.
    pub fn outputs_and_deltas(&mut self) -> (&[Lane], &mut [Lane]) {
        let Some(place) = self.places.last_mut() else { return (&[], &mut []) };
        place.deltas.resize(place.answers.len(), Lane::ZERO);
        (&place.answers, &mut place.deltas)
    }

    /// Overwrites `gradient`, and `below` if there is one, with the slopes of the loss by weights
    /// and inputs, after [`Stack::forward`] on the same batch in training mode.
    pub fn backward(
        &mut self,
        weights: &[f32],
        inputs: &[Lane],
        gradient: &mut [f32],
        mut below: Option<&mut [Lane]>,
    ) {
        for index in (0..self.places.len()).rev() {
            let (before, rest) = self.places.split_at_mut(index);
            let place = &mut rest[0];
            let (inputs, below) = match before.last_mut() {
                Some(Place { answers, deltas, .. }) => {
                    deltas.resize(answers.len(), Lane::ZERO);
                    (&answers[..], Some(&mut deltas[..]))
                }
                None => (inputs, below.take()),
            };
            place.layer.backward(Backward {
                weights: &weights[place.weights.clone()],
                inputs,
                answers: &place.answers,
                deltas: &place.deltas,
                gradient: &mut gradient[place.weights.clone()],
                below,
                rows: self.rows,
            });
        }
    }

    /// Every layer, layers within layers included.
    pub fn each_layer(&self, each: &mut impl FnMut(&dyn Layer)) {
        for place in &self.places {
            if let Some(inner) = place.layer.inner() {
                inner.each_layer(each);
            }
            each(&*place.layer);
        }
    }

    /// What every layer answered to the latest batch, layers within layers included: its kind of
    /// activation, if it is one, and its rows.
    pub fn each_answer(&self, each: &mut impl FnMut(Option<Activation>, &[Lane], Rows)) {
        for place in &self.places {
            if let Some(inner) = place.layer.inner() {
                inner.each_answer(each);
            }
            each(place.layer.activation(), &place.answers, self.rows);
        }
    }
}
