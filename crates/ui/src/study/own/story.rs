//! One story, to be written: its title, its four parts, the questions that it answers.

use std::rc::Rc;

use content::Item;
use study::{
    own::{LINE, TEXT},
    stories::{Part, Story},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    super::words::{Area, typed},
    questions::QuestionChoice,
    shelf::Shelf,
};

/// The id of the field for a story's title.
pub fn title_field(id: &str) -> String {
    format!("own-title-{id}")
}

/// The form.
pub fn form(shelf: &Shelf<Story>, id: &str, story: &Story, questions: &Rc<Vec<Item>>) -> Html {
    let on_title = {
        let (shelf, id) = (shelf.clone(), id.to_owned());
        Callback::from(move |event: InputEvent| {
            let title = event.target_unchecked_into::<HtmlInputElement>().value();
            shelf.edit(&id, |story| story.title = title);
        })
    };
    let on_choice = {
        let (shelf, id) = (shelf.clone(), id.to_owned());
        Callback::from(move |(slug, is_chosen): (String, bool)| {
            shelf.edit(&id, |story| {
                if is_chosen {
                    story.questions.insert(slug);
                } else {
                    story.questions.remove(&slug);
                }
            });
        })
    };
    html! {
        <>
            <label class="field">{ "Title: how you find it again" }
                <input type="text" id={title_field(id)} value={story.title.clone()} maxlength={LINE.to_string()} autocomplete="off" data-testid="story-title" oninput={on_title} />
            </label>
            <div class="study-story">{ for Part::ALL.into_iter().map(|part| field(shelf, id, story, part)) }</div>
            <QuestionChoice questions={Rc::clone(questions)} chosen={story.questions.clone()} {on_choice} />
        </>
    }
}

fn field(shelf: &Shelf<Story>, id: &str, story: &Story, part: Part) -> Html {
    let oninput = {
        let (shelf, id) = (shelf.clone(), id.to_owned());
        Callback::from(move |event: InputEvent| {
            shelf.edit(&id, |story| story.set_part(part, typed(&event)));
        })
    };
    let area = Area {
        testid: format!("story-{}", part.name()),
        label: html! { part.label() },
        text: story.part(part).to_owned(),
        rows: 5,
        most: Some(TEXT),
        is_ready: true,
    };
    area.show(oninput)
}
