//! Every head of the model as a small picture to choose from, and what the one in focus does.

use std::rc::Rc;

use protocol::attention::Inspection;
use viz::{Theme, colour::sequential, format};
use yew::prelude::*;

use super::reading::Reading;
use crate::{components::AsTable, surroundings::use_colour_theme};

/// Shades of a thumbnail: one path each, so that many heads stay cheap to draw.
const SHADES: usize = 12;

/// Properties of [`HeadChooser`].
#[derive(Properties, PartialEq)]
pub struct HeadChooserProps {
    /// What the model sees in the text.
    pub inspection: Rc<Inspection>,
    /// What each head does, by layer and head.
    pub readings: Rc<Vec<Vec<Reading>>>,
    /// Layer and head in focus.
    pub focus: (usize, usize),
    /// Another head was chosen.
    pub on_focus: Callback<(usize, usize)>,
}

/// Layers by heads of thumbnails.
#[component]
pub fn HeadChooser(props: &HeadChooserProps) -> Html {
    let theme = use_colour_theme();
    let layer = |(index, readings): (usize, &Vec<Reading>)| {
        html! {
            <div class="heads-layer" role="group" aria-label={format!("Layer {}", index + 1)} key={index}>
                <span class="small">{ format!("layer {}", index + 1) }</span>
                <div class="heads-row">
                    { for readings.iter().enumerate().map(|(head, reading)| {
                        thumbnail(props, theme, (index, head), *reading)
                    }) }
                </div>
            </div>
        }
    };
    html! { <div class="heads">{ for props.readings.iter().enumerate().map(layer) }</div> }
}

fn thumbnail(
    props: &HeadChooserProps,
    theme: Theme,
    place: (usize, usize),
    reading: Reading,
) -> Html {
    let size = props.inspection.tokens.len();
    let on_focus = props.on_focus.clone();
    let name = format!("Head {}.{} {reading}", place.0 + 1, place.1 + 1);
    html! {
        <button
            type="button"
            key={place.1}
            title={name.clone()}
            aria-label={name}
            aria-pressed={if place == props.focus { "true" } else { "false" }}
            data-layer={(place.0 + 1).to_string()}
            data-head={(place.1 + 1).to_string()}
            onclick={Callback::from(move |_| on_focus.emit(place))}
        >
            <svg viewBox={format!("0 0 {size} {size}")} aria-hidden="true">
                { for shaded(head_weights(&props.inspection, place), size).iter().enumerate().map(|(shade, path)| html! {
                    <path d={path.clone()} fill={sequential(theme).at(shade_middle(shade)).css()} />
                }) }
            </svg>
        </button>
    }
}

/// Properties of [`HeadTable`].
#[derive(Properties, PartialEq)]
pub struct HeadTableProps {
    /// What each head does, by layer and head.
    pub readings: Rc<Vec<Vec<Reading>>>,
}

/// Every head in a sentence.
#[component]
pub fn HeadTable(props: &HeadTableProps) -> Html {
    let readings = Rc::clone(&props.readings);
    let columns = ["layer", "head", "what it does", "share of its weight"];
    html! {
        <AsTable
            caption="Every head in a sentence"
            columns={columns.map(AttrValue::from).to_vec()}
            rows={Callback::from(move |()| table(&readings))}
        />
    }
}

fn table(readings: &[Vec<Reading>]) -> Vec<Vec<AttrValue>> {
    let row = |layer: usize, head: usize, reading: &Reading| {
        let share = format::percent(reading.share.into());
        [(layer + 1).to_string(), (head + 1).to_string(), reading.words().into(), share]
            .map(AttrValue::from)
            .to_vec()
    };
    let layer = |(layer, heads): (usize, &Vec<Reading>)| {
        heads
            .iter()
            .enumerate()
            .map(|(head, reading)| row(layer, head, reading))
            .collect::<Vec<_>>()
    };
    readings.iter().enumerate().flat_map(layer).collect()
}

/// One head's part of a tensor `[layer][head][query][key]`; empty where there is none.
#[must_use]
pub fn head_weights(inspection: &Inspection, (layer, head): (usize, usize)) -> &[f32] {
    head_part(inspection, &inspection.weights, (layer, head))
}

/// One head's part of `values`, which has the shape of the inspection's weights.
#[must_use]
pub fn head_part<'a>(
    inspection: &Inspection,
    values: &'a [f32],
    (layer, head): (usize, usize),
) -> &'a [f32] {
    let area = inspection.tokens.len().pow(2);
    let start = (layer * usize::from(inspection.heads) + head) * area;
    values.get(start..start + area).unwrap_or_default()
}

fn shade_middle(shade: usize) -> f32 {
    (shade as f32 + 0.5) / SHADES as f32
}

/// SVG paths, one a shade, of the unit squares with such a weight; masked cells are left out, and
/// neighbours of one shade are one rectangle, because a large model has heads by the hundred.
fn shaded(weights: &[f32], size: usize) -> Vec<String> {
    let shade = |weight: &f32| ((weight.clamp(0.0, 1.0) * SHADES as f32) as usize).min(SHADES - 1);
    let mut paths = vec![String::new(); SHADES];
    for (query, row) in weights.chunks_exact(size.max(1)).enumerate() {
        let shades: Vec<usize> = row.iter().take(query + 1).map(shade).collect();
        let mut key = 0;
        for run in shades.chunk_by(|a, b| a == b) {
            let width = run.len();
            paths[run[0]].push_str(&format!("M{key} {query}h{width}.03v1.03h-{width}.03z"));
            key += width;
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::state::tests::inspection;

    #[test]
    fn every_visible_cell_is_in_one_shade() {
        let paths = shaded(&[1.0, 0.0, 0.3, 0.7], 2);
        assert_eq!(paths.concat().matches('M').count(), 3);
        assert!(paths[SHADES - 1].starts_with("M0 0"));
        assert!(paths[3].starts_with("M0 1"));
    }

    #[test]
    fn neighbours_of_one_shade_are_one_rectangle() {
        let paths = shaded(&[1.0, 0.0, 0.0, 0.5, 0.5, 0.0, 0.0, 0.0, 1.0], 3);
        assert_eq!(paths[6], "M0 1h2.03v1.03h-2.03z");
        assert_eq!(paths[0], "M0 2h2.03v1.03h-2.03z");
        assert!(shaded(&[], 0).concat().is_empty());
    }

    #[test]
    fn every_head_has_a_row() {
        use crate::attention::reading::Pattern;
        let mirror = Reading { pattern: Some(Pattern::Mirror), share: 0.953 };
        let none = Reading { pattern: None, share: 0.3 };
        let rows = table(&[vec![none], vec![mirror]]);
        let words: Vec<String> =
            rows.iter().map(|row| row.join(" | ").replace('\u{a0}', " ")).collect();
        assert_eq!(
            words,
            ["1 | 1 | spreads its weight | 30.0 %", "2 | 1 | reads the word backwards | 95.3 %"]
        );
    }

    #[test]
    fn a_head_is_cut_out_of_the_tensor() {
        let inspection = Inspection {
            tokens: vec!["a".into(), "b".into()],
            layers: 2,
            heads: 2,
            weights: (0..16).map(|n| n as f32).collect(),
            scores: vec![],
            ..inspection("ab")
        };
        assert_eq!(head_weights(&inspection, (1, 0)), [8.0, 9.0, 10.0, 11.0]);
        assert_eq!(head_weights(&inspection, (2, 0)), [0.0; 0]);
        assert_eq!(head_part(&inspection, &inspection.scores, (0, 0)), [0.0; 0]);
    }
}
