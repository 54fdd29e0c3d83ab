//! Finds what one cell of a trace was computed from.

use super::attention::{lowering, scale};
use super::block::Stages;
use super::changes::Ablation;
use super::{Arithmetic, Linear, Norm, Output, Part, Product, Step, Trace, Weights};
use crate::activation::exp_of;
use crate::lane::Lane;
use crate::rows::{Turns, normalise, rate};
use crate::transformer::{Placement, Positions, Sizes};

/// How the cell in this row and column of a part came about; none if there is no such cell. `weights`
/// have to be those that the trace was made with.
pub fn arithmetic(
    weights: &Weights,
    trace: &Trace,
    part: Part,
    row: usize,
    column: usize,
) -> Option<Arithmetic> {
    let stage = trace.stage(part)?;
    if row >= stage.rows || column >= stage.columns {
        return None;
    }
    let width = trace.sizes().width;
    let value = stage.values[row * stage.columns + column];
    Some(match part {
        Part::Token => Arithmetic::Taken { row: trace.tokens()[row] as usize, value },
        Part::Place if weights.positions().is_some() => {
            Arithmetic::Taken { row: trace.places[row], value }
        }
        Part::Place => Arithmetic::Wave {
            place: trace.places[row],
            rate: rate(column & !1, width),
            is_sine: column.is_multiple_of(2),
        },
        Part::Start => {
            let at = row * width + column;
            let place = trace.start.place.as_ref().map(|place| place[at]);
            let terms = [Some(trace.start.token[at]), place];
            Arithmetic::Sum { terms: terms.into_iter().flatten().collect() }
        }
        Part::Block(layer, step) => {
            let stages = trace.layers.get(layer)?;
            let cell = Cell { weights, trace, layer, stages, row, column, value };
            return cell.step(step);
        }
        Part::FinalNorm => {
            normalised(weights.final_norm()?, trace.stream(trace.sizes().layers), row, column)
        }
        Part::Logits => logit(weights, trace, column),
        Part::Next => soft(&trace.stage(Part::Logits)?.values, column),
    })
}

/// A cell of a block.
struct Cell<'a> {
    weights: &'a Weights,
    trace: &'a Trace,
    layer: usize,
    stages: &'a Stages,
    row: usize,
    column: usize,
    value: f32,
}

impl Cell<'_> {
    fn step(&self, step: Step) -> Option<Arithmetic> {
        let Self { stages, row, column, .. } = *self;
        let block = self.weights.block(self.layer);
        let is_pre_norm = self.trace.sizes().form.norm == Placement::Before;
        let stream = self.trace.stream(self.layer);
        Some(match step {
            Step::Norm1 => {
                let x = if is_pre_norm { stream } else { &stages.after_attention };
                normalised(block.norm1, x, row, column)
            }
            Step::Query(head) => self.turned(0, head),
            Step::Key(head) => self.turned(1, head),
            Step::Value(head) => Arithmetic::Product(self.of_qkv(2, head, column)),
            Step::Scores(head) => Arithmetic::Product(self.score(head)),
            Step::Shares(head) => self.share(head),
            Step::Mixed(head) => self.mixed(head),
            Step::Projected => linear(block.projection, &stages.mixed, row, column),
            Step::AfterAttention => self.sum(stream, &stages.projected),
            Step::Norm2 => {
                let x = if is_pre_norm { &stages.after_attention } else { &stages.after_mlp };
                normalised(block.mlp?.norm2, x, row, column)
            }
            Step::Hidden => {
                let x = if is_pre_norm { &stages.norm2 } else { &stages.norm1 };
                linear(block.mlp?.raise, x, row, column)
            }
            Step::Activated => {
                let hidden = 4 * self.trace.sizes().width;
                Arithmetic::Gelu { x: stages.hidden[row * hidden + column] }
            }
            Step::Lowered => linear(block.mlp?.lower, &stages.activated, row, column),
            Step::AfterMlp => {
                let x = if is_pre_norm { &stages.after_attention } else { &stages.norm1 };
                self.sum(x, &stages.lowered)
            }
        })
    }

    fn sum(&self, stream: &[f32], added: &[f32]) -> Arithmetic {
        let at = self.row * self.trace.sizes().width + self.column;
        let stream = self.trace.sizes().form.has_residual.then(|| stream[at]);
        Arithmetic::Sum { terms: stream.into_iter().chain([added[at]]).collect() }
    }

    fn depth(&self) -> usize {
        self.trace.sizes().width / self.trace.sizes().heads
    }

    /// A number of queries (0), keys (1) or values (2), before any turn.
    fn of_qkv(&self, which: usize, head: usize, column: usize) -> Product {
        let Sizes { width, form, .. } = *self.trace.sizes();
        let x = match form.norm {
            Placement::Before => &self.stages.norm1[..],
            Placement::After => self.trace.stream(self.layer),
        };
        let column = which * width + head * self.depth() + column;
        product(self.weights.block(self.layer).qkv, x, self.row, column)
    }

    fn turned(&self, which: usize, head: usize) -> Arithmetic {
        let own = self.of_qkv(which, head, self.column);
        if self.trace.sizes().form.positions != Positions::Rotary {
            return Arithmetic::Product(own);
        }
        let place = self.trace.places[self.row];
        let (cosine, sine) =
            Turns::at(std::iter::once(place), self.depth()).angle(0, self.column / 2);
        let partner = self.of_qkv(which, head, self.column ^ 1);
        let sine = if self.column.is_multiple_of(2) { -sine } else { sine };
        Arithmetic::Turned { own, partner, cosine, sine }
    }

    fn score(&self, head: usize) -> Product {
        let Sizes { heads, width, form, .. } = *self.trace.sizes();
        let depth = self.depth();
        let numbers = |token: usize, which: usize| {
            let first = (3 * token + which) * width + head * depth;
            self.stages.qkv[first..first + depth].iter().copied()
        };
        let pairs = numbers(self.row, 0).zip(numbers(self.column, 1));
        let places = &self.trace.places;
        let bias = match form.positions {
            Positions::Distance => -lowering(head, heads, places[self.row], places[self.column]),
            _ => 0.0,
        };
        Product { scale: scale(depth), bias, ..Product::of(pairs) }
    }

    fn share(&self, head: usize) -> Arithmetic {
        if self.column <= self.row && self.trace.changes().touch(self.layer, head, self.row) {
            return Arithmetic::Changed { value: self.value };
        }
        let time = self.trace.tokens().len();
        let scores = &self.stages.scores[(head * time + self.row) * time..][..time];
        let mut soft = soft(&scores[..=self.row], self.column.min(self.row));
        if let Arithmetic::Softmax { score, exponential, is_masked, .. } = &mut soft
            && self.column > self.row
        {
            (*score, *exponential, *is_masked) = (scores[self.column], 0.0, true);
        }
        soft
    }

    fn mixed(&self, head: usize) -> Arithmetic {
        if self.trace.changes().has(self.layer, head, Ablation::Removed) {
            return Arithmetic::Changed { value: self.value };
        }
        let (time, width) = (self.trace.tokens().len(), self.trace.sizes().width);
        let shares = &self.stages.shares[(head * time + self.row) * time..][..=self.row];
        let value = 2 * width + head * self.depth() + self.column;
        let values = self.stages.qkv.chunks_exact(3 * width).map(|row| row[value]);
        Arithmetic::Product(Product::of(shares.iter().copied().zip(values)))
    }
}

fn normalised(norm: Norm<'_>, stream: &[f32], row: usize, column: usize) -> Arithmetic {
    let width = norm.gain.len();
    let mut even = stream[row * width..][..width].to_vec();
    let x = even[column];
    let mean = even.iter().sum::<f32>() / width as f32;
    let deviation = 1.0 / normalise(&mut even);
    Arithmetic::Normalised {
        x,
        mean,
        deviation,
        gain: norm.gain[column],
        shift: norm.shift[column],
    }
}

fn linear(linear: Linear<'_>, x: &[f32], row: usize, column: usize) -> Arithmetic {
    Arithmetic::Product(product(linear, x, row, column))
}

fn product(linear: Linear<'_>, x: &[f32], row: usize, column: usize) -> Product {
    let outputs = linear.bias.len();
    let inputs = linear.weights.len() / outputs;
    let weights = linear.weights[column..].iter().step_by(outputs).copied();
    let x = x[row * inputs..][..inputs].iter().copied();
    Product { bias: linear.bias[column], ..Product::of(x.zip(weights)) }
}

/// Of the last row.
fn logit(weights: &Weights, trace: &Trace, token: usize) -> Arithmetic {
    let Sizes { vocabulary, width, .. } = *trace.sizes();
    let end = trace.end();
    let row = end[end.len() - width..].iter().copied();
    Arithmetic::Product(match weights.output() {
        Output::Tied(table) => Product::of(row.zip(table[token * width..].iter().copied())),
        Output::Own(matrix) => {
            Product::of(row.zip(matrix[token..].iter().step_by(vocabulary).copied()))
        }
    })
}

/// One share of these scores.
fn soft(scores: &[f32], index: usize) -> Arithmetic {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let exponential = |score: f32| exp_of(Lane::splat(score - highest)).0[0];
    Arithmetic::Softmax {
        score: scores[index],
        highest,
        exponential: exponential(scores[index]),
        sum: scores.iter().map(|&score| exponential(score)).sum(),
        is_masked: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::samples::{forms, sizes, weights};
    use crate::reading::{Changes, Edit, HeadChange};

    /// Every cell of every part comes out of its own arithmetic.
    fn check(weights: &Weights, changes: &Changes) {
        let trace = Trace::of(weights, &[3, 0, 6, 6, 1], changes).unwrap();
        for part in trace.parts() {
            let stage = trace.stage(part).unwrap();
            for (at, &value) in stage.values.iter().enumerate() {
                let (row, column) = (at / stage.columns, at % stage.columns);
                let found = arithmetic(weights, &trace, part, row, column).unwrap();
                let near = (found.result() - value).abs() <= 1e-4 * value.abs().max(1.0);
                assert!(near, "{part:?} [{row}, {column}]: {value} is not {found:?}");
            }
            assert_eq!(stage.values.len(), stage.rows * stage.columns);
            assert_eq!(arithmetic(weights, &trace, part, stage.rows, 0), None);
            assert_eq!(arithmetic(weights, &trace, part, 0, stage.columns), None);
        }
    }

    #[test]
    fn every_number_of_every_form_comes_out_of_its_arithmetic() {
        let places = Some(vec![4, 0, 8, 3, 3]);
        let changed = Changes {
            heads: vec![
                HeadChange { layer: 0, head: 1, what: Ablation::Removed },
                HeadChange { layer: 1, head: 0, what: Ablation::Uniform },
            ],
            edits: vec![Edit { layer: 1, head: 1, query: 3, key: 0, weight: 0.9 }],
            places,
        };
        for form in forms() {
            let weights = weights(sizes(form));
            check(&weights, &Changes::default());
            check(&weights, &changed);
        }
    }

    #[test]
    fn what_was_changed_says_so() {
        let weights = weights(sizes(forms()[0]));
        let edits = vec![Edit { layer: 0, head: 1, query: 3, key: 0, weight: 0.9 }];
        let heads = vec![HeadChange { layer: 1, head: 0, what: Ablation::Removed }];
        let changes = Changes { edits, heads, ..Changes::default() };
        let trace = Trace::of(&weights, &[3, 0, 6, 6, 1], &changes).unwrap();
        let is_changed = |layer, step, row, column| {
            let found = arithmetic(&weights, &trace, Part::Block(layer, step), row, column);
            matches!(found, Some(Arithmetic::Changed { .. }))
        };
        assert!(is_changed(0, Step::Shares(1), 3, 0) && is_changed(0, Step::Shares(1), 3, 2));
        assert!(!is_changed(0, Step::Shares(1), 3, 4) && !is_changed(0, Step::Shares(1), 2, 0));
        assert!(is_changed(1, Step::Mixed(0), 2, 0) && !is_changed(1, Step::Mixed(1), 2, 0));
    }

    #[test]
    fn a_masked_cell_keeps_its_score() {
        let weights = weights(sizes(forms()[0]));
        let trace = Trace::of(&weights, &[3, 0, 6], &Changes::default()).unwrap();
        let scores = trace.stage(Part::Block(0, Step::Scores(0))).unwrap();
        let found = arithmetic(&weights, &trace, Part::Block(0, Step::Shares(0)), 0, 2).unwrap();
        let Arithmetic::Softmax { score, is_masked, exponential, .. } = found else {
            panic!("{found:?}");
        };
        assert_eq!((score, is_masked, exponential), (scores.values[2], true, 0.0));
        assert!(score != 0.0);
    }
}
