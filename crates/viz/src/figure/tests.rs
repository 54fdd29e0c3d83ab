//! Figures of every kind, sound and broken: nothing panics, everything stays on the drawing, and what
//! is read is what was given.

mod known;

use figures::{
    Arrow, Axis, BarGroup, Bars, Field, FieldKind, Group, Heat, Lines, Network, Path, Plane,
    Series, Style, Table, Tile, Tiles,
};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// A width of a phone, of half a page, of a page.
const WIDTHS: [f64; 3] = [280.0, 420.0, 900.0];
const KEYS: [&str; 6] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

fn frame(width: f64) -> Frame {
    Frame { width, height: None, theme: Theme::Light }
}

/// Any number, odd ones among them.
fn number() -> impl Strategy<Value = f32> {
    prop_oneof![4 => -100f32..100.0, 1 => any::<f32>(), 1 => Just(f32::NAN), 1 => Just(0.0f32)]
}

fn points() -> impl Strategy<Value = Vec<(f32, f32)>> {
    vec((number(), number()), 0..12)
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("A loss".into()), "[a-z µ]{1,40}"]
}

fn axis() -> impl Strategy<Value = Axis> {
    let range = proptest::option::of((number(), number()));
    (name(), any::<bool>(), range).prop_map(|(name, is_log, range)| Axis { name, is_log, range })
}

fn lines() -> impl Strategy<Value = Figure> {
    let style =
        (0..4usize).prop_map(|it| [Style::Line, Style::Dashed, Style::Faint, Style::Dots][it]);
    let series = (name(), style, points());
    let series = series.prop_map(|(name, style, points)| Series { name, style, points });
    (axis(), axis(), vec(series, 0..9))
        .prop_map(|(x, y, series)| Figure::Lines(Lines { x, y, series }))
}

fn plane() -> impl Strategy<Value = Figure> {
    let kind =
        (0..3usize).prop_map(|it| [FieldKind::Signed, FieldKind::Regions, FieldKind::Height][it]);
    let field = (0u16..7, 0u16..7, kind, vec(number(), 36), any::<bool>());
    let field = field.prop_map(|(columns, rows, kind, mut values, is_whole)| {
        values.truncate(usize::from(columns * rows) + usize::from(!is_whole));
        Field { columns, rows, values, kind }
    });
    let group = (name(), any::<u8>(), any::<bool>(), any::<bool>(), points());
    let group = group.prop_map(|(name, class, is_hollow, is_centre, points)| Group {
        name,
        class,
        is_hollow,
        is_centre,
        points,
    });
    let path = (name(), points()).prop_map(|(name, points)| Path { name, points });
    let arrow = (name(), (number(), number()), (number(), number()));
    let arrow =
        arrow.prop_map(|(name, from, to)| Arrow { name, from, to, turns: Some("angle".into()) });
    let parts = (vec(group, 0..5), vec(path, 0..4), vec(arrow, 0..3));
    (axis(), axis(), any::<bool>(), proptest::option::of(field), parts).prop_map(
        |(x, y, is_square, field, (groups, paths, arrows))| {
            Figure::Plane(Plane { x, y, is_square, field, groups, paths, arrows })
        },
    )
}

fn cells() -> impl Strategy<Value = Figure> {
    let heat =
        (vec(name(), 0..30), vec(name(), 0..30), any::<bool>(), vec(number(), 900), any::<bool>());
    let heat = heat.prop_map(|(rows, columns, is_signed, mut values, is_whole)| {
        values.truncate(rows.len() * columns.len() + usize::from(!is_whole));
        let (row_axis, column_axis) = ("true".to_owned(), "predicted".to_owned());
        Figure::Heat(Heat { row_axis, column_axis, rows, columns, values, is_signed })
    });
    let tile = (name(), 0u16..9, vec(number(), 0..40));
    let tile = tile.prop_map(|(name, columns, values)| Tile { name, columns, values });
    let tiles = (any::<u8>(), any::<bool>(), vec(tile, 0..12));
    let tiles = tiles
        .prop_map(|(across, is_signed, tiles)| Figure::Tiles(Tiles { across, is_signed, tiles }));
    prop_oneof![heat, tiles]
}

fn rest() -> impl Strategy<Value = Figure> {
    let group = (name(), vec(number(), 0..9));
    let group = group.prop_map(|(name, values)| BarGroup { name, values });
    let bars = (axis(), axis(), vec(name(), 0..9), vec(group, 0..4), any::<bool>());
    let bars = bars.prop_map(|(x, y, names, groups, is_stacked)| {
        Figure::Bars(Bars { x, y, names, groups, is_stacked })
    });
    let network =
        (vec(0u16..20, 0..5), vec(number(), 0..60), vec(vec(number(), 9), 0..9), any::<bool>());
    let network = network.prop_map(|(sizes, mut weights, maps, is_whole)| {
        if is_whole {
            let count =
                sizes.windows(2).map(|it| usize::from(it[0] + 1) * usize::from(it[1])).sum();
            weights.resize(count, -0.5);
        }
        Figure::Network(Network { sizes, weights, maps, map_side: 3, shown_in: None })
    });
    let table = (vec(name(), 0..5), vec(vec(name(), 0..6), 0..5));
    let table = table.prop_map(|(columns, rows)| Figure::Table(Table { columns, rows }));
    let text = vec((name(), "\\PC{0,90}"), 0..5);
    let text = text.prop_map(|lines| Figure::Text(figures::Text { lines }));
    prop_oneof![bars, network, table, text]
}

/// Everything that can be asked of a drawing.
fn sound(figure: Figure, width: f64) -> Result<(), TestCaseError> {
    let frame = frame(width);
    let drawing = lay(&figure, &frame);
    let (across, down) = drawing.scene.size;
    prop_assert_eq!(across, width);
    prop_assert!(down > 0.0 && down < 40_000.0, "{down} high");
    for mark in &drawing.scene.marks {
        match mark {
            Mark::Text(text) => {
                let (x, y) = text.at;
                prop_assert!((-1.0..=across + 1.0).contains(&x), "{text:?} leaves {across}");
                prop_assert!((0.0..=down + 1.0).contains(&y), "{text:?} leaves {down}");
            }
            Mark::Shape(shape) => prop_assert!(!shape.data.contains("NaN")),
        }
    }
    for raster in &drawing.scene.rasters {
        let [x, y, w, h] = raster.area;
        prop_assert!(x >= -0.1 && y >= -0.1 && x + w <= across + 0.1 && y + h <= down + 0.1);
    }
    let mut at = None;
    for key in KEYS.into_iter().cycle().take(24) {
        at = drawing.step(at, key).or(at);
        if let Some(at) = at {
            prop_assert!(at.0.is_finite() && at.1.is_finite());
            drawing.read(&figure, &frame, at);
        }
    }
    prop_assert_eq!(drawing.step(at, "x"), None);
    for at in [(0.0, 0.0), (width / 2.0, down / 2.0), (f64::NAN, 1e9)] {
        drawing.read(&figure, &frame, at);
        for handle in &drawing.handles {
            prop_assert!((-180.0..=180.0).contains(&handle.degrees));
            prop_assert!(drawing.turned(handle, at).is_none_or(f64::is_finite));
        }
    }
    let panel = Panel::new("p", "Panel", "Says.", figure);
    let rows = table(&panel);
    prop_assert!(rows.rows.iter().all(|row| row.len() == rows.headings.len()));
    prop_assert!(document(&panel, (width, 300.0), Theme::Dark).ends_with("</svg>\n"));
    merged(&[("A".into(), &panel), ("B".into(), &panel)]);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn lines_are_sound(figure in lines(), width in 0..3usize) { sound(figure, WIDTHS[width])?; }

    #[test]
    fn planes_are_sound(figure in plane(), width in 0..3usize) { sound(figure, WIDTHS[width])?; }

    #[test]
    fn cells_are_sound(figure in cells(), width in 0..3usize) { sound(figure, WIDTHS[width])?; }

    #[test]
    fn the_rest_is_sound(figure in rest(), width in 0..3usize) { sound(figure, WIDTHS[width])?; }
}
