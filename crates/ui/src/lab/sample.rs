//! Frames for tests.

use protocol::boundary::{Data, Frame, LossPoint, MAP_SIDE, Point, UNIT_MAP_SIDE};

/// A frame of the opening configuration before training.
pub fn blank_frame() -> Frame {
    Frame {
        step: 0,
        epoch: 0.0,
        train_loss: 0.5,
        test_loss: 0.5,
        train_accuracy: 0.5,
        test_accuracy: 0.5,
        updates_per_second: 0.0,
        history: Vec::new(),
        map: vec![0.0; MAP_SIDE * MAP_SIDE],
        unit_maps: vec![vec![0.0; UNIT_MAP_SIDE * UNIT_MAP_SIDE]; 10],
        weights: vec![0.1; 51],
        weights_hash: 0xfeed,
        gradient_norms: vec![0.0; 3],
        dead_shares: vec![0.0; 2],
        diverged_at_step: None,
    }
}

/// A frame at a step, with one point of history.
pub fn frame_at(step: u64) -> Frame {
    let loss = 0.5 / (1.0 + step as f32);
    let history = vec![LossPoint { step, train: loss, test: loss }];
    Frame { step, train_loss: loss, test_loss: loss, history, ..blank_frame() }
}

/// Two points to train on and two to test with.
pub fn data() -> Data {
    let point = |x, is_positive| Point { x, y: 0.5, is_positive };
    Data {
        train: vec![point(-1.0, false), point(1.0, true)],
        test: vec![point(-0.5, false), point(0.5, true)],
        extent: 1.5,
    }
}
