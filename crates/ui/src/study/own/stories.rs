//! The page of one's own stories: what there is, one of them open to be written, and which question
//! has none yet.

use std::rc::Rc;

use content::{Item, Kind};
use figures::format::plural;
use study::stories::{Story, spoken};
use yew::prelude::*;

use super::{
    list::{List, use_opened},
    matrix::matrix,
    own_header,
    row::opener,
    shelf::use_shelf,
    story,
};
use crate::{
    catalogue::{self, Fetched},
    navigation,
    pages::{fetch_failure, fetching},
};

/// Every behavioural question, in the order of its words.
#[hook]
pub fn use_questions() -> Fetched<Rc<Vec<Item>>> {
    catalogue::use_fetched("questions".into(), |_| async {
        let mut items = catalogue::studies().await?;
        items.retain(|item| item.kind == Kind::Behavioural);
        items.sort_by(|a, b| a.title.cmp(&b.title));
        Ok(Rc::new(items))
    })
}

/// The page.
#[component]
pub fn StoriesPage() -> Html {
    use_effect_with((), |()| navigation::set_title("Your stories · Warmstart"));
    let questions = use_questions();
    let shelf = use_shelf::<Story>();
    let opened = use_opened();
    let to_story = {
        let opened = opened.clone();
        Callback::from(move |id: String| {
            let row = opener(&id);
            opened.at(id, &row);
        })
    };
    let body = match &questions {
        _ if !shelf.is_read() => fetching(),
        None => fetching(),
        Some(Err(error)) => fetch_failure(error),
        Some(Ok(questions)) => {
            let questions: &Rc<Vec<Item>> = questions;
            let list = List {
                shelf: &shelf,
                opened: &opened,
                noun: "story",
                empty: "No story yet. Begin with the piece of work that you are asked about most, and write its result first.",
                title: Story::name,
                first_field: story::title_field,
            };
            let list = list.show(|id, it| {
                let body = opened.is(id).then(|| story::form(&shelf, id, it, questions));
                (about(it), body)
            });
            html! { <>{ list }{ matrix(questions, &shelf.all(), &to_story) }</> }
        }
    };
    html! {
        <div class="page stack study own-page">
            { own_header("Your stories", "Eight good stories answer nearly every behavioural question. Write each one once, tick what it answers, and see what has none yet.") }
            { body }
        </div>
    }
}

/// How far a story is: `230 words, about 1½ min spoken · answers 3 questions · no result yet`.
fn about(story: &Story) -> String {
    let mut parts = Vec::new();
    match story.words() {
        0 => parts.push("nothing written yet".to_owned()),
        words => {
            parts.push(format!("{}, {}", plural(words, "word"), spoken(words)));
            let missing: Vec<&str> = story.missing().iter().map(|part| part.name()).collect();
            if !missing.is_empty() {
                parts.push(format!("no {} yet", missing.join(", no ")));
            }
        }
    }
    parts.push(match story.questions.len() {
        0 => "answers no question yet".into(),
        count => format!("answers {}", plural(count, "question")),
    });
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use study::stories::Part;

    use super::*;

    #[test]
    fn a_row_says_how_far_its_story_is() {
        let mut story = Story::default();
        assert_eq!(about(&story), "nothing written yet · answers no question yet");
        story.set_part(Part::Task, "Halve the latency.".into());
        story.questions.insert("making-a-model-faster".into());
        let expect = "3 words, about 5 s spoken · no situation, no action, no result yet · answers 1 question";
        assert_eq!(about(&story), expect);
    }
}
