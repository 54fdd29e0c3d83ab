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
use super::{run::Shrunk, state::Room};

/// Properties of [`OutputPicture`].
#[derive(Properties, PartialEq)]
pub struct OutputPictureProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
}

/// A picture of the case in focus; of another one, which is named, where that has none or is hidden;
/// nothing where the exercise has no picture.
#[component]
pub fn OutputPicture(props: &OutputPictureProps) -> Html {
    let room = &props.room;
    let Some(picture) = &room.exercise.picture else { return Html::default() };
    if let Picture::Matrix { .. } = picture {
        return html! { <Matrices room={room.clone()} picture={picture.clone()} /> };
    }
    let drawn = cases(room).find_map(|(of, seen)| Some((of, draw(picture, &Shown::of(seen)?)?)));
    let Some((of, drawn)) = drawn else { return Html::default() };
    html! {
        <section class="weights" aria-label={picture.title().to_owned()} data-testid="picture">
            <h3 class="picture-title">{ picture.title() }</h3>
            { for of.map(which) }
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

/// Says of which case a picture is, where that is not the one in focus.
fn which(of: String) -> Html {
    html! { <p class="small muted">{ of }</p> }
}

/// The case in focus, then the smallest input that fails, then the others, as far as they may be
/// seen. All but the first come with words that say which they are.
fn cases(room: &Room) -> impl Iterator<Item = (Option<String>, &Observation)> {
    let run = room.run.as_ref();
    let may_be_seen = |seen: &&Observation| !seen.hidden || room.is_solved();
    let chosen = run.and_then(|run| run.seen.get(room.selected?)).filter(may_be_seen);
    let smallest = run.and_then(|run| match run.shrunk.as_ref()? {
        Shrunk::Smaller(found) => Some(&found.0),
        Shrunk::PassesAlone(_) => None,
    });
    let smallest = smallest.filter(|_| room.selected.is_some());
    let all = run.into_iter().flat_map(|run| &run.seen).filter(may_be_seen);
    let chosen = chosen.into_iter().map(|seen| (None, seen));
    let smallest = smallest
        .into_iter()
        .map(|seen| (Some("Of the smallest input found that fails.".to_owned()), seen));
    let all = all.map(|seen| (Some(format!("Of the case “{}”.", seen.name)), seen));
    chosen.chain(smallest).chain(all)
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::{
        practice::{
            run::Run,
            sample::{exercise, observation},
        },
        progress::Record,
    };

    /// What may be drawn, in order, with the words that say of which case it is.
    fn check(selected: Option<usize>, is_shrunk: bool, expect: &[(Option<&str>, &str)]) {
        let mut room = Room::open(Rc::new(exercise()), None, Record::default(), 0.0);
        let mut run = Run::new(1, String::new());
        run.seen = ["first", "second", "third"].map(|name| observation(name, 1, 2)).to_vec();
        run.seen[2].hidden = true;
        if is_shrunk {
            let seen = observation("third", 1, 2);
            let judged = judge::case_verdict(&seen, judge::rules(&exercise()));
            run.shrunk = Some(Shrunk::Smaller(Box::new((seen, judged))));
        }
        room.run = Some(run);
        room.selected = selected;
        let order = cases(&room).map(|(of, seen)| (of, seen.name.as_str()));
        let order: Vec<_> = order.collect();
        let order: Vec<_> = order.iter().map(|(of, name)| (of.as_deref(), *name)).collect();
        assert_eq!(order, expect);
    }

    #[test]
    fn the_case_in_focus_is_drawn_then_the_smallest_then_others_by_name() {
        let first = (Some("Of the case “first”."), "first");
        let second = (Some("Of the case “second”."), "second");
        let smallest = (Some("Of the smallest input found that fails."), "third");
        check(Some(1), true, &[(None, "second"), smallest, first, second]);
        check(Some(1), false, &[(None, "second"), first, second]);
        check(Some(2), true, &[smallest, first, second]);
        check(None, false, &[first, second]);
    }
}
