//! `labs/<slug>/controls.toml`: what a lab lets a visitor set, and what it proposes to try.

use std::collections::BTreeMap;
use std::path::Path;

use figures::{Settings, Value};
use serde::Deserialize;

use super::reader::Reader;
use crate::lab::{
    Control, ControlKind, Experiment, Lab, LaneSettings, Need, OwnTable, Question, Rule,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    area: String,
    steps: u64,
    #[serde(default = "one")]
    stride: u64,
    #[serde(default)]
    burn: bool,
    own: Option<OwnFile>,
    #[serde(default)]
    control: Vec<ControlFile>,
    #[serde(default)]
    experiment: Vec<ExperimentFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnFile {
    columns: (usize, usize),
    rows: usize,
    classes: bool,
    #[serde(default = "most_classes")]
    most_classes: usize,
    within: Option<f32>,
    draw: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ControlFile {
    name: String,
    label: String,
    group: String,
    #[serde(default)]
    help: String,
    #[serde(default)]
    shared: bool,
    #[serde(default)]
    live: bool,
    needs: Option<BTreeMap<String, Vec<String>>>,
    default: toml::Value,
    #[serde(default)]
    unit: String,
    choice: Option<Vec<(String, String)>>,
    scale: Option<Vec<f64>>,
    range: Option<(f64, f64, f64)>,
    layers: Option<(usize, u16)>,
    text: Option<usize>,
    pad: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExperimentFile {
    name: String,
    title: String,
    #[serde(default)]
    set: BTreeMap<String, toml::Value>,
    lanes: Vec<LaneFile>,
    steps: u64,
    question: Option<String>,
    #[serde(default)]
    measure: String,
    #[serde(default)]
    tie: f64,
    answer: Option<String>,
    value: Option<f64>,
    #[serde(default)]
    why: String,
}

#[derive(Deserialize)]
struct LaneFile {
    name: String,
    #[serde(flatten)]
    set: BTreeMap<String, toml::Value>,
}

fn one() -> u64 {
    1
}

/// Classes that a figure can still tell apart, twice over.
fn most_classes() -> usize {
    20
}

/// Reads and checks a lab's declaration.
pub fn read(reader: &mut Reader, folder: &Path, slug: &str, title: &str) -> Option<Lab> {
    let path = folder.join("controls.toml");
    let file: File = reader.toml(&path)?;
    let mut lab = Lab {
        slug: slug.to_owned(),
        title: title.to_owned(),
        area: file.area,
        steps: file.steps.max(1),
        stride: file.stride.max(1),
        needs_burn: file.burn,
        own: file.own.map(|own| OwnTable {
            columns: own.columns,
            rows: own.rows,
            has_classes: own.classes,
            most_classes: own.most_classes,
            within: own.within,
            draw: own.draw,
        }),
        controls: Vec::new(),
        experiments: Vec::new(),
    };
    for declared in file.control {
        let name = declared.name.clone();
        match control(declared) {
            Ok(control) if lab.control(&control.name).is_some() => {
                reader.problem(&path, None, format!("there are two controls {name:?}"));
            }
            Ok(control) => lab.controls.push(control),
            Err(why) => reader.problem(&path, None, format!("control {name:?}: {why}")),
        }
    }
    check_needs(reader, &path, &lab);
    if lab.own.as_ref().is_some_and(|own| own.draw.is_some() && !is_plane(own)) {
        let message = "points are drawn on a plane: own needs 2 columns and 2 classes for draw";
        reader.problem(&path, None, message);
    }
    for declared in file.experiment {
        let experiment = experiment(reader, &path, &lab, declared);
        lab.experiments.push(experiment);
    }
    if lab.experiments.first().is_none_or(|first| first.question.is_none()) {
        let message = "the first [[experiment]] needs a question: visitors predict before they run";
        reader.problem(&path, None, message);
    }
    Some(lab)
}

fn control(file: ControlFile) -> Result<Control, String> {
    let kind = kind(&file)?;
    if !kind.allows(&kind.default_value()) {
        return Err("its default is not among its values".into());
    }
    let needs = file.needs.and_then(|needs| needs.into_iter().next());
    Ok(Control {
        is_shared: file.shared || file.name == "seed",
        name: file.name,
        label: file.label,
        group: file.group,
        help: file.help,
        is_live: file.live,
        needs: needs.map(|(control, values)| Need { control, values }),
        kind,
    })
}

fn kind(file: &ControlFile) -> Result<ControlKind, String> {
    let word = || file.default.as_str().map(str::to_owned).ok_or("its default must be a text");
    let number = || number(&file.default).ok_or("its default must be a number");
    let unit = file.unit.clone();
    if file.name == "seed" {
        return Ok(ControlKind::Seed { default: number()? as u32 });
    }
    if let Some(options) = file.choice.clone() {
        return Ok(ControlKind::Choice { options, default: word()? });
    }
    if let Some(values) = file.scale.clone() {
        if !values.is_sorted() || !values.contains(&number()?) {
            return Err("its scale must ascend and hold its default".into());
        }
        return Ok(ControlKind::Scale { values, default: number()?, unit });
    }
    if let Some((low, high, step)) = file.range {
        return Ok(ControlKind::Range { low, high, step, default: number()?, unit });
    }
    if let Some((most, widest)) = file.layers {
        return Ok(ControlKind::Layers { most, widest, default: word()? });
    }
    if let Some(longest) = file.text {
        return Ok(ControlKind::Text { default: word()?, longest });
    }
    if let Some(side) = file.pad {
        return Ok(ControlKind::Pad { side, default: word()? });
    }
    let default = file.default.as_bool();
    let default = default.ok_or(
        "give it choice, scale, range, layers, text or pad, or a default of true or false",
    )?;
    Ok(ControlKind::Switch { default })
}

fn number(value: &toml::Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64))
}

fn is_plane(own: &OwnTable) -> bool {
    own.columns == (2, 2) && own.has_classes && own.most_classes == 2
}

fn check_needs(reader: &mut Reader, path: &Path, lab: &Lab) {
    for control in &lab.controls {
        let Some(need) = &control.needs else { continue };
        let other = lab.control(&need.control);
        let fits = other
            .is_some_and(|other| need.values.iter().all(|value| other.kind.read(value).is_some()));
        if !fits {
            let name = &control.name;
            reader.problem(path, None, format!("control {name:?} needs what no control can be"));
        }
    }
}

fn experiment(reader: &mut Reader, path: &Path, lab: &Lab, file: ExperimentFile) -> Experiment {
    let name = file.name.clone();
    let mut say = |message: String| {
        reader.problem(path, None, format!("experiment {name:?}: {message}"));
    };
    if file.lanes.is_empty() || file.lanes.len() > 3 {
        say("it needs one to three lanes".into());
    }
    let settings = settings(lab, &file.set, &mut say);
    let lanes = file.lanes.iter().map(|lane| LaneSettings {
        name: lane.name.clone(),
        settings: self::settings(lab, &lane.set, &mut say),
    });
    let lanes: Vec<LaneSettings> = lanes.collect();
    let rule = match (file.answer.as_deref(), file.value) {
        (Some("lowest"), None) => Some(Rule::Lowest),
        (Some("highest"), None) => Some(Rule::Highest),
        (Some("first-below"), Some(value)) => Some(Rule::FirstBelow(value)),
        (Some("first-above"), Some(value)) => Some(Rule::FirstAbove(value)),
        (None, None) => None,
        _ => {
            say("answer is lowest, highest, or first-below or first-above with a value".into());
            None
        }
    };
    if file.question.is_some() != rule.is_some() || rule.is_some() && file.why.trim().is_empty() {
        say("question, measure, answer and why belong together".into());
    }
    let why_html = reader.markdown(path, &file.why, 0);
    let question = file.question.zip(rule).map(|(asks, rule)| Question {
        asks,
        rule,
        measure: file.measure,
        tie: file.tie,
        why_html,
    });
    Experiment { name: file.name, title: file.title, settings, lanes, steps: file.steps, question }
}

fn settings(
    lab: &Lab,
    set: &BTreeMap<String, toml::Value>,
    say: &mut impl FnMut(String),
) -> Settings {
    let mut settings = Settings::default();
    for (name, value) in set {
        let value = match value {
            toml::Value::String(word) => Some(Value::Word(word.clone())),
            toml::Value::Boolean(on) => Some(Value::Number(f64::from(u8::from(*on)))),
            other => number(other).map(Value::Number),
        };
        match (lab.control(name), value) {
            (Some(control), Some(value)) if control.kind.allows(&value) => {
                settings.set(name, value);
            }
            (None, _) => say(format!("there is no control {name:?}")),
            _ => say(format!("{name:?} cannot have that value")),
        }
    }
    settings
}
