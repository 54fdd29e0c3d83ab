//! Which items a round asks: fresh ones that fit the time, none twice in a loop.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt;

use content::{Domain, Item, Kind, Level, QuestionKind, Seniority};

use super::round::{Round, domain_topics};
use super::setup::Setup;
use crate::random::Random;
use crate::{Day, ItemRef};

/// Items that a round asks at most.
const MOST_TASKS: usize = 8;

/// Topics of exercises that belong to a coding round, unless it is NumPy or a classifier's measure.
const ALGORITHMIC: [&str; 14] = [
    "algorithms",
    "arrays",
    "data structures",
    "data wrangling",
    "dynamic programming",
    "graphs",
    "hash maps",
    "heaps",
    "linked lists",
    "recursion",
    "searching",
    "sorting",
    "streams",
    "trees",
];

/// An item that may be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its line of the index.
    pub item: Item,
    /// The day it was last worked on or asked; `None` if never.
    pub last_seen: Option<Day>,
}

/// A round for which there is no item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NothingFits {
    /// Which round.
    pub round: Round,
    /// Its length.
    pub minutes: u16,
}

impl fmt::Display for NothingFits {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}: no item is left that fits {} minutes. Make the round longer, or leave it out.",
            self.round.title(),
            self.minutes
        )
    }
}

impl std::error::Error for NothingFits {}

/// Whether an item may be asked in this round of a loop in this domain.
#[must_use]
pub fn fits(item: &Item, round: Round, domain: Domain) -> bool {
    let asks = |kinds: &[QuestionKind]| {
        item.kind == Kind::Behavioural && item.question.is_some_and(|kind| kinds.contains(&kind))
    };
    match round {
        Round::RecruiterScreen => asks(&[QuestionKind::Recruiter, QuestionKind::Motivation]),
        Round::PhoneScreen => match item.kind {
            Kind::Exercise => item.level != Level::Stretch,
            kind => kind == Kind::Card,
        },
        Round::Coding => item.kind == Kind::Exercise && is_algorithmic(item),
        Round::MlCoding => item.kind == Kind::Exercise && !is_algorithmic(item),
        Round::Theory => item.kind == Kind::Card,
        Round::Design => item.kind == Kind::Design,
        Round::Domain => {
            matches!(item.kind, Kind::Exercise | Kind::Card | Kind::Design) && is_of(item, domain)
        }
        Round::Behaviour => asks(&[QuestionKind::Story, QuestionKind::Communication]),
        Round::Manager => {
            asks(&[QuestionKind::Manager, QuestionKind::Resume, QuestionKind::Motivation])
        }
    }
}

fn is_algorithmic(item: &Item) -> bool {
    let has = |topics: &[&str]| item.topics.iter().any(|topic| topics.contains(&topic.as_str()));
    !has(&["NumPy", "classification"]) && has(&ALGORITHMIC)
}

fn is_of(item: &Item, domain: Domain) -> bool {
    let topics = domain_topics(domain);
    let by_topic = || item.topics.iter().any(|topic| topics.contains(&topic.as_str()));
    item.domain.map_or_else(by_topic, |own| own == domain)
}

/// The items of each round, in the rounds' order, as places in `pool`. The round with the fewest
/// items to choose from chooses first; within a round, kinds take turns, and what was never seen
/// comes before what was seen longest ago. Then: topics that the loop has not asked yet, the right
/// level, and the seed.
pub fn pick(setup: &Setup, pool: &[Candidate]) -> Result<Vec<Vec<usize>>, NothingFits> {
    let mut random = Random::new(u64::from(setup.seed));
    let mut order: Vec<usize> = (0..pool.len()).collect();
    // The caller's order decides nothing.
    order.sort_by(|a, b| reference(&pool[*a].item).cmp(&reference(&pool[*b].item)));
    order.dedup_by(|a, b| reference(&pool[*a].item) == reference(&pool[*b].item));
    let drawn: Vec<(usize, u64)> =
        order.into_iter().map(|place| (place, random.next_u64())).collect();
    let mut picker = Picker { setup, pool, drawn, taken: BTreeSet::new(), topics: BTreeSet::new() };
    let choice = |place: &usize| {
        let round = setup.rounds[*place].round;
        pool.iter().filter(|candidate| fits(&candidate.item, round, setup.domain)).count()
    };
    let mut narrowest: Vec<usize> = (0..setup.rounds.len()).collect();
    narrowest.sort_by_key(choice);
    let mut picked = vec![Vec::new(); setup.rounds.len()];
    for place in narrowest {
        picked[place] = picker.fill(place);
        if picked[place].is_empty() {
            let length = setup.rounds[place];
            return Err(NothingFits { round: length.round, minutes: length.minutes });
        }
    }
    Ok(picked)
}

/// The address of an item.
pub fn reference(item: &Item) -> ItemRef {
    ItemRef { kind: item.kind, slug: item.slug.clone() }
}

struct Picker<'a> {
    setup: &'a Setup,
    pool: &'a [Candidate],
    /// Places in the pool, each with its draw.
    drawn: Vec<(usize, u64)>,
    taken: BTreeSet<usize>,
    topics: BTreeSet<&'a str>,
}

impl<'a> Picker<'a> {
    fn fill(&mut self, place: usize) -> Vec<usize> {
        let length = self.setup.rounds[place];
        let mut left = length.minutes;
        let mut tasks: Vec<usize> = Vec::new();
        while tasks.len() < MOST_TASKS {
            let open = self.drawn.iter().filter(|(place, _)| {
                let item = &self.pool[*place].item;
                !self.taken.contains(place)
                    && item.minutes.max(1) <= left
                    && fits(item, length.round, self.setup.domain)
            });
            let best = open.min_by_key(|(place, draw)| self.rank(*place, *draw, &tasks));
            let Some(&(next, _)) = best else { break };
            let pool: &'a [Candidate] = self.pool;
            let item = &pool[next].item;
            left -= item.minutes.max(1);
            self.taken.insert(next);
            self.topics.extend(item.topics.iter().map(String::as_str));
            tasks.push(next);
        }
        tasks
    }

    /// Smaller is better.
    fn rank(&self, place: usize, draw: u64, tasks: &[usize]) -> impl Ord + use<> {
        let candidate = &self.pool[place];
        let item = &candidate.item;
        let of_kind = tasks.iter().filter(|task| self.pool[**task].item.kind == item.kind).count();
        let fresh_topics =
            item.topics.iter().filter(|topic| !self.topics.contains(topic.as_str())).count();
        let is_off_level = match self.setup.seniority {
            Seniority::Junior => item.level == Level::Stretch,
            Seniority::Senior => item.level == Level::WarmUp,
        };
        // `None` sorts before every day.
        (of_kind, candidate.last_seen, Reverse(fresh_topics.min(1)), is_off_level, draw)
    }
}
