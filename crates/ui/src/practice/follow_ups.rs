//! What an interviewer asks next: the question first, its model answer when it is asked for.

use content::FollowUp;
use yew::prelude::*;

use crate::components::Prose;

/// Properties of [`FollowUps`].
#[derive(Properties, PartialEq)]
pub struct FollowUpsProps {
    /// Questions and answers.
    pub follow_ups: Vec<FollowUp>,
}

/// The questions, closed.
#[component]
pub fn FollowUps(props: &FollowUpsProps) -> Html {
    if props.follow_ups.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack tight" aria-labelledby="follow-ups" data-testid="follow-ups">
            <h2 class="verdict-title" id="follow-ups">{ "What an interviewer asks next" }</h2>
            <p class="small">{ "Say your answer aloud before you open the model answer." }</p>
            { for props.follow_ups.iter().map(|it| html! {
                <details class="follow-up">
                    <summary>{ Html::from_html_unchecked(it.question_html.clone().into()) }</summary>
                    <Prose html={it.answer_html.clone()} />
                </details>
            }) }
        </section>
    }
}
