//! The lab's controls as a run's settings. Names and values are those of every link that was ever
//! shared.

use figures::{Invalid, Sheet};
use nets::activation::Activation;
use nets::boundary::{Engine, Leak, Point, Points, Settings, Source as Data};
use nets::optimiser::Rule;

use crate::lab::Source;

/// Reads every control.
///
/// # Errors
/// The first that cannot be used.
pub(super) fn read(source: Source<'_>) -> Result<Settings, Invalid> {
    let settings = source.settings;
    let number = |name: &str| settings.number(name).map(|number| number as f32);
    Ok(Settings {
        source: data(source)?,
        noise: number("noise")?,
        leak: settings.choice(
            "leak",
            &[("none", Leak::None), ("label", Leak::Label), ("rows", Leak::Rows)],
        )?,
        test_share: number("split")?,
        hidden: hidden(settings.word("hidden")?)?,
        activation: settings.choice("act", &ACTIVATIONS)?,
        rule: settings.choice(
            "opt",
            &[("sgd", Rule::Sgd), ("momentum", Rule::Momentum), ("adam", Rule::Adam)],
        )?,
        learning_rate: number("lr")?,
        batch_size: settings.count("batch", 1, 64)?,
        l1: number("l1")?,
        l2: number("l2")?,
        seed: settings.seed()?,
        engine: settings.choice("engine", &[("slices", Engine::Slices), ("burn", Engine::Burn)])?,
    })
}

const ACTIVATIONS: [(&str, Activation); 4] = [
    ("tanh", Activation::Tanh),
    ("relu", Activation::Relu),
    ("sigmoid", Activation::Sigmoid),
    ("linear", Activation::Linear),
];

fn data(source: Source<'_>) -> Result<Data, Invalid> {
    if source.settings.word("data")? == "own" {
        return own(source.own.ok_or_else(|| Invalid("Draw or bring points first.".into()))?);
    }
    let sets = [
        ("moons", Data::Moons),
        ("circles", Data::Circles),
        ("xor", Data::Xor),
        ("spiral", Data::Spiral),
        ("blobs", Data::Blobs),
        ("checkerboard", Data::Checkerboard),
    ];
    source.settings.choice("data", &sets)
}

/// Two columns are the plane; the second class is the positive one.
fn own(sheet: &Sheet) -> Result<Data, Invalid> {
    if sheet.columns.len() != 2 {
        return Err(Invalid(format!(
            "Points need two columns, x and y; the table has {}.",
            sheet.columns.len()
        )));
    }
    if sheet.classes.len() != 2 || sheet.labels.len() != sheet.rows() {
        return Err(Invalid(format!(
            "Points need two classes; the table has {}.",
            sheet.classes.len()
        )));
    }
    let point = |row: usize| {
        let place = sheet.row(row);
        Point { x: place[0], y: place[1], is_positive: sheet.labels[row] == 1 }
    };
    Ok(Data::Own((0..sheet.rows()).map(point).collect::<Points>()))
}

fn hidden(text: &str) -> Result<Vec<usize>, Invalid> {
    let units = text.split(',').filter(|_| !text.is_empty()).map(str::parse);
    units.collect::<Result<_, _>>().map_err(|_| {
        Invalid(format!("Hidden layers are written as units, such as 8,4; not “{text}”."))
    })
}

/// What the axes and the classes are called.
pub(super) struct Names {
    /// Of both coordinates.
    pub columns: [String; 2],
    /// Of both classes, the negative one first.
    pub classes: [String; 2],
}

impl Names {
    /// Those of the visitor's table, if that is what is trained on.
    pub fn of(source: Source<'_>) -> Self {
        let is_own = source.settings.word("data") == Ok("own");
        let own = source.own.filter(|_| is_own);
        let name = |list: fn(&Sheet) -> &[String], index: usize, usual: &str| {
            own.and_then(|sheet| list(sheet).get(index)).cloned().unwrap_or_else(|| usual.into())
        };
        let column = |index, usual| name(|sheet| &sheet.columns, index, usual);
        let class = |index, usual| name(|sheet| &sheet.classes, index, usual);
        let leaks = source.settings.word("leak") == Ok("label");
        let second = if leaks { "x₂ (the label)".into() } else { column(1, "x₂") };
        Self { columns: [column(0, "x₁"), second], classes: [class(0, "A"), class(1, "B")] }
    }
}
