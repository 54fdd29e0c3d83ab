//! A matrix to read: every cell by hover, focus, tap and arrow keys, masked cells drawn as masked,
//! the numbers as a table behind a toggle.
//!
//! Used for the heads of the attention page and for the weights that a learner's function returns.

use std::rc::Rc;

use viz::matrix::{Cell, Layout, Matrix, Place, Step, WIDEST, layout_up_to};
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::prelude::*;

use crate::components::AsTable;

use super::legend::Legend;
use crate::surroundings::{use_colour_theme, use_width};

/// Room for the names of the axes, in pixels.
const AXIS: f64 = 18.0;
/// Width that is assumed until the element is on the page.
const FIRST_WIDTH: f64 = 520.0;

/// Properties of [`MatrixView`].
#[derive(Properties, PartialEq)]
pub struct MatrixViewProps {
    /// What is shown.
    pub matrix: Rc<Matrix>,
    /// Names the matrix: `Softmax of layer 2, head 1`.
    pub caption: AttrValue,
    /// What the columns are: `keys: what is looked at`.
    #[prop_or(AttrValue::Static("keys: what is looked at"))]
    pub columns: AttrValue,
    /// What the rows are.
    #[prop_or(AttrValue::Static("queries: who looks"))]
    pub rows: AttrValue,
    /// Layer, counted from 1, where the matrix belongs to a model.
    #[prop_or_default]
    pub layer: Option<usize>,
    /// Head, counted from 1.
    #[prop_or_default]
    pub head: Option<usize>,
    /// Cells do not grow beyond this, in pixels.
    #[prop_or(WIDEST)]
    pub widest: f64,
    /// The cell in focus.
    #[prop_or_default]
    pub selected: Place,
    /// Another cell was tapped or reached with the keyboard.
    #[prop_or_default]
    pub on_select: Callback<Place>,
}

/// A matrix with its title, the reading of one cell, its legend and its table.
#[component]
pub fn MatrixView(props: &MatrixViewProps) -> Html {
    let hovered = use_state_eq(|| None::<Place>);
    let read = props.matrix.cell_words(hovered.unwrap_or(props.selected));
    let table = props.matrix.table(&props.caption);
    let rows = move |()| {
        table.rows.iter().map(|row| row.iter().cloned().map(AttrValue::from).collect()).collect()
    };
    html! {
        <section
            class="matrix"
            aria-label={&props.caption}
            data-testid="attention-matrix"
            data-layer={props.layer.map(|layer| layer.to_string())}
            data-head={props.head.map(|head| head.to_string())}
        >
            <p class="matrix-title">{ &props.caption }</p>
            <Grid
                matrix={Rc::clone(&props.matrix)}
                caption={props.caption.clone()}
                columns={props.columns.clone()}
                rows={props.rows.clone()}
                widest={props.widest}
                selected={props.selected}
                on_select={props.on_select.clone()}
                on_hover={Callback::from(move |place| hovered.set(place))}
            />
            <p class="matrix-reading num">{ read }</p>
            <Legend matrix={Rc::clone(&props.matrix)} />
            <AsTable caption={props.caption.clone()} columns={column_names(&props.matrix)} rows={Callback::from(rows)} />
        </section>
    }
}

fn column_names(matrix: &Matrix) -> Vec<AttrValue> {
    matrix.table("").headings.into_iter().map(AttrValue::from).collect()
}

#[derive(Properties, PartialEq)]
struct GridProps {
    matrix: Rc<Matrix>,
    caption: AttrValue,
    columns: AttrValue,
    rows: AttrValue,
    widest: f64,
    selected: Place,
    on_select: Callback<Place>,
    on_hover: Callback<Option<Place>>,
}

#[component]
fn Grid(props: &GridProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let theme = use_colour_theme();
    let layout = layout_up_to(&props.matrix, (width - AXIS).max(120.0), props.widest, theme);
    let (full_width, full_height) = (layout.width + AXIS, layout.height + AXIS);
    let listeners = Listeners::new(props);
    let row = |index: usize| draw_row(props, &layout, index);
    let in_cells = format!("translate({} {}) scale({})", layout.left, layout.top, layout.cell);
    html! {
        <div class="matrix-picture" ref={node}>
            <svg
                width={full_width.to_string()}
                height={full_height.to_string()}
                viewBox={format!("{} {} {full_width} {full_height}", -AXIS, -AXIS)}
                onkeydown={listeners.keydown}
                onclick={listeners.click}
                onpointermove={listeners.hover}
                onpointerleave={listeners.leave}
            >
                { axis_names(props, &layout) }
                <g
                    role="grid" transform={in_cells.clone()} aria-label={&props.caption}
                    aria-description={props.matrix.sentence(&props.caption)}
                >
                    { for (0..props.matrix.rows()).map(row) }
                </g>
                <path class="matrix-masked" transform={in_cells} stroke-width={(1.0 / layout.cell).to_string()} d={masked(&layout.cells)} />
                { numbers(&layout) }
                { focus_frame(&layout, props.selected) }
            </svg>
        </div>
    }
}

fn axis_names(props: &GridProps, layout: &Layout) -> Html {
    let middle = layout.top + layout.cell * layout.row_labels.len() as f64 / 2.0;
    html! {
        <g class="matrix-axes" aria-hidden="true">
            <text x={layout.left.to_string()} y="-5">{ &props.columns }</text>
            <text transform={format!("translate(-6 {middle}) rotate(-90)")} text-anchor="middle">{ &props.rows }</text>
            { for layout.column_labels.iter().enumerate().map(|(index, label)| html! {
                <text
                    class={classes!("matrix-label", (index == props.selected.1).then_some("is-focused"))}
                    x={label.x.to_string()} y={label.y.to_string()} text-anchor="middle"
                >{ &label.text }</text>
            }) }
            { for layout.row_labels.iter().enumerate().map(|(index, label)| html! {
                <text
                    class={classes!("matrix-label", (index == props.selected.0).then_some("is-focused"))}
                    x={label.x.to_string()} y={label.y.to_string()} text-anchor="end"
                >{ &label.text }</text>
            }) }
        </g>
    }
}

fn draw_row(props: &GridProps, layout: &Layout, row: usize) -> Html {
    let columns = props.matrix.columns();
    let cells = layout.cells.iter().skip(row * columns).take(columns);
    html! {
        <g role="row" key={row}>
            { for cells.map(|cell| draw_cell(props, cell)) }
        </g>
    }
}

/// Room around a cell's colour, as a share of its side.
const GAP: f64 = 0.04;

/// A cell of side 1: where it stands does not depend on how many there are, so that a token more
/// changes nothing about the cells that were there.
fn draw_cell(props: &GridProps, cell: &Cell) -> Html {
    let (row, column) = cell.place;
    let value = props.matrix.value(cell.place);
    let fill = cell.fill.map_or(AttrValue::Static("transparent"), |fill| fill.css().into());
    html! {
        <g
            role="gridcell"
            key={column}
            tabindex={if cell.place == props.selected { "0" } else { "-1" }}
            aria-label={props.matrix.cell_words(cell.place)}
            aria-selected={(cell.place == props.selected).to_string()}
            data-row={row.to_string()}
            data-column={column.to_string()}
            data-value={value.map(|value| value.to_string())}
            data-masked={value.is_none().then_some("true")}
        >
            <rect
                x={(column as f64 + GAP).to_string()} y={(row as f64 + GAP).to_string()}
                width={(1.0 - 2.0 * GAP).to_string()} height={(1.0 - 2.0 * GAP).to_string()} rx="0.06" {fill}
            />
        </g>
    }
}

/// A stroke through each masked cell, in cells of side 1: one path, since nothing happens to it.
fn masked(cells: &[Cell]) -> String {
    let masked = cells.iter().filter(|cell| cell.fill.is_none());
    masked.fold(String::new(), |path, cell| {
        let (row, column) = cell.place;
        path + &format!("M{column}.17 {row}.83L{column}.83 {row}.17")
    })
}

/// The values where they fit, above the cells: each cell says its own in full to screen readers.
fn numbers(layout: &Layout) -> Html {
    let number = |cell: &Cell| {
        let middle = layout.cell / 2.0;
        cell.text.as_ref().map(|text| {
            html! {
                <text
                    x={(cell.x + middle).to_string()} y={(cell.y + middle + 4.0).to_string()}
                    text-anchor="middle" fill={cell.ink.css()}
                >{ text }</text>
            }
        })
    };
    html! { <g aria-hidden="true">{ for layout.cells.iter().filter_map(number) }</g> }
}

fn focus_frame(layout: &Layout, selected: Place) -> Html {
    let Some(cell) = layout.cell_at(selected) else { return html! {} };
    html! {
        <rect
            class="matrix-focus" aria-hidden="true"
            x={cell.x.to_string()} y={cell.y.to_string()}
            width={layout.cell.to_string()} height={layout.cell.to_string()} rx="4"
        />
    }
}

/// One listener of each kind for all cells: the cell is found from the event's target.
struct Listeners {
    keydown: Callback<KeyboardEvent>,
    click: Callback<MouseEvent>,
    hover: Callback<PointerEvent>,
    leave: Callback<PointerEvent>,
}

impl Listeners {
    fn new(props: &GridProps) -> Self {
        let (matrix, selected) = (Rc::clone(&props.matrix), props.selected);
        let (on_key, on_click) = (props.on_select.clone(), props.on_select.clone());
        let (on_hover, on_leave) = (props.on_hover.clone(), props.on_hover.clone());
        Self {
            keydown: Callback::from(move |event: KeyboardEvent| {
                let held = event.ctrl_key() || event.meta_key();
                let Some(step) = Step::from_key(&event.key(), held) else { return };
                event.prevent_default();
                let place = matrix.step(selected, step);
                focus_cell(&event, place);
                on_key.emit(place);
            }),
            click: Callback::from(move |event: MouseEvent| {
                if let Some(place) = place_of(&event) {
                    on_click.emit(place);
                }
            }),
            hover: Callback::from(move |event: PointerEvent| on_hover.emit(place_of(&event))),
            leave: Callback::from(move |_| on_leave.emit(None)),
        }
    }
}

fn place_of(event: &Event) -> Option<Place> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let cell = target.closest("[data-row]").ok()??;
    let number = |name: &str| cell.get_attribute(name)?.parse().ok();
    Some((number("data-row")?, number("data-column")?))
}

fn focus_cell(event: &Event, (row, column): Place) {
    let svg = event.current_target().and_then(|node| node.dyn_into::<Element>().ok());
    let selector = format!("[data-row='{row}'][data-column='{column}']");
    let cell = svg.and_then(|svg| svg.query_selector(&selector).ok().flatten());
    if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<SvgElement>().ok()) {
        // A cell that cannot take the focus is still selected.
        let _ = cell.focus();
    }
}
