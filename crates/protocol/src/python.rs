//! The page and the Python worker. JSON, because the far end is JavaScript and Python.
//!
//! The worker only *observes*: it calls the learner's code, and says what came back. Whether that
//! is right is decided by the `judge` crate, in the page.

use serde::{Deserialize, Serialize};

mod event;
mod job;
mod observation;

pub use job::{Entry, EntryKind, FreeOrder, Job, OwnCase, Purpose, Rules};
pub use observation::{
    CodeError, ErrorKind, Frame, GrowthPoint, Observation, Origin, Outcome, Remark, RemarkKind,
};

/// From the page to the Python worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Request {
    /// First message: where the engine's files are. Answered by [`Event::Progress`] and
    /// [`Event::Ready`].
    Start(Assets),
    /// Run a job. Answered by [`Event::Output`], [`Event::Case`], [`Event::Growth`], and at the end
    /// exactly one of [`Event::Finished`] and [`Event::Failed`].
    Run {
        /// Chosen by the page; repeated in every answer.
        id: u32,
        /// What to run.
        job: Box<Job>,
    },
}

/// Absolute addresses, all of the page's own origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assets {
    /// Folder of Pyodide's files, ending in `/`.
    pub pyodide: String,
    /// Archive (zip) of the harness and the `numpy` package.
    pub packages: String,
    /// The wasm module of array kernels; none where the site bundles its host's numpy wheel.
    pub kernels: Option<String>,
    /// Names the on-device snapshot; changes with any file of the engine.
    pub snapshot_key: String,
    /// Bytes that a cold start downloads, uncompressed; the total of the progress bar.
    pub total_bytes: u64,
}

/// From the Python worker to the page: `{"type": "case", "id": 1, "case": …}`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(remote = "Self", rename_all = "snake_case")]
pub enum Event {
    /// The engine is on its way.
    Progress {
        /// What is happening.
        stage: Stage,
        /// Bytes so far of a cold start; a restore counts none.
        loaded_bytes: u64,
        /// Bytes in all.
        total_bytes: u64,
    },
    /// The engine can run jobs.
    Ready {
        /// For example `3.14.0`.
        python: String,
        /// `np.__version__`.
        numpy: String,
        /// Whether it came from the on-device snapshot.
        warm: bool,
        /// From the worker's start to now.
        start_ms: f64,
    },
    /// Something was printed. Sent in pieces while the code runs.
    Output {
        /// Which job.
        id: u32,
        /// Where to.
        stream: Stream,
        /// What.
        text: String,
    },
    /// One case is done.
    Case {
        /// Which job.
        id: u32,
        /// What was seen.
        case: Observation,
    },
    /// What the source could do better; once a check of all cases, before the first of them.
    Remarks {
        /// Which job.
        id: u32,
        /// In the order of lines.
        remarks: Vec<Remark>,
    },
    /// An [`OwnCase`] makes no case.
    Refused {
        /// Which job.
        id: u32,
        /// The case's name.
        name: String,
        /// Why, in words for the visitor.
        message: String,
    },
    /// The search for a smaller failing input is over.
    Shrunk {
        /// Which job.
        id: u32,
        /// The smallest input found that fails in the same way; `None` if the case passes when it
        /// runs alone, so that it fails only after other calls.
        case: Option<Observation>,
        /// How many inputs were tried.
        tries: u32,
    },
    /// One size of a growth job is done.
    Growth {
        /// Which job.
        id: u32,
        /// What was counted.
        point: GrowthPoint,
    },
    /// The job ran to its end.
    Finished {
        /// Which job.
        id: u32,
        /// Time in the learner's code, all cases together.
        duration_ms: f64,
    },
    /// The job could not run: the source does not compile, fails at the top level, or lacks the
    /// entry point.
    Failed {
        /// Which job.
        id: u32,
        /// Why.
        error: CodeError,
    },
    /// The job that is about to end is the engine's last: it holds more memory than it should, and
    /// WebAssembly gives none back.
    Spent,
    /// The engine itself failed. The worker is of no further use.
    Crashed {
        /// In words for the visitor.
        message: String,
    },
}

/// Part of the engine's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Files are being downloaded.
    Download,
    /// Python is starting.
    Start,
    /// The on-device snapshot is being read.
    Restore,
}

/// Where a program prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}
