//! The classes of growth that a solution is measured against.

use serde::{Deserialize, Serialize};

/// How the number of steps grows with the size of the input: in n, or in n and m where the
/// exercise has two variables.
///
/// The order of declaration is that of growth among the classes of one variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Growth {
    /// 1
    #[serde(rename = "1")]
    Constant,
    /// log n
    #[serde(rename = "log n")]
    Logarithmic,
    /// n
    #[serde(rename = "n")]
    Linear,
    /// n log n
    #[serde(rename = "n log n")]
    Linearithmic,
    /// n²
    #[serde(rename = "n^2")]
    Quadratic,
    /// n³
    #[serde(rename = "n^3")]
    Cubic,
    /// 2ⁿ
    #[serde(rename = "2^n")]
    Exponential,
    /// m
    #[serde(rename = "m")]
    SecondLinear,
    /// m log m
    #[serde(rename = "m log m")]
    SecondLinearithmic,
    /// n + m
    #[serde(rename = "n + m")]
    Sum,
    /// n log n + m
    #[serde(rename = "n log n + m")]
    LinearithmicSum,
    /// (n + m) log n
    #[serde(rename = "(n + m) log n")]
    SumLogarithmic,
    /// n m
    #[serde(rename = "n m")]
    Product,
    /// m²
    #[serde(rename = "m^2")]
    SecondQuadratic,
    /// n² + m
    #[serde(rename = "n^2 + m")]
    QuadraticSum,
    /// n² m
    #[serde(rename = "n^2 m")]
    QuadraticProduct,
    /// n m²
    #[serde(rename = "n m^2")]
    ProductQuadratic,
    /// m³
    #[serde(rename = "m^3")]
    SecondCubic,
}

/// One summand of a class: n to a power times m to a power, perhaps with a logarithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Power of n.
    pub n: i32,
    /// Power of m.
    pub m: i32,
    /// A factor that grows slower than any power.
    pub log: Log,
    /// Whether 2ⁿ is a factor.
    pub exponential: bool,
}

/// The logarithm in a [`Term`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    /// None.
    None,
    /// log n
    OfN,
    /// log m
    OfM,
}

const fn power(n: i32, m: i32, log: Log) -> Term {
    Term { n, m, log, exponential: false }
}

impl Growth {
    /// Every class of one variable, slowest growing first.
    pub const ALL: [Self; 7] = [
        Self::Constant,
        Self::Logarithmic,
        Self::Linear,
        Self::Linearithmic,
        Self::Quadratic,
        Self::Cubic,
        Self::Exponential,
    ];

    /// Every class that is told apart where there are two variables, simpler ones first.
    pub const TWO: [Self; 17] = [
        Self::Constant,
        Self::Logarithmic,
        Self::Linear,
        Self::SecondLinear,
        Self::Linearithmic,
        Self::SecondLinearithmic,
        Self::Sum,
        Self::LinearithmicSum,
        Self::SumLogarithmic,
        Self::Product,
        Self::Quadratic,
        Self::SecondQuadratic,
        Self::QuadraticSum,
        Self::QuadraticProduct,
        Self::ProductQuadratic,
        Self::Cubic,
        Self::SecondCubic,
    ];

    /// As people write it: `n log n`, `n²`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Constant => "1",
            Self::Logarithmic => "log n",
            Self::Linear => "n",
            Self::Linearithmic => "n log n",
            Self::Quadratic => "n²",
            Self::Cubic => "n³",
            Self::Exponential => "2ⁿ",
            Self::SecondLinear => "m",
            Self::SecondLinearithmic => "m log m",
            Self::Sum => "n + m",
            Self::LinearithmicSum => "n log n + m",
            Self::SumLogarithmic => "(n + m) log n",
            Self::Product => "n m",
            Self::SecondQuadratic => "m²",
            Self::QuadraticSum => "n² + m",
            Self::QuadraticProduct => "n² m",
            Self::ProductQuadratic => "n m²",
            Self::SecondCubic => "m³",
        }
    }

    /// What is added up.
    #[must_use]
    pub fn terms(self) -> &'static [Term] {
        use Log::{None, OfM, OfN};
        match self {
            Self::Constant => &const { [power(0, 0, None)] },
            Self::Logarithmic => &const { [power(0, 0, OfN)] },
            Self::Linear => &const { [power(1, 0, None)] },
            Self::Linearithmic => &const { [power(1, 0, OfN)] },
            Self::Quadratic => &const { [power(2, 0, None)] },
            Self::Cubic => &const { [power(3, 0, None)] },
            Self::Exponential => &const { [Term { n: 0, m: 0, log: None, exponential: true }] },
            Self::SecondLinear => &const { [power(0, 1, None)] },
            Self::SecondLinearithmic => &const { [power(0, 1, OfM)] },
            Self::Sum => &const { [power(1, 0, None), power(0, 1, None)] },
            Self::LinearithmicSum => &const { [power(1, 0, OfN), power(0, 1, None)] },
            Self::SumLogarithmic => &const { [power(1, 0, OfN), power(0, 1, OfN)] },
            Self::Product => &const { [power(1, 1, None)] },
            Self::SecondQuadratic => &const { [power(0, 2, None)] },
            Self::QuadraticSum => &const { [power(2, 0, None), power(0, 1, None)] },
            Self::QuadraticProduct => &const { [power(2, 1, None)] },
            Self::ProductQuadratic => &const { [power(1, 2, None)] },
            Self::SecondCubic => &const { [power(0, 3, None)] },
        }
    }

    /// Whether m is among its variables.
    #[must_use]
    pub fn has_second(self) -> bool {
        self.terms().iter().any(|term| term.m > 0 || term.log == Log::OfM)
    }

    /// Whether it grows no faster than `other`: each of its terms is bounded by one of the other's.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.terms().iter().all(|term| other.terms().iter().any(|bound| term.is_within(*bound)))
    }

    /// The class's function, up to factors: the sum of its terms, at least 1.
    #[must_use]
    pub fn value(self, n: f64, m: f64) -> f64 {
        self.terms().iter().map(|term| term.ln(n, m).exp()).sum::<f64>().max(1.0)
    }
}

impl Term {
    /// Its natural logarithm. Sizes below 2 count as 2, so that a logarithm is positive.
    #[must_use]
    pub fn ln(self, n: f64, m: f64) -> f64 {
        let (n, m) = (n.max(2.0), m.max(2.0));
        let log = match self.log {
            Log::None => 0.0,
            Log::OfN => n.ln().ln(),
            Log::OfM => m.ln().ln(),
        };
        let exponent = if self.exponential { n * std::f64::consts::LN_2 } else { 0.0 };
        f64::from(self.n) * n.ln() + f64::from(self.m) * m.ln() + log + exponent
    }

    fn is_within(self, bound: Self) -> bool {
        if self.exponential || bound.exponential {
            return bound.exponential && self.m <= bound.m;
        }
        let is_below = self.n < bound.n || self.m < bound.m;
        self.n <= bound.n
            && self.m <= bound.m
            && (is_below || self.log == Log::None || bound.log != Log::None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_one_variable_are_in_order() {
        for (place, class) in Growth::ALL.iter().enumerate() {
            for (other_place, other) in Growth::ALL.iter().enumerate() {
                assert_eq!(class.is_within(*other), place <= other_place, "{class:?} {other:?}");
            }
        }
        let at = |n: f64| Growth::ALL.map(|class| class.value(n, 1.0));
        assert!(at(64.0).is_sorted());
        assert!(at(1.0).iter().all(|value| *value >= 1.0));
    }

    #[test]
    fn some_classes_of_two_variables_bound_others() {
        let check = |class: Growth, other: Growth, expected| {
            assert_eq!(class.is_within(other), expected, "{class:?} {other:?}");
        };
        check(Growth::SecondLinear, Growth::Sum, true);
        check(Growth::Sum, Growth::Product, true);
        check(Growth::Product, Growth::Sum, false);
        check(Growth::Quadratic, Growth::Product, false);
        check(Growth::Sum, Growth::SumLogarithmic, true);
        check(Growth::SumLogarithmic, Growth::Sum, false);
        check(Growth::QuadraticSum, Growth::QuadraticProduct, true);
        assert_eq!(Growth::Sum.value(30.0, 12.0).round(), 42.0);
    }
}
