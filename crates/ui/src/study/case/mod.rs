//! A system-design case: the brief, nine parts that are answered in one's own words before a model
//! answer opens, calculators for its numbers, a rubric to tick.

mod calculator;
mod diagram;
mod part;

use content::{Case, CasePart, Criterion, Kind};
use yew::prelude::*;

use super::{
    focus::use_focus,
    item::header,
    level,
    next::NextUp,
    parts::{section, see, sources},
    rate::Rate,
    rubric,
    timer::Timer,
    words::{Own, use_words},
};
use crate::components::{Button, Prose};
use calculator::CalculatorForm;
use diagram::DiagramEditor;
use part::PartView;

/// Properties of [`CasePage`].
#[derive(Properties, PartialEq)]
pub struct CasePageProps {
    /// The case.
    pub case: Case,
}

/// A system-design case.
#[component]
pub fn CasePage(props: &CasePageProps) -> Html {
    let case = &props.case;
    let own = use_words(&case.slug);
    let place = use_state_eq(|| 0_usize);
    let opened = use_state_eq(Vec::<CasePart>::new);
    let (level, change_level) = level::use_level();
    let ratings = use_state_eq(|| 0_u32);
    let on_rated = {
        let ratings = ratings.clone();
        Callback::from(move |()| ratings.set(*ratings + 1))
    };
    let go = {
        let place = place.setter();
        Callback::from(move |to: usize| place.set(to))
    };
    // Another part begins at its heading, wherever the button was.
    use_focus(*place, part::HEADING);
    let Some(part) = case.parts.get((*place).min(case.parts.len().saturating_sub(1))) else {
        return Html::default();
    };
    let on_open = {
        let (opened, part) = (opened.clone(), part.part);
        Callback::from(move |()| opened.set([opened.as_slice(), &[part]].concat()))
    };
    let criteria: Vec<Criterion> =
        case.rubric.iter().filter(|it| it.part == Some(part.part)).cloned().collect();
    let score = rubric::score(&case.rubric, &own.words.met, level);
    let suggested = rubric::suggested(score);
    html! {
        <>
            { header(Kind::Design, &case.title, case.level, case.minutes, &case.topics) }
            <section class="panel pad stack" aria-labelledby="brief">
                <h2 class="study-part" id="brief">{ "The interviewer opens" }</h2>
                <Prose html={case.brief_html.clone()} />
                <Timer minutes={case.minutes} />
            </section>
            { section("drawing", "Your diagram", html! { <DiagramEditor slug={case.slug.clone()} title={case.title.clone()} own={own.clone()} /> }) }
            <div class="study-case">
                { steps(case, &own, *place, &go) }
                <PartView key={part.part.title()} part={part.clone()} {criteria} own={own.clone()}
                    is_open={opened.contains(&part.part)} {on_open} />
            </div>
            <div class="row">
                if *place > 0 { <Button testid="part-back" onclick={go.reform(to(*place - 1))}>{ "Back" }</Button> }
                if *place + 1 < case.parts.len() { <Button testid="part-next" onclick={go.reform(to(*place + 1))}>{ format!("Next: {}", case.parts[*place + 1].part.title()) }</Button> }
            </div>
            if !case.calculators.is_empty() {
                { section("numbers", "Numbers", html! {
                    <div class="study-calculators">{ for case.calculators.iter().map(|preset| html! { <CalculatorForm preset={preset.clone()} own={own.clone()} /> }) }</div>
                }) }
            }
            { section("rubric", "What your answer had", html! {
                <>
                    <p class="small">{ "Tick the criteria below each part, once you have seen its model answer." }</p>
                    { level::choice(level, &change_level) }
                    <p class="num" role="status" data-testid="score">{ rubric::said(score, level) }</p>
                </>
            }) }
            <Rate kind={Kind::Design} slug={case.slug.clone()} {suggested} {on_rated} />
            if *ratings > 0 { <NextUp key={*ratings} slug={case.slug.clone()} /> }
            { see(&case.see) }
            { sources(&case.sources_html) }
        </>
    }
}

fn to(place: usize) -> impl Fn(MouseEvent) -> usize + 'static {
    move |_| place
}

/// The parts in their order: which one is open, which have words.
fn steps(case: &Case, own: &Own, open: usize, go: &Callback<usize>) -> Html {
    let step = |(place, part): (usize, &content::case::PartText)| {
        let name = part.part.title();
        let is_written = !own.words.text(&part::field_name(part.part)).is_empty();
        let mark = if is_written { "✓" } else { "" };
        html! {
            <li key={name}>
                <button type="button" aria-current={(place == open).then_some("step")} data-testid="part" data-part={name} onclick={go.reform(to(place))}>
                    <span class="num" aria-hidden="true">{ place + 1 }</span>{ name }
                    <span class="good" aria-hidden="true">{ mark }</span>
                    if is_written { <span class="aside-text">{ " (written)" }</span> }
                </button>
            </li>
        }
    };
    html! {
        <nav aria-label="Parts of the answer" class="study-parts">
            <ol>{ for case.parts.iter().enumerate().map(step) }</ol>
        </nav>
    }
}
