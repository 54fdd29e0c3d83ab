//! How strong each topic is on a day of the plan.

use std::collections::{BTreeMap, BTreeSet};

use super::Entry;
use super::coverage::KNOWN;
use crate::Day;

/// One topic on one day.
#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    seen: f32,
    /// Recall, summed over what has been seen.
    recall: f32,
}

/// All topics on one day; changes as the day fills.
pub struct Standings<'a> {
    topics: BTreeMap<&'a str, Standing>,
    rows: BTreeSet<&'a str>,
}

impl<'a> Standings<'a> {
    /// As they are on `day`, before anything is done. `future` says what will be remembered by then
    /// of each of `names`.
    pub fn on(day: Day, future: &[Entry], names: &'a [Entry]) -> Self {
        let mut standings = Self { topics: BTreeMap::new(), rows: BTreeSet::new() };
        for (name, entry) in names.iter().zip(future) {
            let recall = entry.memory.map(|memory| memory.recall(day));
            for topic in &name.topics {
                let standing = standings.topics.entry(topic).or_default();
                if let Some(recall) = recall {
                    standing.seen += 1.0;
                    standing.recall += recall;
                }
            }
            if recall.is_some() {
                standings.rows.extend(name.rows.iter().map(String::as_str));
            }
        }
        standings
    }

    /// What has just been planned counts at once, so that a day does not fill with one topic.
    pub fn learn(&mut self, entry: &'a Entry, is_new: bool) {
        for topic in &entry.topics {
            if let Some(standing) = self.topics.get_mut(topic.as_str()).filter(|_| is_new) {
                standing.seen += 1.0;
                standing.recall += 1.0;
            }
        }
        self.rows.extend(entry.rows.iter().map(String::as_str));
    }

    /// The first row of the syllabus that only this item would open.
    pub fn open_row<'b>(&self, entry: &'b Entry) -> Option<&'b str> {
        entry.rows.iter().map(String::as_str).find(|row| !self.rows.contains(row))
    }

    /// The topic of which least is known, and how many items of it are: their recall, summed up.
    pub fn least_known<'b>(&self, entry: &'b Entry) -> (&'b str, f32) {
        self.lowest(entry, |standing| standing.recall)
    }

    /// The weakest topic of what has been seen, with its mean recall; topics not begun are not weak.
    pub fn weakest<'b>(&self, entry: &'b Entry) -> (&'b str, f32) {
        self.lowest(
            entry,
            |standing| {
                if standing.seen > 0.0 { standing.recall / standing.seen } else { 1.0 }
            },
        )
    }

    /// The weakest topic, if it is weak.
    pub fn weak<'b>(&self, entry: &'b Entry) -> Option<(&'b str, f32)> {
        Some(self.weakest(entry)).filter(|(_, recall)| *recall < KNOWN)
    }

    /// Whether there is any topic of which nothing has been seen.
    pub fn has_unseen(&self) -> bool {
        self.topics.values().any(|standing| standing.seen == 0.0)
    }

    /// A topic of which nothing has been seen.
    pub fn unseen<'b>(&self, entry: &'b Entry) -> Option<&'b str> {
        let mut topics = entry.topics.iter().map(String::as_str);
        topics.find(|topic| self.topics.get(topic).is_none_or(|standing| standing.seen == 0.0))
    }

    fn lowest<'b>(&self, entry: &'b Entry, value: impl Fn(&Standing) -> f32) -> (&'b str, f32) {
        let topics = entry.topics.iter().map(|topic| {
            let standing = self.topics.get(topic.as_str()).copied().unwrap_or_default();
            (topic.as_str(), value(&standing))
        });
        topics.min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or(("", 1.0))
    }
}
