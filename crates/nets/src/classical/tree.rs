//! A regression tree, grown greedily to the largest fall of the weighted squared error (Breiman,
//! Friedman, Olshen and Stone 1984), split by split as scikit-learn's `DecisionTreeRegressor` does.

/// Features column by column, and each column's rows from the smallest value to the largest: sorted
/// once, used by every tree that is grown on them.
#[derive(Clone, Debug)]
pub struct Columns {
    values: Vec<Vec<f64>>,
    order: Vec<Vec<u32>>,
}

impl Columns {
    /// Sorts the columns, all of one length.
    #[must_use]
    pub fn new(values: Vec<Vec<f64>>) -> Self {
        let sorted = |column: &Vec<f64>| {
            let mut rows: Vec<u32> = (0..column.len() as u32).collect();
            rows.sort_by(|&a, &b| column[a as usize].total_cmp(&column[b as usize]));
            rows
        };
        let order = values.iter().map(sorted).collect();
        Self { values, order }
    }

    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.values.first().map_or(0, Vec::len)
    }

    /// One value.
    #[must_use]
    pub fn value(&self, row: usize, column: usize) -> f64 {
        self.values[column][row]
    }
}

/// A grown tree; node 0 is the root.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Every node, parents before children.
    pub nodes: Vec<Node>,
}

/// One node.
#[derive(Clone, Debug)]
pub struct Node {
    /// Weighted mean of the targets that reach it.
    pub value: f64,
    /// Where they part; `None` at a leaf.
    pub split: Option<Split>,
}

/// Rows at or below the threshold go left.
#[derive(Clone, Copy, Debug)]
pub struct Split {
    /// The feature.
    pub column: usize,
    /// Half way between two neighbouring values.
    pub threshold: f64,
    /// Node of the rows at or below it.
    pub left: usize,
    /// Node of the others.
    pub right: usize,
}

/// When to stop.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Splits from the root to a leaf, at most.
    pub depth: usize,
    /// Rows in a leaf, at least.
    pub leaf_rows: usize,
}

/// Values closer than this count as equal, as in scikit-learn, which keeps features in 32 bits.
const SAME_VALUE: f64 = 1e-7;

/// A mean squared error up to this is none.
const PURE: f64 = f64::EPSILON;

struct Growth<'a> {
    columns: &'a Columns,
    targets: &'a [f64],
    weights: Option<&'a [f64]>,
    limits: Limits,
    /// As [`Columns::order`], with the rows of each node side by side.
    order: Vec<Vec<u32>>,
    goes_left: Vec<bool>,
    spare: Vec<u32>,
    nodes: Vec<Node>,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    weight: f64,
    target: f64,
    square: f64,
}

impl Tree {
    /// Grows a tree on `targets`, a row each, weighted equally or by `weights`.
    #[must_use]
    pub fn grow(
        columns: &Columns,
        targets: &[f64],
        weights: Option<&[f64]>,
        limits: Limits,
    ) -> Self {
        let rows = columns.rows();
        let mut growth = Growth {
            columns,
            targets,
            weights,
            limits,
            order: columns.order.clone(),
            goes_left: vec![false; rows],
            spare: Vec::with_capacity(rows),
            nodes: Vec::new(),
        };
        growth.node(0, rows, 0);
        Self { nodes: growth.nodes }
    }

    /// The leaf that a row ends in, with its features as `feature(column)`.
    pub fn leaf(&self, feature: impl Fn(usize) -> f64) -> usize {
        let mut node = 0;
        while let Some(split) = self.nodes[node].split {
            let is_left = feature(split.column) <= split.threshold;
            node = if is_left { split.left } else { split.right };
        }
        node
    }

    /// What this tree would answer for one feature `x` had it been cut off at depth 0, 1, 2, …
    pub fn at_depths(&self, x: f64, into: &mut [f64]) {
        let mut node = &self.nodes[0];
        for value in into {
            *value = node.value;
            if let Some(split) = node.split {
                node = &self.nodes[if x <= split.threshold { split.left } else { split.right }];
            }
        }
    }

    /// Number of leaves.
    #[must_use]
    pub fn leaves(&self) -> usize {
        self.nodes.iter().filter(|node| node.split.is_none()).count()
    }

    /// Number of leaves, had it been cut off at `depth`.
    #[must_use]
    pub fn leaves_at(&self, depth: usize) -> usize {
        self.leaves_below(0, depth)
    }

    fn leaves_below(&self, node: usize, depth: usize) -> usize {
        match self.nodes[node].split {
            Some(split) if depth > 0 => {
                self.leaves_below(split.left, depth - 1) + self.leaves_below(split.right, depth - 1)
            }
            _ => 1,
        }
    }
}

impl Growth<'_> {
    /// Makes a node of the rows at `start..end` of every order, and all below it.
    fn node(&mut self, start: usize, end: usize, depth: usize) -> usize {
        let all = self.sums(start, end);
        let value = if all.weight > 0.0 { all.target / all.weight } else { 0.0 };
        let index = self.nodes.len();
        self.nodes.push(Node { value, split: None });
        let impurity = all.square / all.weight - value * value;
        let is_leaf = depth == self.limits.depth || impurity.is_nan() || impurity <= PURE;
        let best = if is_leaf { None } else { self.best_split(start, end, all) };
        if let Some((column, threshold)) = best {
            let middle = self.part(start, end, column, threshold);
            let left = self.node(start, middle, depth + 1);
            let right = self.node(middle, end, depth + 1);
            self.nodes[index].split = Some(Split { column, threshold, left, right });
        }
        index
    }

    fn of_row(&self, row: usize) -> Sums {
        let (weight, target) = (self.weights.map_or(1.0, |it| it[row]), self.targets[row]);
        Sums { weight, target: weight * target, square: weight * target * target }
    }

    fn sums(&self, start: usize, end: usize) -> Sums {
        let mut sums = Sums::default();
        for &row in &self.order[0][start..end] {
            let row = self.of_row(row as usize);
            sums.weight += row.weight;
            sums.target += row.target;
            sums.square += row.square;
        }
        sums
    }

    /// The split with the largest Σ(sum²/weight) over both sides; the first of equals.
    fn best_split(&self, start: usize, end: usize, all: Sums) -> Option<(usize, f64)> {
        let mut best = (f64::NEG_INFINITY, None);
        let leaf_rows = self.limits.leaf_rows.max(1);
        for (column, values) in self.columns.values.iter().enumerate() {
            let rows = &self.order[column][start..end];
            let (mut weight, mut target) = (0.0, 0.0);
            for (taken, pair) in (1..).zip(rows.windows(2)) {
                let row = self.of_row(pair[0] as usize);
                weight += row.weight;
                target += row.target;
                let (low, high) = (values[pair[0] as usize], values[pair[1] as usize]);
                if taken < leaf_rows || rows.len() - taken < leaf_rows || high <= low + SAME_VALUE {
                    continue;
                }
                let (other_weight, other_target) = (all.weight - weight, all.target - target);
                let gain = target * target / weight + other_target * other_target / other_weight;
                if gain > best.0 {
                    best = (gain, Some((column, 0.5 * (low + high))));
                }
            }
        }
        best.1
    }

    /// Puts the rows that go left before the others, in every order; returns where these begin.
    fn part(&mut self, start: usize, end: usize, column: usize, threshold: f64) -> usize {
        for &row in &self.order[column][start..end] {
            let is_left = self.columns.values[column][row as usize] <= threshold;
            self.goes_left[row as usize] = is_left;
        }
        let mut middle = start;
        for order in &mut self.order {
            let rows = &mut order[start..end];
            self.spare.clear();
            self.spare.extend(rows.iter().copied().filter(|&it| self.goes_left[it as usize]));
            middle = start + self.spare.len();
            self.spare.extend(rows.iter().copied().filter(|&it| !self.goes_left[it as usize]));
            rows.copy_from_slice(&self.spare);
        }
        middle
    }
}
