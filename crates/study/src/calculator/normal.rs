//! Quantiles and tails of the normal and the chi-squared distribution.
//!
//! The special functions are those of kept crates (`libm`: erfc, `puruspe`: its inverse and that of
//! the incomplete gamma function); SciPy is the oracle.

use std::f64::consts::SQRT_2;

/// P(Z ≤ x) for a standard normal Z.
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / SQRT_2)
}

/// The x with P(Z ≤ x) = `share`, for a share strictly between 0 and 1.
pub fn normal_quantile(share: f64) -> f64 {
    // The smaller tail keeps its digits.
    if share > 0.5 {
        SQRT_2 * puruspe::inverfc(2.0 * (1.0 - share))
    } else {
        -SQRT_2 * puruspe::inverfc(2.0 * share)
    }
}

/// The x with P(X ≤ x) = `share` for X chi-squared with `degrees` of freedom.
pub fn chi_squared_quantile(share: f64, degrees: f64) -> f64 {
    2.0 * puruspe::invgammp(share, degrees / 2.0)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    /// Written by `tests/fixtures/make_calculator_fixtures.py`, which asks SciPy.
    const FIXTURE: &str = include_str!("../../../../tests/fixtures/study_calculators.json");

    #[derive(Deserialize)]
    struct Fixture {
        normal: Vec<(f64, f64)>,
        tails: Vec<(f64, f64)>,
        chi_squared: Vec<(f64, f64, f64)>,
    }

    fn close(got: f64, expect: f64) {
        let off = (got - expect).abs() / expect.abs().max(1e-3);
        assert!(off < 1e-9, "got {got}, SciPy has {expect}");
    }

    #[test]
    fn quantiles_and_tails_are_scipys() {
        let fixture: Fixture = serde_json::from_str(FIXTURE).unwrap();
        for (share, expect) in fixture.normal {
            close(normal_quantile(share), expect);
        }
        for (x, expect) in fixture.tails {
            close(normal_cdf(x), expect);
        }
        for (share, degrees, expect) in fixture.chi_squared {
            close(chi_squared_quantile(share, degrees), expect);
        }
    }
}
