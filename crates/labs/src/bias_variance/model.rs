//! The three models, each at every complexity at once: the polynomial of degree d holds those of
//! lower degree, the sorted neighbours those of smaller k, the tree those that are cut off higher up.

use figures::{Invalid, Settings};
use nets::classical::neighbours;
use nets::classical::polynomial::Basis;
use nets::classical::tree::{Columns, Limits, Tree};

/// Which model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Least squares; complexity is the degree.
    Polynomial,
    /// Mean of the k nearest; complexity falls with k.
    Neighbours,
    /// Greedy splits; complexity is the depth.
    Tree,
}

const DEGREE_MAX: usize = 12;
const DEPTH_MAX: usize = 8;
/// Values of k that are compared with the chosen one, as far as there are points.
const KS: [usize; 14] = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60];
const K_MAX: usize = 60;

/// A model and the complexities it is measured at.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which.
    pub family: Family,
    /// Degrees, values of k, or depths, ascending.
    pub levels: Vec<usize>,
    /// Index into `levels` of the one that the visitor chose.
    pub chosen: usize,
}

/// A model after it has seen one training set.
pub enum Fitted<'a> {
    /// Basis and coefficients.
    Polynomial(Basis, Vec<f64>),
    /// The training set itself, and every k.
    Neighbours(&'a [f64], &'a [f64], &'a [usize]),
    /// The deepest tree.
    Tree(Tree),
}

impl Model {
    /// Reads the controls; `points` is the size of a training set.
    ///
    /// # Errors
    /// Which setting cannot be used.
    pub fn new(settings: &Settings, points: usize) -> Result<Self, Invalid> {
        let families = [
            ("polynomial", Family::Polynomial),
            ("neighbours", Family::Neighbours),
            ("tree", Family::Tree),
        ];
        let family = settings.choice("model", &families)?;
        let (levels, level): (Vec<usize>, usize) = match family {
            Family::Polynomial => {
                ((0..=DEGREE_MAX).collect(), settings.count("degree", 0, DEGREE_MAX)?)
            }
            Family::Tree => ((0..=DEPTH_MAX).collect(), settings.count("depth", 0, DEPTH_MAX)?),
            Family::Neighbours => {
                let k = settings.count("k", 1, K_MAX)?;
                if k > points {
                    let words = format!("There are {points} points, too few for {k} neighbours.");
                    return Err(Invalid(words));
                }
                let mut ks: Vec<usize> = KS.into_iter().filter(|&it| it <= points).collect();
                ks.push(k);
                ks.sort_unstable();
                ks.dedup();
                (ks, k)
            }
        };
        let chosen = levels.iter().position(|&it| it == level).unwrap_or(0);
        Ok(Self { family, levels, chosen })
    }

    /// Fits a training set, ascending in x.
    pub fn fit<'a>(&'a self, x: &'a [f64], y: &'a [f64]) -> Fitted<'a> {
        match self.family {
            Family::Polynomial => {
                let basis = Basis::on(x, DEGREE_MAX);
                let mut coefficients = vec![0.0; DEGREE_MAX + 1];
                basis.fit(&mut y.to_vec(), &mut coefficients);
                Fitted::Polynomial(basis, coefficients)
            }
            Family::Neighbours => Fitted::Neighbours(x, y, &self.levels),
            Family::Tree => {
                let limits = Limits { depth: DEPTH_MAX, leaf_rows: 1 };
                Fitted::Tree(Tree::grow(&Columns::new(vec![x.to_vec()]), y, None, limits))
            }
        }
    }

    /// Writes what the theory says the variance at `x` is at each level, given the training points
    /// and noise of standard deviation `noise`; false for a tree, which is not linear in its targets.
    pub fn variance_by_formula(
        &self,
        fitted: &Fitted<'_>,
        x: f64,
        noise: f64,
        into: &mut [f64],
    ) -> bool {
        match fitted {
            Fitted::Polynomial(basis, _) => {
                basis.at(x, into);
                let mut sum = 0.0;
                for value in into {
                    sum += noise * noise * *value * *value;
                    *value = sum;
                }
                true
            }
            Fitted::Neighbours(_, _, ks) => {
                let each = into.iter_mut().zip(*ks);
                each.for_each(|(value, &k)| *value = noise * noise / k as f64);
                true
            }
            Fitted::Tree(_) => false,
        }
    }

    /// The chosen level in words: `degree 3`.
    pub fn words(&self, level: usize) -> String {
        let level = self.levels[level];
        match self.family {
            Family::Polynomial => format!("degree {level}"),
            Family::Neighbours => format!("k = {level}"),
            Family::Tree => format!("depth {level}"),
        }
    }

    /// What the levels count.
    pub fn axis(&self) -> &'static str {
        match self.family {
            Family::Polynomial => "degree",
            Family::Neighbours => "neighbours, k",
            Family::Tree => "depth",
        }
    }

    /// Whether level `a` is a simpler model than level `b`.
    pub fn is_simpler(&self, a: usize, b: usize) -> bool {
        if self.family == Family::Neighbours { a > b } else { a < b }
    }
}

impl Fitted<'_> {
    /// Writes the answer at `x` of every level.
    pub fn answers(&self, x: f64, into: &mut [f64]) {
        match self {
            Self::Polynomial(basis, coefficients) => {
                basis.at(x, into);
                let mut sum = 0.0;
                for (value, coefficient) in into.iter_mut().zip(coefficients) {
                    sum += *value * coefficient;
                    *value = sum;
                }
            }
            Self::Neighbours(points, targets, ks) => {
                neighbours::means(points, targets, x, ks, into)
            }
            Self::Tree(tree) => tree.at_depths(x, into),
        }
    }
}
