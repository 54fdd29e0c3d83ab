//! Folders to a library; every problem at once, with its place.

use std::fs;
use std::path::Path;

use content::authoring::{Library, load, template};
use content::{EntryKind, Growth, Kind, Level, Picture};
use tempfile::TempDir;

/// A file of the content folder and its text.
type File<'a> = (&'a str, &'a str);

const ABOUT: &str = r#"
title = "Double"
summary = "Twice a number."
level = "warm-up"
topics = ["numbers"]
minutes = 5
entry = { name = "double", kind = "function" }
tolerance = { relative = 1e-9, absolute = 0.0 }
step_budget = 1000
seed = 1
sources = ["A book, *1999*."]
growth = { class = "n log n", variable = "bits", sizes = [1, 2, 4, 8] }
picture = { kind = "matrix", element = 1, title = "Weights" }
"#;

const MISTAKE: &str = "# Added one.\n#\n# For `3` this gives 4.\n# Multiply instead.\ndef double(x):\n    # not part of the message\n    return x + 1\n";

const EXPLAIN: &str = "It is $2x$.\n\n**What an interviewer asks next**\n\n* *And thrice?* Add once more.\n* *Without a product?* Shift:\n  one place.\n";

/// A library without problems.
const GOOD: [File<'static>; 15] = [
    ("topics.toml", "topics = [\"numbers\"]"),
    ("exercises/double/exercise.toml", ABOUT),
    ("exercises/double/prompt.md", "Write `double(x)`. See [home](/) and [labs](/labs/line/)."),
    ("exercises/double/starter.py", "def double(x):\n    return 0\n"),
    ("exercises/double/solution.py", "def double(x):\n    return 2 * x\n"),
    ("exercises/double/solution_by_adding.py", "def double(x):\n    return x + x\n"),
    ("exercises/double/cases.py", "CASES = []\n\ndef growth(n):\n    return (n,)\n"),
    ("exercises/double/hints.md", "A nudge.\n\n---\n\nThe *outline*.\n"),
    ("exercises/double/explain.md", EXPLAIN),
    ("exercises/double/mistakes/added_one.py", MISTAKE),
    (
        "labs/line/lab.toml",
        "title = \"A line\"\nsummary = \"One line.\"\nlevel = \"core\"\ntopics = [\"numbers\"]\nminutes = 9\n",
    ),
    ("labs/line/reading.md", "Draw it."),
    (
        "attention/attention.toml",
        "title = \"Look\"\nsummary = \"Inside.\"\nlevel = \"stretch\"\ntopics = [\"numbers\"]\nminutes = 9\n",
    ),
    ("attention/reading.md", "See."),
    ("pages/home.md", "+++\ntitle = \"Home\"\ndescription = \"Start here.\"\n+++\nHello.\n"),
];

/// Writes the good library with some files changed (an empty text takes a file away), and reads it.
fn read(changed: &[File<'_>]) -> Result<Library, String> {
    let folder = TempDir::new().expect("a temporary folder");
    let kept = GOOD.iter().filter(|(path, _)| changed.iter().all(|(other, _)| other != path));
    for (path, text) in kept.chain(changed).filter(|(_, text)| !text.is_empty()) {
        write(folder.path(), path, text);
    }
    load(folder.path(), "/sub/").map_err(|error| error.to_string())
}

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("the folder can be made");
    fs::write(file, text).expect("the file can be written");
}

/// The changed library has exactly these problems.
fn check(changed: &[File<'_>], problems: &[&str]) {
    let told = read(changed).expect_err("there are problems");
    let lines: Vec<&str> = told.lines().skip(1).map(str::trim).collect();
    assert_eq!(lines, problems, "{told}");
}

#[test]
fn a_folder_becomes_an_exercise() {
    let library = read(&[]).unwrap();
    let exercise = &library.exercises[0];
    assert_eq!(exercise.slug, "double");
    assert_eq!(exercise.level, Level::WarmUp);
    assert_eq!(exercise.entry.kind, EntryKind::Function);
    assert_eq!(exercise.growth.as_ref().map(|growth| growth.class), Some(Growth::Linearithmic));
    let picture = exercise.picture.as_ref().expect("a picture");
    assert!(matches!(picture, Picture::Matrix { element: Some(1), row, .. } if row == "row"));
    assert_eq!(picture.title(), "Weights");
    assert_eq!(exercise.hints_html, ["<p>A nudge.</p>\n", "<p>The <em>outline</em>.</p>\n"]);
    let names: Vec<&str> =
        exercise.solutions.iter().map(|solution| solution.name.as_str()).collect();
    assert_eq!(names, ["reference", "by adding"]);
    assert!(exercise.explain_html.contains("<h2>Sources</h2>"), "{}", exercise.explain_html);
}

#[test]
fn what_an_interviewer_asks_next_is_questions_with_answers() {
    let library = read(&[]).unwrap();
    let exercise = &library.exercises[0];
    let pairs: Vec<(&str, &str)> = exercise
        .follow_ups
        .iter()
        .map(|it| (it.question_html.trim(), it.answer_html.trim()))
        .collect();
    assert_eq!(
        pairs,
        [
            ("And thrice?", "<p>Add once more.</p>"),
            ("Without a product?", "<p>Shift:\none place.</p>")
        ]
    );
    assert!(!exercise.explain_html.contains("Shift"), "{}", exercise.explain_html);
    let file = "exercises/double/explain.md";
    let line = "write `* *Question?* Its model answer.`";
    check(
        &[(file, "It is.\n\n**What an interviewer asks next**\n\n* And then? No.\n")],
        &[&format!("{file}:5: is no question with an answer: {line}")],
    );
    check(
        &[(file, "It is.\n\n**What an interviewer asks next**\n\nMuch.\n")],
        &[&format!("{file}:3: has no question after this line: {line}")],
    );
}

#[test]
fn the_first_comment_of_a_mistake_is_its_message() {
    let library = read(&[]).unwrap();
    let mistake = &library.exercises[0].mistakes[0];
    assert_eq!((mistake.name.as_str(), mistake.title.as_str()), ("added_one", "Added one"));
    let message = "<p>For <code>3</code> this gives 4.\nMultiply instead.</p>\n";
    assert_eq!(mistake.message_html, message);
    assert!(mistake.source.starts_with("# Added one."));
}

#[test]
fn the_index_lists_every_item() {
    let library = read(&[]).unwrap();
    let items = library.items(|kind, slug| format!("{kind:?}/{slug}"));
    let lines: Vec<(Kind, &str, &str)> =
        items.iter().map(|item| (item.kind, item.slug.as_str(), item.path.as_str())).collect();
    assert_eq!(
        lines,
        [
            (Kind::Exercise, "double", "Exercise/double"),
            (Kind::Lab, "line", "Lab/labs/line"),
            (Kind::Attention, "attention", "Attention/attention"),
        ]
    );
    let prose: Vec<&str> = library.prose().map(|page| page.slug.as_str()).collect();
    assert_eq!(prose, ["home", "labs/line", "attention"]);
}

#[test]
fn links_come_out_under_the_base() {
    let library = read(&[]).unwrap();
    let prompt = &library.exercises[0].prompt_html;
    assert!(
        prompt.contains("href=\"/sub/\"") && prompt.contains("href=\"/sub/labs/line/\""),
        "{prompt}"
    );
}

#[test]
fn every_problem_is_told_at_once() {
    check(
        &[
            ("exercises/double/explain.md", ""),
            ("exercises/double/hints.md", "A nudge.\n\n---\n\n---\n\nMore.\n"),
            ("pages/home.md", "Hello.\n"),
        ],
        &[
            "exercises/double/explain.md: cannot be read (No such file or directory (os error 2)): add this file",
            "exercises/double/hints.md:5: the hint before this line is empty: write it",
            "pages/home.md:1: has no head: start with +++, title and description, and +++ again",
        ],
    );
}

#[test]
fn fields_are_checked() {
    let about = ABOUT
        .replace("\"Double\"", "\"\"")
        .replace("[\"numbers\"]", "[\"figures\"]")
        .replace("minutes = 5", "minutes = 0")
        .replace("\"double\"", "\"2x\"")
        .replace("relative = 1e-9", "relative = -1.0")
        .replace("step_budget = 1000", "step_budget = 10")
        .replace("[1, 2, 4, 8]", "[1, 2, 4]");
    let file = "exercises/double/exercise.toml";
    check(
        &[(file, &about)],
        &[
            "exercises/double/exercise.toml: entry.name is not a Python name: write the function's or class's name",
            "exercises/double/exercise.toml: growth.sizes: give at least 4 growing sizes, the last at least 8 times the first",
            "exercises/double/exercise.toml: minutes is 0: plan between 1 and 180",
            "exercises/double/exercise.toml: step_budget is below 1000: a short loop would be ended as endless",
            "exercises/double/exercise.toml: title is empty: write a heading",
            "exercises/double/exercise.toml: tolerance: relative must be at least 0 and below 1, absolute at least 0",
            "exercises/double/exercise.toml: topics: there is no topic \"figures\"; use one of numbers, or add it to topics.toml",
            "exercises/double/starter.py: does not define 2x: the visitor starts without it",
        ],
    );
}

#[test]
fn misspelt_fields_are_told_with_their_line() {
    let about = ABOUT.replace("minutes =", "minuets =");
    let told = read(&[("exercises/double/exercise.toml", &about)]).unwrap_err();
    assert!(told.contains("exercises/double/exercise.toml:6: unknown field `minuets`"), "{told}");
    let page = "+++\ntitle = \"Home\"\ndescriptoin = \"Start.\"\n+++\nHello.\n";
    let told = read(&[("pages/home.md", page)]).unwrap_err();
    assert!(told.contains("pages/home.md:3: unknown field `descriptoin`"), "{told}");
}

#[test]
fn files_that_nothing_reads_are_told() {
    check(
        &[("exercises/double/solution2.py", "x = 1"), ("exercises/double/mistakes/note.txt", "x")],
        &[
            "exercises/double/mistakes/note.txt: is not a mistake: mistakes end in .py",
            "exercises/double/solution2.py: is not part of an exercise: rename it (solution_<name>.py, mistakes/<name>.py) or take it away",
        ],
    );
}

#[test]
fn python_files_must_fit_together() {
    check(
        &[
            ("exercises/double/starter.py", "def doubled(x):\n    pass\n"),
            ("exercises/double/cases.py", "# none yet\n"),
            ("exercises/double/mistakes/added_one.py", "def double(x):\n    return x + 1\n"),
        ],
        &[
            "exercises/double/cases.py: has no CASES: list the cases",
            "exercises/double/cases.py: has no growth(n), though exercise.toml has a growth target: add it",
            "exercises/double/mistakes/added_one.py:1: starts without a message: first comment line what went wrong, the next ones why and the smallest step to the repair",
            "exercises/double/starter.py: does not define double: the visitor starts without it",
        ],
    );
}

#[test]
fn links_must_lead_somewhere() {
    check(
        &[(
            "labs/line/reading.md",
            "One.\n\n[a](/labs/lien/), [b](line/), [c](/#x), [d](https://example.org/)",
        )],
        &[
            "labs/line/reading.md:3: links to \"line/\": write addresses within the site from its root (/labs/), others with https://",
            "labs/line/reading.md:3: links to /labs/lien/, which the site does not have: use the address of an item or page, with a slash at both ends",
        ],
    );
}

#[test]
fn markdown_is_held_to_what_the_policy_accepts() {
    let text = "<b>x</b>\n\n$\\nofunction{1}$\n\n$\\color{red} x$\n\n|a|\n|:-:|\n|b|\n\n![p](/)\n\nA lone $ but \\$2 and `$x`.\n";
    let told = read(&[("labs/line/reading.md", text)]).unwrap_err();
    for part in [
        "reading.md:1: raw HTML is not allowed",
        "reading.md:3: the formula cannot be read",
        "reading.md:5: the formula needs an inline style",
        "reading.md:7: aligned columns need inline styles",
        "reading.md:11: pictures in prose are not supported",
        "reading.md:13: a $ without its other half",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn markdown_becomes_plain_accessible_html() {
    let text =
        "$a^2$\n\n$$\\sum_i x_i$$\n\n|a|b|\n|---|---|\n|`1 < 2`|2|\n\n```python\nx < 1\n```\n";
    let library = read(&[("labs/line/reading.md", text)]).unwrap();
    let html = &library.labs[0].page.body_html;
    for part in [
        "<p><math display=\"inline\"><msup><mi>a</mi><mn>2</mn></msup></math></p>",
        "<math display=\"block\" tabindex=\"0\">",
        "<div class=\"wide\" tabindex=\"0\"><table>",
        "<th>a</th>",
        "<code>1 &lt; 2</code>",
        "<pre tabindex=\"0\"><code class=\"language-python\">x &lt; 1\n</code></pre>",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!html.contains("style="), "{html}");
}

#[test]
fn addresses_are_checked() {
    let told =
        read(&[("labs/A line/reading.md", "x"), ("labs/A line/lab.toml", GOOD[10].1)]).unwrap_err();
    assert!(told.contains("labs/A line: \"A line\" cannot be part of an address"), "{told}");
}

#[test]
fn a_new_exercise_is_told_what_is_missing() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "topics.toml", "topics = [\"algorithms\"]");
    for file in template() {
        write(folder.path(), &format!("exercises/new/{}", file.path), file.text);
    }
    let told = load(folder.path(), "/").unwrap_err().to_string();
    for file in template() {
        let place = format!("exercises/new/{}:", file.path);
        assert!(told.contains(&place), "{} is complete: {told}", file.path);
    }
    let complaints = told.lines().skip(1).filter(|line| !line.ends_with("replace this line"));
    assert_eq!(complaints.collect::<Vec<_>>(), Vec::<&str>::new(), "nothing else is wrong with it");
}

#[test]
fn the_content_of_this_project_has_no_problems() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    let library = load(&root, "/").unwrap();
    assert!(!library.exercises.is_empty() && !library.labs.is_empty());
    let html = library.prose().map(|page| &page.body_html);
    let texts = html.chain(library.exercises.iter().map(|exercise| &exercise.prompt_html));
    for html in texts.chain(library.exercises.iter().map(|exercise| &exercise.explain_html)) {
        assert!(!html.contains("<merror") && !html.contains(" style="), "{html}");
    }
}
