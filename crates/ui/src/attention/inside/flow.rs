//! The whole way from tokens to the next token: every stage a button with its shape and a small
//! picture of its numbers, along the residual stream that all parts read from and add to.

use std::rc::Rc;

use protocol::attention::{
    Form, Inspection,
    look::{Part, Stage},
};
use viz::{Theme, format};
use yew::prelude::*;

use super::{
    numbers::{nature, values},
    thumbnail::Thumbnail,
    way::{Group, Run, Stop, way},
    words::words,
};
use crate::{
    attention::{
        part::{Scope, scope, write},
        state::Action,
    },
    components::Segment,
    surroundings::use_colour_theme,
};

/// Properties of [`Flow`].
#[derive(Properties, PartialEq)]
pub struct FlowProps {
    /// What the model sees in the text.
    pub inspection: Rc<Inspection>,
    /// What the model is built of.
    pub form: Form,
    /// Layer and head in focus.
    pub head: (usize, usize),
    /// The stage that is open.
    pub open: Option<Part>,
    /// What the visitor pressed.
    pub on_action: Callback<Action>,
}

/// The stages in their order; of the heads, the one in focus.
#[component]
pub fn Flow(props: &FlowProps) -> Html {
    let theme = use_colour_theme();
    let stages = &props.inspection.stages;
    if stages.is_empty() {
        return html! { <p class="muted" role="status">{ "The stages are on their way." }</p> };
    }
    let groups = way(stages, props.form, props.head.1 as u8);
    html! {
        <section class={classes!("flow", props.form.has_residual.then_some("has-stream"))} aria-label="From tokens to the next token">
            { head_choice(props) }
            <p class="small">{ legend(props.form) }</p>
            <div class="flow-way">{ for groups.iter().map(|group| draw_group(props, group, theme)) }</div>
        </section>
    }
}

fn head_choice(props: &FlowProps) -> Html {
    let (layer, head) = props.head;
    if props.inspection.heads < 2 {
        return html! {};
    }
    let choices = (1..=props.inspection.heads).map(|head| (head.to_string(), head.to_string()));
    let onchange = props.on_action.reform(move |head: String| {
        let head = head.parse::<usize>().map_or(0, |head| head.saturating_sub(1));
        Action::FocusHead(layer, head)
    });
    html! {
        <Segment
            label="Head shown in each layer" value={(head + 1).to_string()} testid="flow-head"
            choices={choices.map(|(value, words)| (value.into(), words.into())).collect::<Vec<_>>()}
            {onchange}
        />
    }
}

fn legend(form: Form) -> &'static str {
    if form.has_residual {
        "The line is the residual stream. A percentage says how large an addition is beside it."
    } else {
        "No residual stream: each part passes on only what it made."
    }
}

fn draw_group(props: &FlowProps, group: &Group, theme: Theme) -> Html {
    html! {
        <div class="flow-group" role="group" aria-label={group.title.clone()} key={group.title.clone()}>
            <h2>{ &group.title }</h2>
            { for group.runs.iter().map(|run| draw_run(props, run, theme)) }
        </div>
    }
}

fn draw_run(props: &FlowProps, run: &Run, theme: Theme) -> Html {
    let stop = |stop: &Stop| {
        let stage = props.inspection.stages.get(stop.index)?;
        Some(
            html! { <li key={write(stage.part)}>{ draw_stop(props, stage, stop.adds, theme) }</li> },
        )
    };
    html! {
        <ol class={classes!("flow-run", run.is_stream.then_some("is-stream"))}>
            { for run.stops.iter().filter_map(stop) }
        </ol>
    }
}

fn draw_stop(props: &FlowProps, stage: &Stage, adds: Option<f32>, theme: Theme) -> Html {
    let words = words(stage.part.kind, props.form);
    let is_open = props.open == Some(stage.part);
    let part = stage.part;
    html! {
        <button
            type="button"
            title={title(&props.inspection, part, words.title)}
            aria-pressed={if is_open { "true" } else { "false" }}
            data-stage={write(part)}
            onclick={props.on_action.reform(move |_| {
                bring_into_sight();
                Action::ShowStage(Some(part))
            })}
        >
            { picture(&props.inspection, stage, theme) }
            <span class="flow-name">{ words.name }</span>
            <span class="flow-shape num">{ format!("{} × {}", stage.rows, stage.columns) }</span>
            if let Some(share) = adds {
                <span class="flow-adds num">
                    { format!("+ {} %", format::count((100.0 * share).round() as u64)) }
                    <span class="aside-text">{ " of the stream's size" }</span>
                </span>
            }
        </button>
    }
}

/// On a phone the numbers stand below the whole way: what was pressed would open out of sight.
fn bring_into_sight() {
    let view = gloo::utils::document().query_selector(".stage-view").ok().flatten();
    let height = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64());
    if let (Some(view), Some(height)) = (view, height)
        && view.get_bounding_client_rect().top() > height
    {
        view.scroll_into_view();
    }
}

/// The stage in full: `Queries, layer 2, head 1`.
#[must_use]
pub fn title(inspection: &Inspection, part: Part, words: &str) -> String {
    let layer = (inspection.layers > 1).then(|| format!(", layer {}", part.layer + 1));
    let head = (inspection.heads > 1).then(|| format!(", head {}", part.head + 1));
    match scope(part.kind) {
        Scope::Model => words.to_owned(),
        Scope::Layer => format!("{words}{}", layer.unwrap_or_default()),
        Scope::Head => format!("{words}{}{}", layer.unwrap_or_default(), head.unwrap_or_default()),
    }
}

/// The numbers in small; an empty frame of the same size where they did not come.
fn picture(inspection: &Inspection, stage: &Stage, theme: Theme) -> Html {
    let nature = nature(stage.part.kind);
    let thumbnail = values(inspection, stage)
        .and_then(|values| Thumbnail::of(values, stage.columns as usize, nature));
    let Some(thumbnail) = thumbnail else {
        return html! { <svg viewBox="0 0 2 1" aria-hidden="true" /> };
    };
    let ground = thumbnail.colour(0.0, theme).css();
    let (width, height) = (thumbnail.columns.to_string(), thumbnail.rows.to_string());
    html! {
        <svg viewBox={format!("0 0 {width} {height}")} preserveAspectRatio="none" shape-rendering="crispEdges" aria-hidden="true">
            <rect {width} {height} fill={ground} />
            { for thumbnail.shades.iter().map(|shade| html! {
                <path d={shade.path.clone()} fill={thumbnail.colour(shade.level, theme).css()} />
            }) }
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::{fragment::default_config, inside::samples};
    use protocol::attention::look::Kind;

    #[test]
    fn a_title_says_no_more_than_there_is_to_tell_apart() {
        let mut inspection = samples::inspection(&default_config());
        let query = Part { kind: Kind::Query, layer: 1, head: 2 };
        assert_eq!(title(&inspection, query, "Queries"), "Queries, layer 2, head 3");
        let logits = Part { kind: Kind::Logits, layer: 0, head: 0 };
        assert_eq!(title(&inspection, logits, "Logits"), "Logits");
        inspection.heads = 1;
        assert_eq!(title(&inspection, query, "Queries"), "Queries, layer 2");
    }
}
