//! Attention rollout: how much of each token has gone into each place by the end, all layers and
//! heads together. Source: Abnar and Zuidema, "Quantifying attention flow in transformers" (2020).

use std::rc::Rc;

use protocol::attention::Inspection;
use viz::{
    format,
    matrix::{Domain, Matrix, Place},
};
use yew::prelude::*;

use crate::attention::matrix::MatrixView;

/// Cells do not grow beyond this, in pixels.
const WIDEST: f64 = 32.0;

/// Properties of [`Rollout`].
#[derive(Properties, PartialEq)]
pub struct RolloutProps {
    /// What the model sees in the text.
    pub inspection: Rc<Inspection>,
}

/// The matrix with a sentence.
#[component]
pub fn Rollout(props: &RolloutProps) -> Html {
    let place = use_state_eq(|| None::<Place>);
    let on_select = {
        let place = place.clone();
        Callback::from(move |to: Place| place.set(Some(to)))
    };
    let tokens = &props.inspection.tokens;
    let matrix = matrix(&props.inspection);
    html! {
        <div class="rollout">
            <h2>{ "Where the end comes from" }</h2>
            <p class="small">{ "Each layer mixes what the one before it mixed; half of each row stays where there are residual paths. All heads together, multiplied through all layers: attention rollout. It knows the weights and not what they carry." }</p>
            if let Some(matrix) = matrix {
                <p data-testid="rollout-sentence">{ sentence(&matrix) }</p>
                <MatrixView
                    selected={place.filter(|at| at.0 < tokens.len() && at.1 < tokens.len())
                        .unwrap_or_else(|| strongest_of_last(&matrix))}
                    matrix={Rc::new(matrix)} caption="Attention rollout" widest={WIDEST}
                    rows="places, at the end" columns="tokens, at the start" {on_select}
                />
            } else {
                <p class="attention-waiting" role="status">{ "The numbers are on their way." }</p>
            }
        </div>
    }
}

/// Places by tokens; `None` where the numbers did not come.
fn matrix(inspection: &Inspection) -> Option<Matrix> {
    let tokens = &inspection.tokens;
    let matrix = Matrix::causal(tokens, &inspection.rollout, Domain::Fixed(0.0, 1.0))?;
    let names = (String::from("place of"), String::from("token"));
    (!tokens.is_empty()).then_some(Matrix { row_name: names.0, column_name: names.1, ..matrix })
}

fn strongest_of_last(matrix: &Matrix) -> Place {
    let row = matrix.rows().saturating_sub(1);
    (row, matrix.strongest(row).unwrap_or_default())
}

/// What the last place holds besides itself.
fn sentence(matrix: &Matrix) -> String {
    let last = matrix.rows().saturating_sub(1);
    let share = |column: usize| f64::from(matrix.value((last, column)).unwrap_or_default());
    let name = |place: usize| format!("{} (place {})", matrix.row_labels[place], place + 1);
    let own = format!("The last place, {}, is {} itself", name(last), format::percent(share(last)));
    match (0..last).max_by(|a, b| share(*a).total_cmp(&share(*b))) {
        Some(other) => {
            format!(
                "{own}; most of the rest, {}, comes from {}.",
                format::percent(share(other)),
                name(other)
            )
        }
        None => format!("{own}: there is nothing before it."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::{fragment::default_config, inside::samples};

    fn said(rollout: Vec<f32>, tokens: usize) -> String {
        let mut inspection = samples::inspection(&default_config());
        inspection.tokens.truncate(tokens);
        inspection.rollout = rollout;
        sentence(&matrix(&inspection).expect("a square")).replace('\u{a0}', " ")
    }

    #[test]
    fn the_sentence_tells_what_the_last_place_is_made_of() {
        let rollout = vec![1.0, 0.0, 0.0, 0.4, 0.6, 0.0, 0.3, 0.2, 0.5];
        assert_eq!(
            said(rollout, 3),
            "The last place, n (place 3), is 50.0 % itself; most of the rest, 30.0 %, comes from b \
             (place 1)."
        );
        assert!(said(vec![1.0], 1).ends_with("nothing before it."));
    }

    #[test]
    fn a_rollout_of_the_wrong_size_is_not_drawn() {
        let mut inspection = samples::inspection(&default_config());
        inspection.rollout.pop();
        assert_eq!(matrix(&inspection), None);
    }
}
