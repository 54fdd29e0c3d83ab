//! The candidate's own stories: situation, task, action and result, each written once and mapped to
//! the behavioural questions that it answers.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use crate::own::{Fields, LINE, Own, Shelf, TEXT, cut, in_order, words};

/// Words that are said in a minute, unhurried.
const SPOKEN_A_MINUTE: usize = 140;
/// Questions that one story can be mapped to: more than there are.
const MOST_QUESTIONS: usize = 200;

/// One story.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Story {
    /// How its owner finds it again.
    pub title: String,
    /// Where, when, what was at stake.
    pub situation: String,
    /// What had to be achieved.
    pub task: String,
    /// What its owner did.
    pub action: String,
    /// What came of it.
    pub result: String,
    /// Slugs of the questions that it answers.
    pub questions: BTreeSet<String>,
    /// Where it stands among the others.
    pub order: f64,
}

/// The four parts of a story, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Where, when, what was at stake.
    Situation,
    /// What had to be achieved.
    Task,
    /// What its owner did.
    Action,
    /// What came of it.
    Result,
}

impl Part {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Situation, Self::Task, Self::Action, Self::Result];

    /// The field's name: in records, and on the page of a question.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Situation => "situation",
            Self::Task => "task",
            Self::Action => "action",
            Self::Result => "result",
        }
    }

    /// What belongs there.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Situation => "Situation: where, when, what was at stake",
            Self::Task => "Task: what you had to achieve, as a number where there is one",
            Self::Action => "Action: what you did, and why that",
            Self::Result => "Result: what came of it, and what you would change",
        }
    }
}

impl Own for Story {
    const FOLDER: &'static str = "study/story/";

    fn read(value: &Value) -> Option<Self> {
        let fields = Fields(value.as_object()?);
        let part = |part: Part| fields.text(part.name(), TEXT);
        Some(Self {
            title: fields.text("title", LINE),
            situation: part(Part::Situation),
            task: part(Part::Task),
            action: part(Part::Action),
            result: part(Part::Result),
            questions: fields.names("questions", MOST_QUESTIONS),
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

impl Story {
    /// What was noted under a question, as a story that answers it. Its title is how it begins.
    #[must_use]
    pub fn of_answer(question: &str, text: impl Fn(Part) -> String) -> Self {
        let [situation, task, action, result] = Part::ALL.map(|part| cut(&text(part), TEXT));
        let first = [&situation, &task, &action, &result].into_iter().find(|it| words(it) > 0);
        Self {
            title: first.map(|it| opening(it)).unwrap_or_default(),
            situation,
            task,
            action,
            result,
            questions: BTreeSet::from([question.to_owned()]),
            order: 0.0,
        }
    }

    /// One of its parts.
    #[must_use]
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Situation => &self.situation,
            Part::Task => &self.task,
            Part::Action => &self.action,
            Part::Result => &self.result,
        }
    }

    /// Writes one of its parts.
    pub fn set_part(&mut self, part: Part, text: String) {
        *match part {
            Part::Situation => &mut self.situation,
            Part::Task => &mut self.task,
            Part::Action => &mut self.action,
            Part::Result => &mut self.result,
        } = text;
    }

    /// What it is called: its title, else how it begins.
    #[must_use]
    pub fn name(&self) -> String {
        let begins = Part::ALL.map(|part| self.part(part));
        let named = [self.title.as_str()].into_iter().chain(begins).find(|it| words(it) > 0);
        named.map_or_else(|| "A story without a title".into(), opening)
    }

    /// Words in all four parts.
    #[must_use]
    pub fn words(&self) -> usize {
        Part::ALL.into_iter().map(|part| words(self.part(part))).sum()
    }

    /// Parts that have no words.
    #[must_use]
    pub fn missing(&self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|part| words(self.part(*part)) == 0).collect()
    }

    /// Whether two tell the same, whatever they are called and mapped to.
    #[must_use]
    pub fn tells_the_same(&self, other: &Self) -> bool {
        Part::ALL.into_iter().all(|part| self.part(part) == other.part(part))
    }
}

/// How long so many words take to say: `about 2 min spoken`.
#[must_use]
pub fn spoken(words: usize) -> String {
    match (words * 60).div_ceil(SPOKEN_A_MINUTE) {
        0 => String::new(),
        seconds @ 1..=55 => format!("about {} s spoken", seconds.div_ceil(5) * 5),
        seconds => {
            let halves = (seconds + 15) / 30;
            let half = if halves % 2 == 1 { "½" } else { "" };
            format!("about {}{half} min spoken", halves / 2)
        }
    }
}

/// The first words of a text, as a title.
fn opening(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let kept = cut(line, LONGEST);
    let kept = kept.rsplit_once(' ').map_or(kept.as_str(), |(words, _)| words);
    format!("{kept}…")
}

/// Which stories answer each question, by their names in `shelf`; what none answers comes first.
#[must_use]
pub fn answered<'a>(
    questions: &[&'a str],
    shelf: &'a Shelf<Story>,
) -> Vec<(&'a str, Vec<&'a str>)> {
    let mut by_question: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, story) in in_order(shelf) {
        for question in &story.questions {
            by_question.entry(question).or_default().push(id);
        }
    }
    let mut rows: Vec<(&str, Vec<&str>)> = questions
        .iter()
        .map(|question| (*question, by_question.remove(question).unwrap_or_default()))
        .collect();
    rows.sort_by_key(|(_, stories)| !stories.is_empty());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(questions: &[&str], order: f64) -> Story {
        let questions = questions.iter().map(|it| (*it).to_owned()).collect();
        Story { questions, order, ..Story::default() }
    }

    #[test]
    fn a_record_is_read_back_as_it_was_written() {
        let mut written = story(&["failure-you-own"], 2.0);
        written.title = "The lost index".into();
        written.set_part(Part::Action, "I rolled back.".into());
        let value = serde_json::to_value(&written).unwrap();
        assert_eq!(Story::read(&value), Some(written));
    }

    #[test]
    fn a_hostile_record_costs_nothing_but_itself() {
        let read = |text: &str| Story::read(&serde_json::from_str(text).unwrap());
        for text in ["7", "\"story\"", "[]", "null"] {
            assert_eq!(read(text), None, "{text}");
        }
        let odd = r#"{"title":7,"task":"kept","questions":[1,"a",["b"]],"order":"first","x":{}}"#;
        let expect = Story { task: "kept".into(), ..story(&["a"], 0.0) };
        assert_eq!(read(odd), Some(expect));
        let long = serde_json::json!({ "title": "é".repeat(900), "result": "x".repeat(1 << 20) });
        let story = Story::read(&long).unwrap();
        assert_eq!((story.title.chars().count(), story.result.len()), (LINE, TEXT));
    }

    #[test]
    fn an_answer_becomes_a_story() {
        let text = |part| match part {
            Part::Situation => String::new(),
            Part::Task => {
                "Get the wake word from 90 to 30 ms on a phone of 2019 without new silicon.".into()
            }
            _ => "Done.".into(),
        };
        let story = Story::of_answer("making-a-model-faster", text);
        assert_eq!(story.title, "Get the wake word from 90 to 30 ms on a phone of 2019…");
        assert_eq!(story.missing(), [Part::Situation]);
        assert!(story.questions.contains("making-a-model-faster"));
        let renamed = Story { title: "Wake word".into(), ..story.clone() };
        assert!(renamed.tells_the_same(&story));
        assert_eq!(renamed.name(), "Wake word");
        assert_eq!(Story::default().name(), "A story without a title");
    }

    #[test]
    fn time_to_say_it_is_told() {
        let check = |words, expect: &str| assert_eq!(spoken(words), expect, "{words}");
        check(0, "");
        check(10, "about 5 s spoken");
        check(100, "about 45 s spoken");
        check(140, "about 1 min spoken");
        check(210, "about 1½ min spoken");
        check(280, "about 2 min spoken");
    }

    #[test]
    fn what_no_story_answers_comes_first() {
        let shelf = Shelf::from([
            ("one".to_owned(), story(&["b", "gone"], 2.0)),
            ("two".to_owned(), story(&["b", "c"], 1.0)),
        ]);
        let rows = answered(&["a", "b", "c", "d"], &shelf);
        let expect = [("a", vec![]), ("d", vec![]), ("b", vec!["two", "one"]), ("c", vec!["two"])];
        assert_eq!(rows, expect);
    }
}
