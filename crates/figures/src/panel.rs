//! What an experiment shows at one step: panels, each with a figure, a title and a sentence that says
//! what is to be seen.

use serde::{Deserialize, Serialize};

/// One figure with its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Stable name within the lab: panels of this name stand side by side, a lane each.
    pub id: String,
    /// Heading.
    pub title: String,
    /// One sentence with the numbers that matter: what somebody hears who does not see the figure.
    pub says: String,
    /// Whether all lanes are drawn into one figure (lines and paths) instead of side by side.
    pub is_shared: bool,
    /// The figure.
    pub figure: Figure,
}

impl Panel {
    /// A panel a lane.
    #[must_use]
    pub fn new(id: &str, title: &str, says: impl Into<String>, figure: Figure) -> Self {
        Self { id: id.into(), title: title.into(), says: says.into(), is_shared: false, figure }
    }

    /// One panel for all lanes.
    #[must_use]
    pub fn shared(self) -> Self {
        Self { is_shared: true, ..self }
    }
}

/// What is drawn. Every figure can also be read as a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Figure {
    /// Lines over an axis.
    Lines(Lines),
    /// Points, paths and arrows in a plane, over a field of values.
    Plane(Plane),
    /// A matrix of values with named rows and columns.
    Heat(Heat),
    /// Bars: a histogram, or values by name.
    Bars(Bars),
    /// Small pictures: kernels, feature maps, digits.
    Tiles(Tiles),
    /// Text in cells.
    Table(Table),
    /// Lines of text, such as samples.
    Text(Text),
    /// A dense network with its weights.
    Network(Network),
}

/// An axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// What is counted, with its unit.
    pub name: String,
    /// Whether equal distances are equal factors.
    pub is_log: bool,
    /// First and last value; otherwise what the data need.
    pub range: Option<(f32, f32)>,
}

impl Axis {
    /// An axis that fits its data.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// A logarithmic axis that fits its data.
    #[must_use]
    pub fn log(name: &str) -> Self {
        Self { is_log: true, ..Self::new(name) }
    }

    /// An axis from one value to another.
    #[must_use]
    pub fn from_to(name: &str, low: f32, high: f32) -> Self {
        Self { range: Some((low, high)), ..Self::new(name) }
    }
}

/// Lines over an axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lines {
    /// Horizontal.
    pub x: Axis,
    /// Vertical.
    pub y: Axis,
    /// In the order in which they are drawn.
    pub series: Vec<Series>,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// A line with its name at the end.
    #[default]
    Line,
    /// A dashed line with its name at the end: a reference.
    Dashed,
    /// A thin line without a name: one of many.
    Faint,
    /// Points without a line.
    Dots,
}

/// A series of points, ascending in x unless it is dots.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// As at the line's end.
    pub name: String,
    /// How it is drawn.
    pub style: Style,
    /// `(x, y)`; a point that is not finite breaks the line.
    pub points: Vec<(f32, f32)>,
}

/// A plane.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plane {
    /// Horizontal; its range is needed where there is a field.
    pub x: Axis,
    /// Vertical, upwards; the same.
    pub y: Axis,
    /// Whether a unit is as long upwards as it is to the right.
    pub is_square: bool,
    /// Values below everything else.
    pub field: Option<Field>,
    /// Points by group.
    pub groups: Vec<Group>,
    /// Ways through the plane.
    pub paths: Vec<Path>,
    /// Directions.
    pub arrows: Vec<Arrow>,
}

/// A grid of values that covers the plane's ranges, row by row from the top left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Cells in a row.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
    /// One value a cell.
    pub values: Vec<f32>,
    /// What the values are.
    pub kind: FieldKind,
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldKind {
    /// Around 0, usually from −1 to 1; the line where they are 0 is drawn.
    Signed,
    /// Index of a group, for each cell.
    Regions,
    /// Heights; drawn with level lines.
    Height,
}

/// Points that belong together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its name in the legend.
    pub name: String,
    /// Colour and shape; groups of one class share it.
    pub class: u8,
    /// Drawn hollow: held out, or not used.
    pub is_hollow: bool,
    /// Drawn large, on top: centres.
    pub is_centre: bool,
    /// `(x, y)` each.
    pub points: Vec<(f32, f32)>,
}

/// A way through the plane; its last point is marked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Path {
    /// As at its end.
    pub name: String,
    /// From the start.
    pub points: Vec<(f32, f32)>,
}

/// A direction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Arrow {
    /// As at its head.
    pub name: String,
    /// Where it begins.
    pub from: (f32, f32),
    /// Where it points.
    pub to: (f32, f32),
    /// A control that follows the arrow's angle in degrees when it is turned by hand.
    pub turns: Option<String>,
}

/// A matrix.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Heat {
    /// What rows are.
    pub row_axis: String,
    /// What columns are.
    pub column_axis: String,
    /// A name a row.
    pub rows: Vec<String>,
    /// A name a column.
    pub columns: Vec<String>,
    /// Row by row.
    pub values: Vec<f32>,
    /// Whether values lie around 0 instead of from 0 upwards.
    pub is_signed: bool,
}

/// Bars.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bars {
    /// What the bars stand for; with a range, they are the cells of a histogram over it.
    pub x: Axis,
    /// How long they are.
    pub y: Axis,
    /// A name a bar; may be empty for a histogram.
    pub names: Vec<String>,
    /// Several groups stand side by side, or on each other.
    pub groups: Vec<BarGroup>,
    /// Whether groups stand on each other: parts of one count. Upright bars without negative values.
    pub is_stacked: bool,
}

/// Bars of one colour.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BarGroup {
    /// Its name in the legend.
    pub name: String,
    /// A value a bar.
    pub values: Vec<f32>,
}

/// Small pictures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tiles {
    /// Tiles in a row.
    pub across: u8,
    /// Whether values lie around 0 instead of from 0 upwards.
    pub is_signed: bool,
    /// From the top left.
    pub tiles: Vec<Tile>,
}

/// One small picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tile {
    /// Below it.
    pub name: String,
    /// Pixels in a row.
    pub columns: u16,
    /// Row by row from the top left.
    pub values: Vec<f32>,
}

/// A table of text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Headings; the first column names its row.
    pub columns: Vec<String>,
    /// From top to bottom.
    pub rows: Vec<Vec<String>>,
}

/// Lines of text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Each with a short label, which may be empty.
    pub lines: Vec<(String, String)>,
}

/// A dense network.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Network {
    /// Units in each layer, inputs first.
    pub sizes: Vec<u16>,
    /// Layer by layer: weights unit by input, then biases.
    pub weights: Vec<f32>,
    /// What each hidden unit answers over the plane, unit by unit: `map_side` squared values each.
    pub maps: Vec<Vec<f32>>,
    /// Cells along one side of a map.
    pub map_side: u16,
    /// The panel on whose plane a chosen unit's map is shown large.
    pub shown_in: Option<String>,
}
