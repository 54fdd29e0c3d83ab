//! A little picture of each set of points, for the button that chooses it: the same shapes that the
//! trainer draws from, sampled evenly instead of at random.

use std::f32::consts::{PI, TAU};

use protocol::boundary::DataSource;
use yew::prelude::*;

/// A place and its class: `true` is B.
type Dot = (f32, f32, bool);

/// Dots of a set, within ±1.5.
fn dots(data: &DataSource) -> Vec<Dot> {
    let along = |count: usize| (0..count).map(move |i| (i as f32 + 0.5) / count as f32);
    match data {
        DataSource::Moons => along(14)
            .flat_map(|t| {
                let (sin, cos) = (t * PI).sin_cos();
                [(cos - 0.5, sin - 0.25, false), (0.5 - cos, 0.25 - sin, true)]
            })
            .collect(),
        DataSource::Circles => {
            let ring = |count, radius: f32, is_b| {
                along(count).map(move |t| {
                    let (sin, cos) = (t * TAU).sin_cos();
                    (radius * cos, radius * sin, is_b)
                })
            };
            ring(18, 1.05, false).chain(ring(8, 0.4, true)).chain([(0.0, 0.0, true)]).collect()
        }
        DataSource::Xor => fields(2, 3),
        DataSource::Checkerboard => fields(3, 2),
        DataSource::Spiral => along(18)
            .flat_map(|t| {
                let (sin, cos) = (1.75 * t * TAU).sin_cos();
                let r = 1.3 * t;
                [(r * sin, r * cos, false), (-r * sin, -r * cos, true)]
            })
            .collect(),
        DataSource::Blobs => along(12)
            .flat_map(|t| {
                // Sunflower seeds: even over a disc.
                let (sin, cos) = (t * 12.0 * 2.4).sin_cos();
                let r = 0.5 * t.sqrt();
                [(r * cos - 0.7, r * sin - 0.7, false), (r * cos + 0.7, r * sin + 0.7, true)]
            })
            .collect(),
        DataSource::Own(_) => vec![(-0.7, 0.3, false), (-0.3, -0.6, false), (0.6, 0.6, true)],
    }
}

/// A chessboard of `side`² fields with `each`² dots in a field.
fn fields(side: usize, each: usize) -> Vec<Dot> {
    let count = side * each;
    let place = |index: usize| ((index as f32 + 0.5) / count as f32 * 2.0 - 1.0) * 1.15;
    (0..count * count)
        .map(|i| {
            let (row, column) = (i / count, i % count);
            let is_b = (row / each + column / each).is_multiple_of(2);
            (place(column), place(row), is_b)
        })
        .collect()
}

/// The picture, 48 by 48.
pub fn preview(data: &DataSource) -> Html {
    let place = |value: f32| format!("{:.1}", 24.0 + value * 14.5);
    html! {
        <svg class="lab-preview" viewBox="0 0 48 48" aria-hidden="true">
            { for dots(data).into_iter().map(|(x, y, is_b)| html! {
                <circle class={if is_b { "lab-mark-b" } else { "lab-mark-a" }} cx={place(x)} cy={place(-y)} r="1.8" />
            }) }
            if matches!(data, DataSource::Own(_)) {
                <path class="lab-pencil" d="M21 32l12-12l3.500 3.500l-12 12h-3.500z" />
            }
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::config::DATA_SETS;

    #[test]
    fn every_set_shows_both_classes_inside_its_button() {
        for (data, name, _) in DATA_SETS {
            let dots = dots(&data);
            assert!(dots.iter().any(|dot| dot.2) && dots.iter().any(|dot| !dot.2), "{name}");
            assert!(dots.iter().all(|dot| dot.0.abs() < 1.6 && dot.1.abs() < 1.6), "{name}");
        }
    }
}
