//! What balancing changes and what it leaves, and what is said about it.

use figures::{Figure, FindingKind, Sheet};
use nets::random::Random;

use super::*;

fn settings() -> Settings {
    let settings = Settings::default().with("data", "payments").with("rate", 1.0);
    let settings = settings.with("balance", "none").with("share", 50.0).with("seed", 7.0);
    let settings = settings.with("model", "logistic").with("rate-of-learning", 0.3);
    settings.with("threshold", 0.02).with("cost-ratio", 50.0).with("corrected", 0.0)
}

fn opened(settings: &Settings, own: Option<&Sheet>) -> Result<Scores, Invalid> {
    Scores::new(Source { settings, own })
}

/// A lane after some steps, measured at each.
fn trained(settings: &Settings, own: Option<&Sheet>, steps: u64) -> (Scores, History) {
    let mut lane = opened(settings, own).unwrap();
    let mut history = History::default();
    history.push(0, lane.measure());
    for step in 1..=steps {
        lane.advance();
        history.push(step, lane.measure());
    }
    (lane, history)
}

fn value(lane: &mut Scores, id: &str) -> f32 {
    let place = Imbalance.measures().iter().position(|it| it.id == id).unwrap();
    lane.measure()[place]
}

#[test]
fn the_base_rate_is_met_exactly_and_leaves_the_other_rows_alone() {
    let of = |rate: f64| {
        let settings = settings().with("rate", rate);
        Transactions::of(&Source { settings: &settings, own: None }).unwrap()
    };
    let (rare, often) = (of(0.2), of(5.0));
    assert_eq!((rare.train.rare(), rare.test.rare()), (20, 40));
    assert_eq!((often.train.rare(), often.test.rare()), (500, 1000));
    assert_eq!(often.test.labels.len(), 20_000);
    // Standardising moves every column a little; the order of the common rows stays.
    let steps = |data: &Transactions| -> Vec<bool> {
        data.train.rows.chunks_exact(5).take(500).map(|row| row[0] > row[1]).collect()
    };
    let same = steps(&rare).iter().zip(steps(&often)).filter(|(a, b)| **a == *b).count();
    assert!(same > 450, "{same}");
}

#[test]
fn at_the_optimum_the_mean_probability_is_the_base_rate() {
    let (mut lane, _) = trained(&settings(), None, 400);
    let (train, _) = lane.judge();
    assert!((train.expected_each() - 1.0).abs() < 0.02, "{}", train.expected_each());
}

#[test]
fn balancing_leaves_the_order_and_ruins_the_probabilities() {
    let (mut plain, _) = trained(&settings(), None, 200);
    let plain_auc = value(&mut plain, "roc-auc");
    for balance in ["weights", "copies", "smote", "fewer"] {
        let (mut lane, _) = trained(&settings().with("balance", balance), None, 200);
        let (auc, each) = (value(&mut lane, "roc-auc"), value(&mut lane, "expected"));
        assert!((auc - plain_auc).abs() < 0.01, "{balance}: ROC-AUC {auc} for {plain_auc}");
        assert!(each > 20.0, "{balance}: {each} expected for each");
        lane.adjust(&settings().with("balance", balance).with("corrected", 1.0));
        let corrected = value(&mut lane, "expected");
        assert!((0.67..1.5).contains(&corrected), "{balance}: {corrected} after correcting");
        assert_eq!(value(&mut lane, "roc-auc"), auc, "{balance}");
    }
}

#[test]
fn live_settings_change_what_is_looked_at_and_nothing_else() {
    let (mut lane, _) = trained(&settings(), None, 50);
    let (hash, loss) = (lane.weights_hash(), value(&mut lane, "test-loss"));
    let before = value(&mut lane, "cost");
    lane.adjust(&settings().with("threshold", 0.5).with("cost-ratio", 1.0));
    assert_ne!(value(&mut lane, "cost"), before);
    assert_eq!((lane.weights_hash(), value(&mut lane, "test-loss")), (hash, loss));
}

#[test]
fn the_cheapest_threshold_of_true_probabilities_is_near_the_theory() {
    let (mut lane, _) = trained(&settings().with("rate", 20.0), None, 300);
    let (_, test) = lane.judge();
    for ratio in [2.0, 5.0, 20.0] {
        let by_theory = 1.0 / (1.0 + ratio);
        let cost = test.cost(&test.at(by_theory), ratio);
        let (best, least) = test.cheapest(ratio);
        assert!(cost < 1.12 * least, "{ratio}: {cost} at {by_theory}, {least} at {best}");
    }
}

fn check(settings: &Settings, own: Option<&Sheet>, steps: u64, kind: FindingKind, words: &str) {
    let (mut lane, history) = trained(settings, own, steps);
    let findings = lane.findings(&history);
    let found = findings.iter().find(|it| it.kind == kind && it.text.contains(words));
    assert!(found.is_some(), "no {kind:?} with {words:?}: {findings:#?}");
    let is_healthy = kind == FindingKind::Healthy;
    assert_eq!(findings.len() == 1 && findings[0].kind == FindingKind::Healthy, is_healthy);
}

#[test]
fn each_trouble_is_named_with_its_number() {
    use FindingKind::{Healthy, Note, OverFitting};
    let balanced = settings().with("balance", "weights");
    check(&settings(), None, 0, Note, "ROC-AUC is 0.5");
    check(&settings(), None, 200, Healthy, "1.076 frauds");
    check(&balanced, None, 200, Note, "27.5 times as many");
    check(&balanced, None, 200, Note, "log-odds by 4.595");
    check(&settings().with("threshold", 0.5), None, 200, Note, "cost 480");
    check(&settings().with("threshold", 0.99), None, 20, Note, "none of 200 frauds");
    let trees = settings().with("model", "boosting").with("rate-of-learning", 1.0);
    check(&trees, None, 100, OverFitting, "100 rare rows");
    check(&settings().with("rate", 0.1), None, 200, Note, "20 frauds to test on");
}

/// Rows of two columns, every tenth one `bad`; the first column says so if `is_leaking`.
fn table(is_leaking: bool) -> Sheet {
    let mut random = Random::new(5, 0);
    let labels: Vec<u8> = (0..400).map(|row| u8::from(row % 10 == 0)).collect();
    let row = |label: &u8| {
        let leak = if is_leaking { f32::from(*label) } else { 0.0 };
        [leak + 0.1 * random.normal(), random.normal()]
    };
    Sheet {
        columns: vec!["code".into(), "size".into()],
        values: labels.iter().flat_map(row).collect(),
        classes: vec!["good".into(), "bad".into()],
        labels,
    }
}

#[test]
fn in_a_table_of_ones_own_the_rarest_class_is_looked_for() {
    let own = settings().with("data", "own");
    let lane = opened(&own, Some(&table(false))).unwrap();
    assert_eq!(lane.rare, "“bad”");
    let (train, test) = (lane.scorer.train().1, lane.scorer.test().1);
    assert_eq!((train.len(), test.len()), (200, 200));
    let rare = |labels: &[bool]| labels.iter().filter(|it| **it).count();
    assert_eq!((rare(train), rare(test)), (20, 20));
    check(&own, Some(&table(true)), 50, FindingKind::Leaking, "“code” alone");
    check(&own, Some(&table(false)), 50, FindingKind::UnderFitting, "guessing has 0.5");
}

#[test]
fn tables_without_two_classes_are_refused_in_words() {
    let refused = |change: fn(&mut Sheet)| {
        let mut sheet = table(false);
        change(&mut sheet);
        let own = settings().with("data", "own");
        opened(&own, Some(&sheet)).err().map(|invalid| invalid.0).unwrap_or_default()
    };
    assert!(refused(|sheet| sheet.labels.fill(0)).contains("two classes"));
    let three = refused(|sheet| {
        sheet.labels.fill(0);
        sheet.labels[..3].fill(1);
    });
    assert!(three.contains("“bad”, has 3 rows"), "{three}");
    let missing = opened(&settings().with("data", "own"), None).err();
    assert!(missing.is_some_and(|invalid| invalid.0.contains("Bring a table")));
}

#[test]
fn curves_reach_their_corners_and_stay_small() {
    for model in ["logistic", "boosting"] {
        let (mut lane, history) = trained(&settings().with("model", model), None, 20);
        for panel in lane.panels(&history) {
            let Figure::Lines(lines) = &panel.figure else { continue };
            let points = || lines.series.iter().flat_map(|series| &series.points);
            assert!(points().count() < 1500, "{}: {}", panel.id, points().count());
            assert!(points().all(|(x, y)| x.is_finite() && y.is_finite()), "{}", panel.id);
            if panel.id == "roc" {
                assert!(
                    points().any(|it| *it == (1.0, 1.0)) && points().any(|it| *it == (0.0, 0.0))
                );
            }
        }
    }
}
