//! Points in the plane: six seeded sets with labels, each about 400 points in ±1.5.

use crate::random::Random;

/// A labelled point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// First coordinate.
    pub x: f32,
    /// Second coordinate.
    pub y: f32,
    /// Class B (+1) instead of class A (−1).
    pub is_positive: bool,
}

/// Several labelled points.
pub type Points = Vec<Point>;

/// A set of points with labels.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// Two interleaved half circles of radius 1.
    Moons,
    /// A disc of radius 0.5 within a ring from 0.8 to 1.2.
    Circles,
    /// The square ±1; opposite quadrants share a class.
    Xor,
    /// Two arms of an Archimedean spiral of 1¾ turns.
    Spiral,
    /// Two normal clouds around ±(0.7, 0.7).
    Blobs,
    /// The square ±1.2 as a chessboard of three by three fields.
    Checkerboard,
    /// The visitor's own.
    Own(Points),
}

impl Point {
    /// −1 or +1.
    pub fn label(&self) -> f32 {
        if self.is_positive { 1.0 } else { -1.0 }
    }
}

const COUNT: usize = 400;

/// The points of `source`, with normal noise of standard deviation `noise` added to the place
/// after the label was decided. Own points are returned as they are.
pub fn generate(source: &Source, noise: f32, random: &mut Random) -> Points {
    let place: fn(bool, &mut Random) -> (f32, f32) = match source {
        Source::Moons => moon,
        Source::Circles => circle,
        Source::Spiral => spiral,
        Source::Blobs => blob,
        Source::Xor => |class, random| field(class, random, 2),
        Source::Checkerboard => |class, random| field(class, random, 3),
        Source::Own(points) => return points.clone(),
    };
    (0..COUNT)
        .map(|index| {
            let is_positive = index % 2 == 1;
            let (x, y) = place(is_positive, random);
            Point { x: x + noise * random.normal(), y: y + noise * random.normal(), is_positive }
        })
        .collect()
}

/// scikit-learn's `make_moons`, moved so that its middle is the origin.
fn moon(lower: bool, random: &mut Random) -> (f32, f32) {
    let (sin, cos) = turn(0.5 * random.unit());
    if lower { (0.5 - cos, 0.25 - sin) } else { (cos - 0.5, sin - 0.25) }
}

fn circle(inside: bool, random: &mut Random) -> (f32, f32) {
    let (low, high) = if inside { (0.0, 0.5) } else { (0.8, 1.2) };
    // Uniform over the area: the square of the radius is what is uniform.
    let radius = random.between(low * low, high * high).sqrt();
    let (sin, cos) = turn(random.unit());
    (radius * cos, radius * sin)
}

fn spiral(second_arm: bool, random: &mut Random) -> (f32, f32) {
    let along = random.unit();
    let (sin, cos) = turn(1.75 * along + if second_arm { 0.5 } else { 0.0 });
    (1.3 * along * sin, 1.3 * along * cos)
}

fn blob(upper: bool, random: &mut Random) -> (f32, f32) {
    let centre = if upper { 0.7 } else { -0.7 };
    (centre + 0.25 * random.normal(), centre + 0.25 * random.normal())
}

/// A place in a square of `side`² fields that are coloured in turn, uniform over its colour.
fn field(class: bool, random: &mut Random, side: usize) -> (f32, f32) {
    let half = 0.4 * side as f32;
    loop {
        let (x, y) = (random.between(-half, half), random.between(-half, half));
        let index = |value: f32| ((value + half) / 0.8) as usize;
        if (index(x) + index(y)).is_multiple_of(2) == class {
            return (x, y);
        }
    }
}

/// Sine and cosine of an angle given in turns.
fn turn(turns: f32) -> (f32, f32) {
    let angle = f64::from(turns) * core::f64::consts::TAU;
    (libm::sin(angle) as f32, libm::cos(angle) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Source; 6] = [
        Source::Moons,
        Source::Circles,
        Source::Xor,
        Source::Spiral,
        Source::Blobs,
        Source::Checkerboard,
    ];

    #[test]
    fn every_set_is_balanced_in_the_frame_and_repeatable() {
        for source in ALL {
            let points = generate(&source, 0.0, &mut Random::new(1, 0));
            assert_eq!(points.iter().filter(|point| point.is_positive).count(), COUNT / 2);
            assert!(points.iter().all(|p| p.x.abs() < 1.9 && p.y.abs() < 1.9), "{source:?}");
            assert_eq!(points, generate(&source, 0.0, &mut Random::new(1, 0)));
            assert_ne!(points, generate(&source, 0.0, &mut Random::new(2, 0)));
        }
    }

    #[test]
    fn without_noise_the_shapes_are_exact() {
        let radius = |p: &Point| p.x.hypot(p.y);
        for p in generate(&Source::Circles, 0.0, &mut Random::new(1, 0)) {
            assert_eq!(p.is_positive, radius(&p) <= 0.5001, "{p:?}");
        }
        for p in generate(&Source::Xor, 0.0, &mut Random::new(1, 0)) {
            assert_eq!(p.is_positive, p.x * p.y > 0.0, "{p:?}");
        }
        for p in generate(&Source::Moons, 0.0, &mut Random::new(1, 0)) {
            let sign = if p.is_positive { -1.0 } else { 1.0 };
            let on_circle = (p.x + sign * 0.5).hypot(p.y + sign * 0.25);
            assert!((on_circle - 1.0).abs() < 1e-5, "{p:?}");
        }
    }

    #[test]
    fn noise_has_the_stated_spread() {
        let clean = generate(&Source::Own(vec![]), 0.3, &mut Random::new(1, 0));
        assert!(clean.is_empty());
        let noisy = generate(&Source::Moons, 0.3, &mut Random::new(1, 0));
        let residual = |p: &Point| {
            let sign = if p.is_positive { -1.0 } else { 1.0 };
            (p.x + sign * 0.5).hypot(p.y + sign * 0.25) - 1.0
        };
        let variance = noisy.iter().map(|p| residual(p).powi(2)).sum::<f32>() / COUNT as f32;
        assert!((variance.sqrt() - 0.3).abs() < 0.05, "{}", variance.sqrt());
    }
}
