//! A made-up lab for tests.

use content::Lab;
use content::lab::{Control, ControlKind, Experiment, LaneSettings, OwnTable, Question, Rule};
use figures::Settings;
use protocol::lab::{Frame, LaneFrame};

/// Four controls and one experiment.
pub fn lab() -> Lab {
    let control = |name: &str, label: &str, kind| Control {
        name: name.into(),
        label: label.into(),
        group: "Training".into(),
        help: String::new(),
        is_shared: name == "seed",
        is_live: name == "angle",
        needs: None,
        kind,
    };
    let rates = ControlKind::Scale { values: vec![0.01, 0.1, 1.0], default: 0.01, unit: "".into() };
    let rules = [("sgd", "SGD"), ("adam", "Adam")].map(|(a, b)| (a.into(), b.into()));
    let angle =
        ControlKind::Range { low: 0.0, high: 180.0, step: 1.0, default: 0.0, unit: "°".into() };
    let lane = |name: &str, rate: f64| LaneSettings {
        name: name.into(),
        settings: Settings::default().with("rate", rate),
    };
    Lab {
        slug: "sample".into(),
        title: "A sample".into(),
        area: "Tests".into(),
        steps: 100,
        stride: 5,
        needs_burn: false,
        own: Some(OwnTable {
            columns: (2, 2),
            rows: 10,
            has_classes: true,
            most_classes: 2,
            within: Some(100.0),
            draw: Some("map".into()),
        }),
        controls: vec![
            control("rate", "Learning rate", rates),
            control(
                "rule",
                "Optimiser",
                ControlKind::Choice { options: rules.into(), default: "sgd".into() },
            ),
            control("angle", "Angle", angle),
            control("seed", "Seed", ControlKind::Seed { default: 7 }),
        ],
        experiments: vec![Experiment {
            name: "rates".into(),
            title: "Slow or quick?".into(),
            settings: Settings::default(),
            lanes: vec![lane("slow", 0.01), lane("quick", 1.0)],
            steps: 50,
            question: Some(Question {
                asks: "Which is first below 0.5?".into(),
                rule: Rule::FirstBelow(0.5),
                measure: "loss".into(),
                tie: 0.0,
                why_html: "<p>Because.</p>".into(),
            }),
        }],
    }
}

/// A frame whose lanes have one measure with these values by step.
pub fn frame(lanes: &[&[f32]]) -> Frame {
    let lane = |values: &&[f32]| LaneFrame {
        values: values.last().map(|last| vec![*last]).unwrap_or_default(),
        history: (0..).zip(values.iter().map(|value| vec![*value])).collect(),
        panels: Vec::new(),
        findings: Vec::new(),
        parameter_count: 3,
        work_ms: 1.0,
        weights_hash: 5,
        diverged_at_step: values.iter().position(|it| !it.is_finite()).map(|step| step as u64),
    };
    let step = lanes.iter().map(|values| values.len() as u64 - 1).max().unwrap_or(0);
    Frame { step, has_ended: false, lanes: lanes.iter().map(lane).collect() }
}
