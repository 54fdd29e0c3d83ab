//! The pictures: precision and recall, ROC, the confusion matrix, cost by threshold, reliability. All
//! of the test rows.

use figures::format::{count, decimal, percent};
use figures::{Axis, Figure, Heat, Lines, Panel, Series, Style};
use nets::classical::ranking::Confusion;

use super::quality::{Policy, Quality};

/// Points of a curve closer together than this are one: half a pixel of a small figure.
const NEAR: f64 = 0.003;

/// Thresholds at which the cost is drawn, from the smallest to 1 in equal factors.
const THRESHOLDS: usize = 80;
const SMALLEST_THRESHOLD: f64 = 0.001;

/// All panels, the most telling first.
pub fn all(quality: &Quality, policy: &Policy, rare: &str) -> Vec<Panel> {
    let at = quality.at(policy.threshold);
    vec![
        precision_recall(quality, policy, &at),
        roc(quality, policy, &at),
        confusion(policy, &at, rare),
        cost(quality, policy, &at),
        reliability(quality),
    ]
}

fn series(name: &str, style: Style, points: Vec<(f64, f64)>) -> Series {
    let points = points.into_iter().map(|(x, y)| (x as f32, y as f32)).collect();
    Series { name: name.into(), style, points }
}

/// A curve through every cut, without points that could not be told apart.
fn curve(quality: &Quality, point: impl Fn(&Confusion) -> (f64, f64)) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = Vec::new();
    let cuts = quality.ranking.cuts();
    for (index, cut) in cuts.iter().enumerate() {
        let (x, y) = point(&quality.ranking.at_cut(cut));
        let is_near = points
            .last()
            .is_some_and(|last| (last.0 - x).abs() < NEAR && (last.1 - y).abs() < NEAR);
        if !is_near || index + 1 == cuts.len() {
            points.push((x, y));
        }
    }
    points
}

fn precision_recall(quality: &Quality, policy: &Policy, at: &Confusion) -> Panel {
    let rate = quality.base_rate();
    let mut lines = vec![
        series("guessing", Style::Dashed, vec![(0.0, rate), (1.0, rate)]),
        series("precision", Style::Line, curve(quality, |it| (it.recall(), it.precision()))),
    ];
    if at.true_positives + at.false_positives > 0 {
        lines.push(series("threshold", Style::Dots, vec![(at.recall(), at.precision())]));
    }
    let says = format!(
        "Average precision {}, where guessing has {}; at the threshold {} precision is {} and recall {}.",
        decimal(quality.ranking.average_precision()),
        decimal(rate),
        decimal(policy.threshold),
        percent(at.precision()),
        percent(at.recall()),
    );
    let x = Axis::from_to("recall", 0.0, 1.0);
    let figure = Lines { x, y: Axis::from_to("precision", 0.0, 1.0), series: lines };
    Panel::new("precision-recall", "Precision and recall", says, Figure::Lines(figure)).shared()
}

fn roc(quality: &Quality, policy: &Policy, at: &Confusion) -> Panel {
    let mut points = vec![(0.0, 0.0)];
    points.extend(curve(quality, |it| (it.false_positive_rate(), it.recall())));
    let here = vec![(at.false_positive_rate(), at.recall())];
    let lines = vec![
        series("guessing", Style::Dashed, vec![(0.0, 0.0), (1.0, 1.0)]),
        series("recall", Style::Line, points),
        series("threshold", Style::Dots, here),
    ];
    let says = format!(
        "ROC-AUC {}; at the threshold {} it catches {} at a false alarm rate of {}.",
        decimal(quality.ranking.roc_auc()),
        decimal(policy.threshold),
        percent(at.recall()),
        percent(at.false_positive_rate()),
    );
    let x = Axis::from_to("false alarm rate", 0.0, 1.0);
    let figure = Lines { x, y: Axis::from_to("recall", 0.0, 1.0), series: lines };
    Panel::new("roc", "ROC", says, Figure::Lines(figure)).shared()
}

fn confusion(policy: &Policy, at: &Confusion, rare: &str) -> Panel {
    let (caught, missed) = (at.true_positives, at.false_negatives);
    let (alarms, passed) = (at.false_positives, at.true_negatives);
    let part = |it: u32, of: u32| if of == 0 { 0.0 } else { it as f32 / of as f32 };
    let (all_rare, all_common) = (caught + missed, alarms + passed);
    let heat = Heat {
        row_axis: "what it is".into(),
        column_axis: "share of the row".into(),
        rows: vec![
            format!("{rare}: {}", count(u64::from(all_rare))),
            format!("others: {}", count(u64::from(all_common))),
        ],
        columns: vec!["alarm".into(), "no alarm".into()],
        values: vec![
            part(caught, all_rare),
            part(missed, all_rare),
            part(alarms, all_common),
            part(passed, all_common),
        ],
        is_signed: false,
    };
    let says = format!(
        "From {}: {} caught, {} missed, {} false alarms, {} let pass; {} of all are called right.",
        decimal(policy.threshold),
        count(u64::from(caught)),
        count(u64::from(missed)),
        count(u64::from(alarms)),
        count(u64::from(passed)),
        percent(at.accuracy()),
    );
    Panel::new("confusion", "Confusion matrix", says, Figure::Heat(heat))
}

fn cost(quality: &Quality, policy: &Policy, at: &Confusion) -> Panel {
    let ratio = policy.cost_ratio;
    let of = |threshold: f64| quality.cost(&quality.at(threshold), ratio);
    let step = libm::log(SMALLEST_THRESHOLD) / (THRESHOLDS - 1) as f64;
    let thresholds = (0..THRESHOLDS).rev().map(|it| libm::exp(step * it as f64));
    let never = quality.cost(&quality.ranking.at(f64::INFINITY), ratio);
    let points = thresholds.map(|it| (it, if it < 1.0 { of(it) } else { never })).collect();
    let (best, least) = quality.cheapest(ratio);
    let by_theory = 1.0 / (1.0 + ratio);
    let here = quality.cost(at, ratio);
    let mut lines = vec![
        series("no alarm ever", Style::Dashed, vec![(SMALLEST_THRESHOLD, never), (1.0, never)]),
        series("cost", Style::Line, points),
        series("threshold", Style::Dots, vec![(policy.threshold, here)]),
    ];
    if best >= SMALLEST_THRESHOLD {
        lines.push(series("cheapest", Style::Dots, vec![(best, least)]));
    }
    let says = format!(
        "A miss costs {} false alarms. At {} a thousand rows cost {}, at the cheapest threshold, {}, \
         {}; at 1 / (1 + {}) = {}, right for true probabilities, {}.",
        decimal(ratio),
        decimal(policy.threshold),
        decimal(here),
        decimal(best),
        decimal(least),
        decimal(ratio),
        decimal(by_theory),
        decimal(of(by_theory)),
    );
    let x = Axis { range: Some((SMALLEST_THRESHOLD as f32, 1.0)), ..Axis::log("threshold") };
    let y = Axis::new("cost a thousand rows");
    let figure = Figure::Lines(Lines { x, y, series: lines });
    Panel::new("cost", "Cost by threshold", says, figure).shared()
}

fn reliability(quality: &Quality) -> Panel {
    let drawn = |it: f64| it.max(SMALLEST_THRESHOLD);
    let bins = quality.bins.iter().rev().map(|bin| (drawn(bin.expected), drawn(bin.observed)));
    let diagonal = vec![(SMALLEST_THRESHOLD, SMALLEST_THRESHOLD), (1.0, 1.0)];
    let lines = vec![
        series("true probabilities", Style::Dashed, diagonal),
        series("observed", Style::Line, bins.collect()),
    ];
    let says = format!(
        "The scores expect {} of the rows to be frauds, {} are: {} expected for each that came.",
        percent(quality.mean_probability),
        percent(quality.base_rate()),
        decimal(quality.expected_each()),
    );
    let axis =
        |name: &str| Axis { range: Some((SMALLEST_THRESHOLD as f32, 1.0)), ..Axis::log(name) };
    let (x, y) = (axis("mean score of a bin"), axis("share of frauds in it"));
    let figure = Lines { x, y, series: lines };
    Panel::new("reliability", "Reliability", says, Figure::Lines(figure)).shared()
}
