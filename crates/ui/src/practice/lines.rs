//! Two programs line by line: which lines both have, and which only one has.

/// Products of line counts beyond which no common lines are looked for.
const MOST_PAIRS: usize = 400_000;

/// A line of one program beside the line of the other; `None` where one has nothing to put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Of the first program.
    pub left: Option<&'a str>,
    /// Of the second program.
    pub right: Option<&'a str>,
    /// Whether they are the same.
    pub is_same: bool,
}

/// Both programs, with the longest common sequence of lines side by side. Space at a line's end does
/// not count.
pub fn aligned<'a>(left: &'a str, right: &'a str) -> Vec<Row<'a>> {
    let left: Vec<&str> = left.trim_end().lines().map(str::trim_end).collect();
    let right: Vec<&str> = right.trim_end().lines().map(str::trim_end).collect();
    let mut rows = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in common(&left, &right) {
        differing(&left[i..next_i], &right[j..next_j], &mut rows);
        rows.push(Row { left: Some(left[next_i]), right: Some(right[next_j]), is_same: true });
        (i, j) = (next_i + 1, next_j + 1);
    }
    differing(&left[i..], &right[j..], &mut rows);
    rows
}

fn differing<'a>(left: &[&'a str], right: &[&'a str], rows: &mut Vec<Row<'a>>) {
    let row = |index: usize| Row {
        left: left.get(index).copied(),
        right: right.get(index).copied(),
        is_same: false,
    };
    rows.extend((0..left.len().max(right.len())).map(row));
}

/// Places of the longest common sequence of lines that are not empty.
fn common(left: &[&str], right: &[&str]) -> Vec<(usize, usize)> {
    if left.len() * right.len() > MOST_PAIRS {
        return Vec::new();
    }
    let width = right.len() + 1;
    let is_same = |i: usize, j: usize| left[i] == right[j];
    // longest[i][j]: of what is left from line i and line j on.
    let mut longest = vec![0_u32; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            longest[i * width + j] = if is_same(i, j) {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut places) = (0, 0, Vec::new());
    while i < left.len() && j < right.len() {
        if is_same(i, j) {
            places.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(left: &str, right: &str, expect: &[(&str, &str)]) {
        let rows = aligned(left, right);
        let found: Vec<(&str, &str)> =
            rows.iter().map(|row| (row.left.unwrap_or("-"), row.right.unwrap_or("-"))).collect();
        assert_eq!(found, expect);
        assert!(rows.iter().all(|row| row.is_same == (row.left == row.right)));
    }

    #[test]
    fn common_lines_stand_side_by_side() {
        check("a\nb\nc\n", "a\nx\ny\nc", &[("a", "a"), ("b", "x"), ("-", "y"), ("c", "c")]);
        check("a\nb", "b  \n\n", &[("a", "-"), ("b", "b")]);
        check("", "a", &[("-", "a")]);
    }

    proptest! {
        #[test]
        fn no_line_is_lost(left in "[ab\n]{0,30}", right in "[ab\n]{0,30}") {
            let rows = aligned(&left, &right);
            let side = |pick: fn(&Row<'_>) -> Option<String>| rows.iter().filter_map(pick).collect::<Vec<_>>();
            let lines = |text: &str| text.trim_end().lines().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(side(|row| row.left.map(str::to_owned)), lines(&left));
            prop_assert_eq!(side(|row| row.right.map(str::to_owned)), lines(&right));
        }
    }
}
