//! What an interviewer asks next: the question first, its model answer when it is asked for.

use content::FollowUp;
use yew::prelude::*;

use crate::components::Prose;

/// The questions, closed.
pub fn follow_ups(all: &[FollowUp]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack tight" aria-labelledby="follow-ups" data-testid="follow-ups">
            <h2 class="verdict-title" id="follow-ups">{ "What an interviewer asks next" }</h2>
            <p class="small">{ "Say your answer aloud before you open the model answer." }</p>
            { for all.iter().map(|it| html! {
                <details class="follow-up">
                    <summary>{ Html::from_html_unchecked(it.question_html.clone().into()) }</summary>
                    <Prose html={it.answer_html.clone()} />
                </details>
            }) }
        </section>
    }
}
