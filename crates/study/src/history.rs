//! Pictures of one's own practice: what was rated when, how fast it is forgotten, how much of each
//! topic is there. Plain figures with a sentence each; drawn by whoever shows them.

use figures::format::plural;
use figures::{Axis, BarGroup, Bars, Figure, Lines, Panel, Series, Style};

use crate::Day;
use crate::plan::{KNOWN, TopicCoverage};
use crate::schedule::{Memory, RETENTION, Rating};

/// Days that the picture of ratings goes back.
pub const BACK: Day = 84;
/// Days that the forgetting curve looks ahead.
pub const AHEAD: Day = 42;
/// Thin lines that a picture takes: more could not be told apart.
const MOST_LINES: usize = 60;

/// Ratings a day over the last twelve weeks, on each other by how well it was known. `name` is that
/// of a day.
#[must_use]
pub fn ratings(all: &[(Day, Rating)], today: Day, name: impl Fn(Day) -> String) -> Panel {
    let days: Vec<Day> = (today - BACK + 1..=today).collect();
    let count = |day: Day, rating: Rating| {
        all.iter().filter(|it| it.0 == day && it.1 == rating).count() as f32
    };
    let groups = Rating::ALL.map(|rating| BarGroup {
        name: words(rating).into(),
        values: days.iter().map(|day| count(*day, rating)).collect(),
    });
    let totals: Vec<usize> =
        days.iter().map(|day| all.iter().filter(|it| it.0 == *day).count()).collect();
    let says = ratings_in_words(&groups, &totals, &days, &name);
    let bars = Bars {
        x: Axis::new("day"),
        y: Axis::new("ratings"),
        names: days.iter().map(|day| name(*day)).collect(),
        groups: groups.to_vec(),
        is_stacked: true,
    };
    Panel::new("ratings", "Ratings a day", says, Figure::Bars(bars))
}

fn ratings_in_words(
    groups: &[BarGroup],
    totals: &[usize],
    days: &[Day],
    name: &impl Fn(Day) -> String,
) -> String {
    let all: usize = totals.iter().sum();
    if all == 0 {
        return "Nothing was rated in the last twelve weeks.".into();
    }
    let parts: Vec<String> = groups
        .iter()
        .map(|group| format!("{} {}", group.values.iter().sum::<f32>(), group.name))
        .collect();
    let most = totals.iter().copied().max().unwrap_or_default();
    // Of several equal days the latest.
    let place = totals.iter().rposition(|it| *it == most).unwrap_or_default();
    let busy = totals.iter().filter(|it| **it > 0).count();
    format!(
        "{} on {} of the last {BACK} days: {}. Most on {}: {most}.",
        plural(all, "rating"),
        busy,
        parts.join(", "),
        name(days[place])
    )
}

/// What a rating is called within a sentence.
fn words(rating: Rating) -> &'static str {
    match rating {
        Rating::Again => "again",
        Rating::Hard => "hard",
        Rating::Good => "good",
        Rating::Easy => "easy",
    }
}

/// Mean recall on a day, from 0 to 1; nothing without anything remembered.
#[must_use]
pub fn mean_recall(memories: &[Memory], day: Day) -> Option<f64> {
    let sum: f64 = memories.iter().map(|memory| f64::from(memory.recall(day))).sum();
    (!memories.is_empty()).then(|| sum / memories.len() as f64)
}

/// Recall from today on if nothing more is reviewed: the mean, and a thin line for each of the items
/// that are recalled least.
#[must_use]
pub fn forgetting(memories: &[Memory], today: Day) -> Panel {
    let mut weakest: Vec<&Memory> = memories.iter().collect();
    weakest.sort_by(|a, b| a.recall(today).total_cmp(&b.recall(today)));
    let mut series: Vec<Series> = weakest
        .iter()
        .take(MOST_LINES)
        .map(|memory| Series {
            name: String::new(),
            style: Style::Faint,
            points: in_percent(memory.curve(today, today + AHEAD), today),
        })
        .collect();
    let mean = |day| mean_recall(memories, day).unwrap_or_default() as f32;
    let means = (today..=today + AHEAD).map(|day| (day, mean(day))).collect();
    series.push(Series {
        name: "mean".into(),
        style: Style::Line,
        points: in_percent(means, today),
    });
    series.push(due_line(0.0, AHEAD as f32));
    let lines = Lines { x: Axis::new("days from today"), y: percent_axis(), series };
    let percent = |day| (mean(day) * 100.0).round();
    let says = format!(
        "Of {} that you rated you would recall {} % today, {} % in a week and {} % in six weeks, if \
         you reviewed nothing until then.",
        plural(memories.len(), "item"),
        percent(today),
        percent(today + 7),
        percent(today + AHEAD)
    );
    Panel::new("forgetting", "What you would still recall", says, Figure::Lines(lines))
}

/// A curve over the days from `today` on.
fn in_percent(curve: Vec<(Day, f32)>, today: Day) -> Vec<(f32, f32)> {
    curve.into_iter().map(|(day, recall)| ((day - today) as f32, recall * 100.0)).collect()
}

/// How one item is forgotten, in a sentence: from its last rating to the day that it is due.
#[must_use]
pub fn falls(memory: &Memory) -> String {
    let days = memory.due.saturating_sub(memory.last_review).clamp(1, 36_500);
    let percent =
        |days: Day| (memory.recall(memory.last_review.saturating_add(days)) * 100.0).round();
    format!(
        "Recall falls from {} % to {} % on the day that it is due, {} after the rating.",
        percent(0),
        percent(days),
        plural(days as usize, "day")
    )
}

/// The share of recall at which an item is due.
fn due_line(from: f32, to: f32) -> Series {
    let share = RETENTION * 100.0;
    Series { name: "due".into(), style: Style::Dashed, points: vec![(from, share), (to, share)] }
}

fn percent_axis() -> Axis {
    Axis::from_to("recall, %", 0.0, 100.0)
}

/// Topics that were begun, the weakest first: the share that is recalled, then the share seen.
#[must_use]
pub fn begun(coverage: &[TopicCoverage]) -> Vec<&TopicCoverage> {
    let mut begun: Vec<&TopicCoverage> = coverage.iter().filter(|it| it.seen > 0).collect();
    let shares = |it: &TopicCoverage| (it.share_known(), it.share_seen());
    begun.sort_by(|a, b| {
        let (a, b) = (shares(a), shares(b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    begun
}

/// How much of each topic that was begun has been seen and would be recalled, the weakest first.
#[must_use]
pub fn topics(coverage: &[TopicCoverage]) -> Panel {
    let begun = begun(coverage);
    let group = |name: &str, share: fn(&TopicCoverage) -> f32| BarGroup {
        name: name.into(),
        values: begun.iter().map(|it| (share(it) * 100.0).round()).collect(),
    };
    let bars = Bars {
        x: Axis::new("topic"),
        y: Axis::from_to("share of a topic's items, %", 0.0, 100.0),
        names: begun.iter().map(|it| it.topic.clone()).collect(),
        groups: vec![
            group("seen", TopicCoverage::share_seen),
            group("recalled", TopicCoverage::share_known),
        ],
        is_stacked: false,
    };
    let weakest = begun.first().map_or_else(String::new, |it| {
        format!(
            " The weakest is {}: {} of {} seen, {} recalled.",
            it.topic, it.seen, it.items, it.known
        )
    });
    let says = format!(
        "{} of {} begun. Recalled is what you would know today with at least {} %.{weakest}",
        begun.len(),
        plural(coverage.len(), "topic"),
        KNOWN * 100.0
    );
    Panel::new("topics", "Topics, the weakest first", says, Figure::Bars(bars))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Scheduler;

    const TODAY: Day = 20_458;

    fn reviewed(rating: Rating, ago: Day) -> Memory {
        Scheduler::default().review(None, rating, TODAY - ago).unwrap()
    }

    #[test]
    fn ratings_stand_on_their_day() {
        let all = [
            (TODAY, Rating::Good),
            (TODAY, Rating::Again),
            (TODAY - 83, Rating::Good),
            (TODAY - 84, Rating::Easy),
            (TODAY + 1, Rating::Easy),
        ];
        let panel = ratings(&all, TODAY, |day| (day - TODAY).to_string());
        let Figure::Bars(bars) = &panel.figure else { panic!("{panel:?}") };
        assert_eq!(
            (bars.names.len(), bars.names[0].as_str(), bars.names[83].as_str()),
            (84, "-83", "0")
        );
        let of = |group: usize| (bars.groups[group].values[0], bars.groups[group].values[83]);
        assert_eq!([of(0), of(1), of(2), of(3)], [(0.0, 1.0), (0.0, 0.0), (1.0, 1.0), (0.0, 0.0)]);
        let says =
            "3 ratings on 2 of the last 84 days: 1 again, 0 hard, 2 good, 0 easy. Most on 0: 2.";
        assert_eq!(panel.says, says);
        assert!(ratings(&[], TODAY, |_| String::new()).says.starts_with("Nothing was rated"));
    }

    #[test]
    fn the_curve_is_the_mean_of_its_items() {
        let memories = [reviewed(Rating::Good, 0), reviewed(Rating::Again, 9)];
        let panel = forgetting(&memories, TODAY);
        let Figure::Lines(lines) = &panel.figure else { panic!("{panel:?}") };
        let [weaker, stronger, mean, due] = lines.series.as_slice() else { panic!("{lines:?}") };
        assert_eq!((mean.points.len(), due.points[1].1), (43, 90.0));
        for ((a, b), both) in weaker.points.iter().zip(&stronger.points).zip(&mean.points) {
            assert!(a.1 < b.1 && (f64::from(both.1) - f64::from(a.1 + b.1) / 2.0).abs() < 1e-4);
        }
        assert!(
            panel.says.starts_with("Of 2 items that you rated you would recall"),
            "{}",
            panel.says
        );
        assert_eq!(mean_recall(&[], TODAY), None);
    }

    #[test]
    fn one_item_falls_to_the_share_at_which_it_is_due() {
        let memory = reviewed(Rating::Easy, 0);
        let says = falls(&memory);
        assert!(says.starts_with("Recall falls from 100 % to 90 % on the day"), "{says}");
        let old = Memory { stability_days: 36_500.0, due: Day::MAX, ..memory };
        assert!(falls(&old).contains("36 500 days"), "{}", falls(&old));
    }

    #[test]
    fn begun_topics_come_weakest_first() {
        let topic = |topic: &str, items, seen, known| TopicCoverage {
            topic: topic.into(),
            items,
            seen,
            known,
            mean_recall: None,
        };
        let all =
            [topic("a", 4, 4, 4), topic("b", 4, 2, 0), topic("c", 4, 0, 0), topic("d", 4, 1, 0)];
        let panel = topics(&all);
        let Figure::Bars(bars) = &panel.figure else { panic!("{panel:?}") };
        assert_eq!(bars.names, ["d", "b", "a"]);
        assert_eq!(bars.groups[0].values, [25.0, 50.0, 100.0]);
        assert_eq!(bars.groups[1].values, [0.0, 0.0, 100.0]);
        assert!(
            panel.says.contains("3 of 4 topics begun")
                && panel.says.contains("The weakest is d: 1 of 4 seen")
        );
    }
}
