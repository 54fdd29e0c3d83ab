//! Painting grids of colours on canvases, crisp on any pixel density. Coordinates are CSS pixels.

use std::{cell::RefCell, collections::BTreeMap};

use viz::scene::{Raster, Scene};
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// A canvas ready to be painted.
struct Surface {
    context: CanvasRenderingContext2d,
    /// In CSS pixels.
    width: f64,
    /// In CSS pixels.
    height: f64,
}

fn sized(canvas: &HtmlCanvasElement, width: f64, height: f64, density: f64) -> Option<Surface> {
    let pixels = |length: f64| (length * density).round().max(1.0) as u32;
    if (canvas.width(), canvas.height()) != (pixels(width), pixels(height)) {
        canvas.set_width(pixels(width));
        canvas.set_height(pixels(height));
    }
    let context = context(canvas)?;
    context.set_transform(density, 0.0, 0.0, density, 0.0, 0.0).ok()?;
    Some(Surface { context, width, height })
}

fn new_canvas() -> Option<HtmlCanvasElement> {
    web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

thread_local! {
    /// By columns and rows: canvases that hold one value a pixel before it is drawn larger. Kept,
    /// because a canvas is slow to make and slow to resize.
    static SCRATCH: RefCell<BTreeMap<(u32, u32), HtmlCanvasElement>> = RefCell::default();
}

fn scratch(columns: u32, rows: u32) -> Option<HtmlCanvasElement> {
    SCRATCH.with_borrow_mut(|kept| {
        if let Some(canvas) = kept.get(&(columns, rows)) {
            return Some(canvas.clone());
        }
        let canvas = new_canvas()?;
        canvas.set_width(columns);
        canvas.set_height(rows);
        kept.insert((columns, rows), canvas.clone());
        Some(canvas)
    })
}

/// Paints the rasters of a scene on a canvas that is as large as the scene.
pub fn rasters(canvas: &HtmlCanvasElement, scene: &Scene) {
    let density = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    let Some(surface) = sized(canvas, scene.size.0, scene.size.1, density) else { return };
    surface.context.clear_rect(0.0, 0.0, surface.width, surface.height);
    for raster in &scene.rasters {
        surface.raster(raster);
    }
}

/// A rectangle: left, top, width, height.
type Area = (f64, f64, f64, f64);

impl Surface {
    /// A grid of colours.
    fn raster(&self, raster: &Raster) {
        let [x, y, width, height] = raster.area;
        self.context.set_image_smoothing_enabled(raster.is_smooth);
        self.grid(&raster.pixels, (raster.columns, raster.rows()), (x, y, width, height));
    }

    /// Four bytes a cell, row by row from the top.
    fn grid(&self, pixels: &[u8], (columns, rows): (usize, usize), (x, y, w, h): Area) {
        let (columns, rows) = (columns as u32, rows as u32);
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(pixels), columns, rows);
        if let (Some(scratch), Ok(image)) = (scratch(columns, rows), image) {
            // Both are of the size just made, and neither is tainted: nothing to refuse.
            let _ = context(&scratch).map(|it| it.put_image_data(&image, 0.0, 0.0));
            let _ = self
                .context
                .draw_image_with_html_canvas_element_and_dw_and_dh(&scratch, x, y, w, h);
        }
    }
}
