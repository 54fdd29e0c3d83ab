//! Which class is named for counted steps.

use content::Growth;
use judge::{fit, meets};
use proptest::prelude::*;
use protocol::python::GrowthPoint;

fn point(size: u32, steps: f64) -> GrowthPoint {
    GrowthPoint { size, second: None, steps: steps.round() as u64, peak_bytes: 0 }
}

const WIDE: [u32; 7] = [64, 128, 256, 512, 1024, 2048, 4096];
const NARROW: [u32; 4] = [64, 256, 1024, 4096];
const SMALL: [u32; 6] = [4, 6, 8, 10, 12, 14];

fn value(class: Growth, size: u32) -> f64 {
    let n = f64::from(size);
    match class {
        Growth::Constant => 1.0,
        Growth::Logarithmic => n.log2(),
        Growth::Linear => n,
        Growth::Linearithmic => n * n.log2(),
        Growth::Quadratic => n * n,
        Growth::Cubic => n * n * n,
        Growth::Exponential => n.exp2(),
    }
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

#[test]
fn faster_than_the_target_is_fine() {
    let linear = fit(&points(&WIDE, f64::from)).unwrap();
    assert!(meets(Growth::Linearithmic, &linear));
    assert!(meets(Growth::Linear, &linear));
    assert!(!meets(Growth::Logarithmic, &linear));
}

#[test]
fn a_fit_predicts_what_it_was_fitted_to() {
    let linear = fit(&points(&WIDE, |n| 40.0 + 3.0 * f64::from(n))).unwrap();
    assert!((linear.steps(1000) - 3040.0).abs() < 1.0, "{linear:?}");
    let constant = fit(&points(&WIDE, |_| 9.0)).unwrap();
    assert!((constant.steps(1_000_000) - 9.0).abs() < 1e-9, "{constant:?}");
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
