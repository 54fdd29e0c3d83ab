//! What a loop showed: points by round, strong and weak topics, what to practise next.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use content::{Domain, Seniority};
use serde::{Deserialize, Serialize};

use super::pick::{Candidate, reference};
use super::round::Round;
use super::session::{RoundRun, Session};
use super::sound::is_report_sound;
use crate::rubric::Score;
use crate::schedule::{Rating, rate_share};
use crate::{Day, ItemRef};

/// From this share of points on a topic is a strength.
const STRONG: f64 = 0.75;
/// Below this share a topic is a weak spot.
const WEAK: f64 = 0.6;
/// Items proposed for each weak topic, and in all.
const NEXT_OF_TOPIC: usize = 2;
const NEXT_IN_ALL: usize = 6;

/// A loop, written up. Kept as it is: it does not change when items do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Which loop.
    pub seniority: Seniority,
    /// Which domain.
    pub domain: Domain,
    /// The day it started.
    pub day: Day,
    /// The rounds that were gone through, in order.
    pub rounds: Vec<RoundReport>,
    /// All points together.
    pub total: Score,
    /// Topics from the best down.
    pub strengths: Vec<TopicShare>,
    /// Topics from the worst up.
    pub weak: Vec<TopicShare>,
    /// What to practise next, for the weakest topics first.
    pub next: Vec<NextItem>,
    /// What the schedule should hear of each scored item.
    pub ratings: Vec<(ItemRef, Rating)>,
}

/// One round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoundReport {
    /// Which.
    pub round: Round,
    /// Its length.
    pub minutes: u16,
    /// Time on the clock, without pauses.
    pub used_seconds: u64,
    /// The time ran out.
    pub is_time_up: bool,
    /// How often the clock was stopped.
    pub pauses: u32,
    /// Points of all scored items.
    pub score: Score,
    /// Its items.
    pub tasks: Vec<TaskReport>,
    /// What was noted.
    pub notes: String,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskReport {
    /// Which.
    pub item: ItemRef,
    /// Its title.
    pub title: String,
    /// Points; `None` where it was not scored.
    pub score: Option<Score>,
    /// Criteria that were not met, as plain text.
    pub missed: Vec<String>,
    /// What was written for it.
    #[serde(default)]
    pub answer: String,
}

/// A topic and the share of points that it got, weighed by minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopicShare {
    /// As visitors read it.
    pub topic: String,
    /// From 0 to 1.
    pub share: f64,
}

/// An item to practise next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextItem {
    /// Which.
    pub item: ItemRef,
    /// Its title.
    pub title: String,
    /// The weak topic that it is for.
    pub topic: String,
}

impl Report {
    /// Reads a report that was kept; nothing where it cannot be one.
    #[must_use]
    pub fn from_value(value: serde_json::Value) -> Option<Self> {
        serde_json::from_value(value).ok().filter(is_report_sound)
    }
}

impl Session {
    /// What the loop has shown so far. `pool` is where the next items come from: as ever, those
    /// never seen before those seen longest ago, none of this loop.
    #[must_use]
    pub fn report(&self, pool: &[Candidate]) -> Report {
        let over = self.rounds.iter().filter(|round| round.is_over);
        let rounds: Vec<RoundReport> = over.map(RoundReport::new).collect();
        let total = rounds.iter().fold(Score::default(), |sum, round| sum.plus(round.score));
        let topics = self.topic_shares();
        let mut strengths: Vec<TopicShare> =
            topics.iter().filter(|topic| topic.share >= STRONG).cloned().collect();
        strengths.reverse();
        let weak: Vec<TopicShare> = topics.into_iter().filter(|topic| topic.share < WEAK).collect();
        Report {
            seniority: self.setup.seniority,
            domain: self.setup.domain,
            day: self.setup.today,
            next: self.next_items(&weak, pool),
            ratings: self.ratings(),
            rounds,
            total,
            strengths,
            weak,
        }
    }

    /// From the weakest up; in alphabetical order where equal.
    fn topic_shares(&self) -> Vec<TopicShare> {
        let mut sums: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
        for task in self.rounds.iter().flat_map(|round| &round.tasks) {
            let Some(share) = task.marked.as_ref().and_then(|marked| marked.score.share()) else {
                continue;
            };
            let minutes = f64::from(task.minutes.max(1));
            for topic in &task.topics {
                let (reached, possible) = sums.entry(topic).or_default();
                *reached += share * minutes;
                *possible += minutes;
            }
        }
        let shares = sums.into_iter().map(|(topic, (reached, possible))| TopicShare {
            topic: topic.to_owned(),
            share: reached / possible,
        });
        let mut shares: Vec<TopicShare> = shares.collect();
        shares.sort_by(|a, b| a.share.total_cmp(&b.share));
        shares
    }

    fn next_items(&self, weak: &[TopicShare], pool: &[Candidate]) -> Vec<NextItem> {
        let asked: Vec<&ItemRef> =
            self.rounds.iter().flat_map(|round| &round.tasks).map(|task| &task.item).collect();
        let mut next: Vec<NextItem> = Vec::new();
        for topic in weak {
            let mut fitting: Vec<&Candidate> = pool
                .iter()
                .filter(|candidate| {
                    let item = reference(&candidate.item);
                    candidate.item.topics.contains(&topic.topic)
                        && !asked.contains(&&item)
                        && next.iter().all(|next| next.item != item)
                })
                .collect();
            // What has the topic for its first is about it most.
            fitting.sort_by_key(|candidate| {
                let is_first = candidate.item.topics.first() == Some(&topic.topic);
                (candidate.last_seen, Reverse(is_first), reference(&candidate.item))
            });
            next.extend(fitting.into_iter().take(NEXT_OF_TOPIC).map(|candidate| NextItem {
                item: reference(&candidate.item),
                title: candidate.item.title.clone(),
                topic: topic.topic.clone(),
            }));
        }
        next.truncate(NEXT_IN_ALL);
        next
    }

    fn ratings(&self) -> Vec<(ItemRef, Rating)> {
        let tasks = self.rounds.iter().flat_map(|round| &round.tasks);
        let rated = tasks.filter_map(|task| {
            let score = task.marked.as_ref()?.score;
            Some((task.item.clone(), rate_share(score.points, score.possible)))
        });
        rated.collect()
    }
}

impl RoundReport {
    fn new(round: &RoundRun) -> Self {
        let tasks: Vec<TaskReport> = round
            .tasks
            .iter()
            .map(|task| TaskReport {
                item: task.item.clone(),
                title: task.title.clone(),
                score: task.marked.as_ref().map(|marked| marked.score),
                missed: task.marked.as_ref().map_or_else(Vec::new, |marked| marked.missed.clone()),
                answer: task.answer.clone(),
            })
            .collect();
        let scores = tasks.iter().filter_map(|task| task.score);
        Self {
            round: round.round,
            minutes: round.minutes,
            used_seconds: round.used_ms / 1000,
            is_time_up: round.is_time_up,
            pauses: round.pauses,
            score: scores.fold(Score::default(), Score::plus),
            notes: round.notes.clone(),
            tasks,
        }
    }
}
