//! What the guided tour of the attention page says about runs that it compares
//! (`ui::attention::tour`): the share of held-out tokens that is right, as it is worded there.

use super::{Form, Placement, Positions, Run, Settings, Task};

/// Whole per cent after so many updates.
fn check(change: impl FnOnce(&mut Settings), updates: u64, expect: std::ops::RangeInclusive<u32>) {
    let mut settings = Settings::default();
    change(&mut settings);
    let name = format!("{settings:?}");
    let mut run = Run::new(settings).unwrap();
    run.advance(updates);
    let share = (100.0 * run.snapshot(true).accuracy).round() as u32;
    assert!(expect.contains(&share), "{share} %, not {expect:?}: {name}");
}

#[test]
fn a_norm_after_each_sum_cannot_bear_a_high_rate() {
    let high = |norm| {
        move |settings: &mut Settings| {
            let form = Form { norm, ..settings.form };
            (settings.layers, settings.learning_rate, settings.form) = (4, 0.03, form);
        }
    };
    check(high(Placement::Before), 200, 48..=58);
    check(high(Placement::After), 200, 15..=15);
}

#[test]
fn reversing_takes_places_and_is_easier_with_several_heads() {
    check(|_| {}, 400, 99..=100);
    let form = Form { positions: Positions::None, ..Form::default() };
    check(|settings| settings.form = form, 400, 37..=37);
    check(|settings| settings.heads = 1, 400, 88..=88);
}

#[test]
fn repeating_takes_two_layers() {
    check(|settings| settings.task = Task::Repeat, 400, 99..=99);
    check(|settings| (settings.task, settings.layers) = (Task::Repeat, 1), 400, 53..=53);
}
