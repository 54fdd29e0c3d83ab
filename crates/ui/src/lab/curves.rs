//! Training and test loss by step, each line named at its end. Pointing or the arrow keys read the
//! values at a step.

use std::rc::Rc;

use viz::chart::{self, Chart, Options, Series};
use viz::words::Losses;
use viz::{format, words};
use web_sys::Element;
use yew::prelude::*;

use crate::attention::surroundings::use_width;
use crate::components::AsTable;

/// Properties of [`LossCurves`].
#[derive(Properties, PartialEq)]
pub struct LossCurvesProps {
    /// From step 0.
    pub curve: Rc<Vec<Losses>>,
    /// The point of the latest frame.
    pub latest: Option<Losses>,
}

/// Height of the chart in CSS pixels.
const HEIGHT: f64 = 176.0;
/// Rows of the table.
const ROWS: usize = 60;

/// The loss curves.
#[component]
pub fn LossCurves(props: &LossCurvesProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, 620.0).max(240.0);
    let reading = use_state_eq(|| None::<f64>);
    let points = all_points(props);
    let series = [line(&points, "train", |p| p.1), line(&points, "test", |p| p.2)];
    let right = if width < 420.0 { 44.0 } else { 64.0 };
    let options = Options {
        size: (width, HEIGHT),
        margin: [44.0, right, 24.0, 22.0],
        ticks: (if width < 420.0 { 3 } else { 6 }, 3),
        ..Options::default()
    };
    let chart = chart::chart(&series, &options);
    let at = reading.and_then(|pixel| chart.nearest(&series[0], pixel)).map(|point| point.0);
    let onpointermove = {
        let reading = reading.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(target) = event
                .current_target()
                .and_then(|it| wasm_bindgen::JsCast::dyn_into::<Element>(it).ok())
            {
                let left = target.get_bounding_client_rect().left();
                reading.set(Some(f64::from(event.client_x()) - left));
            }
        })
    };
    let onpointerleave = {
        let reading = reading.clone();
        Callback::from(move |_: PointerEvent| reading.set(None))
    };
    let onkeydown = on_key(&reading, &chart, &points);
    let table = {
        let points = points.clone();
        Callback::from(move |()| {
            let rows = words::loss_table(&points).thinned(ROWS).rows;
            rows.into_iter().map(|row| row.into_iter().map(AttrValue::from).collect()).collect()
        })
    };
    html! {
        <>
            <div class="row spread">
                <h2 class="lab-title">{ "Loss by step" }</h2>
                <span class="small num" aria-live="polite">{ at.map_or_else(String::new, |step| said(&points, step)) }</span>
            </div>
            <div ref={node} class="lab-curves">
                <svg
                    viewBox={format!("0 0 {width} {HEIGHT}")} width={width.to_string()} height={HEIGHT.to_string()}
                    role="img" aria-label={words::loss_curve(&points)} tabindex="0" data-testid="loss-curve"
                    {onpointermove} {onpointerleave} {onkeydown}
                >
                    { axes(&chart) }
                    { for chart.lines.iter().map(drawn_line) }
                    if let Some(step) = at { { crosshair(&chart, &series, step) } }
                </svg>
            </div>
            <AsTable caption="Loss by step" columns={["step", "train loss", "test loss"].map(AttrValue::from).to_vec()} rows={table} />
        </>
    }
}

/// The curve so far and, at its end, what the figures beside it say.
pub fn all_points(props: &LossCurvesProps) -> Vec<Losses> {
    let mut points = props.curve.to_vec();
    if let Some(latest) = props.latest
        && points.last().is_none_or(|last| last.0 < latest.0)
    {
        points.push(latest);
    }
    points
}

fn line(points: &[Losses], name: &str, value: fn(&Losses) -> f32) -> Series {
    let points = points.iter().map(|p| (p.0 as f64, f64::from(value(p)))).collect();
    Series { name: name.into(), points }
}

fn axes(chart: &Chart) -> Html {
    let [left, right, _, bottom] = chart.plot;
    html! {
        <g class="lab-axes">
            { for chart.y_ticks.iter().map(|tick| html! {
                <>
                    <path d={format!("M{left} {:.1}H{right}", tick.at)} />
                    <text x={(left - 8.0).to_string()} y={format!("{:.1}", tick.at + 4.0)} text-anchor="end">{ &tick.label }</text>
                </>
            }) }
            { for chart.x_ticks.iter().map(|tick| html! {
                <text x={format!("{:.1}", tick.at)} y={(bottom + 16.0).to_string()} text-anchor="middle">{ &tick.label }</text>
            }) }
            <text x={chart.size.0.to_string()} y={(bottom + 16.0).to_string()} text-anchor="end">{ "step" }</text>
            <text x={(left - 8.0).to_string()} y="10" text-anchor="end">{ "loss" }</text>
        </g>
    }
}

fn drawn_line(line: &chart::Line) -> Html {
    let x = line.end.0 + 8.0;
    html! {
        <g class={format!("lab-line lab-line-{}", line.name)}>
            <path d={line.path.clone()} />
            <circle cx={format!("{:.1}", line.end.0)} cy={format!("{:.1}", line.end.1)} r="2.5" />
            <text x={format!("{x:.1}")} y={format!("{:.1}", line.label_y)}>{ &line.name }</text>
        </g>
    }
}

fn crosshair(chart: &Chart, series: &[Series], step: f64) -> Html {
    let x = format!("{:.1}", chart.x.at(step));
    let [_, _, top, bottom] = chart.plot;
    let places = series.iter().filter_map(|line| {
        let point = line.points.iter().find(|point| point.0 == step && point.1.is_finite())?;
        Some((line.name.clone(), format!("{:.1}", chart.y.at(point.1))))
    });
    html! {
        <g class="lab-crosshair">
            <path d={format!("M{x} {top}V{bottom}")} />
            { for places.map(|(name, y)| html! {
                <circle class={format!("lab-line-{name}")} cx={x.clone()} cy={y} r="4" />
            }) }
        </g>
    }
}

fn said(points: &[Losses], step: f64) -> String {
    let Some(point) = points.iter().find(|point| point.0 as f64 == step) else {
        return String::new();
    };
    let number = |value: f32| format::decimal(f64::from(value));
    format!("step {}: train {}, test {}", format::count(point.0), number(point.1), number(point.2))
}

fn on_key(
    reading: &UseStateHandle<Option<f64>>,
    chart: &Chart,
    points: &[Losses],
) -> Callback<KeyboardEvent> {
    let reading = reading.clone();
    let places: Vec<f64> = points.iter().map(|point| chart.x.at(point.0 as f64)).collect();
    Callback::from(move |event: KeyboardEvent| {
        let last = places.len().saturating_sub(1);
        let stride = (places.len() / 40).max(1);
        let now = reading.and_then(|pixel| nearest(&places, pixel));
        let next = match event.key().as_str() {
            "ArrowLeft" => now.unwrap_or(last).saturating_sub(stride),
            "ArrowRight" => (now.unwrap_or(0) + stride).min(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        reading.set(places.get(next).copied());
    })
}

fn nearest(places: &[f64], pixel: f64) -> Option<usize> {
    let distance = |index: &usize| (places[*index] - pixel).abs();
    (0..places.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}
