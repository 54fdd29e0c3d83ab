//! The training curves: loss above, accuracy below, both over steps.

use std::rc::Rc;

use viz::{
    chart::{Chart, Options, Series, chart},
    format,
};
use yew::prelude::*;

use super::curve::Curves;
use crate::surroundings::use_width;

const HEIGHT: f64 = 140.0;

/// Properties of [`Plot`].
#[derive(Properties, PartialEq)]
pub struct PlotProps {
    /// What is drawn.
    pub curves: Rc<Curves>,
}

/// Loss and accuracy over steps.
#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, 300.0);
    let loss = series("loss", &props.curves.loss, 1.0);
    let accuracy = series("right", &props.curves.accuracy, 100.0);
    html! {
        <div class="attention-plot" ref={node}>
            { draw(&loss, width, "loss, nats a token", "is-loss") }
            { draw(&accuracy, width, "right on new text, %", "is-accuracy") }
            <p class="aside-text">{ in_words(&props.curves) }</p>
        </div>
    }
}

fn series(name: &str, points: &[(u64, f32)], unit: f64) -> Series {
    let point = |(step, value): &(u64, f32)| (*step as f64, f64::from(*value) * unit);
    Series { name: name.into(), points: points.iter().map(point).collect() }
}

fn draw(series: &Series, width: f64, name: &str, class: &'static str) -> Html {
    let options = Options {
        size: (width.max(160.0), HEIGHT),
        margin: [34.0, 14.0, 20.0, 32.0],
        ticks: (3, 3),
        ..Options::default()
    };
    let chart = chart(std::slice::from_ref(series), &options);
    let (width, height) = chart.size;
    html! {
        <svg class={classes!("plot", class)} viewBox={format!("0 0 {width} {height}")} aria-hidden="true"
            width={width.to_string()} height={height.to_string()}>
            <text class="plot-name" x="0" y="11">{ name }</text>
            { axes(&chart) }
            { for chart.lines.iter().map(|line| html! {
                <>
                    <path class="plot-line" d={line.path.clone()} />
                    <circle class="plot-end" cx={line.end.0.to_string()} cy={line.end.1.to_string()} r="3" />
                </>
            }) }
        </svg>
    }
}

fn axes(chart: &Chart) -> Html {
    let [left, right, _, bottom] = chart.plot;
    html! {
        <g class="plot-axes">
            { for chart.y_ticks.iter().map(|tick| html! {
                <>
                    <path d={format!("M{left} {}H{right}", tick.at)} />
                    <text x={(left - 6.0).to_string()} y={(tick.at + 4.0).to_string()} text-anchor="end">{ &tick.label }</text>
                </>
            }) }
            <text x={right.to_string()} y={(bottom + 28.0).to_string()} text-anchor="end">{ "step" }</text>
            { for chart.x_ticks.iter().map(|tick| html! {
                <text x={tick.at.to_string()} y={(bottom + 15.0).to_string()} text-anchor="middle">{ &tick.label }</text>
            }) }
        </g>
    }
}

fn in_words(curves: &Curves) -> String {
    let (Some(first), Some(last)) = (curves.loss.first(), curves.loss.last()) else {
        return "No training curve yet: training has not begun.".into();
    };
    let accuracy = curves.accuracy.last().map_or(0.0, |point| f64::from(point.1));
    format!(
        "From step {} to {} the loss goes from {} to {} nats a token; {} of the tokens of new text \
         are predicted right.",
        first.0,
        last.0,
        format::decimal(first.1.into()),
        format::decimal(last.1.into()),
        format::percent(accuracy),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curves_are_said_in_words() {
        let curves = Curves { loss: vec![(1, 3.0), (20, 0.5)], accuracy: vec![(20, 0.9)] };
        let words = in_words(&curves).replace('\u{a0}', " ");
        assert!(words.starts_with("From step 1 to 20 the loss goes from 3 to 0.5"), "{words}");
        assert!(words.contains("90.0 %"), "{words}");
        assert!(in_words(&Curves::default()).contains("not begun"));
    }
}
