//! Card payments, few of them fraud: made up, at a base rate of one's choice, or a table of the
//! visitor's whose rarest class is what is looked for.

use figures::{Invalid, Sheet};
use nets::random::Random;

use crate::lab::Source;

/// Rows with their classes.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Features row by row, each column standardised by the training rows.
    pub rows: Vec<f32>,
    /// Whether a row is what is looked for.
    pub labels: Vec<bool>,
}

/// What there is to learn from, and what to be judged by.
#[derive(Clone, Debug)]
pub struct Transactions {
    /// Names of the features.
    pub columns: Vec<String>,
    /// What the rare rows are called, many of them.
    pub rare: String,
    /// As they come: nothing is balanced yet.
    pub train: Part,
    /// As they come, too.
    pub test: Part,
}

/// Rows to train on.
pub const TRAIN_ROWS: usize = 10_000;
/// Rows to test on.
pub const TEST_ROWS: usize = 20_000;

/// Rare rows that a table of one's own needs: half of them are for the test.
const RARE_MIN: usize = 4;

/// Streams of the seed for legitimate rows and for frauds: either stay when the number of the others
/// changes.
pub const TRAIN: (u64, u64) = (40, 41);
/// The same for the test.
pub const TEST: (u64, u64) = (42, 43);
const SPLIT: u64 = 44;

const COLUMNS: [&str; 5] = ["amount", "distance from home", "pace", "night", "risk of the shop"];

/// Share of frauds that are stolen cards; the others try numbers out.
pub const STOLEN_SHARE: f32 = 0.6;

/// Mean of each column among frauds with a stolen card: large, far away, at night.
pub const STOLEN_MEANS: [f32; 5] = [1.4, 1.5, 0.2, 0.8, 0.6];

/// Mean of each column among tried numbers: small and in quick succession. What speaks for the one
/// kind of fraud speaks against the other, which no single line can say.
pub const TRIED_MEANS: [f32; 5] = [-1.4, 0.2, 2.0, 0.0, 0.9];

impl Transactions {
    /// The rows that the controls `data`, `rate` (in per cent) and `seed` ask for.
    ///
    /// # Errors
    /// If a setting is out of range, or the visitor's table is missing or has no two classes.
    pub fn of(source: &Source<'_>) -> Result<Self, Invalid> {
        let seed = source.settings.seed()?;
        let mut made = match source.settings.word("data")? {
            "own" => {
                let sheet = source.own.ok_or_else(|| Invalid("Bring a table first.".into()))?;
                own(sheet, seed)?
            }
            _ => {
                let rate = source.settings.within("rate", 0.1, 50.0)? / 100.0;
                let columns = COLUMNS.map(String::from).to_vec();
                Self {
                    columns,
                    rare: "frauds".into(),
                    train: drawn(TRAIN_ROWS, rate, seed, TRAIN),
                    test: drawn(TEST_ROWS, rate, seed, TEST),
                }
            }
        };
        made.standardise();
        Ok(made)
    }

    fn standardise(&mut self) {
        let width = self.columns.len();
        for column in 0..width {
            let values = || self.train.rows.iter().skip(column).step_by(width).copied();
            let count = values().count() as f64;
            let mean = values().map(f64::from).sum::<f64>() / count;
            let squares = values().map(|it| (f64::from(it) - mean) * (f64::from(it) - mean));
            let deviation = (squares.sum::<f64>() / count).sqrt();
            let scale = if deviation > 0.0 { 1.0 / deviation } else { 0.0 };
            for part in [&mut self.train, &mut self.test] {
                for value in part.rows.iter_mut().skip(column).step_by(width) {
                    *value = ((f64::from(*value) - mean) * scale) as f32;
                }
            }
        }
    }
}

impl Part {
    /// Number of rare rows.
    pub fn rare(&self) -> usize {
        self.labels.iter().filter(|label| **label).count()
    }

    /// Number of the others.
    pub fn common(&self) -> usize {
        self.labels.len() - self.rare()
    }

    /// Share of rare rows.
    pub fn base_rate(&self) -> f64 {
        self.rare() as f64 / self.labels.len() as f64
    }
}

fn drawn(rows: usize, rate: f64, seed: u32, streams: (u64, u64)) -> Part {
    let frauds = libm::round(rate * rows as f64) as usize;
    let mut part = Part::default();
    let mut random = Random::new(seed, streams.0);
    for _ in frauds..rows {
        let row: [f32; 5] = [0; 5].map(|_: i32| random.normal());
        part.rows.extend(row);
        part.labels.push(false);
    }
    let mut random = Random::new(seed, streams.1);
    for _ in 0..frauds {
        let means = if random.unit() < STOLEN_SHARE { STOLEN_MEANS } else { TRIED_MEANS };
        part.rows.extend(means.map(|mean| mean + random.normal()));
        part.labels.push(true);
    }
    part
}

/// Every second row of each class to train on, the others to test on.
fn own(sheet: &Sheet, seed: u32) -> Result<Transactions, Invalid> {
    let count = |class: usize| sheet.labels.iter().filter(|it| usize::from(**it) == class).count();
    let classes = (0..sheet.classes.len()).filter(|&class| count(class) > 0);
    let rarest = classes.min_by_key(|&class| count(class));
    let rarest = rarest.filter(|&class| count(class) < sheet.rows());
    let Some(rarest) = rarest else {
        return Err(Invalid("The table needs a column with two classes.".into()));
    };
    if count(rarest) < RARE_MIN {
        return Err(Invalid(format!(
            "The rarest class, “{}”, has {} rows. It takes {RARE_MIN}, better some hundred.",
            sheet.classes[rarest],
            count(rarest),
        )));
    }
    let mut order: Vec<usize> = (0..sheet.rows()).collect();
    Random::new(seed, SPLIT).shuffle(&mut order);
    let (mut train, mut test) = (Part::default(), Part::default());
    let mut seen = [0, 0];
    for row in order {
        let is_rare = usize::from(sheet.labels[row]) == rarest;
        let seen = &mut seen[usize::from(is_rare)];
        let part = if *seen % 2 == 0 { &mut train } else { &mut test };
        *seen += 1;
        part.rows.extend(sheet.row(row));
        part.labels.push(is_rare);
    }
    let rare = format!("“{}”", sheet.classes[rarest]);
    Ok(Transactions { columns: sheet.columns.clone(), rare, train, test })
}
