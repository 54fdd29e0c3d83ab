//! How steps and memory grow with the input, beside the target.

use content::{Growth, GrowthTarget};
use judge::GrowthFit;
use viz::growth::{growth, sentence, table};
use yew::prelude::*;

use super::{run::Run, state::Room};
use crate::components::{AsTable, Callout};

/// Size of the drawing, in pixels.
const SIZE: (f64, f64) = (340.0, 150.0);

/// The size that an interviewer asks about.
const MILLION: f64 = 1e6;

/// Properties of [`GrowthPanel`].
#[derive(Properties, PartialEq)]
pub struct GrowthPanelProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
}

/// The chart and its sentences; nothing before steps have been counted.
#[component]
pub fn GrowthPanel(props: &GrowthPanelProps) -> Html {
    let measured = props.room.run.as_ref().and_then(|run| Some((run, run.fit.as_ref()?)));
    let (Some((run, fit)), Some(target)) = (measured, &props.room.exercise.growth) else {
        return Html::default();
    };
    let points = points(target, run);
    let variable = axis(target);
    let numbers = table(variable, &points);
    let columns = numbers.headings.iter().cloned().map(AttrValue::from).collect::<Vec<_>>();
    let rows = Callback::from(move |()| {
        let row = |row: &Vec<String>| row.iter().cloned().map(AttrValue::from).collect();
        numbers.rows.iter().map(row).collect()
    });
    html! {
        <section class="growth" aria-label="Growth" data-testid="complexity"
            data-measured={fit.class.label()} data-target={target.class.label()}>
            { drawing(target, variable, &points) }
            <div class="stack tight">
                <p>{ verdict(target, fit) }</p>
                { for run.space.as_ref().map(|space| memory(target, space)) }
                <p class="small num">{ sentence(variable, &points) }</p>
                <p class="small">{ counted(target) }</p>
                <AsTable caption="Steps by input size" {columns} {rows} />
            </div>
            if !judge::meets(target, fit) {
                { follow_up(target, fit) }
            }
        </section>
    }
}

/// Sizes and steps. With two variables the size is what the target makes of them, so that an answer
/// of the target's class is a straight line.
fn points(target: &GrowthTarget, run: &Run) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = run
        .growth
        .iter()
        .map(|it| {
            let n = f64::from(it.size);
            let size = it.second.map_or(n, |m| target.class.value(n, f64::from(m)));
            (size, it.steps as f64)
        })
        .collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points
}

/// What the sizes are called.
fn axis(target: &GrowthTarget) -> &'static str {
    if target.second.is_some() { target.class.label() } else { "n" }
}

/// What n is, and m where there is one.
fn counted(target: &GrowthTarget) -> String {
    match &target.second {
        None => format!("n: {}.", target.variable),
        Some(second) => format!("n: {}; m: {second}.", target.variable),
    }
}

fn drawing(target: &GrowthTarget, variable: &str, points: &[(f64, f64)]) -> Html {
    let class = target.class;
    let is_pairs = target.second.is_some();
    let shape = move |n: f64| if is_pairs { n } else { class.value(n, 1.0) };
    let chart = growth(points, Some(("target", &shape)), SIZE);
    let [left, right, top, bottom] = chart.plot;
    html! {
        <svg viewBox={format!("0 0 {} {}", SIZE.0, SIZE.1)} role="img" aria-label={sentence(variable, points)}>
            <path class="axis" d={format!("M{left} {top}V{bottom}H{right}")} />
            { for chart.y_ticks.iter().map(|tick| html! {
                <text class="tick" x={(left - 6.0).to_string()} y={(tick.at + 4.0).to_string()} text-anchor="end">{ &tick.label }</text>
            }) }
            { for chart.x_ticks.iter().map(|tick| html! {
                <text class="tick" x={tick.at.to_string()} y={(bottom + 13.0).to_string()} text-anchor="middle">{ &tick.label }</text>
            }) }
            <text class="tick" x={right.to_string()} y={(SIZE.1 - 2.0).to_string()} text-anchor="end">{ variable }</text>
            <text class="tick" x={(left + 6.0).to_string()} y={(top + 4.0).to_string()}>{ "steps" }</text>
            { for chart.lines.iter().rev().map(|line| {
                let class = if line.name == viz::growth::MEASURED { "yours" } else { "target" };
                html! {
                    <g class={class}>
                        <path d={line.path.clone()} />
                        <text x={(line.end.0 + 6.0).to_string()} y={line.label_y.to_string()}>{ &line.name }</text>
                    </g>
                }
            }) }
        </svg>
    }
}

fn verdict(target: &GrowthTarget, fit: &GrowthFit) -> Html {
    let (grows, wanted) = (grows(fit.class), name(target.class));
    if judge::meets(target, fit) {
        html! { <>{ format!("Steps {grows}. ") }<span class="good">{ format!("The target is {wanted}: met.") }</span></> }
    } else {
        html! { <span class="bad">{ format!("Works, but {}; the target is {wanted}.", slower(fit.class)) }</span> }
    }
}

fn memory(target: &GrowthTarget, space: &GrowthFit) -> Html {
    let grows = match space.class {
        Growth::Constant => "stays constant".to_owned(),
        class => format!("grows like {}", class.label()),
    };
    let Some(wanted) = target.space else {
        return html! { <p class="small">{ format!("Memory beyond the input {grows}.") }</p> };
    };
    let wanted = name(wanted);
    let (class, words) = if judge::meets_space(target, space) {
        ("good", format!("the target is {wanted}: met."))
    } else {
        ("bad", format!("the target is {wanted}."))
    };
    html! { <p>{ format!("Memory beyond the input {grows}; ") }<span {class}>{ words }</span></p> }
}

fn grows(class: Growth) -> String {
    match class {
        Growth::Constant => "stay constant".to_owned(),
        class => format!("grow like {}", class.label()),
    }
}

fn slower(class: Growth) -> String {
    format!("grows as {}", class.label())
}

fn name(class: Growth) -> &'static str {
    match class {
        Growth::Constant => "constant",
        class => class.label(),
    }
}

/// What comes next in the room, with the numbers of this very answer.
fn follow_up(target: &GrowthTarget, fit: &GrowthFit) -> Html {
    let steps = fit.count(MILLION, MILLION);
    let asked = if target.second.is_some() { "n and m are" } else { "n is" };
    let at_a_million = if steps.is_finite() && steps < 1e18 {
        format!("about {} steps", viz::format::decimal(steps))
    } else {
        "more steps than any machine takes".to_owned()
    };
    let wanted = name(target.class);
    html! {
        <Callout title="The interviewer goes on" testid="growth-follow-up">
            <p>{ format!("“What happens when {asked} a million?” By your counts: {at_a_million}. Which line looks at all of the data again for each element, perhaps inside a call such as in, a slice, sum or pop(0)? What would have to be kept, sorted or looked up so that the whole takes {wanted}?") }</p>
        </Callout>
    }
}

#[cfg(test)]
mod tests {
    use content::Size;

    use super::*;
    use crate::practice::sample::growth_point;

    fn target(class: Growth, second: Option<&str>) -> GrowthTarget {
        let sizes = vec![Size::One(1)];
        let second = second.map(str::to_owned);
        GrowthTarget { class, variable: "nodes".into(), second, sizes, space: None }
    }

    #[test]
    fn sizes_are_n_or_what_the_target_makes_of_n_and_m() {
        let mut run = Run::new(1, String::new());
        run.growth = vec![growth_point(8), growth_point(4)];
        assert_eq!(points(&target(Growth::Linear, None), &run), [(4.0, 3.0), (8.0, 3.0)]);
        for point in &mut run.growth {
            point.second = Some(10);
        }
        let sum = points(&target(Growth::Sum, Some("edges")), &run);
        assert_eq!(sum.iter().map(|it| it.0.round()).collect::<Vec<_>>(), [14.0, 18.0]);
        let pair = target(Growth::Sum, Some("edges"));
        assert_eq!((axis(&pair), counted(&pair).as_str()), ("n + m", "n: nodes; m: edges."));
        assert_eq!(axis(&target(Growth::Linear, None)), "n");
    }

    #[test]
    fn growth_in_words() {
        assert_eq!(grows(Growth::Constant), "stay constant");
        assert_eq!(slower(Growth::Quadratic), "grows as n²");
        assert_eq!(name(Growth::Constant), "constant");
    }
}
