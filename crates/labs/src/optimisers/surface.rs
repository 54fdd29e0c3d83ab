//! Losses of two weights, each with a difficulty of its own, and their gradients by hand.

/// A loss over two weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// ½(0.1x² + 10y²): a hundred times as steep along one axis as along the other.
    Ravine,
    /// The same ravine, turned so that neither weight runs along it.
    Turned,
    /// (1 − x)² + 100(y − x²)²: a bent valley with a nearly flat floor (Rosenbrock 1960).
    Rosenbrock,
    /// Plateaus between walls (Beale 1958).
    Beale,
    /// ½x² − ½y² + ¼y⁴ + ¼: a saddle between two equal minima.
    Saddle,
    /// ½(x² − 1)² + ¼x + ½y² and a constant: two minima, the left one deeper.
    TwoMinima,
}

/// A place in the plane of the two weights.
pub type Place = (f64, f64);

/// Curvatures of the ravine along and across.
const RAVINE: (f64, f64) = (0.1, 10.0);

/// Cosine and sine of the angle that the turned ravine is turned by.
const TURN: (f64, f64) = (0.8, 0.6);

/// Tilt of the two minima.
const TILT: f64 = 0.25;

/// Their constant: it brings the deeper one to 0.
const TILT_LIFT: f64 = 0.257_376_820_637_852_8;

impl Surface {
    /// Words in links and the surfaces they name.
    pub const ALL: [(&str, Self); 6] = [
        ("ravine", Self::Ravine),
        ("turned", Self::Turned),
        ("rosenbrock", Self::Rosenbrock),
        ("beale", Self::Beale),
        ("saddle", Self::Saddle),
        ("minima", Self::TwoMinima),
    ];

    /// The loss. The lowest value of every surface is 0.
    #[must_use]
    pub fn height(self, (x, y): Place) -> f64 {
        match self {
            Self::Ravine => 0.5 * (RAVINE.0 * x * x + RAVINE.1 * y * y),
            Self::Turned => Self::Ravine.height(turned((x, y))),
            Self::Rosenbrock => {
                let bend = y - x * x;
                (1.0 - x) * (1.0 - x) + 100.0 * bend * bend
            }
            Self::Beale => beale((x, y)).iter().map(|(term, _)| term * term).sum(),
            Self::Saddle => 0.5 * x * x - 0.5 * y * y + 0.25 * y * y * y * y + 0.25,
            Self::TwoMinima => {
                let well = x * x - 1.0;
                0.5 * well * well + TILT * x + 0.5 * y * y + TILT_LIFT
            }
        }
    }

    /// ∂loss/∂x and ∂loss/∂y.
    #[must_use]
    pub fn gradient(self, (x, y): Place) -> Place {
        match self {
            Self::Ravine => (RAVINE.0 * x, RAVINE.1 * y),
            Self::Turned => {
                let (along, across) = Self::Ravine.gradient(turned((x, y)));
                (TURN.0 * along - TURN.1 * across, TURN.1 * along + TURN.0 * across)
            }
            Self::Rosenbrock => {
                let bend = y - x * x;
                (-2.0 * (1.0 - x) - 400.0 * x * bend, 200.0 * bend)
            }
            Self::Beale => beale((x, y)).iter().fold((0.0, 0.0), |sum, (term, (dx, dy))| {
                (sum.0 + 2.0 * term * dx, sum.1 + 2.0 * term * dy)
            }),
            Self::Saddle => (x, y * y * y - y),
            Self::TwoMinima => (2.0 * x * (x * x - 1.0) + TILT, y),
        }
    }

    /// The smaller and the larger curvature at a place: eigenvalues of the matrix of second
    /// derivatives, which are taken from differences of the gradient.
    #[must_use]
    pub fn curvatures(self, (x, y): Place) -> (f64, f64) {
        const STEP: f64 = 1e-5;
        let slope = |dx: f64, dy: f64| self.gradient((x + dx, y + dy));
        let (right, left) = (slope(STEP, 0.0), slope(-STEP, 0.0));
        let (up, down) = (slope(0.0, STEP), slope(0.0, -STEP));
        let xx = (right.0 - left.0) / (2.0 * STEP);
        let yy = (up.1 - down.1) / (2.0 * STEP);
        let xy = (right.1 - left.1 + up.0 - down.0) / (4.0 * STEP);
        let (middle, half) = (0.5 * (xx + yy), 0.5 * (xx - yy));
        let radius = (half * half + xy * xy).sqrt();
        (middle - radius, middle + radius)
    }

    /// What the picture covers: least and largest x, least and largest y.
    #[must_use]
    pub fn window(self) -> (Place, Place) {
        match self {
            Self::Rosenbrock => ((-2.0, 2.0), (-1.0, 3.0)),
            Self::Beale => ((-0.5, 4.5), (-2.5, 2.5)),
            _ => ((-2.0, 2.0), (-2.0, 2.0)),
        }
    }

    /// Where the loss is 0.
    #[must_use]
    pub fn minima(self) -> &'static [Place] {
        match self {
            Self::Ravine | Self::Turned => &[(0.0, 0.0)],
            Self::Rosenbrock => &[(1.0, 1.0)],
            Self::Beale => &[(3.0, 0.5)],
            Self::Saddle => &[(0.0, 1.0), (0.0, -1.0)],
            Self::TwoMinima => &[(-1.057_453_770_738_378, 0.0)],
        }
    }
}

/// Coordinates along and across the turned ravine.
fn turned((x, y): Place) -> Place {
    (TURN.0 * x + TURN.1 * y, TURN.0 * y - TURN.1 * x)
}

/// The three terms whose squares make Beale's function, each with its slopes.
fn beale((x, y): Place) -> [(f64, Place); 3] {
    let (square, cube) = (y * y, y * y * y);
    [
        (1.5 - x + x * y, (y - 1.0, x)),
        (2.25 - x + x * square, (square - 1.0, 2.0 * x * y)),
        (2.625 - x + x * cube, (cube - 1.0, 3.0 * x * square)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places all over the picture.
    fn places(surface: Surface) -> impl Iterator<Item = Place> {
        let ((left, right), (low, high)) = surface.window();
        let along = |low: f64, high: f64, part: u32| low + (high - low) * f64::from(part) / 24.0;
        (0..25 * 25).map(move |at| (along(left, right, at % 25), along(low, high, at / 25)))
    }

    #[test]
    fn gradients_agree_with_differences() {
        const STEP: f64 = 1e-5;
        for (name, surface) in Surface::ALL {
            for (x, y) in places(surface) {
                let (dx, dy) = surface.gradient((x, y));
                let height = |a: f64, b: f64| surface.height((x + a, y + b));
                let across = (height(STEP, 0.0) - height(-STEP, 0.0)) / (2.0 * STEP);
                let up = (height(0.0, STEP) - height(0.0, -STEP)) / (2.0 * STEP);
                let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * (1.0 + a.abs());
                assert!(near(dx, across) && near(dy, up), "{name} at {x}, {y}");
            }
        }
    }

    #[test]
    fn minima_are_minima_of_height_0_and_nothing_is_below() {
        for (name, surface) in Surface::ALL {
            for &minimum in surface.minima() {
                let (dx, dy) = surface.gradient(minimum);
                assert!(
                    surface.height(minimum).abs() < 1e-12,
                    "{name}: {}",
                    surface.height(minimum)
                );
                assert!(dx.abs() < 1e-12 && dy.abs() < 1e-12, "{name}: {dx}, {dy}");
                assert!(surface.curvatures(minimum).0 > 0.0, "{name}");
            }
            assert!(places(surface).all(|place| surface.height(place) > -1e-12), "{name}");
        }
    }

    #[test]
    fn curvatures_are_the_ones_that_are_known() {
        let check = |surface: Surface, place: Place, expect: Place| {
            let found = surface.curvatures(place);
            let near = |a: f64, b: f64| (a - b).abs() < 1e-5 * (1.0 + b.abs());
            assert!(near(found.0, expect.0) && near(found.1, expect.1), "{surface:?}: {found:?}");
        };
        check(Surface::Ravine, (1.0, -1.0), (0.1, 10.0));
        check(Surface::Turned, (0.3, 0.7), (0.1, 10.0));
        check(Surface::Saddle, (0.0, 0.0), (-1.0, 1.0));
        // The Hessian at the minimum is [[802, −400], [−400, 200]]; its determinant is 400.
        let root = (1002.0_f64 * 1002.0 - 1600.0).sqrt();
        check(Surface::Rosenbrock, (1.0, 1.0), (0.5 * (1002.0 - root), 0.5 * (1002.0 + root)));
    }
}
