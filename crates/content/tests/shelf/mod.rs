//! A small shelf without problems, to be changed file by file, and what is told about it.

// Each test program uses a part of it.
#![allow(dead_code)]

use std::fs;
use std::path::Path;

use content::authoring::{Library, load};
use tempfile::TempDir;

/// A file of the content folder and its text.
pub type File<'a> = (&'a str, &'a str);

pub const CARD: &str = "cards/order.md";
pub const QUESTION: &str = "questions/faster.md";
pub const CASE: &str = "cases/wake/case.toml";
pub const BRIEF: &str = "cases/wake/brief.md";
pub const PARTS: &str = "cases/wake/parts.md";
pub const RUBRIC: &str = "cases/wake/rubric.toml";

/// So many words.
pub fn words(count: usize) -> String {
    vec!["word"; count].join(" ")
}

pub fn card() -> String {
    format!(
        r#"+++
question = "Why positions?"
summary = "Attention does not see order."
level = "core"
topics = ["transformers"]
minutes = 4
see = ["/labs/line/", "/attention/#positions=none&b.positions=learned", "/study/wake/"]
sources = ["Vaswani et al., *Attention Is All You Need*, 2017, section 3.5."]

[check]
ask = "How many products of $n$ tokens?"
formula = "n^2*d"
variables = {{ n = "tokens", d = "width" }}
+++

## Say it

{}

## Show it

First this.

### What is $PQ$?

$$
PQ
$$

### And then?

```python
## no heading
```

## A weak answer

* *"Because $a*b$."* It explains
  nothing.

## Next

* *Could it learn?* Partly.
* *And without?* No.
"#,
        words(60)
    )
}

pub fn question() -> String {
    let mut rubric = String::new();
    for (index, level) in ["junior", "junior", "junior", "senior", "senior"].iter().enumerate() {
        rubric +=
            &format!("[[rubric]]\nlevel = \"{level}\"\npoints = 2\ntext = \"Says `{index}`.\"\n\n");
    }
    format!(
        "+++\nquestion = \"Tell me about a time.\"\nsummary = \"A number first.\"\nkind = \"story\"\n\
         level = \"core\"\ntopics = [\"transformers\"]\nminutes = 5\nsources = []\n\n{rubric}+++\n\n\
         ## What is really asked\nA number.\n\n## A strong answer\nIn *order*.\n\n## The trap\nA list.\n\n\
         ## Next\n* *One?* A.\n* *Two?* B.\n* *Three?* C.\n"
    )
}

const CASE_TOML: &str = r#"title = "A wake word"
summary = "Two stages."
level = "stretch"
topics = ["transformers"]
minutes = 45
domain = "audio"
see = ["/practice/double/"]
sources = ["A book, *1999*, page 3."]

[[calculator]]
name = "duty-cycle-energy"
why = "What does a false wake cost?"
inputs = { battery_watt_hours = 15.0, always_on_milliwatts = 1, second_stage_milliwatts = 400.0, second_stage_milliseconds = 800.0, wakes_per_hour = 0 }

[[calculator]]
name = "drift"
why = "When does it show?"
inputs = { rows_reference = 1e4, rows_live = 500, alpha = 0.05, bins = 2, expected = [0.5, 0.5], actual = [0.25, 0.75] }
"#;

pub fn case_toml() -> &'static str {
    CASE_TOML
}

pub fn parts() -> String {
    let titles = "Requirements Data Features Model Training Evaluation Serving Monitoring Limits";
    let answer = words(120);
    let part = |title| {
        format!(
            "## {title}\n\n* One?\n* Two,\n  and `three`?\n* Four?\n\n### Model answer\n\n{answer}\n\n\
             ### Fails when\n\n* It fails.\n\n"
        )
    };
    titles.split(' ').map(part).collect()
}

pub fn rubric() -> String {
    let parts = ["requirements", "data", "features", "model", "training", "evaluation", "serving"];
    let criterion = |index: usize| {
        let level = if index < 8 { "junior" } else { "senior" };
        let part = parts[index % parts.len()];
        format!(
            "[[criterion]]\npart = \"{part}\"\nlevel = \"{level}\"\npoints = 2\ntext = \"Says {index}.\"\n\n"
        )
    };
    (0..12).map(criterion).collect()
}

/// A shelf without problems.
fn good() -> Vec<(&'static str, String)> {
    let exercise = "title = \"Double\"\nsummary = \"Twice.\"\nlevel = \"core\"\ntopics = [\"transformers\"]\n\
        minutes = 5\nentry = { name = \"double\", kind = \"function\" }\n\
        tolerance = { relative = 1e-9, absolute = 0.0 }\nstep_budget = 1000\nseed = 1\n";
    let about = "title = \"A line\"\nsummary = \"One.\"\nlevel = \"core\"\ntopics = [\"transformers\"]\nminutes = 9\n";
    let files = [
        ("topics.toml", "topics = [\"transformers\"]"),
        ("exercises/double/exercise.toml", exercise),
        ("exercises/double/prompt.md", "Write it."),
        ("exercises/double/starter.py", "def double(x):\n    return 0\n"),
        ("exercises/double/solution.py", "def double(x):\n    return 2 * x\n"),
        ("exercises/double/cases.py", "CASES = []\n"),
        ("exercises/double/hints.md", "A nudge.\n"),
        (
            "exercises/double/explain.md",
            "It is.\n\n**What an interviewer asks next**\n\n* *And?* Yes.\n",
        ),
        (
            "exercises/double/mistakes/one.py",
            "# Added.\n# Multiply.\ndef double(x):\n    return x\n",
        ),
        ("labs/line/lab.toml", about),
        ("labs/line/reading.md", "Draw it."),
        ("attention/attention.toml", about),
        ("attention/reading.md", "See."),
        (CASE, CASE_TOML),
    ];
    let mut all: Vec<(&str, String)> =
        files.into_iter().map(|(path, text)| (path, text.to_owned())).collect();
    all.extend([
        (CARD, card()),
        (QUESTION, question()),
        (BRIEF, words(60)),
        (PARTS, parts()),
        (RUBRIC, rubric()),
    ]);
    all
}

/// Writes the good shelf with some files changed (an empty text takes a file away), and reads it.
pub fn read(changed: &[File<'_>]) -> Result<Library, String> {
    let folder = TempDir::new().expect("a temporary folder");
    let good = good();
    let kept = good.iter().map(|(path, text)| (*path, text.as_str()));
    let kept = kept.filter(|(path, _)| changed.iter().all(|(other, _)| other != path));
    for (path, text) in kept.chain(changed.iter().copied()).filter(|(_, text)| !text.is_empty()) {
        write(folder.path(), path, text);
    }
    load(folder.path(), "/sub/").map_err(|error| error.to_string())
}

pub fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("the folder can be made");
    fs::write(file, text).expect("the file can be written");
}

/// With `from` replaced by `to` in the good `text` of a file, exactly these problems are told. Each is
/// given without the file's name.
pub fn check(file: &str, text: &str, (from, to): (&str, &str), problems: &[&str]) {
    assert!(text.contains(from), "{from} is not in {file}");
    let told = read(&[(file, &text.replace(from, to))]).expect_err("there are problems");
    let expected: Vec<String> = problems.iter().map(|it| format!("{file}:{it}")).collect();
    let lines: Vec<&str> = told.lines().skip(1).map(str::trim).collect();
    assert_eq!(lines, expected, "{told}");
}
