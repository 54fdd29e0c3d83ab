//! Numbers to shapes, scales, colours and alternative text.
//!
//! Everything here is a pure function of numbers: no DOM, no clock, no model. A component of `ui`
//! turns the layouts into SVG attributes or canvas pixels; the sentences and tables say the same
//! numbers to somebody who does not see the picture.

pub mod boxes;
pub mod chart;
pub mod colour;
pub mod contour;
pub mod figure;
pub mod graph;
pub mod growth;
pub mod lettering;
pub mod matrix;
pub mod network;
pub mod palette;
pub mod pen;
pub mod png;
pub mod roc;
pub mod scale;
pub mod scatter;
pub mod scene;
pub mod shades;
pub mod svg;
pub mod table;

pub use colour::{Rgb, Theme};
pub use figures::format;
