//! The page of one's own stories: what there is, one of them open to be written, and which question
//! has none yet.

use std::rc::Rc;

use content::{Item, Kind};
use figures::format::plural;
use study::{
    own::in_order,
    stories::{Story, spoken},
};
use yew::prelude::*;

use super::{
    super::focus::use_focus_at,
    matrix::matrix,
    own_header,
    row::{Row, opener, undo},
    shelf::use_shelf,
    story,
};
use crate::{
    catalogue::{self, Fetched},
    components::{Button, Emphasis},
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
    let open = use_state_eq(|| None::<String>);
    let focus = use_focus_at();
    let on_open = {
        let open = open.clone();
        Callback::from(move |id: Option<String>| open.set(id))
    };
    let add = {
        let (shelf, open, focus) = (shelf.clone(), open.clone(), focus.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(id) = shelf.add(Story::default()) {
                focus.at(&story::title_field(&id));
                open.set(Some(id));
            }
        })
    };
    let to_story = {
        let (open, focus) = (open.clone(), focus.clone());
        Callback::from(move |id: String| {
            focus.at(&opener(&id));
            open.set(Some(id));
        })
    };
    let body = match &questions {
        _ if !shelf.is_read() => fetching(),
        None => fetching(),
        Some(Err(error)) => fetch_failure(error),
        Some(Ok(questions)) => {
            let questions: &Rc<Vec<Item>> = questions;
            let row = |(id, it): (&String, &Story)| {
                let is_open = open.as_ref() == Some(id);
                let body = is_open.then(|| story::form(&shelf, id, it, questions));
                let (title, about) = (it.name(), about(it));
                Row { shelf: &shelf, id, title, about, body, on_open: &on_open, focus: &focus }
                    .show()
            };
            html! {
                <>
                    <section class="stack" aria-labelledby="stories">
                        <div class="row spread">
                            <h2 class="study-part" id="stories">{ plural(shelf.all().len(), "story") }</h2>
                            <Button emphasis={Emphasis::Primary} testid="add-story" onclick={add}>{ "Add a story" }</Button>
                        </div>
                        if shelf.all().is_empty() {
                            <div class="empty"><p>{ "No story yet. Begin with the piece of work that you are asked about most, and write its result first." }</p></div>
                        }
                        <ul class="own-records">{ for in_order(&shelf.all()).into_iter().map(row) }</ul>
                        { undo(&shelf, Story::name, &focus) }
                    </section>
                    { matrix(questions, &shelf.all(), &to_story) }
                </>
            }
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
