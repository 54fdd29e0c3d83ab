//! Growth targets, whether their sizes tell classes apart, and right answers that are too slow.

use std::path::Path;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::reader::Reader;
use crate::{Growth, GrowthTarget, Size, Slow};

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

/// `slow/<name>.py`: the first comment states the class, a colon, and what is slow about it.
pub fn read_slow(reader: &mut Reader, folder: &Path) -> Vec<Slow> {
    if !reader.is_folder(folder) {
        return Vec::new();
    }
    let files = reader.names(folder);
    files.iter().filter_map(|file| read_one_slow(reader, &folder.join(file))).collect()
}

fn read_one_slow(reader: &mut Reader, file: &Path) -> Option<Slow> {
    let source = reader.text(file)?;
    let comment = source.lines().next().and_then(|line| line.strip_prefix('#'));
    let class = comment.and_then(|text| text.split_once(':')).and_then(|(class, _)| {
        let class: StrDeserializer<'_, Error> = class.trim().into_deserializer();
        Growth::deserialize(class).ok()
    });
    let name = file.file_name()?.to_str()?.strip_suffix(".py");
    let (Some(class), Some(name)) = (class, name) else {
        let text = "is no slow answer: <name>.py whose first line is a class of growth and the \
                    reason, such as `# n^2: searches the list for each element.`";
        reader.problem(file, Some(1), text);
        return None;
    };
    Some(Slow { name: name.to_owned(), class, source })
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
