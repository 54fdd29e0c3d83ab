//! One's own stories on the page of a question: those that answer it, another that could, and the
//! words that were noted there as a story of their own.

use std::rc::Rc;

use figures::format::plural;
use study::{
    own::{Shelf as Stories, in_order},
    stories::{Part, Story},
};
use yew::prelude::*;

use super::{
    super::{focus::use_focus_at, words::Own},
    shelf::{Shelf, use_shelf},
};
use crate::{
    components::{Button, Emphasis, SelectField},
    navigation::Link,
};

/// Properties of [`OfQuestion`].
#[derive(Properties, PartialEq)]
pub struct OfQuestionProps {
    /// The question.
    pub slug: AttrValue,
    /// What was noted under it.
    pub own: UseReducerHandle<Own>,
}

/// Where the focus is after something was done: what was pressed may be gone.
const SAID: &str = "own-said";

/// The stories of a question.
#[component]
pub fn OfQuestion(props: &OfQuestionProps) -> Html {
    let shelf = use_shelf::<Story>();
    let said = use_state_eq(String::new);
    let focus = use_focus_at();
    let say = {
        let said = said.clone();
        Callback::from(move |words: String| {
            said.set(words);
            focus.at(SAID);
        })
    };
    if !shelf.is_read() {
        return Html::default();
    }
    let all = shelf.all();
    let (of, others): (Vec<_>, Vec<_>) =
        in_order(&all).into_iter().partition(|(_, it)| it.questions.contains(props.slug.as_str()));
    let others: Vec<(String, String)> =
        others.into_iter().map(|(id, it)| (id.clone(), it.name())).collect();
    html! {
        <div class="panel pad stack tight" role="group" aria-labelledby="own-stories" data-testid="own-stories">
            <div class="row spread">
                <h3 id="own-stories">{ "Your stories for this question" }</h3>
                <Link to="study/stories/">{ "All your stories" }</Link>
            </div>
            if of.is_empty() { <p class="small">{ "None yet. Write your answer below and save it, or choose one that you have." }</p> }
            // A list of its own: among siblings that come and go, Yew loses the place of a new one.
            <div>{ for of.into_iter().map(|(id, it)| told(&shelf, id, it, &props.slug, &say)) }</div>
            <Choose shelf={shelf.clone()} slug={props.slug.clone()} {others} say={say.clone()} />
            { save(&shelf, &all, props, &say) }
            <p class="small" role="status" id={SAID} tabindex="-1" data-testid="own-said">{ &*said }</p>
        </div>
    }
}

/// A story behind its name.
fn told(
    shelf: &Shelf<Story>,
    id: &str,
    story: &Story,
    slug: &AttrValue,
    say: &Callback<String>,
) -> Html {
    let name = story.name();
    let take_off = {
        let (shelf, id, slug, say) = (shelf.clone(), id.to_owned(), slug.clone(), say.clone());
        let words = format!("“{name}” no longer stands here. It is still among your stories.");
        Callback::from(move |_: MouseEvent| {
            shelf.edit(&id, |story| {
                story.questions.remove(slug.as_str());
            });
            say.emit(words.clone());
        })
    };
    let part = |part: Part| {
        let label = part.label().split(':').next().unwrap_or_default();
        html! { <><dt>{ label }</dt><dd>{ story.part(part) }</dd></> }
    };
    html! {
        <details class="follow-up" key={id.to_owned()} data-testid="own-story">
            <summary>{ &name }<span class="small num">{ format!(" · {}", plural(story.words(), "word")) }</span></summary>
            <dl class="own-told">{ for Part::ALL.into_iter().filter(|it| !story.part(*it).is_empty()).map(part) }</dl>
            <Button emphasis={Emphasis::Quiet} testid="take-off" label={format!("Not for this question: {name}")} onclick={take_off}>{ "Not for this question" }</Button>
        </details>
    }
}

/// Properties of [`Choose`].
#[derive(Properties, PartialEq)]
struct ChooseProps {
    shelf: Shelf<Story>,
    slug: AttrValue,
    /// Stories that are not mapped to the question: name and title.
    others: Vec<(String, String)>,
    say: Callback<String>,
}

/// Another story for this question.
#[component]
fn Choose(props: &ChooseProps) -> Html {
    let picked = use_state_eq(String::new);
    let Some(first) = props.others.first() else { return Html::default() };
    let chosen = props.others.iter().find(|(id, _)| *id == *picked).unwrap_or(first);
    let onchange = {
        let picked = picked.clone();
        Callback::from(move |id: String| picked.set(id))
    };
    let take = {
        let (shelf, slug, say) = (props.shelf.clone(), props.slug.clone(), props.say.clone());
        let (id, title) = chosen.clone();
        Callback::from(move |_: MouseEvent| {
            shelf.edit(&id, |story| {
                story.questions.insert(slug.to_string());
            });
            say.emit(format!("“{title}” answers this question now."));
        })
    };
    let options: Vec<(AttrValue, AttrValue)> =
        props.others.iter().map(|(id, title)| (id.clone().into(), title.clone().into())).collect();
    html! {
        <div class="study-answer">
            <SelectField label="Another story" value={chosen.0.clone()} {options} {onchange} testid="other-story" />
            <Button testid="use-story" onclick={take}>{ "Use this story" }</Button>
        </div>
    }
}

/// What was noted on this page, as a story; once it is one, nothing more is offered.
fn save(
    shelf: &Shelf<Story>,
    all: &Stories<Story>,
    props: &OfQuestionProps,
    say: &Callback<String>,
) -> Html {
    let words = &props.own.words;
    let noted = Story::of_answer(&props.slug, |part| words.text(part.name()).to_owned());
    let is_there = all
        .values()
        .any(|it| it.tells_the_same(&noted) && it.questions.contains(props.slug.as_str()));
    if noted.words() == 0 || is_there {
        return Html::default();
    }
    let onclick = {
        let (shelf, say, noted) = (shelf.clone(), say.clone(), Rc::new(noted));
        Callback::from(move |_: MouseEvent| {
            say.emit(match shelf.add((*noted).clone()) {
                Some(_) => {
                    format!("Saved as “{}”. The words below stay as they are.", noted.name())
                }
                None => "There is no room for more stories: remove one first.".into(),
            });
        })
    };
    html! { <div class="row"><Button testid="save-story" {onclick}>{ "Save the words below as a story" }</Button></div> }
}
