//! `cases/<slug>/` to a [`Case`].

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::calculators::{self, CalculatorFile};
use super::head::Lines;
use super::lists;
use super::reader::Reader;
use super::sections::{self, Section};
use super::study::{self, CriterionFile, Shared};
use super::words;
use crate::case::PartText;
use crate::{Case, CasePart, Criterion, Domain, Level};

/// The files of a case.
const FILES: [&str; 4] = ["brief.md", "case.toml", "parts.md", "rubric.toml"];

/// Fewest criteria, and the fewest parts that they speak of.
const LEAST_CRITERIA: usize = 12;
const LEAST_PARTS: usize = 7;

/// `case.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    title: String,
    summary: String,
    level: Level,
    topics: Vec<String>,
    minutes: u16,
    domain: Domain,
    #[serde(default)]
    see: Vec<String>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    calculator: Vec<CalculatorFile>,
}

/// `rubric.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rubric {
    #[serde(default)]
    criterion: Vec<CriterionFile>,
}

/// `cases/`
pub fn read_all(reader: &mut Reader) -> Vec<Case> {
    let slugs = reader.names(Path::new("cases"));
    slugs.iter().filter_map(|slug| read(reader, slug)).collect()
}

/// Reads every file even if one is missing, so that everything is reported at once.
pub fn read(reader: &mut Reader, slug: &str) -> Option<Case> {
    let folder = Path::new("cases").join(slug);
    if !reader.is_folder(&folder) {
        reader.problem(&folder, None, "is not a folder: each case is a folder");
        return None;
    }
    reader.check_slug(&folder, slug);
    for name in reader.names(&folder) {
        if !FILES.contains(&name.as_str()) {
            let message = format!("is not part of a case: {} are", FILES.join(", "));
            reader.problem(&folder.join(name), None, message);
        }
    }
    let brief_html = read_brief(reader, &folder.join("brief.md"));
    let parts = read_parts(reader, &folder.join("parts.md"));
    let rubric = read_rubric(reader, &folder.join("rubric.toml"));
    let file = folder.join("case.toml");
    let text = reader.text(&file)?;
    let about: About = reader.parse_toml(&file, &text, 0)?;
    let lines = Lines::of(&text);
    let shared = Shared {
        field: "title",
        title: &about.title,
        summary: &about.summary,
        topics: &about.topics,
        minutes: about.minutes,
    };
    study::check_shared(reader, &file, &lines, &shared);
    let see = study::see(reader, &file, &lines, &about.see);
    let sources_html = study::sources(reader, &file, &lines, &about.sources, true);
    let calculators = calculators::read(reader, &file, &lines, about.calculator);
    Some(Case {
        slug: slug.to_owned(),
        title: about.title,
        summary: about.summary,
        level: about.level,
        topics: about.topics,
        minutes: about.minutes,
        domain: about.domain,
        brief_html: brief_html?,
        parts: parts?,
        rubric: rubric?,
        calculators,
        see,
        sources_html,
    })
}

fn read_brief(reader: &mut Reader, file: &Path) -> Option<String> {
    let text = reader.text(file)?;
    sections::refuse_headings(reader, file, &text, 0);
    words::check(reader, file, 1, ("the brief", &text), 60..=150);
    Some(reader.markdown(file, &text, 0))
}

fn read_rubric(reader: &mut Reader, file: &Path) -> Option<Vec<Criterion>> {
    let text = reader.text(file)?;
    let rubric: Rubric = reader.parse_toml(file, &text, 0)?;
    let lines = Lines::of(&text);
    let least = ("criterion", LEAST_CRITERIA);
    let criteria = study::rubric(reader, file, &lines, least, rubric.criterion);
    for (index, _) in criteria.iter().enumerate().filter(|(_, it)| it.part.is_none()) {
        let line = lines.of_field_in("criterion", index, "text");
        reader.problem(file, line, "part is missing: say to which of the nine this belongs");
    }
    let parts: BTreeSet<CasePart> = criteria.iter().filter_map(|it| it.part).collect();
    if parts.len() < LEAST_PARTS {
        let message =
            format!("criteria for {} of the nine parts: at least {LEAST_PARTS}", parts.len());
        reader.problem(file, lines.of_field("criterion"), message);
    }
    Some(criteria)
}

fn read_parts(reader: &mut Reader, file: &Path) -> Option<Vec<PartText>> {
    let text = reader.text(file)?;
    let titles = CasePart::ALL.map(CasePart::title);
    let divided = sections::divide(&text, 0, 2);
    let sections = sections::expect(reader, file, divided, 0, titles)?;
    let pairs = CasePart::ALL.into_iter().zip(&sections);
    let parts: Vec<Option<PartText>> =
        pairs.map(|(part, section)| read_part(reader, file, part, section)).collect();
    parts.into_iter().collect()
}

fn read_part(
    reader: &mut Reader,
    file: &Path,
    part: CasePart,
    section: &Section,
) -> Option<PartText> {
    let divided = sections::divide(&section.text, section.line, 3);
    let prompts = lists::whole(reader, file, &divided.before, section.line);
    if !(3..=5).contains(&prompts.len()) {
        let message = format!("{} prompts under {:?}: write 3 to 5", prompts.len(), section.title);
        reader.problem(file, Some(section.line), message);
    }
    let titles = ["Model answer", "Fails when"];
    let inner = sections::all(reader, file, divided.sections, section.line, &titles)?;
    let [answer, fails] = inner.as_slice() else { return None };
    for section in [answer, fails] {
        sections::refuse_headings(reader, file, &section.text, section.line);
    }
    words::check(reader, file, answer.line, ("this model answer", &answer.text), 120..=250);
    let modes = lists::whole(reader, file, &fails.text, fails.line);
    if modes.is_empty() {
        let message = "no failure mode: write `* ` and how it would show";
        reader.problem(file, Some(fails.line), message);
    }
    let mut inline = |items: &[lists::Item]| -> Vec<String> {
        items.iter().map(|it| reader.inline(file, &it.text, it.lines_before + 1)).collect()
    };
    let (prompts_html, fails_html) = (inline(&prompts), inline(&modes));
    let answer_html = reader.markdown(file, &answer.text, answer.line);
    Some(PartText { part, prompts_html, answer_html, fails_html })
}
