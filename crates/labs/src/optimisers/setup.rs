//! The lab's settings as types, and everything that a lane starts from.

use figures::{Invalid, Settings, Sheet};
use nets::activation::Activation;
use nets::boundary::{self, Source as Points};
use nets::dense::{Descent, Examples, Head, Layer, Linear, Network, Start};
use nets::optimiser::{Constants, Rule};
use nets::random::Random;
use nets::schedule::Schedule;

use super::surface::{Place, Surface};
use crate::datasets;
use crate::lab::Source;
use crate::tasks as rows;

/// Streams of the seed.
pub const DATA: u64 = 1;
const SPLIT: u64 = 2;
const WEIGHTS: u64 = 3;
pub const ORDER: u64 = 4;
pub const NOISE: u64 = 5;

/// Rows of the digits and of own tables that are trained on, at most; and held out.
const TRAIN_MAX: usize = 800;
const TEST_MAX: usize = 400;

/// Noise of the two moons: the half circles touch.
const MOON_NOISE: f32 = 0.15;

/// Everything that decides a lane.
#[derive(Clone, Debug)]
pub struct Setup {
    /// What is descended.
    pub task: Task,
    /// How.
    pub descent: Descent,
    /// Of all that is random.
    pub seed: u32,
}

/// What is descended.
#[derive(Clone, Debug)]
pub enum Task {
    /// A loss of two weights.
    Surface(Ground),
    /// A network on rows of data.
    Network(Box<Problem>),
}

/// A surface and where a walk on it begins.
#[derive(Clone, Copy, Debug)]
pub struct Ground {
    /// Which.
    pub surface: Surface,
    /// First weights.
    pub start: [f32; 2],
    /// Standard deviation of what is added to each slope, in place of what the choice of a batch
    /// does to it.
    pub noise: f32,
}

/// Data, network and first weights.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The rows.
    pub task: rows::Task,
    /// Units from the inputs to the outputs.
    pub sizes: Vec<usize>,
    /// Between the linear layers.
    pub activation: Activation,
    /// First weights, layer by layer.
    pub weights: Vec<f32>,
}

/// Which rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Data {
    /// Two moons.
    Moons,
    /// Handwritten digits.
    Digits,
    /// The visitor's own.
    Own,
}

pub const RULES: [(&str, Rule); 6] = [
    ("sgd", Rule::Sgd),
    ("momentum", Rule::Momentum),
    ("nesterov", Rule::Nesterov),
    ("rmsprop", Rule::RmsProp),
    ("adam", Rule::Adam),
    ("adamw", Rule::AdamW),
];

impl Setup {
    /// The settings as types; draws data and first weights.
    pub fn read(source: Source<'_>) -> Result<Self, Invalid> {
        let settings = source.settings;
        let seed = settings.seed()?;
        let data = settings.choice(
            "data",
            &[("moons", Data::Moons), ("digits", Data::Digits), ("own", Data::Own)],
        )?;
        if data == Data::Own && source.own.is_none() {
            return Err(Invalid("Bring a table first.".into()));
        }
        let task = match settings.word("task")? {
            "surface" => Task::Surface(ground(settings)?),
            "network" => Task::Network(Box::new(Problem::draw(data, seed, source.own)?)),
            other => return Err(Invalid(format!("There is no task “{other}”."))),
        };
        Ok(Self { task, descent: descent(settings)?, seed })
    }
}

/// The controls of the start count from −1 at one edge of the picture to 1 at the other.
fn ground(settings: &Settings) -> Result<Ground, Invalid> {
    let surface = settings.choice("surface", &Surface::ALL)?;
    let at = |name: &str, (low, high): Place| {
        let share = settings.within(name, -1.0, 1.0)?;
        Ok(((low + high) / 2.0 + share * (high - low) / 2.0) as f32)
    };
    let (x, y) = surface.window();
    let start = [at("start_x", x)?, at("start_y", y)?];
    Ok(Ground { surface, start, noise: settings.within("noise", 0.0, 10.0)? as f32 })
}

fn descent(settings: &Settings) -> Result<Descent, Invalid> {
    let rule = settings.choice("rule", &RULES)?;
    let horizon = settings.count("horizon", 10, 100_000)? as u64;
    let schedule = match settings.word("schedule")? {
        "constant" => Schedule::Constant,
        "cosine" => Schedule::WarmCosine { warm_up: 0, total: horizon },
        "warm-cosine" => Schedule::WarmCosine { warm_up: horizon / 10, total: horizon },
        "steps" => Schedule::Steps { every: (horizon / 3).max(1), factor: 0.1 },
        "inverse" => Schedule::Inverse { half_after: horizon / 10 },
        other => return Err(Invalid(format!("There is no schedule “{other}”."))),
    };
    let learning_rate = settings.within("learning_rate", 0.0, 10.0)? as f32;
    if learning_rate == 0.0 {
        return Err(Invalid("A learning rate of 0 moves nothing.".into()));
    }
    let constants = Constants {
        momentum: settings.within("momentum", 0.0, 0.999)? as f32,
        square_decay: settings.within("square_decay", 0.0, 0.9999)? as f32,
        weight_decay: settings.within("weight_decay", 0.0, 10.0)? as f32,
    };
    let batch_size = settings.count("batch", 1, 256)?;
    Ok(Descent { constants, schedule, ..Descent::new(rule, learning_rate, batch_size) })
}

impl Problem {
    fn draw(data: Data, seed: u32, own: Option<&Sheet>) -> Result<Self, Invalid> {
        let (sheet, hidden, activation): (Sheet, &[usize], _) = match data {
            Data::Moons => (moons(seed), &[16, 16], Activation::Tanh),
            Data::Digits => (datasets::digits(), &[32], Activation::Relu),
            Data::Own => {
                (datasets::standardised(own.cloned().unwrap_or_default()), &[32], Activation::Relu)
            }
        };
        if sheet.classes.len() < 2 || sheet.rows() < 4 {
            return Err(Invalid("The table needs two classes and four rows.".into()));
        }
        let mut sizes = vec![sheet.columns.len()];
        sizes.extend(hidden);
        sizes.push(sheet.classes.len());
        let weights = network(&sizes, activation).start(&mut Random::new(seed, WEIGHTS));
        let kind = match data {
            Data::Moons => rows::Kind::Plane,
            Data::Digits => rows::Kind::Digits,
            Data::Own => rows::Kind::Table,
        };
        Ok(Self { task: parted(sheet, kind, seed), sizes, activation, weights })
    }

    /// The network, without weights.
    #[must_use]
    pub fn network(&self) -> Network {
        network(&self.sizes, self.activation)
    }
}

fn network(sizes: &[usize], activation: Activation) -> Network {
    let start = match activation {
        Activation::Relu => Start::HeUniform,
        _ => Start::XavierUniform,
    };
    let mut layers: Vec<Box<dyn Layer>> = Vec::new();
    for (index, pair) in sizes.windows(2).enumerate() {
        if index > 0 {
            layers.push(Box::new(activation));
        }
        layers.push(Box::new(Linear::new(pair[0], pair[1], start)));
    }
    Network::new(sizes[0], layers, Head::Softmax)
}

fn moons(seed: u32) -> Sheet {
    let points = boundary::generate(&Points::Moons, MOON_NOISE, &mut Random::new(seed, DATA));
    Sheet {
        columns: vec!["x".into(), "y".into()],
        values: points.iter().flat_map(|point| [point.x, point.y]).collect(),
        classes: vec!["A".into(), "B".into()],
        labels: points.iter().map(|point| u8::from(point.is_positive)).collect(),
    }
}

/// Rows in random order, a third of them held out; nothing is stopped early here.
fn parted(sheet: Sheet, kind: rows::Kind, seed: u32) -> rows::Task {
    let mut order: Vec<usize> = (0..sheet.rows()).collect();
    Random::new(seed, SPLIT).shuffle(&mut order);
    let held_out = (order.len() / 3).clamp(1, TEST_MAX);
    let take = |rows: &[usize]| {
        let inputs = rows.iter().flat_map(|&row| sheet.row(row)).copied().collect();
        let labels: Vec<u8> = rows.iter().map(|&row| sheet.labels[row]).collect();
        Examples::classes(sheet.columns.len(), inputs, &labels, sheet.classes.len())
    };
    let train = &order[held_out..];
    rows::Task {
        train: take(&train[..train.len().min(TRAIN_MAX)]),
        validation: take(&[]),
        test: take(&order[..held_out]),
        kind,
        columns: sheet.columns,
        classes: sheet.classes,
    }
}
