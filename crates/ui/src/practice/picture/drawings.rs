//! What was returned as a curve or as points of a plane.

use viz::{
    chart::{Options, Series, chart},
    scatter,
    table::Table,
};
use yew::prelude::*;

use super::{
    Literal, Shown,
    figure::{SIZE, axes, figure},
};

/// Yours and the reference's as two lines of one chart.
pub fn line(
    shown: &Shown,
    (x, y): (Option<usize>, Option<usize>),
    (x_name, y_name): (&str, &str),
) -> Option<Html> {
    let expected = curve(&shown.expected, x, y)?;
    let yours = shown.yours.as_ref().and_then(|value| curve(value, x, y));
    let table = curves_table(&expected, yours.as_deref(), (x_name, y_name));
    let ends = |name: &str, points: &[(f64, f64)]| match (points.first(), points.last()) {
        (Some(first), Some(last)) => {
            let [from, to] = [first.1, last.1].map(viz::format::decimal);
            format!("{name}: {} points from {from} to {to}. ", points.len())
        }
        _ => String::new(),
    };
    let words = yours.iter().map(|it| ends("Yours", it)).collect::<String>()
        + &ends("The reference's", &expected);
    let mut series = vec![Series { name: "reference".into(), points: expected }];
    series.extend(yours.map(|points| Series { name: "yours".into(), points }));
    let caption = format!("{y_name}, by {x_name}");
    Some(figure(&caption, words, SIZE, table.thinned(60), draw_lines(&series, x_name)))
}

/// A row a point, each with its own place: the two need not have the same.
fn curves_table(
    expected: &[(f64, f64)],
    yours: Option<&[(f64, f64)]>,
    (x_name, y_name): (&str, &str),
) -> Table {
    let caption = format!("{y_name} by {x_name}");
    let mut table = Table::new(caption, &["whose", x_name, y_name]);
    for (whose, points) in [("yours", yours.unwrap_or_default()), ("the reference's", expected)] {
        table.rows.extend(points.iter().map(|(x, y)| {
            vec![whose.to_owned(), viz::format::decimal(*x), viz::format::decimal(*y)]
        }));
    }
    table
}

fn curve(value: &Literal, x: Option<usize>, y: Option<usize>) -> Option<Vec<(f64, f64)>> {
    let heights = value.element(y)?.numbers()?;
    let places = match x {
        Some(_) => value.element(x)?.numbers()?,
        None => (0..heights.len()).map(|place| place as f64).collect(),
    };
    let is_curve = heights.len() > 1 && heights.len() == places.len();
    is_curve.then(|| places.into_iter().zip(heights).collect())
}

/// Lines to compare with.
const DASHED: [&str; 2] = ["reference", "chance"];

/// Axes and lines, each named at its end.
pub fn draw_lines(series: &[Series], x_name: &str) -> Html {
    let options = Options { size: SIZE, margin: [44.0, 70.0, 10.0, 34.0], ..Options::default() };
    let chart = chart(series, &options);
    let [left, right, top, bottom] = chart.plot;
    html! {
        <>
            { axes([left, right, top, bottom], &chart.x_ticks, &chart.y_ticks) }
            <text class="tick" x={right.to_string()} y={(SIZE.1 - 4.0).to_string()} text-anchor="end">{ x_name }</text>
            { for chart.lines.iter().map(|line| html! {
                <g class={if DASHED.contains(&line.name.as_str()) { "target" } else { "yours" }}>
                    <path d={line.path.clone()} />
                    <text x={(line.end.0 + 6.0).to_string()} y={line.label_y.to_string()}>{ &line.name }</text>
                </g>
            }) }
        </>
    }
}

/// Which elements of a result are what, for points.
#[derive(Clone, Copy)]
pub struct Places {
    /// The points, where they are not given.
    pub element: Option<usize>,
    /// Each point's group.
    pub labels: Option<usize>,
    /// The groups' centres.
    pub centres: Option<usize>,
}

/// Points, given or returned, in their groups.
pub fn points(shown: &Shown, argument: Option<&str>, places: Places) -> Option<Html> {
    let given = match argument {
        Some(name) => Some(plane(&shown.argument(name)?)?),
        None => None,
    };
    let of = |value: &Literal| match &given {
        Some(given) => Some(given.clone()),
        None => plane(value.element(places.element)?),
    };
    // Both drawings cover what either has.
    let within: Vec<(f64, f64)> =
        shown.yours.iter().chain([&shown.expected]).filter_map(of).flatten().collect();
    shown.sides(|value, whose| {
        let points = of(value)?;
        let groups: Vec<usize> = match places.labels {
            Some(_) => {
                value.element(places.labels)?.numbers()?.iter().map(|it| *it as usize).collect()
            }
            None => Vec::new(),
        };
        let centres = places.centres.and_then(|_| plane(value.element(places.centres)?));
        let drawn = scatter::layout(&points, &groups, &centres.unwrap_or_default(), &within, SIZE);
        let words = scatter::sentence(points.len(), &groups);
        Some(figure(
            whose,
            words,
            SIZE,
            scatter::table("Points", &points, &groups),
            draw_points(&drawn),
        ))
    })
}

/// Rows of two numbers; those of one number lie on a line.
fn plane(value: &Literal) -> Option<Vec<(f64, f64)>> {
    let point = |row: &Literal| match *row.numbers()? {
        [x] => Some((x, 0.0)),
        [x, y] => Some((x, y)),
        _ => None,
    };
    let points: Vec<(f64, f64)> = value.items()?.iter().map(point).collect::<Option<_>>()?;
    (!points.is_empty()).then_some(points)
}

/// Axes, marks, centres.
pub fn draw_points(drawn: &scatter::Layout) -> Html {
    html! {
        <>
            { axes(drawn.plot, &drawn.x_ticks, &drawn.y_ticks) }
            { for drawn.marks.iter().map(|((x, y), group)| html! {
                <path class={format!("mark group-{}", group % 5)} d={scatter::SHAPES[group % 5]} transform={format!("translate({x:.1} {y:.1})")} />
            }) }
            { for drawn.centres.iter().map(|(x, y)| html! {
                <path class="centre" d="M-7 0H7M0 -7V7" transform={format!("translate({x:.1} {y:.1})")} />
            }) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_need_two_points_and_as_many_places() {
        let value = Literal::read("([0.0, 0.5, 1.0], [0.2, 0.9, 1.0], 0.7)").unwrap();
        assert_eq!(curve(&value, Some(0), Some(1)).unwrap()[1], (0.5, 0.9));
        assert_eq!(curve(&value, None, Some(1)).unwrap()[2], (2.0, 1.0));
        assert_eq!(curve(&value, None, Some(2)), None);
        assert_eq!(curve(&Literal::read("[1.0]").unwrap(), None, None), None);
    }

    #[test]
    fn every_point_has_its_row() {
        let table = curves_table(&[(0.0, 1.0), (1.0, 0.5)], Some(&[(0.5, 2.0)]), ("x", "y"));
        assert_eq!(table.rows[0], ["yours", "0.5", "2"]);
        assert_eq!(table.rows.len(), 3);
        assert_eq!(curves_table(&[(0.0, 1.0)], None, ("x", "y")).rows[0][0], "the reference's");
    }

    #[test]
    fn points_lie_on_a_plane_or_on_a_line() {
        let read = |text: &str| plane(&Literal::read(text).unwrap());
        assert_eq!(read("[[1, 2], [3, 4]]").unwrap()[1], (3.0, 4.0));
        assert_eq!(read("array([[1.], [3.]])").unwrap()[1], (3.0, 0.0));
        assert_eq!(read("[[1, 2, 3]]"), None);
        assert_eq!(read("[]"), None);
    }
}
