//! The step of a layer of tanh units, forwards and backwards.

use super::network::Room;
use crate::activation::Activation;
use crate::lane::Lane;

/// State after step `step` from the weighted sums of that step.
pub fn forward(room: &mut Room, step: usize) {
    let (now, after) = (room.step(step), room.step(step + 1));
    for (sums, state) in room.sums.iter().zip(room.states.iter_mut()) {
        let state = after.of_mut(state);
        state.copy_from_slice(now.of(sums));
        Activation::Tanh.apply(state);
    }
}

/// ∂loss/∂sums of step `step` from ∂loss/∂state after it.
pub fn backward(room: &mut Room, step: usize) {
    let (now, after) = (room.step(step), room.step(step + 1));
    let slopes = room.state_slopes.iter().zip(room.states.iter());
    for (deltas, (slopes, state)) in room.deltas.iter_mut().zip(slopes) {
        let units = after.of(slopes).iter().zip(after.of(state));
        for (delta, (&slope, &h)) in now.of_mut(deltas).iter_mut().zip(units) {
            *delta = slope * (Lane::splat(1.0) - h * h);
        }
    }
}
