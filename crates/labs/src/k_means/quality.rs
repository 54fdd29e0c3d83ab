//! How good a clustering is: by itself (silhouette) and against known classes (adjusted Rand index).

use figures::Sheet;

use super::lloyd::squared_distance;

/// Distances between all rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Distances {
    rows: usize,
    values: Vec<f32>,
}

impl Distances {
    /// Of every row from every other; rows squared values.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        let rows = sheet.rows();
        let mut values = vec![0.0; rows * rows];
        for a in 0..rows {
            for b in 0..a {
                let distance = squared_distance(sheet.row(a), sheet.row(b)).sqrt();
                values[a * rows + b] = distance;
                values[b * rows + a] = distance;
            }
        }
        Self { rows, values }
    }

    /// The silhouette of each row (Rousseeuw 1987): (b − a) / max(a, b), where a is its mean distance
    /// from the other rows of its cluster and b the smallest mean distance from the rows of another.
    /// 0 for a row alone in its cluster. `None` where fewer than two clusters have rows, or each row
    /// has its own: it is not defined there.
    #[must_use]
    pub fn silhouettes(&self, assigned: &[u8]) -> Option<Vec<f64>> {
        let k = assigned.iter().max().map_or(0, |&most| usize::from(most) + 1);
        let mut sizes = vec![0_u32; k];
        assigned.iter().for_each(|&own| sizes[usize::from(own)] += 1);
        let used = sizes.iter().filter(|&&size| size > 0).count();
        if used < 2 || used == self.rows {
            return None;
        }
        // Whole rows of distances are added to whole rows of sums: cluster by cluster.
        let mut sums = vec![0.0; k * self.rows];
        for (row, &own) in assigned.iter().enumerate() {
            let sums = &mut sums[usize::from(own) * self.rows..][..self.rows];
            let distances = &self.values[row * self.rows..][..self.rows];
            sums.iter_mut().zip(distances).for_each(|(sum, &it)| *sum += f64::from(it));
        }
        let silhouette = |(row, &own): (usize, &u8)| {
            let own = usize::from(own);
            if sizes[own] == 1 {
                return 0.0;
            }
            let mean = |cluster: usize| sums[cluster * self.rows + row] / f64::from(sizes[cluster]);
            let within = sums[own * self.rows + row] / f64::from(sizes[own] - 1);
            let others = (0..k).filter(|&cluster| cluster != own && sizes[cluster] > 0);
            let between = others.map(mean).fold(f64::INFINITY, f64::min);
            let larger = within.max(between);
            if larger > 0.0 { (between - within) / larger } else { 0.0 }
        };
        Some(assigned.iter().enumerate().map(silhouette).collect())
    }

    /// Mean of [`Distances::silhouettes`].
    #[must_use]
    pub fn silhouette(&self, assigned: &[u8]) -> Option<f64> {
        let each = self.silhouettes(assigned)?;
        Some(each.iter().sum::<f64>() / each.len() as f64)
    }
}

/// Rows by cluster and class: a row of counts a cluster.
#[must_use]
pub fn contingency(assigned: &[u8], labels: &[u8], k: usize, classes: usize) -> Vec<u32> {
    let mut counts = vec![0; k * classes];
    for (&cluster, &class) in assigned.iter().zip(labels) {
        counts[usize::from(cluster) * classes + usize::from(class)] += 1;
    }
    counts
}

/// How well two groupings agree (Hubert and Arabie 1985): 1 when they are the same but for names,
/// about 0 when one says nothing about the other. `counts` as [`contingency`] gives them.
#[must_use]
pub fn adjusted_rand_index(counts: &[u32], classes: usize) -> f64 {
    let pairs = |count: u32| f64::from(count) * (f64::from(count) - 1.0) / 2.0;
    let clusters = counts.chunks_exact(classes);
    let both: f64 = counts.iter().map(|&count| pairs(count)).sum();
    let one: f64 = clusters.clone().map(|row| pairs(row.iter().sum())).sum();
    let column = |class: usize| clusters.clone().map(|row| row[class]).sum();
    let other: f64 = (0..classes).map(|class| pairs(column(class))).sum();
    let all = pairs(counts.iter().sum());
    if all == 0.0 {
        return 1.0;
    }
    let by_chance = one * other / all;
    let most = (one + other) / 2.0;
    if most == by_chance { 1.0 } else { (both - by_chance) / (most - by_chance) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(places: &[f32]) -> Distances {
        Distances::of(&Sheet {
            columns: vec!["x".into()],
            values: places.to_vec(),
            ..Sheet::default()
        })
    }

    #[test]
    fn silhouettes_by_hand() {
        // Rows at 0, 1 and 4, 6: for the first, a = 1 and b = (4 + 6) / 2.
        let each = line(&[0.0, 1.0, 4.0, 6.0]).silhouettes(&[0, 0, 1, 1]).unwrap();
        let expect = [4.0 / 5.0, 3.0 / 4.0, 1.5 / 3.5, 3.5 / 5.5];
        for (ours, by_hand) in each.iter().zip(expect) {
            assert!((ours - by_hand).abs() < 1e-7, "{each:?}");
        }
    }

    #[test]
    fn silhouettes_where_there_is_nothing_to_compare() {
        let rows = line(&[0.0, 1.0, 5.0]);
        assert_eq!(rows.silhouettes(&[0, 0, 0]), None);
        assert_eq!(rows.silhouettes(&[0, 1, 2]), None);
        assert_eq!(rows.silhouettes(&[0, 0, 2]).unwrap()[2], 0.0, "alone; cluster 1 is empty");
        assert_eq!(line(&[2.0, 2.0, 2.0]).silhouette(&[0, 0, 1]), Some(0.0));
    }

    #[test]
    fn groupings_that_differ_in_names_alone_agree() {
        let index = |a: &[u8], b: &[u8]| adjusted_rand_index(&contingency(a, b, 3, 3), 3);
        assert_eq!(index(&[0, 0, 1, 2], &[2, 2, 0, 1]), 1.0);
        assert_eq!(index(&[0, 0, 0, 0], &[1, 1, 1, 1]), 1.0);
        // Hubert and Arabie's index of the example in scikit-learn's manual.
        assert!((index(&[0, 0, 1, 1], &[0, 0, 1, 2]) - 0.571_428_571).abs() < 1e-9);
        assert!((index(&[0, 1, 0, 1], &[0, 0, 1, 1]) + 0.5).abs() < 1e-15);
    }
}
