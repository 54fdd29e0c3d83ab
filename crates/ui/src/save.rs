//! Files and texts that a visitor takes along: downloads and the clipboard. Nothing is sent anywhere.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};
use yew::Callback;

/// Copies a text, and says whether that worked.
pub fn copy(text: String, done: Callback<bool>) {
    // The clipboard is missing on pages without TLS; the link can still be copied by hand.
    let clipboard = web_sys::window()
        .and_then(|window| js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).ok())
        .and_then(|it| it.dyn_into::<web_sys::Clipboard>().ok());
    if let Some(clipboard) = clipboard {
        spawn_local(async move {
            done.emit(JsFuture::from(clipboard.write_text(&text)).await.is_ok());
        });
    }
}

/// Offers a text as a download.
pub fn save_text(name: &str, kind: &str, text: &str) {
    if let Some(blob) = text_blob(kind, text) {
        save_blob(name, &blob);
    }
}

/// A text as a blob of that media type.
fn text_blob(kind: &str, text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from(text));
    Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}

/// Offers a blob as a download.
pub fn save_blob(name: &str, blob: &Blob) {
    let document = web_sys::window().and_then(|window| window.document());
    let anchor = document
        .and_then(|document| document.create_element("a").ok())
        .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    if let (Some(anchor), Ok(url)) = (anchor, Url::create_object_url_with_blob(blob)) {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        // The download has its own hold on the data by the next turn of the event loop.
        gloo::timers::callback::Timeout::new(10_000, move || {
            let _ = Url::revoke_object_url(&url);
        })
        .forget();
    }
}

/// Pixels of a picture to one of its drawing's, in each direction.
const SCALE: f64 = 2.0;

/// The most pixels that every browser draws (Safari on phones: 16.7 million).
const MOST_PIXELS: f64 = 16e6;

/// Offers a drawing as a PNG of twice the size that the drawing says it has, or as large as can be.
pub fn save_svg_as_png(name: String, svg: &str) {
    let Some(blob) = text_blob("image/svg+xml", svg) else { return };
    spawn_local(async move {
        // A browser that cannot draw it still offers the SVG.
        if let Some(canvas) = drawn(&blob).await {
            let save = Closure::once_into_js(move |blob: Option<Blob>| {
                if let Some(blob) = blob {
                    save_blob(&name, &blob);
                }
            });
            let _ = canvas.to_blob(save.unchecked_ref());
        }
    });
}

async fn drawn(svg: &Blob) -> Option<HtmlCanvasElement> {
    let url = Url::create_object_url_with_blob(svg).ok()?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&url);
    let is_decoded = JsFuture::from(image.decode()).await.is_ok();
    let _ = Url::revoke_object_url(&url);
    let canvas = gloo::utils::document().create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok().filter(|_| is_decoded)?;
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let scale = SCALE.min((MOST_PIXELS / (width * height).max(1.0)).sqrt());
    let (width, height) = ((width * scale).floor(), (height * scale).floor());
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    Some(canvas)
}
