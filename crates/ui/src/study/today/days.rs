//! The days after today: how much each holds, and what, when it is opened.

use study::plan::{DayPlan, Task, What};
use yew::prelude::*;

use super::{Planned, day};

/// Days that are shown; the rest is counted.
const SHOWN: usize = 7;

/// The next days, and what the plan has no room for.
pub fn next_days(planned: &Planned) -> Html {
    let Ok(plan) = &planned.plan else { return Html::default() };
    let days: Vec<&DayPlan> = plan.days.iter().skip(1).collect();
    let more = days.len().saturating_sub(SHOWN);
    html! {
        <section class="stack" aria-labelledby="days">
            <h2 class="study-part" id="days">{ "The next days" }</h2>
            <ul class="study-days" data-testid="days">
                { for days.iter().take(SHOWN).map(|it| html! { <li key={it.day}>{ one(planned, it) }</li> }) }
            </ul>
            if more > 0 { <p class="small num">{ rest(&days[SHOWN..]) }</p> }
            if !plan.days.is_empty() { { left_out(plan.left_out.len(), plan.too_long.len()) } }
        </section>
    }
}

fn one(planned: &Planned, day_plan: &DayPlan) -> Html {
    let when =
        format!("{}, {}", day::date(day_plan.day), day::from_today(day_plan.day, planned.today));
    if day_plan.tasks.is_empty() {
        return html! { <p class="small num">{ format!("{when}: {}", if day_plan.minutes == 0 { "a day off" } else { "free" }) }</p> };
    }
    let minutes = day_plan.planned_minutes();
    html! {
        <details class="follow-up">
            <summary class="num">{ format!("{when}: {} in {minutes} min", day_plan.tasks.len()) }</summary>
            <ul class="small">{ for day_plan.tasks.iter().map(|task| html! { <li>{ line(planned, task) }</li> }) }</ul>
        </details>
    }
}

fn line(planned: &Planned, task: &Task) -> String {
    let title = match &task.what {
        What::Mock(round) => format!("Mock round: {}", round.title()),
        What::Item(what) => {
            planned.item(task).map_or_else(|| what.slug.clone(), |it| it.title.clone())
        }
    };
    format!("{title} ({} min). {}.", task.minutes, planned.why(&task.reason))
}

/// The days beyond those that are shown.
fn rest(days: &[&DayPlan]) -> String {
    let tasks: usize = days.iter().map(|it| it.tasks.len()).sum();
    let minutes: u32 = days.iter().map(|it| it.planned_minutes()).sum();
    let days = days.len();
    let noun = if days == 1 { "day" } else { "days" };
    format!("Then {days} more {noun} with {tasks} things in {minutes} min.")
}

fn left_out(left_out: usize, too_long: usize) -> Html {
    let mut words = Vec::new();
    if left_out > 0 {
        words.push(format!("{left_out} new items find no room before the interview. The plan leaves out what counts least for your level; more minutes a day bring them in."));
    }
    if too_long > 0 {
        words.push(format!("{too_long} items are longer than your longest day."));
    }
    html! { { for words.into_iter().map(|it| html! { <p class="small num" data-testid="left-out">{ it }</p> }) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_beyond_are_counted() {
        let day = |day| DayPlan { day, minutes: 30, tasks: Vec::new() };
        let (one, two) = (day(1), day(2));
        assert_eq!(rest(&[&one]), "Then 1 more day with 0 things in 0 min.");
        assert_eq!(rest(&[&one, &two]), "Then 2 more days with 0 things in 0 min.");
    }
}
