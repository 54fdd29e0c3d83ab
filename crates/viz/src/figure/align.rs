//! The same panel of several lanes on one scale: a curve that lies higher is then drawn higher.

use figures::{Axis, Figure, Panel};

use super::axes::{extent, with_zero};
use crate::scale::Scale;

/// Ticks that the common ends are rounded for.
const TICKS: usize = 5;

/// Gives the y axes of line charts what all of them together need, where none asks for a range.
pub fn align(panels: &mut [Panel]) {
    let mut is_log = None;
    let mut values: Vec<f32> = Vec::new();
    for panel in panels.iter() {
        let Figure::Lines(lines) = &panel.figure else { return };
        if lines.y.range.is_some() || *is_log.get_or_insert(lines.y.is_log) != lines.y.is_log {
            return;
        }
        let points = lines.series.iter().flat_map(|it| &it.points);
        values.extend(points.filter(|it| it.0.is_finite() && it.1.is_finite()).map(|it| it.1));
    }
    let is_log = is_log.unwrap_or(false);
    let Some(seen) = extent(values.into_iter(), is_log) else { return };
    let ends = with_zero(Some(seen), is_log);
    let scale = if is_log { Scale::log } else { Scale::linear }(ends, (0.0, 1.0));
    let (low, high) = scale.nice(TICKS).domain();
    for panel in panels {
        let Figure::Lines(lines) = &mut panel.figure else { continue };
        lines.y = Axis { range: Some((low as f32, high as f32)), ..lines.y.clone() };
    }
}

#[cfg(test)]
mod tests {
    use figures::{Lines, Series};

    use super::*;

    fn chart(y: Axis, values: &[f32]) -> Panel {
        let points = values.iter().enumerate().map(|(i, value)| (i as f32, *value)).collect();
        let series = vec![Series { points, ..Series::default() }];
        Panel::new("p", "P", "", Figure::Lines(Lines { y, series, ..Lines::default() }))
    }

    fn ranges(panels: &[Panel]) -> Vec<Option<(f32, f32)>> {
        let range = |panel: &Panel| match &panel.figure {
            Figure::Lines(lines) => lines.y.range,
            _ => None,
        };
        panels.iter().map(range).collect()
    }

    #[test]
    fn charts_of_lanes_share_their_ends() {
        let mut plain = [chart(Axis::new("y"), &[0.2, 0.9]), chart(Axis::new("y"), &[3.7])];
        align(&mut plain);
        assert_eq!(ranges(&plain), [Some((0.0, 4.0)); 2]);
        let log = || Axis { is_log: true, ..Axis::new("y") };
        let mut steep = [chart(log(), &[2e-6, 0.0, f32::NAN]), chart(log(), &[0.5])];
        align(&mut steep);
        assert_eq!(ranges(&steep), [Some((1e-6, 1.0)); 2]);
    }

    #[test]
    fn what_asks_for_a_range_or_has_no_value_stays() {
        let mut asked =
            [chart(Axis::from_to("y", 0.0, 1.0), &[0.5]), chart(Axis::new("y"), &[7.0])];
        align(&mut asked);
        assert_eq!(ranges(&asked), [Some((0.0, 1.0)), None]);
        let mut empty = [chart(Axis::new("y"), &[]), chart(Axis::new("y"), &[f32::NAN])];
        align(&mut empty);
        assert_eq!(ranges(&empty), [None, None]);
    }
}
