//! What directions look like: in the rows, by their variance, and as a projection. What they are made
//! of is in `parts`.

use figures::format::{decimal, fixed, percent, plural};
use figures::{Arrow, Axis, BarGroup, Bars, Figure, Group, Lines, Panel, Plane, Series, Style};
use nets::eigen;

use super::findings::degrees;
use super::{Directions, parts};

/// Components in the scree plot: beyond these the bars are too thin to see.
const SCREE_MAX: usize = 12;

/// Degrees between two points of the curve of variance by angle.
const ANGLE_STEP: u16 = 2;

/// Every panel, the most telling first.
pub(super) fn all(lane: &Directions) -> Vec<Panel> {
    if lane.is_digits {
        return vec![
            projection(lane),
            parts::reconstruction(lane),
            parts::pictures(lane),
            scree(lane),
        ];
    }
    let by_hand = ByHand::of(lane);
    let mut panels =
        vec![by_hand.plane(lane), by_hand.variance(lane), projection(lane), scree(lane)];
    if lane.components.count() > 2 {
        panels.push(parts::loadings(lane));
    }
    panels
}

/// The direction that is turned by hand, in two columns.
struct ByHand {
    columns: (usize, usize),
    /// Covariance of the two columns: of the first, between them, of the second.
    covariance: (f64, f64, f64),
    mean: (f64, f64),
    radians: f64,
    /// The direction of most variance, in radians from 0 to π.
    best: f64,
}

impl ByHand {
    fn of(lane: &Directions) -> Self {
        let (x, y) = lane.look.columns;
        let components = &lane.components;
        let entry =
            |row: usize, column: usize| components.covariance[row * components.count() + column];
        let covariance = (entry(x, x), entry(x, y), entry(y, y));
        let (a, b, c) = covariance;
        let axes = eigen::symmetric(&[a, b, b, c], 2).vectors;
        let best = libm::atan2(axes[1], axes[0]);
        Self {
            columns: (x, y),
            covariance,
            mean: (components.mean[x], components.mean[y]),
            radians: lane.look.angle.to_radians(),
            best: if best < 0.0 { best + core::f64::consts::PI } else { best },
        }
    }

    fn variance_at(&self, radians: f64) -> f64 {
        let (sine, cosine) = (libm::sin(radians), libm::cos(radians));
        let (a, b, c) = self.covariance;
        a * cosine * cosine + 2.0 * b * sine * cosine + c * sine * sine
    }

    /// From the mean, two standard deviations long.
    fn arrow(&self, name: &str, radians: f64, turns: Option<&str>) -> Arrow {
        let length = 2.0 * self.variance_at(radians).max(0.0).sqrt();
        let (x, y) = self.mean;
        let to = (x + length * libm::cos(radians), y + length * libm::sin(radians));
        Arrow {
            name: name.into(),
            from: (x as f32, y as f32),
            to: (to.0 as f32, to.1 as f32),
            turns: turns.map(Into::into),
        }
    }

    fn plane(&self, lane: &Directions) -> Panel {
        let (x, y) = self.columns;
        let name = |column: usize| lane.sheet.columns[column].as_str();
        let mut arrows = vec![
            self.arrow("PC1", self.best, None),
            self.arrow("PC2", self.best + core::f64::consts::FRAC_PI_2, None),
        ];
        if lane.components.count() == 2 {
            let found = lane.found(0);
            let radians = libm::atan2(found[1], found[0]);
            arrows.push(self.arrow("found", radians, None));
        }
        arrows.push(self.arrow("yours", self.radians, Some("angle")));
        let figure = Plane {
            x: Axis::new(name(x)),
            y: Axis::new(name(y)),
            is_square: true,
            groups: groups(lane, |row, _| (row[x], row[y])),
            arrows,
            ..Plane::default()
        };
        let says = format!(
            "Along your direction, {}°, the variance is {}; the most of any direction is {}, at {}°. \
             Arrows are two standard deviations long.",
            decimal(lane.look.angle),
            decimal(self.variance_at(self.radians)),
            decimal(self.variance_at(self.best)),
            fixed(self.best.to_degrees(), 1)
        );
        Panel::new("plane", "Two columns, and a direction to turn", says, Figure::Plane(figure))
    }

    fn variance(&self, lane: &Directions) -> Panel {
        let total = self.covariance.0 + self.covariance.2;
        let at = |degrees: f64| self.variance_at(degrees.to_radians());
        let degrees = (0..=180 / ANGLE_STEP).map(|it| f64::from(it * ANGLE_STEP));
        let kept = degrees.clone().map(|it| (it as f32, at(it) as f32)).collect();
        let lost = degrees.map(|it| (it as f32, (total - at(it)) as f32)).collect();
        let best = self.best.to_degrees();
        let series = |name: &str, style, points| Series { name: name.into(), style, points };
        let figure = Lines {
            x: Axis::from_to("angle, degrees", 0.0, 180.0),
            y: Axis::new("variance"),
            series: vec![
                series("along the direction", Style::Line, kept),
                series("across it: lost", Style::Dashed, lost),
                series("most", Style::Dots, vec![(best as f32, at(best) as f32)]),
                series(
                    "yours",
                    Style::Dots,
                    vec![(lane.look.angle as f32, at(lane.look.angle) as f32)],
                ),
            ],
        };
        let says = format!(
            "Variance along a direction of the two columns, by its angle: your {}° keeps {} of it, \
             {}° keeps the most, {}.",
            decimal(lane.look.angle),
            percent(at(lane.look.angle) / total),
            fixed(best, 1),
            percent(at(best) / total)
        );
        Panel::new("variance", "Variance by direction", says, Figure::Lines(figure))
    }
}

/// Rows by class, or all together where there are none.
fn groups(lane: &Directions, place: impl Fn(&[f32], u8) -> (f32, f32)) -> Vec<Group> {
    let sheet = &lane.sheet;
    let names = if sheet.classes.is_empty() { vec!["rows".into()] } else { sheet.classes.clone() };
    let mut groups: Vec<Group> = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| Group { name, class: index as u8, ..Group::default() })
        .collect();
    for row in 0..sheet.rows() {
        let class = sheet.labels.get(row).copied().unwrap_or(0);
        groups[usize::from(class)].points.push(place(sheet.row(row), class));
    }
    groups
}

/// Rows along the first two directions found so far.
fn projection(lane: &Directions) -> Panel {
    let first = lane.found(0);
    let second = (lane.count() > 1).then(|| lane.found(1));
    let total = lane.components.total();
    let share = |direction: &[f64]| percent(lane.variance_along(direction) / total);
    let axis = |index: usize, direction: &[f64]| {
        Axis::new(&format!("direction {index}, {} of the variance", share(direction)))
    };
    // One direction alone is a line; a line a class can be read.
    let place = |row: &[f32], class: u8| {
        let along = |direction: &[f64]| lane.components.along(row, direction) as f32;
        (along(&first), second.as_deref().map_or_else(|| f32::from(class), along))
    };
    let figure = Plane {
        x: axis(1, &first),
        y: second.as_deref().map_or_else(|| Axis::new("class, by number"), |it| axis(2, it)),
        groups: groups(lane, place),
        ..Plane::default()
    };
    let accuracy = lane.accuracy();
    let apart = if accuracy.is_finite() {
        format!(" The nearest class mean is the right one for {} of the rows.", percent(accuracy))
    } else {
        String::new()
    };
    let says = format!(
        "Rows along what was found in {}: {} lost with {}; the first is {} from the exact \
         one.{apart}",
        plural(lane.step, "step"),
        percent(lane.lost()),
        plural(lane.count(), "direction"),
        degrees(lane.angle_off())
    );
    Panel::new("projection", "Projection so far", says, Figure::Plane(figure))
}

fn scree(lane: &Directions) -> Panel {
    let total = lane.components.total();
    let shares: Vec<f32> = lane.components.variances.iter().map(|it| (it / total) as f32).collect();
    let shown = shares.len().min(SCREE_MAX);
    let sums = shares.iter().scan(0.0, |sum, share| {
        *sum += share;
        Some(*sum)
    });
    let cumulative: Vec<f32> = sums.collect();
    let found = (0..shown).map(|index| {
        let direction = (index < lane.count()).then(|| lane.found(index));
        direction.map_or(0.0, |it| (lane.variance_along(&it) / total) as f32)
    });
    let group = |name: &str, values: Vec<f32>| BarGroup { name: name.into(), values };
    let figure = Bars {
        x: Axis::new("component"),
        y: Axis::from_to("share of the variance", 0.0, 1.0),
        names: (1..=shown).map(|index| format!("PC{index}")).collect(),
        groups: vec![
            group("alone", shares[..shown].to_vec()),
            group("up to here", cumulative[..shown].to_vec()),
            group("found so far", found.collect()),
        ],
        ..Bars::default()
    };
    let needed = cumulative.iter().position(|&sum| sum >= 0.9).map_or(shares.len(), |it| it + 1);
    let says = format!(
        "The first component holds {} of the variance, the first two {}; {needed} of {} are needed \
         for 90 %.",
        percent(shares[0].into()),
        percent(cumulative[1].into()),
        shares.len()
    );
    Panel::new("scree", "Scree plot", says, Figure::Bars(figure))
}
