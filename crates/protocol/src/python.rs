//! The page and the Python worker. JSON, because the far end is JavaScript and Python.
//!
//! The worker only *observes*: it calls the learner's code, and says what came back. Whether that
//! is right is decided by the `judge` crate, in the page.

use serde::{Deserialize, Serialize};

use crate::value::Value;

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
    /// The wasm module of array kernels.
    pub kernels: String,
    /// Names the on-device snapshot; changes with any file of the engine.
    pub snapshot_key: String,
    /// Bytes that a cold start downloads, uncompressed; the total of the progress bar.
    pub total_bytes: u64,
}

/// One submission, or one reference, or one recorded mistake, on some cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// The code to run; its tracebacks speak of `solution.py`.
    pub source: String,
    /// Text of the exercise's `cases.py`.
    pub cases: String,
    /// Text of the exercise's `solution.py`: gives the expected value where a case states none and
    /// `cases.py` has no `oracle`.
    pub reference: String,
    /// The function or class that the cases use.
    pub entry: Entry,
    /// What to do with them.
    pub purpose: Purpose,
    /// Seed of generated cases.
    pub seed: u32,
    /// Executed lines after which a single case is ended with [`ErrorKind::StepLimit`].
    pub step_budget: u64,
}

/// The name that the cases call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// For example `iou` or `MovingAverage`.
    pub name: String,
    /// How it is used.
    pub kind: EntryKind,
}

/// How an entry point is used by the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Called once a case.
    Function,
    /// Constructed once a case, then its methods are called in order; the result is the list of
    /// what they returned.
    Class,
}

/// What a job is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Purpose {
    /// Run the cases: all of them, or only those named.
    Check {
        /// Names of cases; `None` for all.
        only: Option<Vec<String>>,
    },
    /// Count executed steps on inputs of growing size (`growth(n)` in `cases.py`).
    Growth {
        /// The sizes, growing.
        sizes: Vec<u32>,
    },
}

/// From the Python worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The engine is on its way.
    Progress {
        /// What is happening.
        stage: Stage,
        /// Bytes so far (of the whole cold start, or of the snapshot).
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

/// What was seen when one case ran.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Unique in the exercise, written for people: `apart on both axes`.
    pub name: String,
    /// Whether its input stays hidden until the exercise is solved.
    pub hidden: bool,
    /// The input, one line an argument: `("a", "(0, 0, 1, 1)")`; a call has no name: `("", "next(3)")`.
    pub input: Vec<(String, String)>,
    /// What should have come back.
    pub expected: Value,
    /// What happened.
    pub outcome: Outcome,
    /// Names of arguments that the code changed although the exercise does not ask for it.
    pub mutated: Vec<String>,
    /// Executed steps.
    pub steps: u64,
}

/// What happened when the code was called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// It returned.
    Returned {
        /// What.
        value: Value,
    },
    /// It raised.
    Raised {
        /// What.
        error: CodeError,
    },
}

/// An error in the visitor's code, in terms of the visitor's own lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeError {
    /// Which family.
    pub kind: ErrorKind,
    /// Python's name: `ZeroDivisionError`.
    pub name: String,
    /// Python's words.
    pub message: String,
    /// Line in the visitor's code, from 1, where it has one.
    pub line: Option<u32>,
    /// Column from 1, for syntax errors.
    pub column: Option<u32>,
    /// The visitor's own frames, outermost first; nothing of the harness.
    pub frames: Vec<Frame>,
}

/// One line of a traceback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// From 1.
    pub line: u32,
    /// `<module>` at the top level.
    pub function: String,
}

/// Families of errors that are shown differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// The source does not compile.
    Syntax,
    /// An ordinary exception.
    Exception,
    /// The step budget ran out: usually a loop without an end.
    StepLimit,
    /// Out of memory.
    Memory,
    /// Recursion too deep.
    Recursion,
    /// The function or class that the cases call is not there.
    MissingEntry,
}

/// Executed steps on an input of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrowthPoint {
    /// `n`
    pub size: u32,
    /// Executed lines, plus the cost of built-ins that walk their data.
    pub steps: u64,
}
