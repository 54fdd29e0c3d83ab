//! How steps grow with the input, beside the target.

use content::{Growth, GrowthTarget};
use judge::GrowthFit;
use viz::growth::{growth, sentence, table};
use yew::prelude::*;

use super::state::Room;
use crate::components::AsTable;

/// Size of the drawing, in pixels.
const SIZE: (f64, f64) = (340.0, 150.0);

/// Properties of [`GrowthPanel`].
#[derive(Properties, PartialEq)]
pub struct GrowthPanelProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
}

/// The chart and its sentence; nothing before steps have been counted.
#[component]
pub fn GrowthPanel(props: &GrowthPanelProps) -> Html {
    let measured = props.room.run.as_ref().and_then(|run| Some((run, run.fit.as_ref()?)));
    let (Some((run, fit)), Some(target)) = (measured, &props.room.exercise.growth) else {
        return Html::default();
    };
    let points: Vec<(f64, f64)> =
        run.growth.iter().map(|it| (f64::from(it.size), it.steps as f64)).collect();
    let numbers = table(&target.variable, &points);
    let columns = numbers.headings.iter().cloned().map(AttrValue::from).collect::<Vec<_>>();
    let rows = Callback::from(move |()| {
        let row = |row: &Vec<String>| row.iter().cloned().map(AttrValue::from).collect();
        numbers.rows.iter().map(row).collect()
    });
    html! {
        <section class="growth" aria-label="Growth" data-testid="complexity"
            data-measured={fit.class.label()} data-target={target.class.label()}>
            { drawing(target, &points) }
            <div class="stack tight">
                <p>{ verdict(target, fit) }</p>
                <p class="small num">{ sentence(&target.variable, &points) }</p>
                <AsTable caption="Steps by input size" {columns} {rows} />
            </div>
        </section>
    }
}

fn drawing(target: &GrowthTarget, points: &[(f64, f64)]) -> Html {
    let class = target.class;
    let shape = move |n: f64| shape(class, n);
    let chart = growth(points, Some(("target", &shape)), SIZE);
    let [left, right, top, bottom] = chart.plot;
    html! {
        <svg viewBox={format!("0 0 {} {}", SIZE.0, SIZE.1)} role="img" aria-label={sentence(&target.variable, points)}>
            <path class="axis" d={format!("M{left} {top}V{bottom}H{right}")} />
            { for chart.y_ticks.iter().map(|tick| html! {
                <text class="tick" x={(left - 6.0).to_string()} y={(tick.at + 4.0).to_string()} text-anchor="end">{ &tick.label }</text>
            }) }
            { for chart.x_ticks.iter().map(|tick| html! {
                <text class="tick" x={tick.at.to_string()} y={(bottom + 13.0).to_string()} text-anchor="middle">{ &tick.label }</text>
            }) }
            <text class="tick" x={right.to_string()} y={(SIZE.1 - 2.0).to_string()} text-anchor="end">{ &target.variable }</text>
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

/// The class's function, up to a factor; 1 or more.
fn shape(class: Growth, n: f64) -> f64 {
    let log = n.max(2.0).log2();
    match class {
        Growth::Constant => 1.0,
        Growth::Logarithmic => log,
        Growth::Linear => n,
        Growth::Linearithmic => n * log,
        Growth::Quadratic => n * n,
        Growth::Cubic => n * n * n,
        Growth::Exponential => n.exp2(),
    }
}

fn verdict(target: &GrowthTarget, fit: &GrowthFit) -> Html {
    let measured = match fit.class {
        Growth::Constant => "Steps stay constant. ".to_owned(),
        class => format!("Steps grow like {}. ", class.label()),
    };
    let wanted = match target.class {
        Growth::Constant => "constant",
        class => class.label(),
    };
    let (class, words) = if judge::meets(target.class, fit) {
        ("good", format!("The target is {wanted}: met."))
    } else {
        ("bad", format!("The target is {wanted}: right, and slower than it could be."))
    };
    html! { <>{ measured }<span {class}>{ words }</span></> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_grow_in_the_order_of_their_classes() {
        let at = |n: f64| Growth::ALL.map(|class| shape(class, n));
        assert!(at(64.0).is_sorted());
        assert!(at(1.0).iter().all(|value| *value >= 1.0));
    }
}
