//! The figures of labs on a page: a heading, the figure, a sentence for screen readers, and the same
//! numbers as a table.
//!
//! What is drawn where is decided in `viz::figure`; here it becomes elements, painted pixels and
//! answers to pointer and keys.

mod act;
mod draw;
pub mod paint;
mod picture;
mod sight;
mod take;
mod turn;
mod writing;

use std::rc::Rc;

use figures::{Figure, Panel};
use viz::Theme;
use viz::network::UnitId;
use yew::prelude::*;

use crate::components::AsTable;
use picture::Picture;

pub use take::{Take, TakeProps, save_csv, save_png, save_svg};
pub use viz::figure::{document as to_svg, merged, table};

/// Rows of the table on the page; a file has them all.
const ROWS: usize = 60;

/// Properties of [`FigureView`].
#[derive(Properties, PartialEq)]
pub struct FigureViewProps {
    /// One panel, or the same panel of several lanes.
    pub panel: Rc<Panel>,
    /// Short name of the lane, "" where there is one lane only.
    #[prop_or_default]
    pub lane: AttrValue,
    /// Colours on screen.
    pub theme: Theme,
    /// A turned arrow sets a control: name and angle in degrees.
    #[prop_or_default]
    pub on_turn: Callback<(String, f64)>,
    /// A hand on a plane that can be drawn on.
    #[prop_or_default]
    pub on_touch: Option<Callback<Touch>>,
    /// A unit of a network was chosen.
    #[prop_or_default]
    pub on_unit: Option<Callback<UnitId>>,
}

/// What a hand does to a plane that can be drawn on, and where, in data units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Touch {
    /// With what.
    pub with: Hand,
    /// Where.
    pub at: (f32, f32),
}

/// What a plane is touched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The tool that is chosen.
    Tool,
    /// A pencil of this class, by its letter.
    Class(u8),
    /// The eraser.
    Eraser,
}

/// A panel.
#[component]
pub fn FigureView(props: &FigureViewProps) -> Html {
    let FigureViewProps { panel, lane, .. } = props;
    let name = match lane.as_str() {
        "" => panel.title.clone(),
        lane => format!("{}, lane {lane}", panel.title),
    };
    let is_writing = matches!(panel.figure, Figure::Table(_) | Figure::Text(_));
    let body = match &panel.figure {
        Figure::Table(table) => writing::table(table, &name),
        Figure::Text(text) => writing::text(text),
        _ => html! {
            <Picture
                panel={panel.clone()} theme={props.theme} name={name.clone()} on_turn={props.on_turn.clone()}
                on_touch={props.on_touch.clone()} on_unit={props.on_unit.clone()}
            />
        },
    };
    html! {
        <figure class="fig" data-panel={panel.id.clone()}>
            <h2 class="fig-title">
                if !lane.is_empty() { <span class={format!("fig-lane fig-lane-{}", lane.to_ascii_lowercase())}>{ lane }</span> }
                { &panel.title }
            </h2>
            <figcaption class="aside-text">{ &panel.says }</figcaption>
            { body }
            if !is_writing { { as_table(panel, name) } }
        </figure>
    }
}

fn as_table(panel: &Rc<Panel>, name: String) -> Html {
    let words = |row: Vec<String>| row.into_iter().map(AttrValue::from).collect::<Vec<_>>();
    let columns = words(viz::figure::headings(panel));
    let panel = panel.clone();
    let rows = move |()| viz::figure::preview(&panel, ROWS).rows.into_iter().map(words).collect();
    html! { <AsTable caption={name} {columns} rows={Callback::from(rows)} /> }
}
