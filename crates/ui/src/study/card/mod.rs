//! A theory card: the question, then what one would say, then the derivation a step at a time, then
//! how well it was known.

mod check;
mod state;

use content::{Card, Kind};
use yew::prelude::*;

use super::{
    focus::use_focus,
    inline,
    item::header,
    keys::use_keys,
    next::NextUp,
    parts::{behind, follow_ups, section, see, sources},
    rate::Rate,
    words::use_words,
};
use crate::components::{Button, Emphasis, Prose};
use check::TypedCheck;
use state::{Action, State};

/// Properties of [`CardPage`].
#[derive(Properties, PartialEq)]
pub struct CardPageProps {
    /// The card.
    pub card: Card,
}

/// A theory card.
#[component]
pub fn CardPage(props: &CardPageProps) -> Html {
    let card = &props.card;
    let own = use_words(&card.slug);
    let state = use_reducer_eq(|| State::closed(card.steps.len()));
    let ratings = use_state_eq(|| 0_u32);
    let on_rated = {
        let ratings = ratings.clone();
        Callback::from(move |()| ratings.set(*ratings + 1))
    };
    {
        let dispatcher = state.dispatcher();
        let on_key = use_callback(state.has_more(), move |key: String, has_more| {
            let is_asked = *has_more && matches!(key.as_str(), " " | "Enter");
            if is_asked {
                dispatcher.dispatch(Action::More);
            }
            is_asked
        });
        use_keys(on_key);
    }
    use_focus(state.is_answered, "short-answer");
    let ask = |action| {
        let dispatcher = state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action))
    };
    html! {
        <>
            { header(Kind::Card, &card.question, card.level, card.minutes, &card.topics) }
            if !state.is_answered {
                <div class="panel pad stack study-aloud">
                    <p>{ "Say your answer aloud first, as you would in the room. Forty seconds are enough." }</p>
                    <div class="row">
                        <Button emphasis={Emphasis::Primary} testid="say" onclick={ask(Action::More)}>{ "Show a short answer" }<kbd aria-hidden="true">{ "Space" }</kbd></Button>
                    </div>
                </div>
            } else {
                { section("short-answer", "Say it", html! { <div class="study-say"><Prose html={card.say_html.clone()} /></div> }) }
                { section("derivation", "Show it", derivation(card, *state, &ask)) }
                if let Some(check) = card.check.as_ref().filter(|_| own.is_read) { <TypedCheck check={check.clone()} own={own.clone()} /> }
                <Rate kind={Kind::Card} slug={card.slug.clone()} {on_rated} />
                if *ratings > 0 { <NextUp key={*ratings} slug={card.slug.clone()} /> }
                { section("weak", "A weak answer", html! {
                    <>
                        <p class="small">{ "Why would each of these cost you?" }</p>
                        { for card.weak.iter().map(|it| behind(inline(&it.claim_html), &it.reason_html)) }
                    </>
                }) }
                { follow_ups(&card.follow_ups) }
                { see(&card.see) }
                { sources(&card.sources_html) }
            }
        </>
    }
}

fn derivation(card: &Card, state: State, ask: &impl Fn(Action) -> Callback<MouseEvent>) -> Html {
    let steps = card.steps.iter().enumerate().take(state.shown + 1);
    html! {
        <>
            if !card.show_html.is_empty() { <Prose html={card.show_html.clone()} /> }
            <ol class="study-steps" aria-live="polite">
                { for steps.map(|(place, step)| html! {
                    <li key={place} class="stack tight" data-testid="step">
                        <h3>{ inline(&step.heading_html) }</h3>
                        if place < state.shown { <Prose html={step.body_html.clone()} /> }
                    </li>
                }) }
            </ol>
            <div class="row">
                if state.has_more() {
                    <Button emphasis={Emphasis::Primary} testid="next-step" onclick={ask(Action::More)}>{ "Answer this step" }<kbd aria-hidden="true">{ "Space" }</kbd></Button>
                    <Button emphasis={Emphasis::Quiet} testid="all-steps" onclick={ask(Action::All)}>{ "Show all" }</Button>
                }
                <span class="small num" data-testid="steps-shown">{ format!("{} of {} steps", state.shown, state.steps) }</span>
            </div>
        </>
    }
}
