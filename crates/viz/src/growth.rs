//! The growth chart of a practice verdict: measured steps against input size on log-log axes, with
//! the target's curve through the first measurement, so that a steeper answer visibly leaves it.

use crate::chart::{Chart, Options, Series, chart};
use crate::format;
use crate::scale::Spread;
use crate::table::Table;

/// Name of the line of measurements.
pub const MEASURED: &str = "yours";

/// Lays out measurements `(n, steps)`, ascending in n, beside the target class: its name and its
/// shape up to a factor. Without a target only the measurements are drawn.
pub fn growth(
    measured: &[(f64, f64)],
    target: Option<(&str, &dyn Fn(f64) -> f64)>,
    size: (f64, f64),
) -> Chart {
    let mut series = vec![Series { name: MEASURED.into(), points: measured.to_vec() }];
    if let (Some((name, shape)), Some(&(first_n, first_steps))) = (target, measured.first()) {
        let factor = first_steps / shape(first_n);
        let points = measured.iter().map(|&(n, _)| (n, factor * shape(n))).collect();
        series.push(Series { name: name.into(), points });
    }
    let options = Options {
        size,
        margin: [56.0, 84.0, 10.0, 28.0],
        x: Spread::Log,
        y: Spread::Log,
        ticks: (4, 3),
        y_starts_at_zero: false,
    };
    chart(&series, &options)
}

/// The same in a sentence: `From n = 100 to n = 1 600, 16 times the input takes 17.1 times the
/// steps.`
pub fn sentence(variable: &str, measured: &[(f64, f64)]) -> String {
    let (Some(first), Some(last)) = (measured.first(), measured.last()) else {
        return "Growth was not measured.".into();
    };
    format!(
        "From {variable} = {} to {variable} = {}, {} times the input takes {} times the steps.",
        format::count(first.0 as u64),
        format::count(last.0 as u64),
        format::decimal(last.0 / first.0),
        format::decimal(last.1 / first.1),
    )
}

/// Every measurement.
pub fn table(variable: &str, measured: &[(f64, f64)]) -> Table {
    let mut table = Table::new("Steps by input size", &[variable, "steps", "steps per item"]);
    table.rows = measured
        .iter()
        .map(|&(n, steps)| {
            vec![
                format::count(n as u64),
                format::count(steps as u64),
                format::decimal(steps / n.max(1.0)),
            ]
        })
        .collect();
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINEAR: [(f64, f64); 3] = [(100.0, 1000.0), (200.0, 2000.0), (400.0, 4000.0)];

    #[test]
    fn an_answer_of_the_targets_class_lies_on_its_curve() {
        let chart = growth(&LINEAR, Some(("n", &|n| n)), (400.0, 200.0));
        assert_eq!(chart.lines.len(), 2);
        assert_eq!(chart.lines[0].path, chart.lines[1].path);
        let gap = (chart.lines[0].label_y - chart.lines[1].label_y).abs();
        assert!(gap >= crate::chart::LABEL_HEIGHT);
    }

    #[test]
    fn a_steeper_answer_leaves_the_curve_upwards() {
        let square: Vec<(f64, f64)> = LINEAR.iter().map(|&(n, _)| (n, n * n)).collect();
        let chart = growth(&square, Some(("n", &|n| n)), (400.0, 200.0));
        assert!(chart.lines[0].end.1 < chart.lines[1].end.1);
    }

    #[test]
    fn words_and_rows() {
        assert_eq!(
            sentence("n", &LINEAR),
            "From n = 100 to n = 400, 4 times the input takes 4 times the steps."
        );
        assert_eq!(table("n", &LINEAR).rows[1][2], "10");
        assert_eq!(sentence("n", &[]), "Growth was not measured.");
    }
}
