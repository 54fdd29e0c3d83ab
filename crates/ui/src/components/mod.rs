//! Small parts that every room is made of. Looks are in `www/styles`; nothing here sets a style.

mod button;
mod callout;
mod disclosure;
mod fields;
mod icon;
mod progress;
mod prose;
mod segment;
mod shortcuts;
mod tabs;

pub use button::{Button, ButtonProps, Emphasis};
pub use callout::{Callout, CalloutProps, Tone};
pub use disclosure::{AsTable, AsTableProps, Panel, PanelProps};
pub use fields::{
    NumberField, NumberFieldProps, SelectField, SelectFieldProps, SliderField, SliderFieldProps,
};
pub use icon::{IconMark, ThemeIcon};
pub use progress::{Progress, ProgressProps};
pub use prose::{Prose, ProseProps};
pub use segment::{Choice, Segment, SegmentProps};
pub use shortcuts::{Shortcuts, ShortcutsProps};
pub use tabs::{TabList, TabListProps};
