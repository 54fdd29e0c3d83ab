//! A scene's marks as elements of SVG.

use viz::pen::pixels;
use viz::scene::{Mark, Shape, Text};
use yew::prelude::*;

/// All marks.
pub fn marks(marks: &[Mark]) -> Html {
    marks.iter().map(mark).collect()
}

fn mark(mark: &Mark) -> Html {
    match mark {
        Mark::Text(text) => words(text),
        Mark::Shape(it) => match it.clip {
            None => shape(it),
            // A nested document cuts at its own edges; a clip path would need a name of its own.
            Some(clip) => {
                let [x, y, width, height] = clip.map(pixels);
                let view = format!("{x} {y} {width} {height}");
                html! { <svg {x} {y} {width} {height} viewBox={view}>{ shape(it) }</svg> }
            }
        },
    }
}

fn shape(shape: &Shape) -> Html {
    html! {
        <path
            d={shape.data.clone()}
            fill={shape.fill.map_or_else(|| "none".to_owned(), |ink| ink.css())}
            stroke={shape.stroke.map(|ink| ink.css())}
            stroke-width={shape.stroke.map(|_| pixels(shape.width))}
            stroke-dasharray={(!shape.dash.is_empty()).then_some(shape.dash)}
        />
    }
}

fn words(text: &Text) -> Html {
    html! {
        <text
            x={pixels(text.at.0)}
            y={pixels(text.at.1)}
            fill={text.ink.css()}
            text-anchor={text.anchor.name()}
            font-weight={text.is_strong.then_some("600")}
            stroke={text.halo.map(|ink| ink.css())}
            stroke-width={text.halo.map(|_| "3")}
            paint-order={text.halo.map(|_| "stroke")}
        >{ &text.words }</text>
    }
}
