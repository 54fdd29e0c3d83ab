//! A scene as an SVG document that stands alone: colours inline, typefaces by their generic names,
//! rasters as pictures inside it.

use crate::pen::pixels;
use crate::png;
use crate::scene::{Inks, Mark, Raster, Scene, Shape, TEXT, Text};

/// The document: a scene at a place of a page of that size. Title and description are what is read
/// aloud instead of it.
pub fn document(
    scene: &Scene,
    (size, at): ((f64, f64), (f64, f64)),
    inks: &Inks,
    (title, says): (&str, &str),
) -> String {
    let (width, height) = (pixels(size.0), pixels(size.1));
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"IBM Plex Sans, system-ui, \
         sans-serif\" font-size=\"{TEXT}\" font-variant-numeric=\"tabular-nums\">\n"
    );
    element(&mut text, "title", title);
    element(&mut text, "desc", says);
    text.push_str("<rect width=\"100%\" height=\"100%\" fill=\"");
    text.push_str(&inks.paper.css());
    text.push_str(&format!(
        "\"/>\n<g transform=\"translate({} {})\">\n",
        pixels(at.0),
        pixels(at.1)
    ));
    scene.rasters.iter().for_each(|raster| image(&mut text, raster));
    for mark in &scene.marks {
        match mark {
            Mark::Shape(it) => shape(&mut text, it),
            Mark::Text(it) => words(&mut text, it),
        }
    }
    text.push_str("</g>\n</svg>\n");
    text
}

fn element(text: &mut String, name: &str, inside: &str) {
    text.push_str(&format!("<{name}>"));
    escape(text, inside);
    text.push_str(&format!("</{name}>\n"));
}

fn attribute(text: &mut String, name: &str, value: &str) {
    text.push(' ');
    text.push_str(name);
    text.push_str("=\"");
    text.push_str(value);
    text.push('"');
}

fn area(text: &mut String, area: [f64; 4]) {
    for (name, value) in ["x", "y", "width", "height"].into_iter().zip(area) {
        attribute(text, name, &pixels(value));
    }
}

fn image(text: &mut String, raster: &Raster) {
    text.push_str("<image");
    area(text, raster.area);
    attribute(text, "preserveAspectRatio", "none");
    if !raster.is_smooth {
        attribute(text, "image-rendering", "pixelated");
    }
    attribute(text, "href", &png::data_url(raster));
    text.push_str("/>\n");
}

fn shape(text: &mut String, shape: &Shape) {
    if let Some(clip) = shape.clip {
        // A nested document cuts at its own edges; a clip path would need a name of its own.
        text.push_str("<svg");
        area(text, clip);
        let edges = clip.map(pixels).join(" ");
        attribute(text, "viewBox", &edges);
        text.push('>');
    }
    text.push_str("<path");
    attribute(text, "d", &shape.data);
    attribute(text, "fill", &shape.fill.map_or_else(|| "none".into(), |ink| ink.css()));
    if let Some(ink) = shape.stroke {
        attribute(text, "stroke", &ink.css());
        attribute(text, "stroke-width", &pixels(shape.width));
        attribute(text, "stroke-linejoin", "round");
        if !shape.dash.is_empty() {
            attribute(text, "stroke-dasharray", shape.dash);
        }
    }
    text.push_str(if shape.clip.is_some() { "/></svg>\n" } else { "/>\n" });
}

fn words(text: &mut String, words: &Text) {
    text.push_str("<text");
    attribute(text, "x", &pixels(words.at.0));
    attribute(text, "y", &pixels(words.at.1));
    attribute(text, "fill", &words.ink.css());
    attribute(text, "text-anchor", words.anchor.name());
    if words.is_strong {
        attribute(text, "font-weight", "600");
    }
    if words.is_code {
        attribute(text, "font-family", "ui-monospace, monospace");
        attribute(text, "xml:space", "preserve");
    }
    if let Some(ground) = words.halo {
        attribute(text, "stroke", &ground.css());
        attribute(text, "stroke-width", "3");
        attribute(text, "stroke-linejoin", "round");
        attribute(text, "paint-order", "stroke");
    }
    text.push('>');
    escape(text, &words.words);
    text.push_str("</text>\n");
}

/// Characters that XML reserves, and those that it forbids.
fn escape(text: &mut String, words: &str) {
    for letter in words.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '\t' | '\n' | '\r' => text.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => text.push('\u{fffd}'),
            _ => text.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::colour::{Rgb, Theme};
    use crate::pen::Pen;

    #[test]
    fn a_document_holds_everything_that_is_drawn() {
        let mut pen = Pen::default();
        pen.rect([0.0, 0.0, 4.0, 4.0]);
        let shape = Shape::filled(pen, Rgb::BLACK).outlined(Rgb::WHITE, 1.5).dashed("2 3");
        let scene = Scene {
            size: (20.0, 10.0),
            rasters: Raster::new([1.0, 2.0, 3.0, 4.0], 1, [Rgb::BLACK].into_iter())
                .into_iter()
                .collect(),
            marks: vec![
                Shape::within([0.0, 8.0, 0.0, 9.0], shape).into(),
                Text::new((1.0, 2.5), "a < b & \u{1}", Rgb::BLACK).on(Rgb::WHITE).into(),
            ],
        };
        let text = document(
            &scene,
            (scene.size, (0.0, 3.0)),
            &Inks::of(Theme::Light),
            ("Title & more", "Says."),
        );
        for part in [
            "viewBox=\"0 0 20 10\"",
            "<title>Title &amp; more</title>",
            "<image x=\"1\" y=\"2\" width=\"3\" height=\"4\"",
            "image-rendering=\"pixelated\" href=\"data:image/png;base64,iVBOR",
            "<svg x=\"0\" y=\"0\" width=\"8\" height=\"9\" viewBox=\"0 0 8 9\"><path",
            "stroke-dasharray=\"2 3\"/></svg>",
            ">a &lt; b &amp; \u{fffd}</text>",
        ] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        assert!(!text.contains("style"), "a policy may refuse it");
    }
}
