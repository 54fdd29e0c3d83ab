//! Small pictures in rows, each with its name below it, all on one ramp so that they compare.

use figures::{Tile, Tiles};

use super::cells::{self, Place};
use super::heat::Colours;
use super::legend;
use super::{Drawing, Frame, Places};
use crate::format;
use crate::lettering::{shortened, text_width};
use crate::pen::Pen;
use crate::scene::{Anchor, Inks, LINE, Mark, Raster, Scene, Shape, Text};

/// Between tiles.
const GAP: f64 = 10.0;
/// Narrowest tile; below that fewer stand in a row.
const NARROWEST: f64 = 40.0;
/// Narrowest tile for the sake of a name.
const NAMED: f64 = 76.0;
/// Widest tile.
const WIDEST: f64 = 112.0;

/// Lays tiles out.
pub fn lay(tiles: &Tiles, frame: &Frame) -> Drawing {
    let inks = Inks::of(frame.theme);
    let shown: Vec<&Tile> = tiles.tiles.iter().collect();
    let mut scene = Scene { size: (frame.width, 40.0), ..Scene::default() };
    if shown.iter().all(|it| rows_of(it).is_none()) {
        scene.marks.push(Text::new((0.0, 16.0), "Nothing to show yet.", inks.muted).into());
        return Drawing::new(scene, Places::Nothing);
    }
    let name = shown.iter().map(|it| text_width(&it.name)).fold(0.0, f64::max);
    let least = name.clamp(NARROWEST, NAMED);
    let most = ((frame.width + GAP) / (least + GAP)).max(1.0) as usize;
    let wanted = usize::from(tiles.across).clamp(1, shown.len());
    let across = wanted.min(most);
    let width = ((frame.width + GAP) / across as f64 - GAP).min(WIDEST);
    let values = shown.iter().flat_map(|it| &it.values);
    let colours = Colours::of(values, tiles.is_signed, frame.theme);
    let mut layout = cells::Layout::default();
    let mut top = 0.0;
    for row in shown.chunks(across) {
        let mut lowest: f64 = 0.0;
        for (index, tile) in row.iter().enumerate() {
            let left = index as f64 * (width + GAP);
            let area = area_of(tile, [left, top], width);
            lowest = lowest.max(area[3]);
            draw(tile, area, width, &colours, &inks, &mut scene);
            layout.grids.push((area, usize::from(tile.columns).max(1), rows_of(tile).unwrap_or(1)));
        }
        top += lowest + LINE + GAP;
    }
    scene.size.1 = top + legend::RAMP;
    colours.legend(&mut scene, top, &inks);
    Drawing::new(scene, Places::Cells(layout))
}

/// Rows of a tile; nothing where its values are not whole rows.
fn rows_of(tile: &Tile) -> Option<usize> {
    let columns = usize::from(tile.columns);
    let is_whole =
        columns > 0 && !tile.values.is_empty() && tile.values.len().is_multiple_of(columns);
    is_whole.then(|| tile.values.len() / columns)
}

/// As large as the width allows, with pixels of a whole number where they are large enough.
fn area_of(tile: &Tile, [left, top]: [f64; 2], width: f64) -> [f64; 4] {
    let columns = f64::from(tile.columns.max(1));
    let rows = rows_of(tile).unwrap_or(1) as f64;
    let pixel = (width / columns).min(2.0 * width / rows);
    // Half a pixel of CSS is a whole one of most screens.
    let pixel = if pixel >= 2.0 { (pixel * 2.0).floor() / 2.0 } else { pixel };
    [left, top, pixel * columns, pixel * rows]
}

fn draw(
    tile: &Tile,
    area: [f64; 4],
    width: f64,
    colours: &Colours,
    inks: &Inks,
    scene: &mut Scene,
) {
    if rows_of(tile).is_some() {
        let cells = tile.values.iter().map(|it| colours.at(*it));
        scene.rasters.extend(Raster::new(area, tile.columns.into(), cells));
    }
    let [left, top, across, down] = area;
    let mut frame = Pen::default();
    frame.rect([left + 0.5, top + 0.5, (across - 1.0).max(0.0), (down - 1.0).max(0.0)]);
    scene.marks.push(Shape::line(frame, inks.line, 1.0).into());
    let name = shortened(&tile.name, width);
    let x = left + (across / 2.0).max(text_width(&name) / 2.0).min(width / 2.0);
    let text = Text::new((x, top + down + 13.0), name, inks.muted).anchored(Anchor::Middle);
    scene.marks.push(Mark::Text(text));
}

/// A pixel in words.
pub fn words(tiles: &Tiles, (tile, row, column): Place) -> Option<String> {
    let tile = tiles.tiles.get(tile)?;
    let value = tile.values.get(row * usize::from(tile.columns) + column)?;
    let place = format!("row {}, column {}", row + 1, column + 1);
    let value = format::decimal(f64::from(*value));
    let name = if tile.name.is_empty() { String::new() } else { format!("{}; ", tile.name) };
    Some(format!("{name}{place}; {value}"))
}
