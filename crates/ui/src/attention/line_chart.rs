//! Lines over a number, drawn: axes, lines with their ends, and names where there are several.

use viz::chart::{Chart, Options, Series, chart};
use yew::prelude::*;

/// What stands at the axes.
#[derive(Clone, Copy, Debug)]
pub struct Axes<'a> {
    /// Above the upright one.
    pub y: &'a str,
    /// Below the other.
    pub x: &'a str,
}

/// A drawing for eyes only: whoever shows it says the numbers in words, too. `class` is that of a line
/// by its name.
pub fn line_chart(
    series: &[Series],
    options: &Options,
    axes: Axes<'_>,
    class: impl Fn(&str) -> Option<String>,
) -> Html {
    let chart = chart(series, options);
    let (width, height) = chart.size;
    let several = series.len() > 1;
    html! {
        <svg class="plot" viewBox={format!("0 0 {width} {height}")} aria-hidden="true"
            width={width.to_string()} height={height.to_string()}>
            <text class="plot-name" x="0" y="11">{ axes.y }</text>
            { draw_axes(&chart, axes.x) }
            { for chart.lines.iter().map(|line| html! {
                <g class={class(&line.name)}>
                    <path class="plot-line" d={line.path.clone()} />
                    <circle class="plot-end" cx={line.end.0.to_string()} cy={line.end.1.to_string()} r="3" />
                    if several {
                        <text class="plot-lane" x={(line.end.0 + 6.0).to_string()} y={line.label_y.to_string()}>{ &line.name }</text>
                    }
                </g>
            }) }
        </svg>
    }
}

fn draw_axes(chart: &Chart, name: &str) -> Html {
    let [left, right, _, bottom] = chart.plot;
    html! {
        <g class="plot-axes">
            { for chart.y_ticks.iter().map(|tick| html! {
                <>
                    <path d={format!("M{left} {}H{right}", tick.at)} />
                    <text x={(left - 6.0).to_string()} y={(tick.at + 4.0).to_string()} text-anchor="end">{ &tick.label }</text>
                </>
            }) }
            <text x={right.to_string()} y={(bottom + 28.0).to_string()} text-anchor="end">{ name }</text>
            { for chart.x_ticks.iter().map(|tick| html! {
                <text x={tick.at.to_string()} y={(bottom + 15.0).to_string()} text-anchor="middle">{ &tick.label }</text>
            }) }
        </g>
    }
}
