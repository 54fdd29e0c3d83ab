//! The learner's own output beside the reference's, drawn by the same view.

mod drawings;
mod figure;
mod given;
mod literal;
mod matrices;
mod rows;

use content::Picture;
use protocol::python::{Observation, Outcome};
use yew::prelude::*;

use self::{literal::Literal, matrices::Matrices};
use super::state::Room;

/// Properties of [`OutputPicture`].
#[derive(Properties, PartialEq)]
pub struct OutputPictureProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
}

/// A picture of the case in focus (or of the first that has one); nothing where the exercise has no
/// picture.
#[component]
pub fn OutputPicture(props: &OutputPictureProps) -> Html {
    let room = &props.room;
    let Some(picture) = &room.exercise.picture else { return Html::default() };
    if let Picture::Matrix { .. } = picture {
        return html! { <Matrices room={room.clone()} picture={picture.clone()} /> };
    }
    let drawn = cases(room).find_map(|seen| draw(picture, &Shown::of(seen)?));
    let Some(drawn) = drawn else { return Html::default() };
    html! {
        <section class="weights" aria-label={picture.title().to_owned()} data-testid="picture">
            <h3 class="picture-title">{ picture.title() }</h3>
            { drawn }
        </section>
    }
}

fn draw(picture: &Picture, shown: &Shown) -> Option<Html> {
    match picture {
        Picture::Matrix { .. } => None,
        Picture::Boxes { arguments, kept, .. } => given::boxes(shown, arguments, *kept),
        Picture::Line { x, y, x_name, y_name, .. } => {
            drawings::line(shown, (*x, *y), (x_name, y_name))
        }
        Picture::Points { argument, element, labels, centres, .. } => {
            let places = drawings::Places { element: *element, labels: *labels, centres: *centres };
            drawings::points(shown, argument.as_deref(), places)
        }
        Picture::Path { graph, element, .. } => given::path(shown, graph, *element),
        Picture::Roc { labels, scores, .. } => given::roc(shown, labels, scores),
        Picture::Split { rows, labels, .. } => given::split(shown, rows, labels),
        Picture::Table { element, columns, .. } => rows::table(shown, *element, columns),
    }
}

/// The case in focus, then the others, as far as they may be seen.
fn cases(room: &Room) -> impl Iterator<Item = &Observation> {
    let run = room.run.as_ref();
    let chosen = run.and_then(|run| run.seen.get(room.selected?));
    let all = run.into_iter().flat_map(|run| &run.seen);
    chosen.into_iter().chain(all).filter(|seen| !seen.hidden || room.is_solved())
}

/// A case as pictures need it.
struct Shown {
    input: Vec<(String, String)>,
    expected: Literal,
    /// `None` if the code raised or returned what cannot be drawn.
    yours: Option<Literal>,
}

impl Shown {
    fn of(seen: &Observation) -> Option<Self> {
        let yours = match &seen.outcome {
            Outcome::Returned { value } => Literal::of(value),
            Outcome::Raised { .. } => None,
        };
        Some(Self { input: seen.input.clone(), expected: Literal::of(&seen.expected)?, yours })
    }

    fn argument(&self, name: &str) -> Option<Literal> {
        let (_, text) = self.input.iter().find(|(other, _)| other == name)?;
        Literal::read(text)
    }

    /// Yours, then the reference's; `None` if the reference's cannot be drawn.
    fn sides(&self, draw: impl Fn(&Literal, &str) -> Option<Html>) -> Option<Html> {
        let reference = draw(&self.expected, "the reference's")?;
        let yours = self.yours.as_ref().and_then(|yours| draw(yours, "yours"));
        Some(html! {
            <>
                { yours.unwrap_or_else(|| html! { <p class="muted small">{ "Your code returned nothing that can be drawn." }</p> }) }
                { reference }
            </>
        })
    }
}
