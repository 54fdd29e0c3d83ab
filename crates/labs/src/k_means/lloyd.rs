//! Lloyd's iteration: each row to its nearest centre, each centre to the mean of its rows.

use figures::Sheet;

/// What becomes of a centre that no row is nearest to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// It is put on the row that is farthest from its own centre, as scikit-learn does.
    Moves,
    /// It stays where it is.
    Stays,
}

/// A clustering on its way.
#[derive(Clone, Debug)]
pub struct Lloyd {
    /// Centre by centre, a value a column.
    pub centres: Vec<f64>,
    /// Index of the nearest centre for each row.
    pub assigned: Vec<u8>,
    /// Rows of each cluster.
    pub sizes: Vec<u32>,
    /// Rows that changed their cluster in the last iteration.
    pub changed: usize,
    empty: Empty,
    /// The centres as rows are, to compare with.
    rounded: Vec<f32>,
    columns: usize,
}

impl Lloyd {
    /// From these centres, with each row at its nearest.
    #[must_use]
    pub fn new(sheet: &Sheet, centres: Vec<f64>, empty: Empty) -> Self {
        let columns = sheet.columns.len();
        let mut lloyd = Self {
            assigned: vec![u8::MAX; sheet.rows()],
            sizes: vec![0; centres.len() / columns],
            changed: 0,
            rounded: Vec::with_capacity(centres.len()),
            centres,
            empty,
            columns,
        };
        lloyd.assign(sheet);
        lloyd
    }

    /// Number of centres.
    #[must_use]
    pub fn k(&self) -> usize {
        self.sizes.len()
    }

    /// One centre.
    #[must_use]
    pub fn centre(&self, index: usize) -> &[f64] {
        &self.centres[index * self.columns..(index + 1) * self.columns]
    }

    /// Whether another iteration would change nothing.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.changed == 0
    }

    /// Moves every centre, then every row.
    pub fn iterate(&mut self, sheet: &Sheet) {
        self.move_centres(sheet);
        self.assign(sheet);
    }

    /// Sum over the rows of the squared distance to their centre.
    #[must_use]
    pub fn inertia(&self, sheet: &Sheet) -> f64 {
        (0..sheet.rows()).map(|row| self.distance_from_own(sheet, row)).sum()
    }

    /// Index of the centre that is nearest to `row`; the first of several.
    #[must_use]
    pub fn nearest(&self, row: &[f32]) -> u8 {
        let mut best = (0, f32::INFINITY);
        for (index, centre) in self.rounded.chunks_exact(self.columns).enumerate() {
            let distance = squared_distance(row, centre);
            if distance < best.1 {
                best = (index, distance);
            }
        }
        best.0 as u8
    }

    fn distance_from_own(&self, sheet: &Sheet, row: usize) -> f64 {
        let centre = self.centre(usize::from(self.assigned[row]));
        let gaps = sheet.row(row).iter().zip(centre).map(|(&value, c)| f64::from(value) - c);
        gaps.map(|gap| gap * gap).sum()
    }

    fn assign(&mut self, sheet: &Sheet) {
        self.rounded.clear();
        self.rounded.extend(self.centres.iter().map(|&value| value as f32));
        self.sizes.fill(0);
        self.changed = 0;
        for row in 0..sheet.rows() {
            let nearest = self.nearest(sheet.row(row));
            self.changed += usize::from(self.assigned[row] != nearest);
            self.assigned[row] = nearest;
            self.sizes[usize::from(nearest)] += 1;
        }
    }

    fn move_centres(&mut self, sheet: &Sheet) {
        if self.empty == Empty::Moves && self.sizes.contains(&0) {
            self.fill_empty(sheet);
        }
        let columns = self.columns;
        for (centre, &size) in self.centres.chunks_exact_mut(columns).zip(&self.sizes) {
            if size > 0 {
                centre.fill(0.0);
            }
        }
        for (row, &own) in self.assigned.iter().enumerate() {
            let start = usize::from(own) * columns;
            let sums = &mut self.centres[start..start + columns];
            sums.iter_mut().zip(sheet.row(row)).for_each(|(sum, &value)| *sum += f64::from(value));
        }
        for (centre, &size) in self.centres.chunks_exact_mut(columns).zip(&self.sizes) {
            centre.iter_mut().for_each(|value| *value /= f64::from(size.max(1)));
        }
    }

    /// Gives each empty cluster one row: those that are farthest from their centres, farthest first.
    fn fill_empty(&mut self, sheet: &Sheet) {
        let empty: Vec<usize> = (0..self.k()).filter(|&index| self.sizes[index] == 0).collect();
        let mut rows: Vec<(usize, f64)> =
            (0..sheet.rows()).map(|row| (row, self.distance_from_own(sheet, row))).collect();
        rows.sort_by(|a, b| b.1.total_cmp(&a.1));
        let far = rows.into_iter().filter(|(_, distance)| *distance > 0.0);
        for (index, (row, _)) in empty.into_iter().zip(far) {
            self.sizes[usize::from(self.assigned[row])] -= 1;
            self.sizes[index] += 1;
            self.assigned[row] = index as u8;
        }
    }
}

/// Σ (a − b)²: four sums side by side, one for every fourth column.
#[must_use]
pub fn squared_distance(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0; 4];
    let (fours_a, fours_b) = (a.chunks_exact(4), b.chunks_exact(4));
    let mut rest = 0.0;
    for (x, y) in fours_a.remainder().iter().zip(fours_b.remainder()) {
        rest += (x - y) * (x - y);
    }
    for (x, y) in fours_a.zip(fours_b) {
        for lane in 0..4 {
            sums[lane] += (x[lane] - y[lane]) * (x[lane] - y[lane]);
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}
