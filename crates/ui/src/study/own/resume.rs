//! The page of one's own résumé: its projects, one of them open with what is asked about it.

use std::rc::Rc;

use content::DrillQuestion;
use figures::format::plural;
use study::{
    own::words,
    resume::{Pass, Project},
};
use yew::prelude::*;

use super::{
    drill::Drill,
    list::{List, use_opened},
    own_header, project,
    shelf::use_shelf,
};
use crate::{
    catalogue, navigation,
    pages::{fetch_failure, fetching},
};

/// The page.
#[component]
pub fn ResumePage() -> Html {
    use_effect_with((), |()| navigation::set_title("Your résumé, drilled · Warmstart"));
    let questions = catalogue::use_fetched("drill".into(), |_| async {
        Ok(Rc::new(catalogue::drill().await?))
    });
    let shelf = use_shelf::<Project>();
    let opened = use_opened();
    let body = match &questions {
        _ if !shelf.is_read() => fetching(),
        None => fetching(),
        Some(Err(error)) => fetch_failure(error),
        Some(Ok(questions)) => {
            let questions: &Rc<Vec<DrillQuestion>> = questions;
            let list = List {
                shelf: &shelf,
                opened: &opened,
                noun: "project",
                empty: "No project yet. Begin with the one that you would talk about first.",
                title: Project::title,
                first_field: project::name_field,
            };
            list.show(|id, it| {
                let body = opened.is(id).then(|| html! {
                    <>
                        { project::form(&shelf, id, it) }
                        <Drill key={id.to_owned()} shelf={shelf.clone()} id={id.to_owned()} questions={Rc::clone(questions)} />
                    </>
                });
                (about(it, questions), body)
            })
        }
    };
    html! {
        <div class="page stack study own-page">
            { own_header("Your résumé, drilled", "Whatever stands on it will be asked about until you stop knowing. Enter a project, tick what it has, and answer aloud before you write.") }
            { body }
        </div>
    }
}

/// How far a project is: `24 questions, 6 answered`.
fn about(project: &Project, questions: &[DrillQuestion]) -> String {
    let asked = project.asked(questions, Pass::First);
    let is_answered = |id: &str| project.answers.get(id).is_some_and(|it| words(&it.text) > 0);
    let answered = asked.iter().filter(|it| is_answered(&it.id)).count();
    let when =
        if project.when.is_empty() { String::new() } else { format!("{} · ", project.when) };
    format!("{when}{}, {answered} answered", plural(asked.len(), "question"))
}
