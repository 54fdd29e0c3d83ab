//! One part of a case: what probes, one's own words, and behind a button the model answer, what goes
//! wrong, and the criteria to tick.

use content::{CasePart, Criterion, case::PartText};
use yew::prelude::*;

use super::super::{
    focus::use_focus,
    inline, rubric,
    words::{Own, field},
};
use crate::components::{Button, Emphasis, Prose};

/// Properties of [`PartView`].
#[derive(Properties, PartialEq)]
pub struct PartViewProps {
    /// The part.
    pub part: PartText,
    /// The lines of the rubric that belong to it.
    pub criteria: Vec<Criterion>,
    /// The visitor's own words.
    pub own: UseReducerHandle<Own>,
    /// Whether the model answer is there.
    pub is_open: bool,
    /// Asked for.
    pub on_open: Callback<()>,
}

/// Id of the heading.
pub const HEADING: &str = "part";
/// Id of the model answer's heading.
const MODEL: &str = "model";

/// Under which name the words of a part are kept.
pub fn field_name(part: CasePart) -> String {
    part.title().to_ascii_lowercase()
}

/// One part.
#[component]
pub fn PartView(props: &PartViewProps) -> Html {
    let PartViewProps { part, criteria, own, is_open, on_open } = props;
    let title = part.part.title();
    let label = html! { format!("{title}: what you would say") };
    let show = on_open.reform(|_: MouseEvent| ());
    use_focus(*is_open, MODEL);
    html! {
        <section class="stack" aria-labelledby={HEADING} data-testid="part-text">
            <h2 id={HEADING} tabindex="-1">{ title }</h2>
            <ul>{ for part.prompts_html.iter().map(|it| html! { <li>{ inline(it) }</li> }) }</ul>
            { field(own, &field_name(part.part), label, 8) }
            if !is_open {
                <div class="row"><Button emphasis={Emphasis::Primary} testid="show-model" onclick={show}>{ "Show a model answer" }</Button></div>
            } else {
                <div class="stack tight" data-testid="model">
                    <h3 id={MODEL} tabindex="-1">{ "Model answer" }</h3>
                    <Prose html={part.answer_html.clone()} />
                </div>
                <div class="stack tight">
                    <h3>{ "It fails when" }</h3>
                    <ul>{ for part.fails_html.iter().map(|it| html! { <li>{ inline(it) }</li> }) }</ul>
                </div>
                if !criteria.is_empty() {
                    <div class="stack tight">
                        <h3>{ "Your answer had" }</h3>
                        { rubric::boxes(own, &criteria.iter().collect::<Vec<_>>()) }
                    </div>
                }
            }
        </section>
    }
}
