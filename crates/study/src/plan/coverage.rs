//! How much of each topic has been seen, is known, and is recalled today.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Entry;
use crate::Day;

/// From this recall on an item counts as known.
pub const KNOWN: f32 = 0.8;

/// One topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopicCoverage {
    /// As visitors read it.
    pub topic: String,
    /// Items about it.
    pub items: usize,
    /// Of them, seen at least once.
    pub seen: usize,
    /// Of them, recalled today with a probability of at least [`KNOWN`].
    pub known: usize,
    /// Mean recall of those seen; `None` before the first.
    pub mean_recall: Option<f32>,
}

impl TopicCoverage {
    /// The share of items seen, from 0 to 1.
    #[must_use]
    pub fn share_seen(&self) -> f32 {
        self.seen as f32 / self.items.max(1) as f32
    }

    /// The share of items known, from 0 to 1.
    #[must_use]
    pub fn share_known(&self) -> f32 {
        self.known as f32 / self.items.max(1) as f32
    }
}

/// Every topic that an item names, in alphabetical order.
#[must_use]
pub fn coverage(entries: &[Entry], today: Day) -> Vec<TopicCoverage> {
    let mut topics: BTreeMap<&str, (TopicCoverage, f32)> = BTreeMap::new();
    for entry in entries {
        let recall = entry.memory.map(|memory| memory.recall(today));
        for (place, topic) in entry.topics.iter().enumerate() {
            if entry.topics[..place].contains(topic) {
                continue;
            }
            let (covered, sum) = topics.entry(topic).or_insert_with(|| {
                let topic = topic.clone();
                (TopicCoverage { topic, items: 0, seen: 0, known: 0, mean_recall: None }, 0.0)
            });
            covered.items += 1;
            if let Some(recall) = recall {
                covered.seen += 1;
                covered.known += usize::from(recall >= KNOWN);
                *sum += recall;
            }
        }
    }
    let with_mean = topics.into_values().map(|(covered, sum)| {
        let mean_recall = (covered.seen > 0).then(|| sum / covered.seen as f32);
        TopicCoverage { mean_recall, ..covered }
    });
    with_mean.collect()
}
