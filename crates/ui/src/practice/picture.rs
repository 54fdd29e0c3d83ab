//! The learner's own matrix beside the reference's, drawn by the view of the attention page.

use std::rc::Rc;

use content::Picture;
use protocol::{
    python::Outcome,
    value::{ArrayValue, Value},
};
use viz::matrix::{Domain, Matrix, Place};
use yew::prelude::*;

use super::state::Room;
use crate::attention::matrix::MatrixView;

/// Longest side that can be read.
const SIDE_MAX: u32 = 24;

/// Properties of [`WeightsPicture`].
#[derive(Properties, PartialEq)]
pub struct WeightsPictureProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
}

/// The matrix of the case in focus (or of the first that has one); nothing where the exercise has
/// no picture.
#[component]
pub fn WeightsPicture(props: &WeightsPictureProps) -> Html {
    let place = use_state_eq(|| (0, 0));
    let on_select = {
        let place = place.clone();
        Callback::from(move |to: Place| place.set(to))
    };
    let room = &props.room;
    let Some(Picture::Matrix { element, title }) = &room.exercise.picture else {
        return Html::default();
    };
    let Some((yours, expected)) = matrices(room, *element) else { return Html::default() };
    let view = |matrix: Rc<Matrix>, caption: &str| {
        html! { <MatrixView {matrix} caption={caption.to_owned()} selected={*place} on_select={on_select.clone()} /> }
    };
    html! {
        <section class="weights" aria-label={title.clone()}>
            { for yours.map(|yours| view(yours, title)) }
            { view(expected, "The reference's weights") }
        </section>
    }
}

type Pair = (Option<Rc<Matrix>>, Rc<Matrix>);

fn matrices(room: &Room, element: Option<usize>) -> Option<Pair> {
    let run = room.run.as_ref()?;
    let chosen = room.selected.and_then(|index| run.seen.get(index));
    let cases = chosen.into_iter().chain(&run.seen);
    cases.filter(|seen| !seen.hidden || room.is_solved()).find_map(|seen| {
        let expected = matrix(part(&seen.expected, element)?)?;
        let yours = match &seen.outcome {
            Outcome::Returned { value } => part(value, element).and_then(matrix),
            Outcome::Raised { .. } => None,
        };
        Some((yours.map(Rc::new), Rc::new(expected)))
    })
}

fn part(value: &Value, element: Option<usize>) -> Option<&Value> {
    match (value, element) {
        (value, None) => Some(value),
        (Value::Tuple(items) | Value::List(items), Some(index)) => items.get(index),
        _ => None,
    }
}

/// A matrix of readable size; of a stack of matrices the first.
fn matrix(value: &Value) -> Option<Matrix> {
    let Value::Array(ArrayValue { shape, data, .. }) = value else { return None };
    let [.., rows, columns] = shape.as_slice() else { return None };
    if *rows == 0 || *columns == 0 || *rows > SIDE_MAX || *columns > SIDE_MAX {
        return None;
    }
    let names = |count: &u32| (0..*count).map(|index| index.to_string()).collect::<Vec<_>>();
    let count = (rows * columns) as usize;
    let values: Vec<f32> = data.iter().take(count).map(|number| number.0 as f32).collect();
    let (rows, columns) = (names(rows), names(columns));
    Matrix::new(("query", &rows), ("key", &columns), &values, Domain::Fixed(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use protocol::value::Number;

    use super::*;

    fn array(shape: &[u32]) -> Value {
        let count = shape.iter().product::<u32>();
        let data = (0..count).map(|index| Number(f64::from(index))).collect();
        Value::Array(ArrayValue { dtype: "float64".into(), shape: shape.to_vec(), data })
    }

    #[test]
    fn the_named_element_is_drawn() {
        let pair = Value::Tuple(vec![array(&[2]), array(&[2, 3])]);
        let drawn = matrix(part(&pair, Some(1)).unwrap()).unwrap();
        assert_eq!((drawn.rows(), drawn.columns()), (2, 3));
        assert!(part(&pair, Some(2)).is_none());
    }

    #[test]
    fn of_a_stack_the_first_and_of_a_vector_nothing() {
        assert_eq!(matrix(&array(&[4, 2, 2])).unwrap().value((1, 1)), Some(3.0));
        assert!(matrix(&array(&[5])).is_none());
        assert!(matrix(&array(&[30, 30])).is_none());
        assert!(matrix(&Value::None).is_none());
    }
}
