//! How the learner's own output is drawn beside the reference's.

use serde::{Deserialize, Serialize};

/// A picture of what a call returned, in some of them with what it was given. An `element` names a
/// place in the returned tuple; without one the result itself is meant.
///
/// Authors write `kind = "matrix"` among its fields. Pages read `{"matrix": {…}}`, for which serde
/// needs no second reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Picture {
    /// A matrix of numbers, drawn by the view that the attention page uses.
    Matrix {
        /// Which element is the matrix.
        element: Option<usize>,
        /// Heading over the picture.
        title: String,
        /// What a row is: `query`.
        #[serde(default = "row")]
        row: String,
        /// What a column is: `key`.
        #[serde(default = "column")]
        column: String,
    },
    /// Boxes that were given, as `(x1, y1, x2, y2)`.
    Boxes {
        /// Names of the arguments that are a box or a list of boxes.
        arguments: Vec<String>,
        /// Whether the result lists the places of the boxes that are kept.
        #[serde(default)]
        kept: bool,
        /// Heading over the picture.
        title: String,
    },
    /// A curve: a list of numbers, over another list or over their places.
    Line {
        /// Which element has the horizontal places.
        x: Option<usize>,
        /// Which element has the heights.
        y: Option<usize>,
        /// Name and unit of the horizontal axis.
        x_name: String,
        /// Name and unit of the vertical axis.
        y_name: String,
        /// Heading over the picture.
        title: String,
    },
    /// Points of a plane, with the group of each.
    Points {
        /// Name of the argument that holds the points; without it they are in the result.
        argument: Option<String>,
        /// Which element holds the points, where they are in the result.
        element: Option<usize>,
        /// Which element holds each point's group, by number.
        labels: Option<usize>,
        /// Which element holds the groups' centres.
        centres: Option<usize>,
        /// Heading over the picture.
        title: String,
    },
    /// A path through a graph that was given: a mapping from a node to its edges.
    Path {
        /// Name of the argument that is the graph.
        graph: String,
        /// Which element is the list of nodes.
        element: Option<usize>,
        /// Heading over the picture.
        title: String,
    },
    /// The curve of a ranking, with the area that was returned.
    Roc {
        /// Name of the argument that holds 0 and 1.
        labels: String,
        /// Name of the argument that ranks them.
        scores: String,
        /// Heading over the picture.
        title: String,
    },
    /// A split of labelled rows by one feature: the result is `(feature, threshold, …)`.
    Split {
        /// Name of the argument that holds the rows.
        rows: String,
        /// Name of the argument that holds their labels.
        labels: String,
        /// Heading over the picture.
        title: String,
    },
    /// A list of tuples, or of mappings, as rows of a table.
    Table {
        /// Which element is the list.
        element: Option<usize>,
        /// Heads of the columns; of mappings their keys, if left out.
        #[serde(default)]
        columns: Vec<String>,
        /// Heading over the table.
        title: String,
    },
}

fn row() -> String {
    "row".into()
}

fn column() -> String {
    "column".into()
}

impl Picture {
    /// The heading over it.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Matrix { title, .. }
            | Self::Boxes { title, .. }
            | Self::Line { title, .. }
            | Self::Points { title, .. }
            | Self::Path { title, .. }
            | Self::Roc { title, .. }
            | Self::Split { title, .. }
            | Self::Table { title, .. } => title,
        }
    }
}
