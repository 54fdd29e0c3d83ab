//! What goes into an experiment and what it shows, as plain numbers with names and units: no pixels,
//! no tensors, no words for one particular page.
//!
//! The experiments of `labs` produce these types, `protocol` carries them from the worker to the
//! page, `viz` and `ui` draw them, `content` declares the controls that set them. So every lab is
//! drawn, read aloud, tabulated and exported by the same code, and numbers are written in one way
//! ([`format`]) in the worker's sentences and on the page.

mod finding;
pub mod format;
mod measure;
mod panel;
mod settings;
mod sheet;

pub use finding::{Finding, FindingKind};
pub use measure::{Better, Measure, Unit};
pub use panel::{
    Arrow, Axis, BarGroup, Bars, Field, FieldKind, Figure, Group, Heat, Lines, Network, Panel,
    Path, Plane, Series, Style, Table, Text, Tile, Tiles,
};
pub use settings::{Invalid, Settings, Value};
pub use sheet::Sheet;
