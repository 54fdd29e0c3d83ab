//! The training curves: loss above, accuracy below, both over steps.

use std::rc::Rc;

use viz::{
    chart::{Options, Series},
    format,
};
use yew::prelude::*;

use super::curve::Curves;
use super::line_chart::{Axes, line_chart};
use crate::surroundings::use_width;

const HEIGHT: f64 = 140.0;

/// Names of the lanes.
pub const LANE_NAMES: [&str; 3] = ["A", "B", "C"];

/// Properties of [`Plot`].
#[derive(Properties, PartialEq)]
pub struct PlotProps {
    /// What is drawn, of each lane.
    pub curves: Rc<Vec<Curves>>,
}

/// Loss and accuracy over steps.
#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, 300.0);
    let loss = series(&props.curves, |curves| &curves.loss, 1.0);
    let accuracy = series(&props.curves, |curves| &curves.accuracy, 100.0);
    let several = props.curves.len() > 1;
    let are_lines = loss.iter().any(|series| series.points.len() > 1);
    // The element stays while there are no lines: its width is watched.
    html! {
        <div class="attention-plot" ref={node}>
            if are_lines {
                { draw(&loss, width, "loss, nats a token", "is-loss") }
                { draw(&accuracy, width, "right on new text, %", "is-accuracy") }
            } else {
                <p class="small muted">{ "The curves begin where training goes on." }</p>
            }
            { for props.curves.iter().zip(LANE_NAMES).map(|(curves, name)| html! {
                <p class="aside-text">
                    if several { { format!("Lane {name}. ") } }
                    { in_words(curves) }
                </p>
            }) }
        </div>
    }
}

fn series(
    curves: &[Curves],
    points: impl Fn(&Curves) -> &Vec<(u64, f32)>,
    unit: f64,
) -> Vec<Series> {
    let point = |(step, value): &(u64, f32)| (*step as f64, f64::from(*value) * unit);
    let one = |(curves, name): (&Curves, &str)| Series {
        name: name.into(),
        points: points(curves).iter().map(point).collect(),
    };
    curves.iter().zip(LANE_NAMES).map(one).collect()
}

/// `single` is the class of a line that stands alone.
fn draw(series: &[Series], width: f64, name: &str, single: &str) -> Html {
    let options = Options {
        size: (width.max(160.0), HEIGHT),
        margin: [34.0, 14.0, 20.0, 32.0],
        ticks: (3, 3),
        ..Options::default()
    };
    let several = series.len() > 1;
    line_chart(series, &options, Axes { y: name, x: "step" }, |line| {
        Some(if several { format!("lane-{}", line.to_ascii_lowercase()) } else { single.into() })
    })
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
