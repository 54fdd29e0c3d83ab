//! Interventions do what they say, and nothing else.

use super::samples::{forms, sizes, weights};
use super::{Ablation, Changes, Edit, HeadChange, Part, Step, Trace, Weights};
use crate::fixture::assert_close;
use crate::transformer::{Form, Layout, Positions};

const TOKENS: [u32; 6] = [3, 0, 6, 6, 1, 2];

fn read(weights: &Weights, changes: &Changes) -> Trace {
    Trace::of(weights, &TOKENS, changes).unwrap()
}

fn values(trace: &Trace, part: Part) -> Vec<f32> {
    trace.stage(part).unwrap().values.into_owned()
}

#[test]
fn a_removed_head_is_one_whose_projection_is_zero() {
    for form in forms() {
        let sizes = sizes(form);
        let whole = weights(sizes);
        let head = HeadChange { layer: 1, head: 1, what: Ablation::Removed };
        let removed = read(&whole, &Changes { heads: vec![head], ..Changes::default() });
        // The projection of the second block reads the second head in its rows 6 to 11.
        let first = 1 + usize::from(form.positions == Positions::Learned);
        let tensors = if form.has_mlp { 12 } else { 6 };
        let projection = Layout::new(&sizes).entries()[first + tensors + 4].range.clone();
        let mut zeroed = whole.values().to_vec();
        zeroed[projection][6 * 12..].fill(0.0);
        let zeroed = read(&Weights::new(sizes, zeroed).unwrap(), &Changes::default());
        assert_close("share", removed.next(), zeroed.next(), 1e-6);
        assert_eq!(removed.shares(1), zeroed.shares(1));
        assert_ne!(removed.next(), read(&whole, &Changes::default()).next());
        assert!(values(&removed, Part::Block(1, Step::Mixed(1))).iter().all(|&it| it == 0.0));
    }
}

#[test]
fn a_uniform_head_looks_at_everything_it_may_see() {
    let weights = weights(sizes(Form::default()));
    let head = HeadChange { layer: 0, head: 1, what: Ablation::Uniform };
    let trace = read(&weights, &Changes { heads: vec![head], ..Changes::default() });
    let shares = values(&trace, Part::Block(0, Step::Shares(1)));
    let before = read(&weights, &Changes::default());
    assert_eq!(trace.shares(0)[..36], before.shares(0)[..36]);
    for (query, row) in shares.chunks_exact(6).enumerate() {
        let even = 1.0 / (query + 1) as f32;
        assert!(row[..=query].iter().all(|&share| share == even));
        assert!(row[query + 1..].iter().all(|&share| share == 0.0));
    }
    let (mixed, value) = (Part::Block(0, Step::Mixed(1)), Part::Block(0, Step::Value(1)));
    let (mixed, value) = (values(&trace, mixed), values(&trace, value));
    let mean = |unit: usize| value.iter().skip(unit).step_by(6).sum::<f32>() / 6.0;
    assert_close("mean", &mixed[30..], &(0..6).map(mean).collect::<Vec<_>>(), 1e-6);
}

#[test]
fn an_edit_changes_its_row_and_what_depends_on_it() {
    let weights = weights(sizes(Form::default()));
    let edit = Edit { layer: 0, head: 0, query: 4, key: 1, weight: 0.8 };
    let hidden = Edit { query: 2, key: 3, ..edit };
    let trace = read(&weights, &Changes { edits: vec![edit, hidden], ..Changes::default() });
    let before = read(&weights, &Changes::default());
    let (after, shares) = (trace.shares(0), before.shares(0));
    assert_eq!(after[..24], shares[..24]);
    assert_eq!(after[30..], shares[30..]);
    let row = &after[24..30];
    assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-6 && row[1] == 0.8 && row[5] == 0.0);
    assert!((row[0] / row[3] - shares[24] / shares[27]).abs() < 1e-4);
    // Tokens before the edited query do not know of it; those after it do.
    let streams = [&trace, &before].map(|it| values(it, Part::Block(1, Step::AfterMlp)));
    assert_eq!(streams[0][..4 * 12], streams[1][..4 * 12]);
    assert_ne!(streams[0][5 * 12..], streams[1][5 * 12..]);
}

#[test]
fn told_places_matter_where_places_are_known() {
    for form in forms() {
        let weights = weights(sizes(form));
        let told = |places: [usize; 6]| {
            read(&weights, &Changes { places: Some(places.to_vec()), ..Changes::default() })
        };
        let before = read(&weights, &Changes::default());
        assert_eq!(told([0, 1, 2, 3, 4, 5]).next(), before.next());
        let permuted = told([3, 0, 5, 1, 4, 2]);
        assert_eq!(permuted.next() == before.next(), form.positions == Positions::None);
        // Turns and distances know no absolute place.
        if matches!(form.positions, Positions::Rotary | Positions::Distance) {
            assert_close("share", told([3, 4, 5, 6, 7, 8]).next(), before.next(), 1e-4);
        }
    }
}

#[test]
fn what_cannot_be_read_is_refused() {
    let weights = weights(sizes(Form::default()));
    let refused = |tokens: &[u32], places: Option<Vec<usize>>| {
        let changes = Changes { places, ..Changes::default() };
        Trace::of(&weights, tokens, &changes).map_or_else(|invalid| invalid.0, |_| String::new())
    };
    assert_eq!(refused(&[1; 9], None), "");
    assert!(refused(&[], None).contains("0 tokens"));
    assert!(refused(&[1, 7], None).contains("Token 7"));
    assert!(refused(&[1; 10], None).contains("place 9"));
    assert!(refused(&[1, 2], Some(vec![0, 30])).contains("place 30"));
    assert!(refused(&[1, 2], Some(vec![0])).contains("2 tokens cannot stand at 1"));
}
