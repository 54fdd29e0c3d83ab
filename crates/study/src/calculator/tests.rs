//! Results against SciPy, statsmodels and numbers worked out by hand; ranges; the uniform form.

use proptest::prelude::*;
use serde::Deserialize;

use super::*;

mod by_hand;

const FIXTURE: &str = include_str!("../../../../tests/fixtures/study_calculators.json");

#[derive(Deserialize)]
struct Fixture {
    ab_test: Vec<AbTestCase>,
    drift: Vec<DriftCase>,
}

#[derive(Deserialize)]
struct AbTestCase {
    baseline_rate: f64,
    target_rate: f64,
    alpha: f64,
    power: f64,
    effect_size: f64,
    visitors_per_arm: f64,
    visitors_per_arm_unpooled: f64,
    power_of_1000: f64,
}

#[derive(Deserialize)]
struct DriftCase {
    #[serde(flatten)]
    inputs: Drift,
    psi: f64,
    psi_critical: f64,
    ks_on_bins: f64,
    ks_critical: f64,
}

fn near(got: f64, expect: f64, tolerance: f64) {
    let off = (got - expect).abs() / expect.abs().max(1e-12);
    assert!(off < tolerance, "got {got}, expected {expect}");
}

fn fixture() -> Fixture {
    serde_json::from_str(FIXTURE).unwrap()
}

#[test]
fn sample_sizes_and_power_are_those_of_statsmodels() {
    for case in fixture().ab_test {
        let test = AbTest {
            baseline_rate: case.baseline_rate,
            target_rate: case.target_rate,
            alpha: case.alpha,
            power: case.power,
            visitors_per_day: 1000.0,
            share_in_test: 0.5,
        };
        let result = test.calculate().unwrap();
        near(result.effect_size, case.effect_size, 1e-6);
        near(result.visitors_per_arm, case.visitors_per_arm, 1e-6);
        near(result.visitors_per_arm_unpooled, case.visitors_per_arm_unpooled, 1e-6);
        near(power(result.effect_size, 1000.0, case.alpha), case.power_of_1000, 1e-6);
        near(result.days, 2.0 * case.visitors_per_arm.ceil() / 500.0, 1e-6);
        near(result.power_after_a_week, power(result.effect_size, 1750.0, case.alpha), 1e-12);
    }
}

#[test]
fn drift_is_that_of_scipy() {
    for case in fixture().drift {
        let result = case.inputs.calculate().unwrap();
        near(result.psi, case.psi, 1e-9);
        near(result.psi_critical, case.psi_critical, 1e-6);
        near(result.ks_on_bins, case.ks_on_bins, 1e-9);
        // The first term of the series alone: off by less than a thousandth up to alpha 0.2.
        near(result.ks_critical, case.ks_critical, 1e-3);
    }
}

#[test]
fn every_calculator_describes_itself_and_runs_on_its_defaults() {
    for calculator in Calculator::ALL {
        let description = describe(calculator);
        let name = serde_json::to_value(calculator).unwrap();
        assert_eq!(name, description.name);
        assert!(!description.formulas.is_empty());
        let values = calculate(calculator, &Inputs::new()).unwrap();
        assert!(values.iter().all(|value| value.value.is_finite()));
        let mut keys: Vec<&str> = values.iter().map(|value| value.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), values.len(), "{}", description.name);
    }
}

/// The fields that cases preset, by name and in order.
#[test]
fn the_fields_are_those_that_cases_preset() {
    for calculator in Calculator::ALL {
        let keys: Vec<&str> = describe(calculator).fields.iter().map(|field| field.key).collect();
        let names: Vec<&str> = calculator.fields().iter().map(|field| field.name).collect();
        assert_eq!(keys, names);
    }
}

#[test]
fn a_preset_becomes_inputs() {
    let preset = r#"{"name": "drift", "why_html": "", "inputs": [
        {"field": "bins", "values": [2]},
        {"field": "expected", "values": [0.5, 0.5]},
        {"field": "actual", "values": [0.4, 0.6]}]}"#;
    let preset: Preset = serde_json::from_str(preset).unwrap();
    let values = calculate(preset.name, &preset_inputs(&preset)).unwrap();
    let psi = -0.1 * (0.4f64 / 0.5).ln() + 0.1 * (0.6f64 / 0.5).ln();
    assert!((values[0].value - psi).abs() < 1e-12);
}

#[test]
fn what_is_out_of_range_is_said_beside_its_field() {
    let check = |calculator: Calculator, key: &str, input: Input, words: &str| {
        let inputs = Inputs::from([(key.to_owned(), input)]);
        let troubles = calculate(calculator, &inputs).unwrap_err();
        let trouble = troubles.iter().find(|trouble| trouble.field == key);
        let said = &trouble.unwrap_or_else(|| panic!("{key}: {troubles:?}")).words;
        assert!(said.contains(words), "{key}: {said}");
    };
    use Calculator as C;
    let number = Input::Number;
    check(C::AbTest, "baseline_rate", number(f64::NAN), "Rate today is not a number.");
    check(
        C::AbTest,
        "baseline_rate",
        number(-0.1),
        "must be above 0 and below 1; it is \u{2212}0.1",
    );
    check(C::AbTest, "power", number(1.0), "must be above 0 and below 1");
    check(C::AbTest, "power", number(0.04), "above the significance level");
    check(C::AbTest, "target_rate", number(0.05), "nothing to detect");
    check(C::AbTest, "visitors_per_day", number(0.0), "must be at least 1.0e\u{2212}6");
    check(C::ModelSize, "parameters", number(0.0), "must be at least 1");
    check(C::ModelSize, "bits_per_weight", number(f64::INFINITY), "at most 64; it is infinite");
    check(C::ModelSize, "weights", number(1.0), "There is no input called weights.");
    check(C::ModelSize, "parameters", Input::Numbers(vec![1.0]), "must be one number");
    check(C::DutyCycleEnergy, "wakes_per_hour", number(5000.0), "more than an hour");
    let idle = r#"{"always_on_milliwatts": 0, "wakes_per_hour": 0}"#;
    let troubles = calculate(C::DutyCycleEnergy, &serde_json::from_str(idle).unwrap()).unwrap_err();
    assert!(troubles[0].words.contains("Nothing draws"));
    check(C::RecommenderCapacity, "daily_active_users", number(1e9), "more daily active users");
    check(C::RecommenderCapacity, "candidates_per_request", number(1e9), "more candidates");
    check(C::FederatedRound, "share_available", number(1e-8), "Less than one device");
    check(C::ImbalanceCost, "cost_of_miss", number(0.0), "needs no detector");
    check(C::Drift, "actual", Input::Numbers(vec![0.5, 0.5]), "are 2, for 10 bins");
    check(C::Drift, "expected", number(0.5), "must be a list");
    check(C::Drift, "bins", number(9.5), "whole number");
    let mut shares = vec![0.1; 10];
    shares[3] = 0.0;
    check(C::Drift, "actual", Input::Numbers(shares.clone()), "bin 4 has none");
    shares[3] = -0.1;
    check(C::Drift, "actual", Input::Numbers(shares.clone()), "must be at least");
    shares[3] = f64::NAN;
    check(C::Drift, "actual", Input::Numbers(shares.clone()), "is not a number");
    shares[3] = 0.2;
    check(C::Drift, "actual", Input::Numbers(shares), "add up to 1.1, not to 1");
}

proptest! {
    /// Whatever is typed: results that are numbers, or words for a field that there is.
    #[test]
    fn nothing_typed_gives_a_number_that_is_none(
        which in 0usize..9,
        field in 0usize..8,
        value in prop_oneof![
            any::<f64>(),
            -10.0..10.0f64,
            (-12.0..15.0f64).prop_map(|power| 10f64.powf(power)),
        ],
    ) {
        let calculator = Calculator::ALL[which];
        let fields = describe(calculator).fields;
        let field = fields[field % fields.len()];
        let inputs = Inputs::from([(field.key.to_owned(), Input::Number(value))]);
        match calculate(calculator, &inputs) {
            Ok(values) => prop_assert!(
                values.iter().all(|value| value.value.is_finite()),
                "{}: {values:?}", field.key
            ),
            Err(troubles) => for trouble in troubles {
                prop_assert!(fields.iter().any(|field| field.key == trouble.field));
                prop_assert!(trouble.words.ends_with('.'));
            },
        }
    }

    #[test]
    fn power_grows_with_visitors_and_the_size_asked_for_reaches_it(
        baseline in 0.01..0.99f64,
        target in 0.01..0.99f64,
        alpha in 0.001..0.2f64,
        wanted in 0.3..0.99f64,
    ) {
        prop_assume!((baseline - target).abs() > 1e-4);
        let test = AbTest {
            baseline_rate: baseline, target_rate: target, alpha, power: wanted,
            visitors_per_day: 1.0, share_in_test: 1.0,
        };
        let result = test.calculate().unwrap();
        let at = |visitors: f64| power(result.effect_size, visitors, alpha);
        prop_assert!((at(result.visitors_per_arm) - wanted).abs() < 1e-9);
        prop_assert!(at(result.visitors_per_arm * 0.9) < wanted);
    }
}
