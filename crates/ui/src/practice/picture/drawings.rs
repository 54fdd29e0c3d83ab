//! Boxes, curves, points and paths as SVG, with words and a table for each.

use viz::{
    boxes::{self, Named},
    chart::{Options, Series, chart},
    graph::{self, Edge, Graph},
    scatter,
    table::Table,
};
use yew::prelude::*;

use super::{Literal, Shown};
use crate::components::AsTable;

/// Of a drawing, in pixels.
const SIZE: (f64, f64) = (320.0, 220.0);

/// Most nodes of a graph that can be told apart.
const MOST_NODES: usize = 12;

/// A drawing with its caption, its words and its table.
fn figure(caption: &str, words: String, size: (f64, f64), table: Table, inside: Html) -> Html {
    let columns = table.headings.iter().cloned().map(AttrValue::from).collect::<Vec<_>>();
    let title = table.caption.clone();
    let rows = Callback::from(move |()| {
        let row = |row: &Vec<String>| row.iter().cloned().map(AttrValue::from).collect();
        table.rows.iter().map(row).collect()
    });
    html! {
        <figure class="drawing">
            <figcaption class="small">{ caption }</figcaption>
            <svg viewBox={format!("0 0 {} {}", size.0, size.1)} role="img" aria-label={words}>{ inside }</svg>
            <AsTable caption={title} {columns} {rows} />
        </figure>
    }
}

/// Boxes that were given; which of them the result keeps, or what came out of them.
pub fn boxes(shown: &Shown, arguments: &[String], kept: bool) -> Option<Html> {
    let given: Vec<Named> =
        arguments.iter().filter_map(|name| named(name, &shown.argument(name)?)).flatten().collect();
    if given.is_empty() {
        return None;
    }
    if kept {
        return shown.sides(|value, whose| {
            let places = value.numbers()?;
            let is_kept = |place: usize| places.contains(&(place as f64));
            let words = format!("{} Kept: {}.", boxes::sentence(&given), value.words());
            Some(figure(
                whose,
                words,
                boxes::layout(&given, SIZE).size,
                boxes::table("Boxes", &given),
                draw_boxes(&given, is_kept),
            ))
        });
    }
    let yours = shown.yours.as_ref().map_or_else(|| "nothing".into(), Literal::words);
    let caption = format!("yours: {yours}; the reference's: {}", shown.expected.words());
    let size = boxes::layout(&given, SIZE).size;
    let table = boxes::table("Boxes", &given);
    Some(figure(&caption, boxes::sentence(&given), size, table, draw_boxes(&given, |_| true)))
}

/// One box by its argument's name, or each of a list by its place.
fn named(name: &str, value: &Literal) -> Option<Vec<Named>> {
    let edges = |value: &Literal| <[f64; 4]>::try_from(value.numbers()?).ok();
    if let Some(edges) = edges(value) {
        return Some(vec![Named { name: name.to_owned(), edges }]);
    }
    let items = value.items()?.iter().enumerate();
    items.map(|(place, it)| Some(Named { name: place.to_string(), edges: edges(it)? })).collect()
}

fn draw_boxes(given: &[Named], is_kept: impl Fn(usize) -> bool) -> Html {
    let drawn = boxes::layout(given, SIZE);
    let rect = |class: Classes, it: &boxes::Rect| {
        html! {
            <rect {class} x={it.x.to_string()} y={it.y.to_string()} width={it.width.to_string()} height={it.height.to_string()} />
        }
    };
    html! {
        <>
            { for drawn.overlap.iter().map(|it| rect(classes!("overlap"), it)) }
            { for drawn.rects.iter().enumerate().map(|(place, it)| html! {
                <g class={if is_kept(place) { "kept" } else { "dropped" }}>
                    { rect(classes!("box", format!("group-{}", place % 5)), it) }
                    <text x={(it.x + 5.0).to_string()} y={(it.y + 14.0).to_string()}>{ &it.name }</text>
                </g>
            }) }
        </>
    }
}

/// Yours and the reference's as two lines of one chart.
pub fn line(
    shown: &Shown,
    (x, y): (Option<usize>, Option<usize>),
    (x_name, y_name): (&str, &str),
) -> Option<Html> {
    let expected = curve(&shown.expected, x, y)?;
    let yours = shown.yours.as_ref().and_then(|value| curve(value, x, y));
    let mut table = Table::new(format!("{y_name} by {x_name}"), &[x_name, "the reference's"]);
    table.rows = expected
        .iter()
        .map(|(x, y)| vec![viz::format::decimal(*x), viz::format::decimal(*y)])
        .collect();
    if let Some(yours) = &yours {
        table.headings.push("yours".into());
        for (row, (_, y)) in table.rows.iter_mut().zip(yours) {
            row.push(viz::format::decimal(*y));
        }
        table.rows.iter_mut().for_each(|row| row.resize(3, String::new()));
    }
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

fn curve(value: &Literal, x: Option<usize>, y: Option<usize>) -> Option<Vec<(f64, f64)>> {
    let heights = value.element(y)?.numbers()?;
    let places = match x {
        Some(_) => value.element(x)?.numbers()?,
        None => (0..heights.len()).map(|place| place as f64).collect(),
    };
    let is_curve = heights.len() > 1 && heights.len() == places.len();
    is_curve.then(|| places.into_iter().zip(heights).collect())
}

fn draw_lines(series: &[Series], x_name: &str) -> Html {
    let options = Options { size: SIZE, margin: [44.0, 70.0, 10.0, 34.0], ..Options::default() };
    let chart = chart(series, &options);
    let [left, right, top, bottom] = chart.plot;
    html! {
        <>
            { axes([left, right, top, bottom], &chart.x_ticks, &chart.y_ticks) }
            <text class="tick" x={right.to_string()} y={(SIZE.1 - 4.0).to_string()} text-anchor="end">{ x_name }</text>
            { for chart.lines.iter().map(|line| html! {
                <g class={if line.name == "yours" { "yours" } else { "target" }}>
                    <path d={line.path.clone()} />
                    <text x={(line.end.0 + 6.0).to_string()} y={line.label_y.to_string()}>{ &line.name }</text>
                </g>
            }) }
        </>
    }
}

fn axes(
    [left, right, top, bottom]: [f64; 4],
    x: &[viz::scale::Tick],
    y: &[viz::scale::Tick],
) -> Html {
    html! {
        <>
            <path class="axis" d={format!("M{left} {top}V{bottom}H{right}")} />
            { for y.iter().map(|tick| html! {
                <text class="tick" x={(left - 6.0).to_string()} y={(tick.at + 4.0).to_string()} text-anchor="end">{ &tick.label }</text>
            }) }
            { for x.iter().map(|tick| html! {
                <text class="tick" x={tick.at.to_string()} y={(bottom + 14.0).to_string()} text-anchor="middle">{ &tick.label }</text>
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

/// Rows of two numbers.
fn plane(value: &Literal) -> Option<Vec<(f64, f64)>> {
    let rows = value.items()?.iter().map(|row| <[f64; 2]>::try_from(row.numbers()?).ok());
    let points: Vec<(f64, f64)> =
        rows.map(|row| row.map(|[x, y]| (x, y))).collect::<Option<_>>()?;
    (!points.is_empty()).then_some(points)
}

fn draw_points(drawn: &scatter::Layout) -> Html {
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

/// A graph that was given, with the path.
pub fn path(shown: &Shown, argument: &str, element: Option<usize>) -> Option<Html> {
    let given = read_graph(&shown.argument(argument)?)?;
    if given.nodes.len() < 2 || given.nodes.len() > MOST_NODES {
        return None;
    }
    shown.sides(|value, whose| {
        let path: Vec<String> =
            value.element(element)?.items()?.iter().map(Literal::words).collect();
        let words = graph::sentence(&given, &path);
        let table = graph::table("Edges", &given, &path);
        Some(figure(whose, words, SIZE, table, draw_graph(&given, &path)))
    })
}

/// From `{node: [(neighbour, cost), …]}` or `{node: [neighbour, …]}`.
fn read_graph(value: &Literal) -> Option<Graph> {
    let Literal::Map(pairs) = value else { return None };
    let mut graph = Graph::default();
    for (node, edges) in pairs {
        let from = graph.place(&node.words());
        for edge in edges.items()? {
            let (to, cost) = match edge {
                Literal::List(pair) => (pair.first()?.words(), pair.get(1)?.number()?),
                other => (other.words(), 1.0),
            };
            let to = graph.place(&to);
            graph.edges.push(Edge { from, to, cost });
        }
    }
    Some(graph)
}

fn draw_graph(given: &Graph, path: &[String]) -> Html {
    let drawn = graph::layout(given, path, SIZE);
    html! {
        <>
            <defs><marker id="arrow-head" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L6 3L0 6z" /></marker></defs>
            { for drawn.arrows.iter().map(|arrow| html! {
                <g class={if arrow.is_taken { "edge taken" } else { "edge" }}>
                    <path d={arrow.path.clone()} marker-end="url(#arrow-head)" />
                    <text x={arrow.label.0.to_string()} y={(arrow.label.1 + 4.0).to_string()} text-anchor="middle">{ &arrow.cost }</text>
                </g>
            }) }
            { for drawn.nodes.iter().zip(&given.nodes).map(|((x, y), name)| html! {
                <g class={if path.contains(name) { "node taken" } else { "node" }}>
                    <circle cx={x.to_string()} cy={y.to_string()} r={graph::RADIUS.to_string()} />
                    <text x={x.to_string()} y={(y + 4.0).to_string()} text-anchor="middle">{ name }</text>
                </g>
            }) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_read_alone_or_in_lists() {
        let names = |text: &str| {
            let boxes = named("a", &Literal::read(text).unwrap());
            boxes.map(|boxes| boxes.into_iter().map(|it| it.name).collect::<Vec<_>>())
        };
        assert_eq!(names("(0, 0, 1, 1)"), Some(vec!["a".into()]));
        assert_eq!(names("[(0, 0, 1, 1), (0, 0, 2, 2)]"), Some(vec!["0".into(), "1".into()]));
        assert_eq!(names("[(0, 0, 1)]"), None);
    }

    #[test]
    fn curves_need_two_points_and_as_many_places() {
        let value = Literal::read("([0.0, 0.5, 1.0], [0.2, 0.9, 1.0], 0.7)").unwrap();
        assert_eq!(curve(&value, Some(0), Some(1)).unwrap()[1], (0.5, 0.9));
        assert_eq!(curve(&value, None, Some(1)).unwrap()[2], (2.0, 1.0));
        assert_eq!(curve(&value, None, Some(2)), None);
        assert_eq!(curve(&Literal::read("[1.0]").unwrap(), None, None), None);
    }

    #[test]
    fn graphs_are_read_with_and_without_costs() {
        let read = |text: &str| read_graph(&Literal::read(text).unwrap());
        let graph = read("{'a': [('b', 2)], 'b': []}").unwrap();
        assert_eq!((graph.nodes.len(), graph.edges[0].cost), (2, 2.0));
        assert_eq!(read("{'a': ['b']}").unwrap().edges[0].cost, 1.0);
        assert!(read("[1]").is_none());
        assert_eq!(plane(&Literal::read("[[1, 2], [3, 4]]").unwrap()).unwrap()[1], (3.0, 4.0));
        assert!(plane(&Literal::read("[[1, 2, 3]]").unwrap()).is_none());
    }
}
