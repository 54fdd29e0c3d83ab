//! The step of a layer of LSTM cells, forwards and backwards.
//!
//! With i, f, o = σ of their sums and g = tanh of its own: c ← f c + i g, h = o tanh(c).

use super::network::Room;
use crate::activation::{sigmoid_of, tanh_of};
use crate::lane::Lane;

const ONE: Lane = Lane([1.0; 4]);

/// What the four gates of one unit answer, or their deltas.
#[derive(Clone, Copy)]
struct Gates {
    input: Lane,
    forget: Lane,
    candidate: Lane,
    output: Lane,
}

/// State and cells after step `step`; the weighted sums of that step become the gates' answers.
pub fn forward(room: &mut Room, step: usize) {
    let units = room.shape.units;
    for unit in 0..units {
        for lane in 0..room.lanes {
            let (now, after) = (step * room.lanes + lane, (step + 1) * room.lanes + lane);
            let sum = |gate: usize| room.sums.row(gate * units + unit)[now];
            let gates = Gates {
                input: sigmoid_of(sum(0)),
                forget: sigmoid_of(sum(1)),
                candidate: tanh_of(sum(2)),
                output: sigmoid_of(sum(3)),
            };
            let before = room.cells.row(unit)[now];
            let cell = gates.forget * before + gates.input * gates.candidate;
            room.cells.row_mut(unit)[after] = cell;
            room.states.row_mut(unit)[after] = gates.output * tanh_of(cell);
            let answers = [gates.input, gates.forget, gates.candidate, gates.output];
            for (gate, answer) in answers.into_iter().enumerate() {
                room.sums.row_mut(gate * units + unit)[now] = answer;
            }
        }
    }
}

/// ∂loss/∂sums of step `step` from ∂loss/∂state and ∂loss/∂cells after it, and ∂loss/∂cells before.
pub fn backward(room: &mut Room, step: usize) {
    let units = room.shape.units;
    for unit in 0..units {
        for lane in 0..room.lanes {
            let (now, after) = (step * room.lanes + lane, (step + 1) * room.lanes + lane);
            let answer = |gate: usize| room.sums.row(gate * units + unit)[now];
            let [i, f, g, o] = [answer(0), answer(1), answer(2), answer(3)];
            let shown = tanh_of(room.cells.row(unit)[after]);
            let state_slope = room.state_slopes.row(unit)[after];
            let slopes = room.cell_slopes.row_mut(unit);
            // What comes along the cell, and what comes through the state that shows it.
            let slope = slopes[after] + state_slope * o * (ONE - shown * shown);
            slopes[after] = slope;
            slopes[now] = slope * f;
            let before = room.cells.row(unit)[now];
            let deltas = [
                slope * g * i * (ONE - i),
                slope * before * f * (ONE - f),
                slope * i * (ONE - g * g),
                state_slope * shown * o * (ONE - o),
            ];
            for (gate, delta) in deltas.into_iter().enumerate() {
                room.deltas.row_mut(gate * units + unit)[now] = delta;
            }
        }
    }
}
