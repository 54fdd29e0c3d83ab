//! Names beside things in a plane, none of them over another.

use crate::lettering::text_width;
use crate::scene::LINE;

/// A name, the place that it belongs to, and how far it stays away from it.
pub type Wish<'a> = (&'a str, (f64, f64), f64);

/// Left ends of the base lines, or nothing for a name that fits nowhere. Tries beside its place first,
/// then the same rows farther up and down. `plot` is left, right, top, bottom.
pub fn place(wishes: &[Wish<'_>], [left, right, top, bottom]: [f64; 4]) -> Vec<Option<(f64, f64)>> {
    let mut taken: Vec<[f64; 4]> = Vec::new();
    let mut placed = Vec::with_capacity(wishes.len());
    for (name, (x, y), gap) in wishes {
        let width = text_width(name);
        let fit_x = |at: f64| at.clamp(left + 2.0, (right - width - 2.0).max(left + 2.0));
        let fit_y = |at: f64| at.clamp(top + 12.0, (bottom - 4.0).max(top + 12.0));
        let near =
            [(*gap, 4.0), (-gap - width, 4.0), (-width / 2.0, -gap), (-width / 2.0, gap + 9.0)];
        let near = near.into_iter().map(|(dx, dy)| (fit_x(x + dx), fit_y(y + dy)));
        let far = (1..12).flat_map(|row| {
            [f64::from(row) * LINE, -f64::from(row) * LINE]
                .map(|dy| (fit_x(x + gap), fit_y(y + 4.0 + dy)))
        });
        let free = near.chain(far).find(|at| {
            let own = box_of(*at, width);
            width <= right - left && !taken.iter().any(|other| meet(own, *other))
        });
        taken.extend(free.map(|at| box_of(at, width)));
        placed.push(free);
    }
    placed
}

/// Left, right, top, bottom of a name.
fn box_of((x, y): (f64, f64), width: f64) -> [f64; 4] {
    [x, x + width, y - 11.0, y + 3.0]
}

fn meet(a: [f64; 4], b: [f64; 4]) -> bool {
    a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_stand_apart_and_inside(
            places in prop::collection::vec((0f64..300.0, 0f64..200.0), 0..14),
            long: bool,
        ) {
            let name = if long { "gradient descent" } else { "Adam" };
            let wishes: Vec<Wish> = places.iter().map(|at| (name, *at, 9.0)).collect();
            let boxes: Vec<[f64; 4]> = place(&wishes, [0.0, 300.0, 0.0, 200.0])
                .into_iter()
                .flatten()
                .map(|at| box_of(at, text_width(name)))
                .collect();
            for (index, a) in boxes.iter().enumerate() {
                prop_assert!(a[0] >= 0.0 && a[1] <= 300.0 && a[2] >= 0.0 && a[3] <= 200.0, "{a:?}");
                prop_assert!(boxes[..index].iter().all(|b| !meet(*a, *b)));
            }
            // A few names always have room.
            if places.len() <= 4 {
                prop_assert_eq!(boxes.len(), places.len());
            }
        }
    }
}
