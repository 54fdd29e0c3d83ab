//! Goes through the days one by one and fills each: mock round, due, new, last reviews.

use std::collections::{BTreeMap, BTreeSet};

use content::Kind;

use super::mocks::mock_days;
use super::phases::{is_catching_up, is_closing};
use super::topics::Standings;
use super::weights::{level, minutes, share};
use super::{DayPlan, Entry, Length, Plan, Profile, Reason, Refused, Task, What};
use crate::schedule::{Rating, Scheduler};
use crate::{Day, weekday};

/// Days that a plan shows at most: twelve weeks. It is made anew on every visit, within 50 ms of the
/// page's time, and nobody knows what will be remembered a year from now.
const MOST_DAYS: Day = 84;
/// The days before the interview in which last reviews take what room there is.
const LAST_WEEK: Day = 7;
/// What an item gains by opening a row of the syllabus.
const ROW: f32 = 0.25;

/// The plan: the same for the same input. Items that come twice count once.
///
/// # Errors
/// When the interview has passed.
pub fn plan(entries: &[Entry], profile: &Profile) -> Result<Plan, Refused> {
    if profile.interview < profile.today {
        return Err(Refused::InterviewPassed);
    }
    let mut names = entries.to_vec();
    names.sort_by(|a, b| a.item.cmp(&b.item));
    names.dedup_by(|a, b| a.item == b.item);
    let scheduler = Scheduler::default();
    for entry in &mut names {
        // What cannot be read as a memory is learnt afresh.
        let is_sound = |memory: &_| scheduler.preview(Some(memory), profile.today).is_ok();
        entry.memory = entry.memory.filter(is_sound);
    }
    let days = days(profile);
    let mocks = mock_days(profile, last_useful(profile));
    let mut builder =
        Builder { future: names.clone(), profile, scheduler, last_useful: last_useful(profile) };
    let mut plan = Plan::default();
    for day in days.clone() {
        let mut filling = builder.open(day, &names);
        if let Some(round) = mocks.get(&day) {
            filling.mock(*round, profile);
        }
        plan.days.push(builder.fill(filling));
    }
    let longest = plan.days.iter().map(|day| day.minutes).max().unwrap_or(0);
    for entry in builder.future.iter().filter(|entry| entry.memory.is_none()) {
        let list = if minutes(entry) > longest { &mut plan.too_long } else { &mut plan.left_out };
        list.push(entry.item.clone());
    }
    Ok(plan)
}

fn days(profile: &Profile) -> std::ops::Range<Day> {
    let most = match profile.length {
        Length::FourWeeks => 28,
        Length::SixWeeks => 42,
        Length::UntilInterview => MOST_DAYS,
    };
    profile.today..profile.interview.min(profile.today.saturating_add(most))
}

/// The last day before the interview that has minutes.
fn last_useful(profile: &Profile) -> Day {
    let week = (1..=LAST_WEEK).map(|back| profile.interview.saturating_sub(back));
    let mut useful = week.filter(|day| profile.weekday_minutes[weekday(*day)] > 0);
    useful.next().unwrap_or(Day::MIN)
}

struct Builder<'a> {
    /// What will be remembered by the day that is being filled; in the order of the items.
    future: Vec<Entry>,
    profile: &'a Profile,
    scheduler: Scheduler,
    last_useful: Day,
}

/// A day while it fills.
struct Filling<'a> {
    plan: DayPlan,
    left: u16,
    standings: Standings<'a>,
    reviews: Vec<Task>,
    fresh: Vec<Task>,
    names: &'a [Entry],
    taken: BTreeSet<usize>,
    /// Minutes that went into seen items of each kind, when they were new.
    spent: BTreeMap<Kind, f32>,
}

impl<'a> Filling<'a> {
    fn spent(&self, kind: Kind) -> f32 {
        self.spent.get(&kind).copied().unwrap_or_default()
    }

    fn mock(&mut self, round: crate::interview::Round, profile: &Profile) {
        let minutes = round.minutes(profile.seniority);
        if minutes > self.left {
            return;
        }
        let days_before = profile.interview.abs_diff(self.plan.day);
        let reason = Reason::Mock { days_before };
        self.plan.tasks.push(Task { what: What::Mock(round), minutes, reason });
        self.left -= minutes;
    }

    /// Takes an item if there is room and it is not yet there.
    fn take(&mut self, place: usize, minutes: u16, reason: Reason, is_new: bool) {
        let names: &'a [Entry] = self.names;
        let entry = &names[place];
        if minutes > self.left || !self.taken.insert(place) {
            return;
        }
        self.left -= minutes;
        self.standings.learn(entry, is_new);
        let what = What::Item(entry.item.clone());
        let list = if is_new { &mut self.fresh } else { &mut self.reviews };
        list.push(Task { what, minutes, reason });
    }
}

impl Builder<'_> {
    fn open<'a>(&self, day: Day, names: &'a [Entry]) -> Filling<'a> {
        let minutes = self.profile.minutes_on(day);
        let mut spent = BTreeMap::new();
        for entry in self.future.iter().filter(|entry| entry.memory.is_some()) {
            *spent.entry(entry.item.kind).or_default() += f32::from(entry.minutes);
        }
        Filling {
            plan: DayPlan { day, minutes, tasks: Vec::new() },
            left: minutes,
            standings: Standings::on(day, &self.future, names),
            reviews: Vec::new(),
            fresh: Vec::new(),
            names,
            taken: BTreeSet::new(),
            spent,
        }
    }

    fn fill(&mut self, mut filling: Filling<'_>) -> DayPlan {
        self.add_long(&mut filling);
        self.add_due(&mut filling);
        if filling.plan.day == self.last_useful || is_closing(self.profile, filling.plan.day) {
            self.add_last_reviews(&mut filling);
            self.add_new(&mut filling);
        } else {
            self.add_new(&mut filling);
            self.add_last_reviews(&mut filling);
        }
        let day = filling.plan.day;
        for place in filling.taken {
            let entry = &mut self.future[place];
            // Memories were checked at the start, and reviews leave sound ones.
            let next = self.scheduler.review(entry.memory.as_ref(), Rating::Good, day);
            entry.memory = next.ok().or(entry.memory);
            entry.last = Some(Rating::Good);
        }
        // A day is worked through in this order, whatever had its room first.
        filling.plan.tasks.extend(filling.reviews.into_iter().chain(filling.fresh));
        filling.plan
    }

    /// What is due, weakest topics first; what does not fit leaves its room to what does.
    fn add_due(&self, filling: &mut Filling<'_>) {
        let day = filling.plan.day;
        let mut due: Vec<(f32, f32, usize, Reason)> = Vec::new();
        for (place, entry) in self.future.iter().enumerate() {
            let Some(memory) = entry.memory.filter(|memory| memory.due <= day) else { continue };
            let recall = memory.recall(day);
            let (_, topic_recall) = filling.standings.weakest(entry);
            let reason = match (entry.last, filling.standings.weak(entry)) {
                (Some(Rating::Again), _) => Reason::Failed,
                (_, Some((topic, recall))) => Reason::WeakTopic { topic: topic.into(), recall },
                _ => Reason::Due { recall, days_late: day.abs_diff(memory.due) },
            };
            due.push((topic_recall, recall, place, reason));
        }
        due.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        for (_, _, place, reason) in due {
            filling.take(place, minutes(&self.future[place]), reason, false);
        }
    }

    /// New items one after the other, each by what is known once the ones before it are.
    fn add_new(&self, filling: &mut Filling<'_>) {
        while let Some(place) = self.best_new(filling) {
            self.take_new(filling, place);
        }
    }

    /// An item that takes half of the day or more never fits beside reviews. When it is its kind's
    /// turn, it has its room first, and reviews take the rest. So has one that opens a topic late. Not
    /// in the last week: see the module above.
    fn add_long(&self, filling: &mut Filling<'_>) {
        let is_last_week = filling.plan.day >= self.profile.interview.saturating_sub(LAST_WEEK);
        let has_mock = !filling.plan.tasks.is_empty();
        if is_last_week || has_mock {
            return;
        }
        let Some(place) = self.best_new(filling) else { return };
        let half = filling.plan.minutes.div_ceil(2);
        let opens = filling.standings.unseen(&self.future[place]).is_some();
        let is_late = opens && is_catching_up(self.profile, filling.plan.day);
        if is_late || minutes(&self.future[place]) >= half {
            self.take_new(filling, place);
        }
    }

    fn take_new(&self, filling: &mut Filling<'_>, place: usize) {
        let entry = &self.future[place];
        let reason = reason_for_new(entry, &filling.standings);
        *filling.spent.entry(entry.item.kind).or_default() += f32::from(entry.minutes);
        filling.take(place, minutes(entry), reason, true);
    }

    /// Of the new items that fit: of the kind that has had least of its share, the one that is worth
    /// most.
    fn best_new(&self, filling: &Filling<'_>) -> Option<usize> {
        let fits = |place: usize| {
            let entry = &self.future[place];
            entry.memory.is_none()
                && !filling.taken.contains(&place)
                && minutes(entry) <= filling.left
        };
        let mut fitting: Vec<usize> = (0..self.future.len()).filter(|place| fits(*place)).collect();
        // Looked for only while there is one: a plan is made while a page waits.
        if is_catching_up(self.profile, filling.plan.day) && filling.standings.has_unseen() {
            let opens = |place: &usize| filling.standings.unseen(&self.future[*place]).is_some();
            let opening: Vec<usize> = fitting.iter().copied().filter(opens).collect();
            if !opening.is_empty() {
                fitting = opening;
            }
        }
        let kinds: BTreeSet<Kind> =
            fitting.iter().map(|place| self.future[*place].item.kind).collect();
        let need = |kind: &Kind| {
            let share = share(*kind, self.profile.seniority);
            (filling.spent(*kind) / share, -share)
        };
        let by_need = |a: &Kind, b: &Kind| {
            let (a, b) = (need(a), need(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        };
        let kind = kinds.into_iter().min_by(by_need)?;
        let of_kind = fitting.into_iter().filter(|place| self.future[*place].item.kind == kind);
        let valued =
            of_kind.map(|place| (self.value(&self.future[place], &filling.standings), place));
        // Of those that are worth the same, the first.
        valued.min_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))).map(|(_, place)| place)
    }

    /// Topics are shared out as seats are (D'Hondt): the more items of a topic are known, the less the
    /// next one is worth. So every topic gets its turn, and a large one does not crowd out a small
    /// one.
    fn value(&self, entry: &Entry, standings: &Standings<'_>) -> f32 {
        let (_, known) = standings.least_known(entry);
        let row = if standings.open_row(entry).is_some() { ROW } else { 0.0 };
        level(entry.level, self.profile.seniority) / (1.0 + known) + row
    }

    /// Intervals that end on or after the interview, in its last week: see the module above.
    fn add_last_reviews(&self, filling: &mut Filling<'_>) {
        let (day, interview) = (filling.plan.day, self.profile.interview);
        if day < interview.saturating_sub(LAST_WEEK) || day > self.last_useful {
            return;
        }
        let mut waiting: Vec<(f32, usize)> = Vec::new();
        for (place, entry) in self.future.iter().enumerate() {
            let Some(memory) = entry.memory else { continue };
            let was_long_ago = memory.last_review < interview.saturating_sub(LAST_WEEK);
            if memory.due >= interview && was_long_ago {
                waiting.push((memory.recall(interview), place));
            }
        }
        waiting.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        // The weakest wait for the last useful day, as many as it holds.
        let mut kept = self.profile.weekday_minutes[weekday(self.last_useful)];
        for (recall, place) in waiting {
            let minutes = minutes(&self.future[place]);
            if day < self.last_useful && minutes <= kept {
                kept -= minutes;
                continue;
            }
            filling.take(place, minutes, Reason::BeforeTheDay { recall }, false);
        }
    }
}

fn reason_for_new(entry: &Entry, standings: &Standings<'_>) -> Reason {
    if let Some(row) = standings.open_row(entry) {
        return Reason::NewRow { row: row.into() };
    }
    if let Some(topic) = standings.unseen(entry) {
        return Reason::NewTopic { topic: topic.into() };
    }
    if let Some((topic, recall)) = standings.weak(entry) {
        return Reason::WeakTopic { topic: topic.into(), recall };
    }
    Reason::New { topic: standings.least_known(entry).0.into() }
}
