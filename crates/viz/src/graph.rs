//! A small directed graph with costs, its nodes on a circle, and a path through it.

use crate::format;
use crate::table::Table;

/// Radius of a node, in pixels.
pub const RADIUS: f64 = 15.0;

/// An edge by the places of its nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What it costs.
    pub cost: f64,
}

/// Nodes and edges.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// Names.
    pub nodes: Vec<String>,
    /// In any order.
    pub edges: Vec<Edge>,
}

/// An edge, ready to draw: it ends at the rim of its node.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Path data, a little bent so that there and back do not cover each other.
    pub path: String,
    /// Where the cost is written.
    pub label: (f64, f64),
    /// The cost.
    pub cost: String,
    /// Whether the path takes it.
    pub is_taken: bool,
}

/// A graph, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Of the drawing, in pixels.
    pub size: (f64, f64),
    /// Middle of each node.
    pub nodes: Vec<(f64, f64)>,
    /// In the order of the edges; edges from a node to itself are left out.
    pub arrows: Vec<Arrow>,
}

impl Graph {
    /// The place of a node of that name, which is added if it is new.
    pub fn place(&mut self, name: &str) -> usize {
        self.nodes.iter().position(|node| node == name).unwrap_or_else(|| {
            self.nodes.push(name.to_owned());
            self.nodes.len() - 1
        })
    }

    fn takes(&self, path: &[String], edge: &Edge) -> bool {
        path.windows(2)
            .any(|pair| pair[0] == self.nodes[edge.from] && pair[1] == self.nodes[edge.to])
    }
}

/// Lays a graph out.
pub fn layout(graph: &Graph, path: &[String], size: (f64, f64)) -> Layout {
    let middle = (size.0 / 2.0, size.1 / 2.0);
    let reach = (middle.0 - RADIUS - 24.0, middle.1 - RADIUS - 4.0);
    let turn = |place: usize| {
        std::f64::consts::TAU * place as f64 / graph.nodes.len().max(1) as f64
            - std::f64::consts::FRAC_PI_2
    };
    let at = |place: usize| {
        let (y, x) = turn(place).sin_cos();
        (middle.0 + reach.0 * x, middle.1 + reach.1 * y)
    };
    let nodes: Vec<(f64, f64)> = (0..graph.nodes.len()).map(at).collect();
    let drawn = graph.edges.iter().filter(|edge| edge.from != edge.to);
    let arrows = drawn.map(|edge| arrow(graph, &nodes, path, edge)).collect();
    Layout { size, nodes, arrows }
}

fn arrow(graph: &Graph, nodes: &[(f64, f64)], path: &[String], edge: &Edge) -> Arrow {
    let (from, to) = (nodes[edge.from], nodes[edge.to]);
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(1.0);
    // A tenth of the length to the right of the way.
    let bend = ((from.0 + to.0) / 2.0 - dy * 0.1, (from.1 + to.1) / 2.0 + dx * 0.1);
    let share = RADIUS / length;
    let start = (from.0 + dx * share, from.1 + dy * share);
    let toward = (to.0 - bend.0, to.1 - bend.1);
    let rim = (RADIUS + 3.0) / toward.0.hypot(toward.1).max(1.0);
    let end = (to.0 - toward.0 * rim, to.1 - toward.1 * rim);
    Arrow {
        path: format!(
            "M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}",
            start.0, start.1, bend.0, bend.1, end.0, end.1
        ),
        label: ((start.0 + 2.0 * bend.0 + end.0) / 4.0, (start.1 + 2.0 * bend.1 + end.1) / 4.0),
        cost: format::decimal(edge.cost),
        is_taken: graph.takes(path, edge),
    }
}

/// The same in words.
pub fn sentence(graph: &Graph, path: &[String]) -> String {
    let size = format!(
        "{} and {}",
        format::plural(graph.nodes.len(), "node"),
        format::plural(graph.edges.len(), "edge")
    );
    if path.is_empty() {
        format!("{size}, and no path.")
    } else {
        format!("{size}; the path goes over {}.", path.join(", "))
    }
}

/// A row an edge.
pub fn table(caption: &str, graph: &Graph, path: &[String]) -> Table {
    let mut table = Table::new(caption, &["from", "to", "cost", "on the path"]);
    table.rows = graph
        .edges
        .iter()
        .map(|edge| {
            let is_taken = if graph.takes(path, edge) { "yes" } else { "" };
            let name = |place: usize| graph.nodes[place].clone();
            vec![name(edge.from), name(edge.to), format::decimal(edge.cost), is_taken.into()]
        })
        .collect();
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Graph {
        let mut graph = Graph::default();
        for (from, to, cost) in [("a", "b", 2.0), ("b", "c", 3.0), ("a", "c", 9.0), ("c", "c", 1.0)]
        {
            let (from, to) = (graph.place(from), graph.place(to));
            graph.edges.push(Edge { from, to, cost });
        }
        graph
    }

    fn names(path: &[&str]) -> Vec<String> {
        path.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_path_takes_its_edges_in_their_direction() {
        let graph = sample();
        let taken = |path: &[&str]| -> Vec<bool> {
            layout(&graph, &names(path), (300.0, 200.0))
                .arrows
                .iter()
                .map(|it| it.is_taken)
                .collect()
        };
        assert_eq!(taken(&["a", "b", "c"]), [true, true, false]);
        assert_eq!(taken(&["c", "b"]), [false, false, false]);
        assert_eq!(taken(&[]), [false, false, false]);
    }

    #[test]
    fn nodes_stay_inside_and_apart() {
        let drawn = layout(&sample(), &[], (300.0, 200.0));
        for (place, (x, y)) in drawn.nodes.iter().enumerate() {
            assert!((RADIUS..=300.0 - RADIUS).contains(x) && (RADIUS..=200.0 - RADIUS).contains(y));
            for (x2, y2) in &drawn.nodes[..place] {
                assert!((x - x2).hypot(y - y2) > 2.0 * RADIUS);
            }
        }
    }

    #[test]
    fn words_and_rows() {
        let path = names(&["a", "b"]);
        assert_eq!(sentence(&sample(), &path), "3 nodes and 4 edges; the path goes over a, b.");
        assert_eq!(sentence(&sample(), &[]), "3 nodes and 4 edges, and no path.");
        assert_eq!(table("G", &sample(), &path).rows[0], ["a", "b", "2", "yes"]);
    }
}
