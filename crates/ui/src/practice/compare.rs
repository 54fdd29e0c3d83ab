//! After solving: the reference and other solutions beside one's own.

use std::rc::Rc;

use content::Exercise;
use yew::prelude::*;

use crate::components::Segment;

/// Properties of [`Compare`].
#[derive(Properties, PartialEq)]
pub struct CompareProps {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// What the editor holds.
    pub own: AttrValue,
}

/// One's own text and a solution, side by side.
#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let chosen = use_state_eq(|| 0_usize);
    let solutions = &props.exercise.solutions;
    let Some(solution) = solutions.get(*chosen) else { return Html::default() };
    let choices = solutions.iter().enumerate().map(|(index, solution)| {
        (AttrValue::from(index.to_string()), AttrValue::from(solution.name.replace('_', " ")))
    });
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |value: String| chosen.set(value.parse().unwrap_or_default()))
    };
    html! {
        <section class="compare panel" aria-label="Solutions" data-testid="solution">
            <header class="row spread">
                <h2 class="verdict-title">{ "Compare" }</h2>
                if solutions.len() > 1 {
                    <Segment label="Solution" value={chosen.to_string()} choices={choices.collect::<Vec<_>>()} {onchange} />
                }
            </header>
            <div class="sides">
                <div><h3 class="small">{ "yours" }</h3><pre tabindex="0" aria-label="Your code"><code>{ &props.own }</code></pre></div>
                <div><h3 class="small">{ solution.name.replace('_', " ") }</h3><pre tabindex="0" aria-label="Solution"><code>{ &solution.source }</code></pre></div>
            </div>
        </section>
    }
}
