//! Pairs of values that the engine's search for a smaller input is held to as well
//! (`www/python/harness/tests/test_sameness.py`).

use judge::{difference, show};
use protocol::{
    python::{FreeOrder, Rules},
    value::Value,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Pair {
    rules: Changes,
    expected: Value,
    got: Value,
    same: bool,
}

/// What a pair asks for besides a tolerance of 1e-9 and 1e-12.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
struct Changes {
    free_order: FreeOrder,
    same_dtype: bool,
    calls: bool,
}

#[test]
fn pairs_are_equal_or_not_as_written() {
    let pairs: Vec<Pair> = serde_json::from_str(include_str!("pairs.json")).unwrap();
    assert!(pairs.len() > 50);
    for Pair { rules, expected, got, same } in pairs {
        let Changes { free_order, same_dtype, calls } = rules;
        let rules = Rules { relative: 1e-9, absolute: 1e-12, free_order, same_dtype, calls };
        let found = difference(&expected, &got, rules);
        assert_eq!(found.is_none(), same, "{} and {}: {found:?}", show(&expected), show(&got));
    }
}
