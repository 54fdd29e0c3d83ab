//! The frame's own figures: the measures of all lanes over the steps, a chart a theme.

use figures::{Axis, Figure, Lines, Measure, Panel, Series, Style, Table};
use protocol::lab::{Frame, LaneFrame};
use viz::format;

use super::grade::written;
use super::plan::NAMES;
use crate::pages::capitalised;

/// A panel for each chart that the measures name.
pub fn charts(measures: &[Measure], frame: &Frame) -> Vec<Panel> {
    let mut titles: Vec<&str> = Vec::new();
    for measure in measures {
        if !titles.contains(&measure.chart.as_str()) {
            titles.push(&measure.chart);
        }
    }
    titles.into_iter().map(|title| chart(title, measures, frame)).collect()
}

fn chart(title: &str, measures: &[Measure], frame: &Frame) -> Panel {
    let several = frame.lanes.len() > 1;
    let mine = || measures.iter().enumerate().filter(|(_, measure)| measure.chart == title);
    let is_only = mine().count() == 1;
    let mut series = Vec::new();
    let mut said = Vec::new();
    for (lane, of) in frame.lanes.iter().enumerate() {
        for (order, (index, measure)) in mine().enumerate() {
            let name = match (several, is_only) {
                (true, true) => NAMES[lane].to_owned(),
                (true, false) => format!("{} {}", NAMES[lane], measure.name),
                (false, _) => measure.name.clone(),
            };
            if let Some(value) = of.values.get(index) {
                said.push(format!("{name} {}", written(f64::from(*value), measure.unit)));
            }
            let style = if several && order > 0 { Style::Dashed } else { Style::Line };
            series.push(Series { name, style, points: points(of, index) });
        }
    }
    let says = format!("At step {}: {}.", format::count(frame.step), said.join(", "));
    let lines = Lines { x: Axis::new("step"), y: Axis::new(""), series };
    let title = capitalised(title);
    Panel::new(&format!("chart-{title}"), &title, says, Figure::Lines(lines))
}

fn points(lane: &LaneFrame, measure: usize) -> Vec<(f32, f32)> {
    let values = lane.history.iter();
    values.filter_map(|(step, values)| Some((*step as f32, *values.get(measure)?))).collect()
}

/// Every measure of every lane by step, for a file.
pub fn history_table(measures: &[Measure], frame: &Frame) -> Table {
    let several = frame.lanes.len() > 1;
    let name = |lane: usize, measure: &Measure| {
        if several { format!("{} {}", NAMES[lane], measure.id) } else { measure.id.clone() }
    };
    let names = (0..frame.lanes.len()).flat_map(|lane| measures.iter().map(move |it| (lane, it)));
    let columns = std::iter::once("step".to_owned()).chain(names.map(|(lane, it)| name(lane, it)));
    let mut steps: Vec<u64> =
        frame.lanes.iter().flat_map(|lane| lane.history.iter().map(|(step, _)| *step)).collect();
    steps.sort_unstable();
    steps.dedup();
    let cell = |lane: &LaneFrame, step: u64, measure: usize| {
        let found = lane.history.binary_search_by_key(&step, |(step, _)| *step).ok();
        let value = found.and_then(|index| lane.history[index].1.get(measure));
        value.map_or_else(String::new, ToString::to_string)
    };
    let row = |step: &u64| {
        let cells = frame
            .lanes
            .iter()
            .flat_map(|lane| (0..measures.len()).map(move |measure| cell(lane, *step, measure)));
        std::iter::once(step.to_string()).chain(cells).collect()
    };
    Table { columns: columns.collect(), rows: steps.iter().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::sample::frame;

    #[test]
    fn measures_of_one_chart_share_it_and_lanes_are_told_apart() {
        let measures =
            [Measure::loss("train", "train", "loss"), Measure::share("right", "right", "accuracy")];
        let mut two = frame(&[&[1.0, 0.5], &[1.0, 0.25]]);
        two.lanes.iter_mut().for_each(|lane| {
            lane.values.push(0.9);
            lane.history.iter_mut().for_each(|(_, values)| values.push(0.9));
        });
        let charts = charts(&measures, &two);
        assert_eq!(charts.len(), 2);
        assert_eq!(charts[0].says, "At step 1: A 0.5, B 0.25.");
        let Figure::Lines(lines) = &charts[0].figure else { panic!("no lines") };
        assert_eq!(lines.series[1].points, [(0.0, 1.0), (1.0, 0.25)]);
        let table = history_table(&measures, &two);
        assert_eq!(table.columns, ["step", "A train", "A right", "B train", "B right"]);
        assert_eq!(table.rows[1], ["1", "0.5", "0.9", "0.25", "0.9"]);
    }
}
