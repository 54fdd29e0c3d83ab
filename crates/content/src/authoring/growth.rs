//! Whether the sizes of an exercise tell its classes of growth apart.

use crate::{Growth, GrowthTarget, Size};

/// Fewest sizes that tell n from n log n, and the least ratio of the largest to the smallest.
const LEAST_SIZES: usize = 4;
const LEAST_RATIO: u32 = 8;

/// With two variables: fewest pairs, and the least ratio along either.
const LEAST_PAIRS: usize = 6;
const LEAST_PAIR_RATIO: u32 = 4;

/// Tells `wrong` what is missing in a `[growth]`.
pub fn check_growth(growth: &GrowthTarget, mut wrong: impl FnMut(&str)) {
    if growth.variable.trim().is_empty() {
        wrong("growth.variable is empty: say what n counts");
    }
    let Some(second) = &growth.second else {
        if !is_telling(&growth.sizes) {
            wrong(
                "growth.sizes: give at least 4 growing sizes, the last at least 8 times the first",
            );
        }
        if growth.class.has_second() || growth.space.is_some_and(Growth::has_second) {
            wrong(
                "growth.class speaks of m: say in growth.second what m counts, and give sizes [n, m]",
            );
        }
        return;
    };
    if second.trim().is_empty() {
        wrong("growth.second is empty: say what m counts, or leave it out");
    }
    if !is_telling_pairs(&growth.sizes) {
        wrong(
            "growth.sizes: give at least 6 pairs [n, m]; two of them with the same n and another m, \
             two with the same m and another n, and either growing at least fourfold",
        );
    }
    if !Growth::TWO.contains(&growth.class) {
        wrong("growth.class is not measured with two variables");
    }
}

fn is_telling(sizes: &[Size]) -> bool {
    let numbers: Option<Vec<u32>> = sizes
        .iter()
        .map(|size| match size {
            Size::One(n) => Some(*n),
            Size::Two(..) => None,
        })
        .collect();
    let Some(numbers) = numbers else { return false };
    let is_growing =
        numbers.windows(2).all(|pair| pair[0] < pair[1]) && numbers.first() != Some(&0);
    is_growing && numbers.len() >= LEAST_SIZES && ratio(&numbers) >= LEAST_RATIO
}

fn is_telling_pairs(sizes: &[Size]) -> bool {
    let pairs: Option<Vec<(u32, u32)>> = sizes
        .iter()
        .map(|size| match size {
            Size::Two(n, m) => Some((*n, *m)),
            Size::One(_) => None,
        })
        .collect();
    let Some(pairs) = pairs else { return false };
    let any = |holds: &dyn Fn((u32, u32), (u32, u32)) -> bool| {
        pairs.iter().any(|a| pairs.iter().any(|b| holds(*a, *b)))
    };
    let (first, second): (Vec<u32>, Vec<u32>) = pairs.iter().copied().unzip();
    pairs.len() >= LEAST_PAIRS
        && any(&|a, b| a.0 == b.0 && a.1 != b.1)
        && any(&|a, b| a.1 == b.1 && a.0 != b.0)
        && ratio(&first) >= LEAST_PAIR_RATIO
        && ratio(&second) >= LEAST_PAIR_RATIO
}

/// The largest over the smallest; 0 if there is a 0.
fn ratio(numbers: &[u32]) -> u32 {
    let (least, most) = (numbers.iter().min(), numbers.iter().max());
    least.zip(most).map_or(0, |(least, most)| most.checked_div(*least).unwrap_or(0))
}
