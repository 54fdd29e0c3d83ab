//! The page and the worker that trains nets. Postcard bytes; plain numbers, no tensors.
//!
//! Flow control: the worker trains as fast as it can while a run is started, and sends a frame
//! only when the page has answered the last one with [`Request::FrameShown`], at most 30 a second.

use figures::Settings;
use serde::{Deserialize, Serialize};

use crate::{attention, lab};

/// From the page to the trainer. `run` is chosen by the page; answers repeat it, so that answers
/// to an abandoned run are told apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Prepare a model; replaces whatever ran before. Answered by the kind's `Prepared` event and a
    /// first frame at step 0.
    Configure {
        /// Which run.
        run: u32,
        /// What to train.
        config: Config,
    },
    /// Train until paused.
    Start {
        /// Which run.
        run: u32,
    },
    /// Stop after the current step and send a frame.
    Pause {
        /// Which run.
        run: u32,
    },
    /// Train up to exactly this step, then pause and send a frame. A step that lies behind rewinds
    /// to the initialisation first.
    RunTo {
        /// Which run.
        run: u32,
        /// Step to stop at, from 0.
        step: u64,
    },
    /// The last frame is on screen: the next one may be sent.
    FrameShown {
        /// Which run.
        run: u32,
    },
    /// Attention runs: look inside like this, now and with every later frame.
    Look {
        /// Which run.
        run: u32,
        /// At what.
        look: attention::Look,
    },
    /// Attention runs: continue a text; answered by an [`Event::Written`] a token. Another order
    /// takes its place; one of no tokens ends it.
    Write {
        /// Which run.
        run: u32,
        /// What and how.
        order: attention::Order,
    },
    /// Lab runs: take over live settings, a set for each lane, and send a frame.
    Adjust {
        /// Which run.
        run: u32,
        /// A value for every control, for each lane.
        lanes: Vec<Settings>,
    },
    /// Lab runs: write a lane as a program. Answered by [`Event::LabProgram`].
    Program {
        /// Which run.
        run: u32,
        /// Which lane, from 0.
        lane: u8,
        /// In which language.
        language: lab::Language,
    },
}

/// What to train.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Config {
    /// The attention page.
    Attention(attention::Plan),
    /// A lab.
    Lab(lab::Config),
    /// The attention page, with a trained model from the visitor's disk.
    Checkpoint(attention::checkpoint::Opening),
}

/// From the trainer to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// First message: the module is there.
    Ready {
        /// What does the arithmetic: `burn 0.22.1, ndarray`.
        engine: String,
    },
    /// A configuration was refused; nothing else changed.
    Refused {
        /// Which run.
        run: u32,
        /// What is wrong with it, in words for the visitor.
        reason: String,
    },
    /// The attention model, after `Configure`.
    AttentionPrepared {
        /// Which run.
        run: u32,
        /// Its size and alphabet.
        model: attention::Model,
    },
    /// The attention page at one step.
    AttentionFrame {
        /// Which run.
        run: u32,
        /// Whether it goes on training.
        running: bool,
        /// What is painted.
        frame: Box<attention::Frame>,
    },
    /// Files from the visitor's disk are being read, after `Configure`.
    CheckpointProgress {
        /// Which run.
        run: u32,
        /// How far.
        progress: attention::checkpoint::Progress,
    },
    /// Files from the visitor's disk are not opened; nothing else changed.
    CheckpointRefused {
        /// Which run.
        run: u32,
        /// Why.
        refusal: attention::checkpoint::Refusal,
    },
    /// A model from the visitor's disk is there.
    CheckpointPrepared {
        /// Which run.
        run: u32,
        /// What it is.
        found: attention::checkpoint::Found,
    },
    /// A lab, after `Configure`.
    LabPrepared {
        /// Which run.
        run: u32,
        /// What does not change while it runs.
        prepared: lab::Prepared,
    },
    /// A lab at one step.
    LabFrame {
        /// Which run.
        run: u32,
        /// Whether it goes on.
        running: bool,
        /// Updates a second of all lanes together; 0 when paused.
        updates_per_second: f32,
        /// What is painted.
        frame: Box<lab::Frame>,
    },
    /// A lane as a program.
    LabProgram {
        /// Which run.
        run: u32,
        /// In which language.
        language: lab::Language,
        /// The program; nothing if this lane has none.
        text: Option<String>,
    },
    /// One more token of a text that is continued.
    Written {
        /// Which run.
        run: u32,
        /// The token.
        written: attention::Written,
    },
    /// The text cannot be read by this model; the last inspection stays.
    TextRefused {
        /// Which run.
        run: u32,
        /// Why, in words for the visitor.
        reason: String,
    },
    /// The text cannot be continued as ordered; nothing is written.
    WriteRefused {
        /// Which run.
        run: u32,
        /// Number of the order.
        number: u32,
        /// Why, in words for the visitor.
        reason: String,
    },
    /// The module panicked and is of no further use.
    Panicked {
        /// The panic's message.
        message: String,
    },
}
