//! Each item's line of the index, without its path: that is known once its file is written.

use super::library::Reading;
use crate::{Card, Case, Exercise, Item, Kind, Level, Question};

/// A line; `words` are slug, title and summary.
fn line(kind: Kind, words: [&str; 3], topics: &[String], level: Level, minutes: u16) -> Item {
    let [slug, title, summary] = words.map(str::to_owned);
    let topics = topics.to_vec();
    let (domain, question, path) = (None, None, String::new());
    Item { kind, slug, title, summary, topics, level, minutes, domain, question, path }
}

impl Exercise {
    pub(super) fn item(&self) -> Item {
        let words = [&self.slug, &self.title, &self.summary].map(String::as_str);
        line(Kind::Exercise, words, &self.topics, self.level, self.minutes)
    }
}

impl Reading {
    pub(super) fn item(&self, kind: Kind) -> Item {
        let words = [&self.slug, &self.page.title, &self.page.description].map(String::as_str);
        line(kind, words, &self.topics, self.level, self.minutes)
    }
}

impl Card {
    pub(super) fn item(&self) -> Item {
        let words = [&self.slug, &self.question, &self.summary].map(String::as_str);
        line(Kind::Card, words, &self.topics, self.level, self.minutes)
    }
}

impl Case {
    pub(super) fn item(&self) -> Item {
        let words = [&self.slug, &self.title, &self.summary].map(String::as_str);
        let line = line(Kind::Design, words, &self.topics, self.level, self.minutes);
        Item { domain: Some(self.domain), ..line }
    }
}

impl Question {
    pub(super) fn item(&self) -> Item {
        let words = [&self.slug, &self.question, &self.summary].map(String::as_str);
        let line = line(Kind::Behavioural, words, &self.topics, self.level, self.minutes);
        Item { question: Some(self.kind), ..line }
    }
}
