//! The projects of a résumé, and what an interviewer asks about each: questions chosen by what the
//! project has, with its own words in them, the shaky ones first in the next pass.

use std::collections::{BTreeMap, BTreeSet};

use content::DrillQuestion;
use content::drill::{self, Has};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::own::{Fields, LINE, Own, TEXT, cut, words};

/// Answers kept of one project: more than there are questions.
const MOST_ANSWERS: usize = 200;

/// One project.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Project {
    /// As on the résumé.
    pub name: String,
    /// From when to when, in the candidate's words.
    pub when: String,
    /// What the candidate did of it.
    pub part: String,
    /// What was built.
    pub built: String,
    /// What was measured.
    pub metric: String,
    /// The number before.
    pub before: String,
    /// The number after.
    pub after: String,
    /// With what.
    pub stack: String,
    /// What it has.
    pub has: BTreeSet<Has>,
    /// Answers by the question's id.
    pub answers: BTreeMap<String, DrillAnswer>,
    /// Where it stands among the others.
    pub order: f64,
}

/// What was answered to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DrillAnswer {
    /// In the candidate's words.
    pub text: String,
    /// How well it went.
    pub rating: Option<Confidence>,
}

/// How well an answer went, by the candidate's own judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// It would not survive a follow-up.
    Shaky,
    /// There was none.
    Cannot,
    /// It would survive both follow-ups.
    Solid,
}

impl Confidence {
    /// All three, from best to worst.
    pub const ALL: [Self; 3] = [Self::Solid, Self::Shaky, Self::Cannot];

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Solid => "Solid",
            Self::Shaky => "Shaky",
            Self::Cannot => "Cannot answer",
        }
    }

    /// As in records and choices.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Shaky => "shaky",
            Self::Cannot => "cannot",
        }
    }
}

impl Own for Project {
    const FOLDER: &'static str = "study/project/";

    fn read(value: &Value) -> Option<Self> {
        let fields = Fields(value.as_object()?);
        let line = |name| fields.text(name, LINE);
        Some(Self {
            name: line("name"),
            when: line("when"),
            part: fields.text("part", TEXT),
            built: fields.text("built", TEXT),
            metric: line("metric"),
            before: line("before"),
            after: line("after"),
            stack: line("stack"),
            has: has(fields.0.get("has")),
            answers: answers(fields.0.get("answers")),
            order: fields.number("order"),
        })
    }

    fn order(&self) -> f64 {
        self.order
    }

    fn set_order(&mut self, order: f64) {
        self.order = order;
    }
}

fn has(value: Option<&Value>) -> BTreeSet<Has> {
    let list = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let known = |it: &Value| serde_json::from_value(it.clone()).ok();
    list.iter().take(MOST_ANSWERS).filter_map(known).collect()
}

fn answers(value: Option<&Value>) -> BTreeMap<String, DrillAnswer> {
    let Some(all) = value.and_then(Value::as_object) else { return BTreeMap::new() };
    let one = |(id, value): (&String, &Value)| {
        let fields = Fields(value.as_object()?);
        let rating = value.get("rating").cloned().unwrap_or_default();
        let rating = serde_json::from_value(rating).unwrap_or_default();
        let answer = DrillAnswer { text: fields.text("text", TEXT), rating };
        (id.len() <= LINE).then(|| (id.clone(), answer))
    };
    all.iter().filter_map(one).take(MOST_ANSWERS).collect()
}

/// In which order the questions of a project are gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// As a conversation deepens.
    First,
    /// Shaky ones first, then those without an answer, then what was not asked yet.
    Next,
}

impl Project {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> String {
        if words(&self.name) == 0 { "A project without a name".into() } else { self.name.clone() }
    }

    /// How well a question was answered; nothing before it was rated.
    #[must_use]
    pub fn rating(&self, question: &str) -> Option<Confidence> {
        self.answers.get(question)?.rating
    }

    /// The questions that this project is asked, in the order of a pass. `all` are in the order of
    /// stages.
    #[must_use]
    pub fn asked<'a>(&self, all: &'a [DrillQuestion], pass: Pass) -> Vec<&'a DrillQuestion> {
        let fits = |it: &&DrillQuestion| it.needs.iter().all(|need| self.has.contains(need));
        let mut asked: Vec<&DrillQuestion> = all.iter().filter(fits).collect();
        let rank = |id: &str| match self.rating(id) {
            Some(Confidence::Shaky) => 0,
            Some(Confidence::Cannot) => 1,
            None => 2,
            Some(Confidence::Solid) => 3,
        };
        if pass == Pass::Next {
            asked.sort_by_key(|it| rank(&it.id));
        }
        asked
    }

    /// The question with this project's own words in it, as plain text. Words of the project are never
    /// read as places again, whatever they hold.
    #[must_use]
    pub fn fill(&self, ask: &str) -> String {
        drill::fill(ask, |place, general| {
            let own = match place {
                "name" => &self.name,
                "metric" => &self.metric,
                "before" => &self.before,
                "after" => &self.after,
                _ => &self.stack,
            };
            let own = own.split_whitespace().collect::<Vec<_>>().join(" ");
            match (place, own.is_empty()) {
                (_, true) => general.to_owned(),
                ("name", false) => format!("“{}”", shortened(&own)),
                (_, false) => shortened(&own),
            }
        })
    }
}

/// Short enough to be said within a question.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        text.to_owned()
    } else {
        format!("{}…", cut(text, LONGEST))
    }
}

#[cfg(test)]
mod tests {
    use content::drill::Stage;

    use super::*;

    fn question(id: &str, needs: &[Has]) -> DrillQuestion {
        DrillQuestion {
            id: id.into(),
            stage: Stage::Goal,
            needs: needs.to_vec(),
            ask: "Why?".into(),
            probes: "Whether.".into(),
            follow_ups: Vec::new(),
        }
    }

    fn rated(project: &mut Project, id: &str, rating: Confidence) {
        project.answers.entry(id.into()).or_default().rating = Some(rating);
    }

    #[test]
    fn a_record_is_read_back_as_it_was_written() {
        let mut written = Project { name: "Captions".into(), order: 3.0, ..Project::default() };
        written.has.extend([Has::Device, Has::Trained]);
        written.answers.entry("goal".into()).or_default().text = "Words a minute.".into();
        rated(&mut written, "goal", Confidence::Shaky);
        assert_eq!(Project::read(&serde_json::to_value(&written).unwrap()), Some(written));
    }

    #[test]
    fn a_hostile_record_costs_nothing_but_itself() {
        assert_eq!(Project::read(&Value::from("project")), None);
        let odd = serde_json::json!({
            "name": ["a"], "stack": "Rust", "has": ["device", "everything", 3],
            "answers": { "a": 1, "b": { "text": "kept", "rating": "perfect" }, "c": { "rating": "solid" } },
        });
        let read = Project::read(&odd).unwrap();
        assert_eq!((read.name.as_str(), read.stack.as_str()), ("", "Rust"));
        assert_eq!(read.has, BTreeSet::from([Has::Device]));
        assert_eq!((read.answers.len(), read.answers["b"].text.as_str()), (2, "kept"));
        assert_eq!((read.rating("b"), read.rating("c")), (None, Some(Confidence::Solid)));
    }

    #[test]
    fn what_a_project_has_opens_questions_and_ratings_order_the_next_pass() {
        let all = [
            question("a", &[]),
            question("b", &[Has::Trained]),
            question("c", &[Has::Trained, Has::Device]),
            question("d", &[]),
            question("e", &[]),
        ];
        let mut project = Project::default();
        let ids = |project: &Project, pass| -> String {
            project.asked(&all, pass).iter().map(|it| it.id.as_str()).collect()
        };
        assert_eq!(ids(&project, Pass::First), "ade");
        project.has.extend([Has::Trained]);
        assert_eq!(ids(&project, Pass::Next), "abde");
        rated(&mut project, "a", Confidence::Solid);
        rated(&mut project, "d", Confidence::Cannot);
        rated(&mut project, "e", Confidence::Shaky);
        assert_eq!(ids(&project, Pass::First), "abde");
        assert_eq!(ids(&project, Pass::Next), "edba");
    }

    #[test]
    fn a_question_takes_the_projects_words_as_text() {
        let project = Project {
            name: "<b>{stack}</b>  }{".into(),
            before: "90 ms".into(),
            stack: "x".repeat(99),
            ..Project::default()
        };
        let filled = project.fill("In {name}, from {before} to {after} with {stack}: why?");
        let stack = format!("{}…", "x".repeat(60));
        assert_eq!(
            filled,
            format!(
                "In “<b>{{stack}}</b> }}{{”, from 90 ms to the number after with {stack}: why?"
            )
        );
        assert_eq!(project.fill("Why {"), "Why ");
    }
}
