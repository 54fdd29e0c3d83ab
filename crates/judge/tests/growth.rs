//! Which class is named for counted steps.

use content::{Growth, GrowthTarget, Size};
use judge::{fit, fit_space, meets, meets_space};
use proptest::prelude::*;
use protocol::python::GrowthPoint;

fn point(size: u32, steps: f64) -> GrowthPoint {
    GrowthPoint { size, second: None, steps: steps.round() as u64, peak_bytes: 0 }
}

const WIDE: [u32; 7] = [64, 128, 256, 512, 1024, 2048, 4096];
const NARROW: [u32; 4] = [64, 256, 1024, 4096];
const SMALL: [u32; 6] = [4, 6, 8, 10, 12, 14];

fn value(class: Growth, size: u32) -> f64 {
    class.value(f64::from(size), 1.0)
}

fn points(sizes: &[u32], steps: impl Fn(u32) -> f64) -> Vec<GrowthPoint> {
    sizes.iter().map(|&size| point(size, steps(size))).collect()
}

fn check(expected: Growth, sizes: &[u32], steps: impl Fn(u32) -> f64) {
    let points = points(sizes, steps);
    let fit = fit(&points).expect("enough sizes");
    assert_eq!(fit.class, expected, "{points:?}: {fit:?}");
}

#[test]
fn counts_of_real_programs_are_named_right() {
    // Lines executed by the references of the exercises and by slower answers to them.
    check(Growth::Constant, &WIDE, |_| 7.0);
    check(Growth::Linear, &WIDE, |n| 4.5 * f64::from(n) + 3.0);
    check(Growth::Logarithmic, &WIDE, |n| 3.0 * f64::from(n).log2().ceil() + 5.0);
    // A window of n / 2 that is summed afresh for each of n values.
    check(Growth::Quadratic, &WIDE, |n| 0.375 * f64::from(n * n) + 5.0 * f64::from(n));
    // Dijkstra: each edge once, each heap operation a logarithm.
    check(Growth::Linearithmic, &WIDE, |n| {
        let n = f64::from(n);
        3.0 * n * (3.0 * n).log2() + 5.0 * n
    });
    // Pairs once each.
    check(Growth::Quadratic, &NARROW, |n| 2.0 * f64::from(n) * f64::from(n - 1) / 2.0 + 10.0);
    // Counting the pixels of a box.
    check(Growth::Quadratic, &[8, 16, 32, 64, 128], |n| f64::from(n * n + 2 * n) + 12.0);
    check(Growth::Exponential, &SMALL, |n| 3.0 * f64::from(n).exp2() + 20.0);
    check(Growth::Cubic, &[4, 8, 16, 32, 64], |n| f64::from(n).powi(3) + 2.0 * f64::from(n * n));
}

#[test]
fn lost_points_do_not_matter_as_long_as_three_sizes_are_left() {
    check(Growth::Quadratic, &[64, 128, 256], |n| f64::from(n * n));
    assert_eq!(fit(&points(&[64, 128], f64::from)), None);
    assert_eq!(fit(&points(&[64, 64, 64, 128], f64::from)), None);
    assert_eq!(fit(&[]), None);
}

fn target(class: Growth, space: Option<Growth>) -> GrowthTarget {
    let sizes = WIDE.map(Size::One).to_vec();
    GrowthTarget { class, variable: "n".into(), second: None, sizes, space }
}

#[test]
fn faster_than_the_target_is_fine() {
    let linear = fit(&points(&WIDE, f64::from)).unwrap();
    assert!(meets(&target(Growth::Linearithmic, None), &linear));
    assert!(meets(&target(Growth::Linear, None), &linear));
    assert!(!meets(&target(Growth::Logarithmic, None), &linear));
}

#[test]
fn a_fit_predicts_what_it_was_fitted_to() {
    let linear = fit(&points(&WIDE, |n| 40.0 + 3.0 * f64::from(n))).unwrap();
    assert!((linear.count(1000.0, 1.0) - 3040.0).abs() < 1.0, "{linear:?}");
    let constant = fit(&points(&WIDE, |_| 9.0)).unwrap();
    assert!((constant.count(1e6, 1.0) - 9.0).abs() < 1e-9, "{constant:?}");
    assert!(constant.residual < 1e-9);
}

#[test]
fn no_steps_at_all_are_constant() {
    check(Growth::Constant, &WIDE, |_| 0.0);
}

/// A factor between 1 − amount and 1 + amount for each size.
fn noise(amount: f64) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(1.0 - amount..1.0 + amount, WIDE.len())
}

proptest! {
    #[test]
    fn every_class_is_found_through_offset_and_noise(
        class in prop::sample::select(vec![
            Growth::Linear, Growth::Linearithmic, Growth::Quadratic, Growth::Cubic,
        ]),
        factor in 1.0..50.0_f64,
        offset in 0.0..100.0_f64,
        noise in noise(0.04),
    ) {
        let points: Vec<GrowthPoint> = WIDE
            .iter()
            .zip(&noise)
            .map(|(&size, noise)| {
                let steps = (offset + factor * value(class, size)) * noise;
                point(size, steps)
            })
            .collect();
        prop_assert_eq!(fit(&points).map(|fit| fit.class), Some(class), "{:?}", points);
    }

    #[test]
    fn noise_alone_is_constant(steps in 200.0..1e5_f64, noise in noise(0.015)) {
        let sizes = WIDE.iter().zip(&noise);
        let points: Vec<GrowthPoint> = sizes
            .map(|(&size, noise)| point(size, steps * noise))
            .collect();
        prop_assert_eq!(fit(&points).map(|fit| fit.class), Some(Growth::Constant), "{:?}", points);
    }

    #[test]
    fn the_order_of_points_does_not_matter(
        class in prop::sample::select(Growth::ALL.to_vec()),
        factor in 1.0..9.0_f64,
    ) {
        let mut points = points(&SMALL, |n| factor * value(class, n));
        let forward = fit(&points).map(|fit| fit.class);
        points.reverse();
        prop_assert_eq!(fit(&points).map(|fit| fit.class), forward);
    }
}

/// Pairs of sizes as an exercise lists them.
const PAIRS: [(u32, u32); 9] = [
    (32, 32),
    (32, 128),
    (32, 512),
    (128, 32),
    (128, 128),
    (128, 512),
    (512, 32),
    (512, 128),
    (512, 512),
];

fn two(steps: impl Fn(f64, f64) -> f64) -> Vec<GrowthPoint> {
    let point = |&(n, m): &(u32, u32)| GrowthPoint {
        second: Some(m),
        ..point(n, steps(f64::from(n), f64::from(m)))
    };
    PAIRS.iter().map(point).collect()
}

#[test]
fn two_variables_are_told_apart() {
    let check = |expected: Growth, steps: fn(f64, f64) -> f64| {
        let points = two(steps);
        let found = fit(&points).unwrap();
        assert_eq!(found.class, expected, "{points:?}: {found:?}");
    };
    check(Growth::Constant, |_, _| 12.0);
    check(Growth::Linear, |n, _| 4.0 * n + 30.0);
    check(Growth::SecondLinear, |_, m| 3.0 * m + 9.0);
    check(Growth::Sum, |n, m| 4.0 * n + 7.0 * m + 5.0);
    check(Growth::Sum, |n, m| 40.0 * n + m + 5.0);
    check(Growth::SumLogarithmic, |n, m| (3.0 * n + 2.0 * m) * n.log2() + 20.0);
    check(Growth::Product, |n, m| 2.0 * n * m + 6.0 * n + 3.0 * m + 8.0);
    check(Growth::Quadratic, |n, _| n * n / 2.0 + 3.0 * n);
    check(Growth::QuadraticSum, |n, m| 2.0 * n * n + 5.0 * m);
    check(Growth::QuadraticProduct, |n, m| n * n * m + 3.0 * n);
    check(Growth::ProductQuadratic, |n, m| 0.5 * n * m * m);
    check(Growth::SecondQuadratic, |_, m| m * m + 4.0 * m);
}

#[test]
fn five_pairs_are_the_least() {
    let points = two(|n, m| n + m);
    assert_eq!(fit(&points[..4]), None);
    assert!(fit(&points[..5]).is_some());
}

#[test]
fn memory_is_told_without_the_jumps_of_tables() {
    let space = |bytes: &[u64]| {
        let points: Vec<GrowthPoint> = WIDE
            .iter()
            .zip(bytes)
            .map(|(&size, &peak_bytes)| GrowthPoint { peak_bytes, ..point(size, 1.0) })
            .collect();
        fit_space(&points).map(|fit| fit.class)
    };
    // Measured on references: a dictionary of n keys, a heap, two indices, a row of a table.
    assert_eq!(space(&[1624, 1568, 1884, 6248, 12792, 26368, 53112]), Some(Growth::Linear));
    assert_eq!(space(&[3619, 6447, 12151, 23427, 46207]), Some(Growth::Linear));
    assert_eq!(space(&[212, 228, 260, 276, 276, 276]), Some(Growth::Constant));
    assert_eq!(space(&[4096, 16640, 65900, 262_500, 1_048_900]), Some(Growth::Quadratic));
    assert_eq!(space(&[1, 1, 48, 80, 80]), Some(Growth::Constant));
    // A list of n / 8 numbers.
    assert_eq!(space(&[1332, 1336, 1392, 1532, 1784]), Some(Growth::Linear));
    // The largest sizes took too many steps for their memory to be followed.
    assert_eq!(space(&[1916, 5996, 7263, 22924, 0]), Some(Growth::Linear));
    assert_eq!(space(&[1916, 5996, 0, 0, 0]), None);
    assert_eq!(space(&[0, 0, 0, 0, 0]), None);
    let points: Vec<GrowthPoint> = [(8, 1008), (16, 892), (32, 1060), (64, 1308), (96, 1596)]
        .map(|(size, peak_bytes)| GrowthPoint { peak_bytes, ..point(size, 1.0) })
        .to_vec();
    assert_eq!(fit_space(&points).map(|fit| fit.class), Some(Growth::Linear));
}

#[test]
fn memory_is_told_in_two_variables() {
    let space = |measured: &[((u32, u32), u64)]| {
        let points: Vec<GrowthPoint> = measured
            .iter()
            .map(|&((n, m), peak_bytes)| GrowthPoint {
                second: Some(m),
                peak_bytes,
                ..point(n, 1.0)
            })
            .collect();
        fit_space(&points).map(|fit| fit.class)
    };
    let with = |bytes: fn(u64, u64) -> u64| {
        let at = |&(n, m): &(u32, u32)| ((n, m), bytes(u64::from(n), u64::from(m)));
        space(&PAIRS.iter().map(at).collect::<Vec<_>>())
    };
    assert_eq!(with(|_, _| 300), Some(Growth::Constant));
    assert_eq!(with(|n, m| 8 * n + 60 * m), Some(Growth::Sum));
    assert_eq!(with(|n, _| 56 * n + 400), Some(Growth::Linear));
    assert_eq!(with(|n, m| 8 * n * m), Some(Growth::Product));
    // Measured: three counters a species, over recordings and species.
    let counters = [
        ((32, 32), 5092),
        ((32, 128), 15795),
        ((32, 512), 57939),
        ((128, 32), 5156),
        ((128, 128), 16803),
        ((512, 128), 17251),
        ((512, 512), 63075),
        ((1024, 32), 5172),
    ];
    assert_eq!(space(&counters), Some(Growth::SecondLinear));
    assert_eq!(space(&counters[..4]), None);
    // Measured: distances of nodes and a heap that holds an edge more than once.
    let dijkstra = [
        ((32, 64), 2968),
        ((32, 256), 4147),
        ((32, 1024), 5267),
        ((128, 256), 8019),
        ((128, 1024), 13875),
        ((512, 1024), 30580),
        ((512, 2048), 39027),
    ];
    assert_eq!(space(&dijkstra), Some(Growth::Sum));
}

#[test]
fn a_target_of_memory_is_kept_or_not() {
    let linear = fit(&points(&WIDE, f64::from)).unwrap();
    assert!(meets_space(&target(Growth::Linear, None), &linear));
    assert!(meets_space(&target(Growth::Linear, Some(Growth::Linear)), &linear));
    assert!(!meets_space(&target(Growth::Linear, Some(Growth::Constant)), &linear));
}

#[test]
fn a_class_is_written_as_it_is_read() {
    for class in Growth::ALL.into_iter().chain(Growth::TWO) {
        let written = serde_json::to_string(&class).unwrap();
        assert_eq!(serde_json::from_str::<Growth>(&written).unwrap(), class);
    }
}
