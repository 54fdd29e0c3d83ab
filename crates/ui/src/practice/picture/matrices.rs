//! A matrix of numbers, by the view of the attention page.

use std::rc::Rc;

use content::Picture;
use protocol::{
    python::Outcome,
    value::{ArrayValue, Value},
};
use viz::matrix::{Domain, Matrix, Place};
use yew::prelude::*;

use super::{super::state::Room, cases, which};
use crate::attention::matrix::MatrixView;

/// Longest side that can be read.
const SIDE_MAX: u32 = 24;

/// Properties of [`Matrices`].
#[derive(Properties, PartialEq)]
pub struct MatricesProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
    /// What is drawn.
    pub picture: Picture,
}

/// The learner's matrix and the reference's, in the same colours.
#[component]
pub fn Matrices(props: &MatricesProps) -> Html {
    let place = use_state_eq(|| (0, 0));
    let on_select = {
        let place = place.clone();
        Callback::from(move |to: Place| place.set(to))
    };
    let Picture::Matrix { element, title, row, column } = &props.picture else {
        return Html::default();
    };
    let names = (row.as_str(), column.as_str());
    let pair = pair(&props.room, *element, names);
    let Some((of, yours, expected)) = pair else { return Html::default() };
    let view = |matrix: Rc<Matrix>, caption: &str| {
        html! {
            <MatrixView {matrix} caption={caption.to_owned()} columns={column.clone()} rows={row.clone()}
                selected={*place} on_select={on_select.clone()} />
        }
    };
    html! {
        <section class="weights" aria-label={title.clone()}>
            { for of.map(which) }
            if let Some(yours) = yours {
                { view(yours, title) }
            } else {
                <p class="muted small">{ "Your code returned nothing that can be drawn." }</p>
            }
            { view(expected, "The same from the reference") }
        </section>
    }
}

/// Of which case, if not of the one in focus; yours; the reference's.
type Pair = (Option<String>, Option<Rc<Matrix>>, Rc<Matrix>);

fn pair(room: &Room, element: Option<usize>, names: (&str, &str)) -> Option<Pair> {
    cases(room).find_map(|(of, seen)| {
        let expected = part(&seen.expected, element).and_then(numbers)?;
        let yours = match &seen.outcome {
            Outcome::Returned { value } => part(value, element).and_then(numbers),
            Outcome::Raised { .. } => None,
        };
        let domain = domain(yours.iter().chain([&expected]));
        let draw = |it: &Numbers| it.matrix(names, domain).map(Rc::new);
        Some((of, yours.as_ref().and_then(draw), draw(&expected)?))
    })
}

fn part(value: &Value, element: Option<usize>) -> Option<&Value> {
    match (value, element) {
        (value, None) => Some(value),
        (Value::Tuple(items) | Value::List(items), Some(index)) => items.get(index),
        _ => None,
    }
}

/// A matrix of readable size.
struct Numbers {
    rows: u32,
    columns: u32,
    values: Vec<f32>,
}

/// Of a stack of matrices the first.
fn numbers(value: &Value) -> Option<Numbers> {
    let Value::Array(ArrayValue { shape, data, .. }) = value else { return None };
    let [.., rows, columns] = *shape.as_slice() else { return None };
    if rows == 0 || columns == 0 || rows > SIDE_MAX || columns > SIDE_MAX {
        return None;
    }
    let count = (rows * columns) as usize;
    let values = data.iter().take(count).map(|number| number.0 as f32).collect();
    Some(Numbers { rows, columns, values })
}

impl Numbers {
    fn matrix(&self, (row, column): (&str, &str), domain: Domain) -> Option<Matrix> {
        let names = |count: u32| (0..count).map(|index| index.to_string()).collect::<Vec<_>>();
        Matrix::new((row, &names(self.rows)), (column, &names(self.columns)), &self.values, domain)
    }
}

/// One for both: shares from 0 to 1 as they are, signed numbers around 0, other magnitudes from 0.
fn domain<'a>(both: impl Iterator<Item = &'a Numbers>) -> Domain {
    let all = both.flat_map(|it| &it.values).copied().filter(|value| value.is_finite());
    let (low, high) =
        all.fold((0.0_f32, 0.0_f32), |(low, high), value| (low.min(value), high.max(value)));
    if low < 0.0 {
        Domain::SignedTo(high.max(-low))
    } else {
        // A little above 1 is a share that was rounded.
        Domain::Fixed(0.0, if high <= 1.000_1 { 1.0 } else { high })
    }
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
        let drawn = numbers(part(&pair, Some(1)).unwrap()).unwrap();
        assert_eq!((drawn.rows, drawn.columns), (2, 3));
        assert!(part(&pair, Some(2)).is_none());
    }

    #[test]
    fn of_a_stack_the_first_and_of_a_vector_nothing() {
        let first = numbers(&array(&[4, 2, 2])).unwrap();
        let matrix = first.matrix(("row", "column"), domain([&first].into_iter())).unwrap();
        assert_eq!(matrix.value((1, 1)), Some(3.0));
        assert!(numbers(&array(&[5])).is_none());
        assert!(numbers(&array(&[30, 30])).is_none());
        assert!(numbers(&Value::None).is_none());
    }

    #[test]
    fn both_sides_share_their_colours() {
        let of = |values: &[f32]| Numbers { rows: 1, columns: 2, values: values.to_vec() };
        let shared = |a: &[f32], b: &[f32]| domain([&of(a), &of(b)].into_iter());
        assert_eq!(shared(&[0.2, 0.8], &[0.0, 1.0]), Domain::Fixed(0.0, 1.0));
        assert_eq!(shared(&[0.2, 7.0], &[0.0, 1.0]), Domain::Fixed(0.0, 7.0));
        assert_eq!(shared(&[0.2, f32::NAN], &[-3.0, 1.0]), Domain::SignedTo(3.0));
    }
}
