//! Everything there is, read and checked.

use crate::{Exercise, Item, Kind, Lab, Level, Page, Track};

/// Everything there is, each list in the order of slugs.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// Coding exercises.
    pub exercises: Vec<Exercise>,
    /// Labs; each page's slug is its address: `labs/decision-boundary`.
    pub labs: Vec<Reading>,
    /// The attention page's reading; its page's slug is its address, `attention`.
    pub attention: Vec<Reading>,
    /// Prose; `home` is the page at the root, `not-found` the one for unknown addresses.
    pub pages: Vec<Page>,
    /// Ways through the exercises.
    pub tracks: Vec<Track>,
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
        let mut items = Vec::new();
        for exercise in &self.exercises {
            items.push(Item {
                kind: Kind::Exercise,
                slug: exercise.slug.clone(),
                title: exercise.title.clone(),
                summary: exercise.summary.clone(),
                topics: exercise.topics.clone(),
                level: exercise.level,
                minutes: exercise.minutes,
                path: path(Kind::Exercise, &exercise.slug),
            });
        }
        for (kind, readings) in [(Kind::Lab, &self.labs), (Kind::Attention, &self.attention)] {
            items.extend(
                readings.iter().map(|reading| reading.item(kind, path(kind, &reading.page.slug))),
            );
        }
        items
    }

    /// Every page of prose: those of `pages`, then the readings of labs and attention.
    pub fn prose(&self) -> impl Iterator<Item = &Page> {
        let readings = self.labs.iter().chain(&self.attention).map(|reading| &reading.page);
        self.pages.iter().chain(readings)
    }
}

impl Reading {
    fn item(&self, kind: Kind, path: String) -> Item {
        Item {
            kind,
            slug: self.slug.clone(),
            title: self.page.title.clone(),
            summary: self.page.description.clone(),
            topics: self.topics.clone(),
            level: self.level,
            minutes: self.minutes,
            path,
        }
    }
}
