//! The page of one's own résumé: its projects, one of them open with what is asked about it.

use std::rc::Rc;

use content::DrillQuestion;
use figures::format::plural;
use study::{
    own::in_order,
    resume::{Pass, Project},
};
use yew::prelude::*;

use super::{
    super::focus::use_focus_at,
    drill::Drill,
    own_header, project,
    row::{Row, undo},
    shelf::use_shelf,
};
use crate::{
    catalogue,
    components::{Button, Emphasis},
    navigation,
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
    let open = use_state_eq(|| None::<String>);
    let focus = use_focus_at();
    let on_open = {
        let open = open.clone();
        Callback::from(move |id: Option<String>| open.set(id))
    };
    let add = {
        let (shelf, open, focus) = (shelf.clone(), open.clone(), focus.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(id) = shelf.add(Project::default()) {
                focus.at(&project::name_field(&id));
                open.set(Some(id));
            }
        })
    };
    let body = match &questions {
        _ if !shelf.is_read() => fetching(),
        None => fetching(),
        Some(Err(error)) => fetch_failure(error),
        Some(Ok(questions)) => {
            let questions: &Rc<Vec<DrillQuestion>> = questions;
            let row = |(id, it): (&String, &Project)| {
                let body = (open.as_ref() == Some(id)).then(|| html! {
                    <>
                        { project::form(&shelf, id, it) }
                        <Drill key={id.clone()} shelf={shelf.clone()} id={id.clone()} questions={Rc::clone(questions)} />
                    </>
                });
                let (title, about) = (it.title(), about(it, questions));
                Row { shelf: &shelf, id, title, about, body, on_open: &on_open, focus: &focus }
                    .show()
            };
            html! {
                <section class="stack" aria-labelledby="projects">
                    <div class="row spread">
                        <h2 class="study-part" id="projects">{ plural(shelf.all().len(), "project") }</h2>
                        <Button emphasis={Emphasis::Primary} testid="add-project" onclick={add}>{ "Add a project" }</Button>
                    </div>
                    if shelf.all().is_empty() {
                        <div class="empty"><p>{ "No project yet. Begin with the one that you would talk about first." }</p></div>
                    }
                    <ul class="own-records">{ for in_order(&shelf.all()).into_iter().map(row) }</ul>
                    { undo(&shelf, Project::title, &focus) }
                </section>
            }
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
    let answered = asked.iter().filter(|it| project.answers.contains_key(&it.id)).count();
    let when =
        if project.when.is_empty() { String::new() } else { format!("{} · ", project.when) };
    format!("{when}{}, {answered} answered", plural(asked.len(), "question"))
}
