//! One project of a résumé, to be written: what it is called, what was built, its numbers, what it has.

use content::drill::Has;
use study::{
    own::{LINE, TEXT},
    resume::Project,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    super::words::{Area, typed},
    shelf::Shelf,
};

/// A line of the form: which one, and how it is read and written.
struct Line {
    name: &'static str,
    label: &'static str,
    get: fn(&Project) -> &String,
    set: fn(&mut Project, String),
}

const ABOUT: [Line; 3] = [
    Line {
        name: "name",
        label: "Name, as on your résumé",
        get: |it| &it.name,
        set: |it, text| it.name = text,
    },
    Line { name: "when", label: "When", get: |it| &it.when, set: |it, text| it.when = text },
    Line {
        name: "stack",
        label: "With what: languages, libraries, hardware",
        get: |it| &it.stack,
        set: |it, text| it.stack = text,
    },
];

const NUMBERS: [Line; 3] = [
    Line {
        name: "metric",
        label: "What was measured",
        get: |it| &it.metric,
        set: |it, text| it.metric = text,
    },
    Line {
        name: "before",
        label: "Before",
        get: |it| &it.before,
        set: |it, text| it.before = text,
    },
    Line { name: "after", label: "After", get: |it| &it.after, set: |it, text| it.after = text },
];

const TEXTS: [Line; 2] = [
    Line {
        name: "built",
        label: "What was built",
        get: |it| &it.built,
        set: |it, text| it.built = text,
    },
    Line {
        name: "part",
        label: "Your part: what you decided and did",
        get: |it| &it.part,
        set: |it, text| it.part = text,
    },
];

/// The id of the field for a project's name.
pub fn name_field(id: &str) -> String {
    format!("own-name-{id}")
}

/// The form.
pub fn form(shelf: &Shelf<Project>, id: &str, project: &Project) -> Html {
    let short = |it: &Line| line(shelf, id, project, it);
    html! {
        <>
            <div class="own-lines">{ for ABOUT.iter().map(short) }</div>
            <div class="study-story">{ for TEXTS.iter().map(|it| text(shelf, id, project, it)) }</div>
            <div class="own-lines">{ for NUMBERS.iter().map(short) }</div>
            <fieldset class="own-questions">
                <legend>{ "What it has: each opens questions" }</legend>
                <ul class="own-checks">{ for Has::ALL.into_iter().map(|has| tick(shelf, id, project, has)) }</ul>
            </fieldset>
        </>
    }
}

fn line(shelf: &Shelf<Project>, id: &str, project: &Project, line: &Line) -> Html {
    let oninput = {
        let (shelf, id, set) = (shelf.clone(), id.to_owned(), line.set);
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            shelf.edit(&id, |project| set(project, text));
        })
    };
    let field_id = (line.name == "name").then(|| name_field(id));
    html! {
        <label key={line.name} class="field">{ line.label }
            <input type="text" id={field_id} value={(line.get)(project).clone()} maxlength={LINE.to_string()} autocomplete="off" data-testid={format!("project-{}", line.name)} {oninput} />
        </label>
    }
}

fn text(shelf: &Shelf<Project>, id: &str, project: &Project, line: &Line) -> Html {
    let oninput = {
        let (shelf, id, set) = (shelf.clone(), id.to_owned(), line.set);
        Callback::from(move |event: InputEvent| {
            shelf.edit(&id, |project| set(project, typed(&event)));
        })
    };
    let area = Area {
        testid: format!("project-{}", line.name),
        label: html! { line.label },
        text: (line.get)(project).clone(),
        rows: 4,
        most: Some(TEXT),
        is_ready: true,
    };
    area.show(oninput)
}

fn tick(shelf: &Shelf<Project>, id: &str, project: &Project, has: Has) -> Html {
    let onchange = {
        let (shelf, id) = (shelf.clone(), id.to_owned());
        Callback::from(move |event: Event| {
            let is_ticked = event.target_unchecked_into::<HtmlInputElement>().checked();
            shelf.edit(&id, |project| {
                if is_ticked {
                    project.has.insert(has);
                } else {
                    project.has.remove(&has);
                }
            });
        })
    };
    html! {
        <li key={has.words()}>
            <label class="check study-criterion">
                <input type="checkbox" checked={project.has.contains(&has)} data-testid="project-has" {onchange} />
                <span>{ has.words() }</span>
            </label>
        </li>
    }
}
