//! Which questions a story answers: every behavioural question with a tick, found by its words.

use std::{collections::BTreeSet, rc::Rc};

use content::Item;
use figures::format::plural;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`QuestionChoice`].
#[derive(Properties, PartialEq)]
pub struct QuestionChoiceProps {
    /// Every behavioural question.
    pub questions: Rc<Vec<Item>>,
    /// Slugs of those that are ticked.
    pub chosen: BTreeSet<String>,
    /// Called with a slug, and whether it is ticked now.
    pub on_choice: Callback<(String, bool)>,
}

/// The list with its search.
#[component]
pub fn QuestionChoice(props: &QuestionChoiceProps) -> Html {
    let search = use_state_eq(String::new);
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            search.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let found: Vec<&Item> =
        props.questions.iter().filter(|it| is_found(&it.title, &search)).collect();
    let known = props.questions.iter().filter(|it| props.chosen.contains(&it.slug)).count();
    html! {
        <fieldset class="own-questions">
            <legend>{ format!("Questions that it answers: {known}") }</legend>
            <label class="field">{ "Find a question" }
                <input type="search" value={(*search).clone()} autocomplete="off" data-testid="find-question" {oninput} />
            </label>
            <p class="small num" role="status">{ if found.len() == props.questions.len() { String::new() } else { format!("{} found", plural(found.len(), "question")) } }</p>
            <ul class="own-checks">{ for found.into_iter().map(|it| check(props, it)) }</ul>
        </fieldset>
    }
}

fn check(props: &QuestionChoiceProps, question: &Item) -> Html {
    let onchange = {
        let (on_choice, slug) = (props.on_choice.clone(), question.slug.clone());
        Callback::from(move |event: Event| {
            let is_chosen = event.target_unchecked_into::<HtmlInputElement>().checked();
            on_choice.emit((slug.clone(), is_chosen));
        })
    };
    html! {
        <li key={question.slug.clone()}>
            <label class="check study-criterion">
                <input type="checkbox" checked={props.chosen.contains(&question.slug)} data-testid="story-question" data-slug={question.slug.clone()} {onchange} />
                <span>{ &question.title }</span>
            </label>
        </li>
    }
}

/// Whether a question holds every word of a search.
fn is_found(title: &str, search: &str) -> bool {
    let title = title.to_ascii_lowercase();
    search.to_ascii_lowercase().split_whitespace().all(|word| title.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_looked_for() {
        let check = |search, expect| {
            assert_eq!(
                is_found("Tell me about a conflict with a peer.", search),
                expect,
                "{search}"
            );
        };
        check("", true);
        check("CONFLICT peer", true);
        check("conflict manager", false);
    }
}
