//! Everything there is, read and checked.

use crate::syllabus::Section;
use crate::{Card, Case, DrillQuestion, Exercise, Item, Kind, Lab, Level, Page, Question, Track};

/// Everything there is, each list in the order of slugs.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// Coding exercises.
    pub exercises: Vec<Exercise>,
    /// Labs; each page's slug is its address: `labs/decision-boundary`.
    pub labs: Vec<Reading>,
    /// The attention page's reading; its page's slug is its address, `attention`.
    pub attention: Vec<Reading>,
    /// Theory cards.
    pub cards: Vec<Card>,
    /// System-design cases.
    pub cases: Vec<Case>,
    /// Behavioural questions.
    pub questions: Vec<Question>,
    /// Prose; `home` is the page at the root, `not-found` the one for unknown addresses.
    pub pages: Vec<Page>,
    /// Ways through the exercises.
    pub tracks: Vec<Track>,
    /// What interviewers ask, and what covers it.
    pub syllabus: Vec<Section>,
    /// What is asked about a project of the candidate's own.
    pub drill: Vec<DrillQuestion>,
}

/// An item that is read beside something that trains.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Unique in its kind.
    pub slug: String,
    /// How hard.
    pub level: Level,
    /// For finding and for the plan.
    pub topics: Vec<String>,
    /// Time to plan for.
    pub minutes: u16,
    /// Title, summary (as its description) and text.
    pub page: Page,
    /// What a lab declares; nothing for what is no lab.
    pub lab: Option<Lab>,
}

impl Library {
    /// The lines of the index. `path` says where the full item's file is, given its kind and slug
    /// (for labs and attention the slug of the page).
    pub fn items(&self, mut path: impl FnMut(Kind, &str) -> String) -> Vec<Item> {
        let mut items: Vec<Item> = self.exercises.iter().map(Exercise::item).collect();
        items.extend(self.labs.iter().map(|lab| lab.item(Kind::Lab)));
        items.extend(self.attention.iter().map(|reading| reading.item(Kind::Attention)));
        items.extend(self.cards.iter().map(Card::item));
        items.extend(self.cases.iter().map(Case::item));
        items.extend(self.questions.iter().map(Question::item));
        for item in &mut items {
            let name = match item.kind {
                Kind::Lab => format!("labs/{}", item.slug),
                _ => item.slug.clone(),
            };
            item.path = path(item.kind, &name);
        }
        items
    }

    /// Every page of prose: those of `pages`, then the readings of labs and attention.
    pub fn prose(&self) -> impl Iterator<Item = &Page> {
        let readings = self.labs.iter().chain(&self.attention).map(|reading| &reading.page);
        self.pages.iter().chain(readings)
    }
}
