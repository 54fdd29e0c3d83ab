//! Writes what visitors can take away: the programs of every lab at its defaults and of the cases of
//! `tests/programs/cases.toml`, and what our own lane comes to after the same steps.
//!
//!     cargo run --package labs --example programs -- <folder>
//!
//! `tests/programs/run.py` runs them.

use std::error::Error;
use std::fs;
use std::path::Path;

use content::authoring::{self, Library};
use content::lab::Lab;
use figures::{Settings, Value};
use labs::{Experiment, Language};
use serde_json::json;

/// Updates of a program whose case does not say how many.
const STEPS: u64 = 100;

mod layers;

/// What is written of one lane.
struct Case {
    name: String,
    settings: Settings,
    steps: u64,
    /// Whether burn's program is run as well: it takes seconds to build.
    in_burn: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: programs <folder>")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let library = authoring::load(&root.join("www/content"), "/").map_err(|it| it.to_string())?;
    let listed: toml::Table =
        fs::read_to_string(root.join("tests/programs/cases.toml"))?.parse()?;
    let mut expected = Vec::new();
    let declared = library.labs.iter().filter_map(|reading| reading.lab.as_ref());
    for lab in declared.filter(|lab| labs::find(&lab.slug).is_some()) {
        for case in cases(lab, &listed)? {
            expected.extend(written(lab, &case, folder)?);
        }
    }
    unknown(&library, &listed)?;
    for (name, training) in layers::trainings() {
        expected.push(layers::written(name, &training, folder)?);
    }
    fs::write(folder.join("expected.json"), serde_json::to_string_pretty(&expected)?)?;
    Ok(())
}

/// The defaults, and what is listed for the lab.
fn cases(lab: &Lab, listed: &toml::Table) -> Result<Vec<Case>, Box<dyn Error>> {
    let settings = lab.defaults();
    let mut cases = vec![Case { name: "defaults".into(), settings, steps: STEPS, in_burn: false }];
    for listed in listed.get(&lab.slug).and_then(toml::Value::as_array).into_iter().flatten() {
        let mut settings = lab.defaults();
        let set = listed.get("set").and_then(toml::Value::as_table).into_iter().flatten();
        for (control, value) in set {
            settings.set(control, setting(lab, control, value)?);
        }
        let text = |key: &str| listed.get(key).and_then(toml::Value::as_str);
        let steps = listed.get("steps").and_then(toml::Value::as_integer);
        cases.push(Case {
            name: text("name").ok_or("a case needs a name")?.into(),
            settings,
            steps: steps.map_or(STEPS, |steps| steps as u64),
            in_burn: listed.get("burn").and_then(toml::Value::as_bool) == Some(true),
        });
    }
    Ok(cases)
}

fn setting(lab: &Lab, control: &str, value: &toml::Value) -> Result<Value, String> {
    let value = match value {
        toml::Value::String(word) => Value::Word(word.clone()),
        toml::Value::Boolean(is_on) => Value::Number(f64::from(u8::from(*is_on))),
        toml::Value::Integer(number) => Value::Number(*number as f64),
        toml::Value::Float(number) => Value::Number(*number),
        other => return Err(format!("{}: {control} cannot be {other}", lab.slug)),
    };
    let is_allowed = lab.control(control).is_some_and(|it| it.kind.allows(&value));
    if is_allowed { Ok(value) } else { Err(format!("{}: {control} cannot be {value}", lab.slug)) }
}

/// Writes the programs of a case; what they must print, or nothing where the lab has none.
fn written(
    lab: &Lab,
    case: &Case,
    folder: &Path,
) -> Result<Option<serde_json::Value>, Box<dyn Error>> {
    let name = format!("{}-{}", lab.slug, case.name);
    let mut run = Experiment::open(&lab.slug, vec![case.settings.clone()], None)
        .map_err(|refused| format!("{name}: {refused}"))?;
    run.advance(0, case.steps);
    let Some(program) = run.program(0, Language::PyTorch) else { return Ok(None) };
    fs::write(folder.join(format!("{name}.py")), program)?;
    if let Some(program) = run.program(0, Language::Burn).filter(|_| case.in_burn) {
        fs::write(folder.join(format!("{name}.rs")), program)?;
    }
    let (measure, view) = (run.measures().remove(0), run.view(0));
    let value = f64::from(view.values[0]);
    Ok(Some(json!({
        "name": name, "measure": measure.id, "value": value, "burn": case.in_burn,
    })))
}

/// A misspelt lab would be left out in silence.
fn unknown(library: &Library, listed: &toml::Table) -> Result<(), String> {
    let known = |slug: &String| {
        library.labs.iter().any(|it| it.lab.as_ref().is_some_and(|it| it.slug == **slug))
    };
    match listed.keys().find(|slug| !known(slug)) {
        Some(slug) => Err(format!("cases.toml names {slug}, which is no lab")),
        None => Ok(()),
    }
}
