//! What an interviewer asks about one project: each question behind its words, with what it probes,
//! what is asked next, a field for the answer and one's own judgement of it.

use std::rc::Rc;

use content::DrillQuestion;
use figures::format::plural;
use study::{
    own::TEXT,
    resume::{Confidence, DrillAnswer, Pass, Project},
};
use yew::prelude::*;

use super::{
    super::words::{Area, typed},
    shelf::Shelf,
};
use crate::components::{Segment, Tone};

/// Properties of [`Drill`].
#[derive(Properties, PartialEq)]
pub struct DrillProps {
    /// Where the project is kept.
    pub shelf: Shelf<Project>,
    /// Its name there.
    pub id: AttrValue,
    /// Every question there is.
    pub questions: Rc<Vec<DrillQuestion>>,
}

/// The questions of one project.
#[component]
pub fn Drill(props: &DrillProps) -> Html {
    let project = props.shelf.get(&props.id).unwrap_or_default();
    // What was rated in an earlier visit orders this pass.
    let pass = use_state_eq(|| {
        let is_rated = project.answers.values().any(|it| it.rating.is_some());
        if is_rated { Pass::Next } else { Pass::First }
    });
    let begun = use_state_eq(|| 0_u32);
    // The order stands while a pass is gone through: a question that is rated stays where it is.
    let order = use_memo((*pass, *begun, project.has.clone()), |_| {
        let asked = project.asked(&props.questions, *pass);
        asked.into_iter().map(|it| it.id.clone()).collect::<Vec<_>>()
    });
    let on_pass = {
        let (pass, begun) = (pass.clone(), begun.clone());
        Callback::from(move |value: String| {
            pass.set(if value == "next" { Pass::Next } else { Pass::First });
            begun.set(*begun + 1);
        })
    };
    let asked: Vec<&DrillQuestion> =
        order.iter().filter_map(|id| props.questions.iter().find(|it| it.id == *id)).collect();
    let row = |it: &&DrillQuestion| {
        let answer = project.answers.get(&it.id).cloned().unwrap_or_default();
        html! {
            <DrillRow key={it.id.clone()} shelf={props.shelf.clone()} project={props.id.clone()}
                question={(*it).clone()} ask={project.fill(&it.ask)} {answer} />
        }
    };
    let choices =
        [("first", "As it deepens"), ("next", "Shaky first")].map(|(a, b)| (a.into(), b.into()));
    let value = if *pass == Pass::First { "first" } else { "next" };
    html! {
        <section class="stack tight" aria-labelledby="drill" data-testid="drill">
            <h3 id="drill">{ "What you will be asked" }</h3>
            <p class="small num" role="status" data-testid="drill-count">{ counted(&asked, &project) }</p>
            <Segment label="Order" {value} choices={choices.to_vec()} onchange={on_pass} testid="drill-order" />
            <div class="own-drill">{ for asked.iter().map(row) }</div>
        </section>
    }
}

/// `24 questions: 3 solid, 2 shaky, 1 without an answer`.
fn counted(asked: &[&DrillQuestion], project: &Project) -> String {
    let of = |wanted| asked.iter().filter(|it| project.rating(&it.id) == Some(wanted)).count();
    let rated = Confidence::ALL.map(|it| (of(it), it));
    let words: Vec<String> = rated
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, it)| match it {
            Confidence::Cannot => format!("{count} without an answer"),
            _ => format!("{count} {}", it.name()),
        })
        .collect();
    let all = plural(asked.len(), "question");
    if words.is_empty() { all } else { format!("{all}: {}", words.join(", ")) }
}

/// Properties of [`DrillRow`].
#[derive(Properties, PartialEq)]
struct DrillRowProps {
    shelf: Shelf<Project>,
    project: AttrValue,
    question: DrillQuestion,
    /// As it is asked of this project.
    ask: AttrValue,
    answer: DrillAnswer,
}

#[component]
fn DrillRow(props: &DrillRowProps) -> Html {
    let DrillRowProps { question, answer, .. } = props;
    let oninput = {
        let change = change(props);
        Callback::from(move |event: InputEvent| {
            let text = typed(&event);
            change(&|answer| answer.text.clone_from(&text));
        })
    };
    let onchange = {
        let change = change(props);
        Callback::from(move |value: String| {
            let rating = Confidence::ALL.into_iter().find(|it| it.name() == value);
            change(&|answer| answer.rating = rating);
        })
    };
    let area = Area {
        testid: format!("answer-{}", question.id),
        label: html! { "Your answer" },
        text: answer.text.clone(),
        rows: 4,
        most: Some(TEXT),
        is_ready: true,
    };
    html! {
        <details class="follow-up" data-testid="drill-question" data-id={question.id.clone()}>
            <summary>
                { &props.ask }
                <span class="small">{ format!(" · {}", question.stage.title()) }{ mark(answer) }</span>
            </summary>
            <div class="stack tight own-body">
                <p class="small">{ format!("What it probes: {}", question.probes) }</p>
                { area.show(oninput) }
                { rating(answer, &question.id, onchange) }
                <p class="small">{ "Asked next:" }</p>
                <ul class="small">{ for question.follow_ups.iter().map(|it| html! { <li>{ it }</li> }) }</ul>
            </div>
        </details>
    }
}

/// Changes the answer of a row where it is kept; one without words and rating is kept no longer.
fn change(props: &DrillRowProps) -> impl Fn(&dyn Fn(&mut DrillAnswer)) + 'static {
    let (shelf, project, id) =
        (props.shelf.clone(), props.project.clone(), props.question.id.clone());
    move |edit| {
        shelf.edit(&project, |project| {
            let answer = project.answers.entry(id.clone()).or_default();
            edit(answer);
            if *answer == DrillAnswer::default() {
                project.answers.remove(&id);
            }
        });
    }
}

/// How it went the last time, beside the question.
fn mark(answer: &DrillAnswer) -> Html {
    let Some(rating) = answer.rating else { return Html::default() };
    let class = match rating {
        Confidence::Solid => Tone::Good.class(),
        Confidence::Shaky => "muted",
        Confidence::Cannot => Tone::Bad.class(),
    };
    html! { <strong {class} data-testid="drill-mark">{ format!(" · {}", rating.words()) }</strong> }
}

fn rating(answer: &DrillAnswer, id: &str, onchange: Callback<String>) -> Html {
    let ratings = Confidence::ALL.map(|it| (it.name().into(), it.words().into()));
    let choices = [vec![("none".into(), "Not rated".into())], ratings.to_vec()].concat();
    let value = answer.rating.map_or("none", Confidence::name);
    html! { <Segment label="How did it go?" {value} {choices} {onchange} testid={format!("rating-{id}")} /> }
}

#[cfg(test)]
mod tests {
    use content::drill::Stage;

    use super::*;

    #[test]
    fn a_pass_is_counted() {
        let question = |id: &str| DrillQuestion {
            id: id.into(),
            stage: Stage::Goal,
            needs: Vec::new(),
            ask: "Why?".into(),
            probes: "Whether.".into(),
            follow_ups: Vec::new(),
        };
        let all = ["a", "b", "c"].map(question);
        let asked: Vec<&DrillQuestion> = all.iter().collect();
        let mut project = Project::default();
        assert_eq!(counted(&asked, &project), "3 questions");
        for (id, rating) in
            [("a", Confidence::Cannot), ("c", Confidence::Solid), ("x", Confidence::Shaky)]
        {
            project.answers.entry(id.into()).or_default().rating = Some(rating);
        }
        assert_eq!(counted(&asked, &project), "3 questions: 1 solid, 1 without an answer");
    }
}
