//! The whole plan by week, behind a summary.

use figures::format::plural;
use study::plan::{Plan, Week, weeks};
use yew::prelude::*;

use super::{Planned, day};

/// Topics of a week that are named; the others are counted.
const NAMED: usize = 6;

/// The weeks as a table; nothing for a plan of a week or less.
pub fn whole_plan(planned: &Planned) -> Html {
    let Ok(plan) = &planned.plan else { return Html::default() };
    let all = by_week(planned, plan);
    if all.len() < 2 {
        return Html::default();
    }
    html! {
        <details class="follow-up" data-testid="weeks">
            <summary class="num">{ format!("The whole plan: {}", plural(all.len(), "week")) }</summary>
            <div class="wide" tabindex="0" role="region" aria-label="The plan by week">
                <table class="num own-weeks">
                    <thead><tr>
                        <th scope="col">{ "Week" }</th><th scope="col">{ "New" }</th><th scope="col">{ "Reviews" }</th>
                        <th scope="col">{ "Mock rounds" }</th><th scope="col">{ "Topics" }</th>
                    </tr></thead>
                    <tbody>{ for all.iter().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn by_week(planned: &Planned, plan: &Plan) -> Vec<Week> {
    weeks(plan, |item| {
        let found = planned.items.iter().find(|it| it.kind == item.kind && it.slug == item.slug);
        found.map_or(&[], |it| it.topics.as_slice())
    })
}

fn row(week: &Week) -> Html {
    let mocks: Vec<&str> = week.mocks.iter().map(|round| round.title()).collect();
    html! {
        <tr key={week.first}>
            <th scope="row">{ format!("{} to {}", day::date(week.first), day::date(week.last)) }</th>
            <td>{ minutes(week.new_minutes) }</td>
            <td>{ minutes(week.review_minutes) }</td>
            <td>{ if mocks.is_empty() { "none".into() } else { mocks.join(", ") } }</td>
            <td>{ topics(&week.topics) }</td>
        </tr>
    }
}

/// `45 min`, `2 h`, `3 h 20 min`.
fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

fn topics(topics: &[(String, u32)]) -> String {
    let named: Vec<&str> = topics.iter().take(NAMED).map(|(topic, _)| topic.as_str()).collect();
    match topics.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_told_in_short() {
        assert_eq!([minutes(45), minutes(120), minutes(200)], ["45 min", "2 h", "3 h 20 min"]);
        let many: Vec<(String, u32)> = (0..8).map(|it| (format!("t{it}"), 1)).collect();
        assert_eq!(topics(&many[..2]), "t0, t1");
        assert_eq!(topics(&many), "t0, t1, t2, t3, t4, t5 and 2 more");
    }
}
