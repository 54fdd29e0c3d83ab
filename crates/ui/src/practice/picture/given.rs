//! Drawings of what was given, with what the code made of it: boxes, a graph, a ranking, a split.

use viz::{
    boxes::{self, Named},
    chart::Series,
    graph::{self, Edge, Graph},
    roc, scatter,
    table::Table,
};
use yew::prelude::*;

use super::{
    Literal, Shown,
    drawings::{draw_lines, draw_points},
    figure::{SIZE, figure},
};

/// Most nodes of a graph that can be told apart.
const MOST_NODES: usize = 12;

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
    let caption = beside(shown);
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
            <defs><marker id="arrow-head" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L6 3L0 6z" /></marker></defs>
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

/// The curve of a ranking; its area is what was returned.
pub fn roc(shown: &Shown, labels: &str, scores: &str) -> Option<Html> {
    let labels = shown.argument(labels)?.numbers()?;
    let points = roc::curve(&labels, &shown.argument(scores)?.numbers()?)?;
    let mut table = Table::new("Curve", &["false positive rate", "true positive rate"]);
    let row = |(x, y): &(f64, f64)| vec![viz::format::decimal(*x), viz::format::decimal(*y)];
    table.rows = points.iter().map(row).collect();
    let caption = beside(shown);
    let words = format!("The curve of the ranking, {} points. Area, {caption}.", points.len());
    let chance = Series { name: "chance".into(), points: vec![(0.0, 0.0), (1.0, 1.0)] };
    let curve = Series { name: "ranking".into(), points };
    let drawn = draw_lines(&[chance, curve], "false positive rate");
    Some(figure(&format!("area, {caption}"), words, SIZE, table.thinned(60), drawn))
}

/// `yours: 0.9; the reference's: 0.917`.
fn beside(shown: &Shown) -> String {
    let yours = shown.yours.as_ref().map_or_else(|| "nothing".into(), Literal::words);
    format!("yours: {yours}; the reference's: {}", shown.expected.words())
}

/// Rows by the feature that was chosen, one line of marks a label, with the threshold.
pub fn split(shown: &Shown, rows: &str, labels: &str) -> Option<Html> {
    let rows: Vec<Vec<f64>> =
        shown.argument(rows)?.items()?.iter().map(Literal::numbers).collect::<Option<_>>()?;
    let labels = shown.argument(labels)?.numbers()?;
    let groups: Vec<usize> = labels.iter().map(|label| *label as usize).collect();
    shown.sides(|value, whose| {
        let feature = value.element(Some(0))?.number().map_or(0, |number| number as usize);
        let threshold = value.element(Some(1))?.number();
        let points: Vec<(f64, f64)> = rows
            .iter()
            .zip(&labels)
            .map(|(row, label)| Some((*row.get(feature)?, *label)))
            .collect::<Option<_>>()?;
        let at: Vec<(f64, f64)> = threshold.map(|it| (it, 0.0)).into_iter().collect();
        let drawn = scatter::layout(&points, &groups, &[], &at, SIZE);
        let line = scatter::layout(&points, &groups, &at, &at, SIZE).centres.first().map(|it| it.0);
        let caption = match threshold {
            Some(threshold) => {
                let threshold = viz::format::decimal(threshold);
                format!("{whose}: feature {feature}, at most {threshold} to the left")
            }
            None => format!("{whose}: no split"),
        };
        let words = format!("{caption}. {}", scatter::sentence(points.len(), &groups));
        let [_, _, top, bottom] = drawn.plot;
        let inside = html! {
            <>
                { draw_points(&drawn) }
                { for line.iter().map(|x| html! { <path class="centre" d={format!("M{x:.1} {top}V{bottom}")} /> }) }
            </>
        };
        Some(figure(&caption, words, SIZE, scatter::table("Rows", &points, &groups), inside))
    })
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
    fn graphs_are_read_with_and_without_costs() {
        let read = |text: &str| read_graph(&Literal::read(text).unwrap());
        let graph = read("{'a': [('b', 2)], 'b': []}").unwrap();
        assert_eq!((graph.nodes.len(), graph.edges[0].cost), (2, 2.0));
        assert_eq!(read("{'a': ['b']}").unwrap().edges[0].cost, 1.0);
        assert!(read("[1]").is_none());
    }
}
