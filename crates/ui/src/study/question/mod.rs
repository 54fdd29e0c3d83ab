//! A behavioural question: one's own story against the clock, then what a strong answer has, then a
//! rubric to tick.

use content::{Kind, Question};
use study::stories::Part;
use yew::prelude::*;

use super::{
    focus::use_focus,
    item::header,
    level,
    next::NextUp,
    own::OfQuestion,
    parts::{follow_ups, section, sources},
    rate::Rate,
    recording::Recorder,
    rubric,
    timer::Timer,
    words::{Own, field, use_words},
};
use crate::components::{Button, Emphasis, Prose};

/// Properties of [`QuestionPage`].
#[derive(Properties, PartialEq)]
pub struct QuestionPageProps {
    /// The question.
    pub question: Question,
}

/// A behavioural question.
#[component]
pub fn QuestionPage(props: &QuestionPageProps) -> Html {
    let question = &props.question;
    let own = use_words(&question.slug);
    let is_shown = use_state_eq(|| false);
    let ratings = use_state_eq(|| 0_u32);
    let on_rated = {
        let ratings = ratings.clone();
        Callback::from(move |()| ratings.set(*ratings + 1))
    };
    use_focus(*is_shown, "strong");
    let (level, change_level) = level::use_level();
    let show = {
        let is_shown = is_shown.clone();
        Callback::from(move |_: MouseEvent| is_shown.set(true))
    };
    let score = rubric::score(&question.rubric, &own.words.met, level);
    let suggested = rubric::suggested(score);
    html! {
        <>
            { header(Kind::Behavioural, &question.question, question.level, question.minutes, &question.topics) }
            { section("asked", "What is really asked", html! { <Prose html={question.asked_html.clone()} /> }) }
            { section("story", "Your answer", story(&own, question)) }
            { section("recordings", "Record yourself", html! {
                <Recorder place={format!("study/{}", question.slug)} file={question.slug.clone()} noted={noted(&own)} />
            }) }
            if !*is_shown {
                <div class="row">
                    <Button emphasis={Emphasis::Primary} testid="show-strong" onclick={show}>{ "Hold it against a strong answer" }</Button>
                </div>
            } else {
                { section("strong", "A strong answer", html! { <Prose html={question.strong_html.clone()} /> }) }
                { section("trap", "The trap", html! { <Prose html={question.trap_html.clone()} /> }) }
                { section("rubric", "What your answer had", html! {
                    <>
                        { level::choice(level, &change_level) }
                        { rubric::boxes(&own, &question.rubric.iter().collect::<Vec<_>>()) }
                        <p class="small num" role="status" data-testid="score">{ rubric::said(score, level) }</p>
                    </>
                }) }
                <Rate kind={Kind::Behavioural} slug={question.slug.clone()} {suggested} {on_rated} />
                if *ratings > 0 { <NextUp key={*ratings} slug={question.slug.clone()} /> }
                { follow_ups(&question.follow_ups) }
                { sources(&question.sources_html) }
            }
        </>
    }
}

/// Words of the story.
fn noted(own: &Own) -> u32 {
    let words =
        Part::ALL.into_iter().map(|part| own.words.text(part.name()).split_whitespace().count());
    u32::try_from(words.sum::<usize>()).unwrap_or(u32::MAX)
}

fn story(own: &UseReducerHandle<Own>, question: &Question) -> Html {
    html! {
        <>
            <p class="small">{ "Say it aloud against the clock, then note what you would keep. It stays on this device. Two minutes spoken are about 280 words." }</p>
            <Timer minutes={question.minutes} />
            <OfQuestion slug={question.slug.clone()} own={own.clone()} />
            <div class="study-story">
                { for Part::ALL.into_iter().map(|part| field(own, part.name(), html! { part.label() }, 4)) }
            </div>
        </>
    }
}
