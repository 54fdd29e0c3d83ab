//! An exercise's folder to an [`Exercise`].

use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, de};
use toml::{Table, Value};

use super::explain;
use super::growth::{check_growth, read_slow};
use super::reader::Reader;
use super::reading::sources;
use crate::{
    DtypeRule, Entry, EntryKind, Exercise, GrowthTarget, Level, Mistake, Order, Picture, Solution,
    Tolerance,
};

/// `exercise.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    title: String,
    summary: String,
    level: Level,
    topics: Vec<String>,
    minutes: u16,
    entry: Entry,
    tolerance: Tolerance,
    #[serde(default)]
    order: Order,
    #[serde(default)]
    dtype: DtypeRule,
    step_budget: u64,
    seed: u32,
    growth: Option<GrowthTarget>,
    #[serde(default, deserialize_with = "picture")]
    picture: Option<Picture>,
    #[serde(default)]
    sources: Vec<String>,
}

/// The picture's `kind` stands among its fields.
fn picture<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Picture>, D::Error> {
    let mut fields = Table::deserialize(deserializer)?;
    let Some(Value::String(kind)) = fields.remove("kind") else {
        return Err(de::Error::missing_field("kind"));
    };
    let picture = Table::from_iter([(kind, Value::Table(fields))]);
    picture.try_into().map(Some).map_err(de::Error::custom)
}

/// `exercises/<slug>/`
pub fn read_all(reader: &mut Reader) -> Vec<Exercise> {
    let slugs = reader.names(Path::new("exercises"));
    read_some(reader, &slugs)
}

/// The exercises of these names.
pub fn read_some(reader: &mut Reader, slugs: &[String]) -> Vec<Exercise> {
    slugs.iter().filter_map(|slug| read(reader, slug)).collect()
}

/// Reads every file even if one is missing, so that everything is reported at once.
fn read(reader: &mut Reader, slug: &str) -> Option<Exercise> {
    let folder = Path::new("exercises").join(slug);
    if !reader.is_folder(&folder) {
        reader.problem(&folder, None, "is not a folder: each exercise is a folder");
        return None;
    }
    reader.check_slug(&folder, slug);
    let about_file = folder.join("exercise.toml");
    let about: Option<About> = reader.toml(&about_file);
    let prompt_html = reader.markdown_file(&folder.join("prompt.md"));
    let starter = reader.text(&folder.join("starter.py"));
    let cases = reader.text(&folder.join("cases.py"));
    let hints_html = read_hints(reader, &folder.join("hints.md"));
    let solutions = read_solutions(reader, &folder);
    let mistakes = read_mistakes(reader, &folder.join("mistakes"));
    let slow = read_slow(reader, &folder.join("slow"));
    let explanation = explain::read(reader, &folder.join("explain.md"));
    check_names(reader, &folder);

    let about = about?;
    check_about(reader, &about_file, &about);
    let (starter, cases) = (starter?, cases?);
    check_python(reader, &folder, &about, &starter, &cases);
    let (explain_html, follow_ups) = explanation?;
    let explain_html = explain_html + &sources(reader, &about_file, &about.sources);
    Some(Exercise {
        slug: slug.to_owned(),
        title: about.title,
        summary: about.summary,
        level: about.level,
        topics: about.topics,
        minutes: about.minutes,
        entry: about.entry,
        tolerance: about.tolerance,
        order: about.order,
        dtype: about.dtype,
        step_budget: about.step_budget,
        seed: about.seed,
        growth: about.growth,
        picture: about.picture,
        prompt_html: prompt_html?,
        starter,
        cases,
        hints_html,
        solutions: solutions?,
        mistakes,
        slow,
        explain_html,
        follow_ups,
    })
}

/// Hints are the parts between lines of `---`.
fn read_hints(reader: &mut Reader, file: &Path) -> Vec<String> {
    let Some(text) = reader.text(file) else { return Vec::new() };
    let mut hints = Vec::new();
    let (mut part, mut first_line) = (String::new(), 0);
    for (index, line) in text.lines().chain(["---"]).enumerate() {
        if line.trim_end() != "---" {
            part.push_str(line);
            part.push('\n');
            continue;
        }
        if part.trim().is_empty() {
            reader.problem(file, Some(index + 1), "the hint before this line is empty: write it");
        }
        hints.push(reader.markdown(file, &part, first_line));
        (part, first_line) = (String::new(), index + 1);
    }
    hints
}

/// The reference, then the others in the order of their names.
fn read_solutions(reader: &mut Reader, folder: &Path) -> Option<Vec<Solution>> {
    let reference = reader.text(&folder.join("solution.py"));
    let mut others = Vec::new();
    for file in reader.names(folder) {
        let name = file.strip_prefix("solution_").and_then(|rest| rest.strip_suffix(".py"));
        if let Some(name) = name
            && let Some(source) = reader.text(&folder.join(&file))
        {
            others.push(Solution { name: name.replace('_', " "), source });
        }
    }
    let first = Solution { name: "reference".to_owned(), source: reference? };
    Some(std::iter::once(first).chain(others).collect())
}

fn read_mistakes(reader: &mut Reader, folder: &Path) -> Vec<Mistake> {
    let files = reader.names(folder);
    if files.is_empty() {
        let message = "holds no mistake: add at least one typical wrong answer, <name>.py";
        reader.problem(folder, None, message);
    }
    files.iter().filter_map(|file| read_mistake(reader, &folder.join(file))).collect()
}

/// The first comment block is what the visitor reads: a title, then the message.
fn read_mistake(reader: &mut Reader, file: &Path) -> Option<Mistake> {
    let source = reader.text(file)?;
    let name = file.file_name()?.to_str()?.strip_suffix(".py")?.to_owned();
    let comment: Vec<&str> =
        source.lines().map_while(|line| line.strip_prefix('#')).map(str::trim_start).collect();
    let (title, message) = comment.split_first().unwrap_or((&"", &[]));
    let message = message.join("\n");
    if title.is_empty() || message.trim().is_empty() {
        let text = "starts without a message: first comment line what went wrong, the next ones why \
                    and the smallest step to the repair";
        reader.problem(file, Some(1), text);
    }
    let message_html = reader.markdown(file, &message, 1);
    Some(Mistake { name, title: title.trim_end_matches('.').to_owned(), message_html, source })
}

/// A file with a name that nothing reads is a slip of the pen.
fn check_names(reader: &mut Reader, folder: &Path) {
    const KNOWN: [&str; 9] = [
        "cases.py",
        "exercise.toml",
        "explain.md",
        "hints.md",
        "mistakes",
        "prompt.md",
        "slow",
        "solution.py",
        "starter.py",
    ];
    for name in reader.names(folder) {
        let is_solution = name.starts_with("solution_") && name.ends_with(".py");
        if !KNOWN.contains(&name.as_str()) && !is_solution {
            let message = "is not part of an exercise: rename it (solution_<name>.py, \
                           mistakes/<name>.py) or take it away";
            reader.problem(&folder.join(name), None, message);
        }
    }
    for name in reader.names(&folder.join("mistakes")) {
        if !name.ends_with(".py") {
            let file: PathBuf = folder.join("mistakes").join(name);
            reader.problem(&file, None, "is not a mistake: mistakes end in .py");
        }
    }
}

fn check_about(reader: &mut Reader, file: &Path, about: &About) {
    reader.check_item(file, &about.title, &about.summary, &about.topics, about.minutes);
    let mut wrong = |message: &str| reader.problem(file, None, message);
    let is_identifier = about.entry.name.chars().all(|c| c.is_alphanumeric() || c == '_')
        && about.entry.name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    if !is_identifier {
        wrong("entry.name is not a Python name: write the function's or class's name");
    }
    let Tolerance { relative, absolute } = about.tolerance;
    if !(0.0..1.0).contains(&relative) || !(0.0..f64::MAX).contains(&absolute) {
        wrong("tolerance: relative must be at least 0 and below 1, absolute at least 0");
    }
    if about.step_budget < 1_000 {
        wrong("step_budget is below 1000: a short loop would be ended as endless");
    }
    if let Some(growth) = &about.growth {
        check_growth(growth, wrong);
    }
}

fn check_python(reader: &mut Reader, folder: &Path, about: &About, starter: &str, cases: &str) {
    let keyword = match about.entry.kind {
        EntryKind::Function => "def",
        EntryKind::Class => "class",
    };
    let has_entry = |source: &str| {
        let start = format!("{keyword} {}", about.entry.name);
        source
            .lines()
            .filter_map(|line| line.strip_prefix(&start))
            .any(|rest| rest.starts_with(['(', ':']))
    };
    if !has_entry(starter) {
        let message =
            format!("does not define {}: the visitor starts without it", about.entry.name);
        reader.problem(&folder.join("starter.py"), None, message);
    }
    let cases_file = folder.join("cases.py");
    if !cases.lines().any(|line| line.starts_with("CASES")) {
        reader.problem(&cases_file, None, "has no CASES: list the cases");
    }
    if about.growth.is_some() && !cases.lines().any(|line| line.starts_with("def growth(")) {
        let message = "has no growth(n), though exercise.toml has a growth target: add it";
        reader.problem(&cases_file, None, message);
    }
}
