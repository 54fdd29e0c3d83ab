//! Beside the matrix: the arithmetic of the cell in focus, and the next token.

use protocol::attention::{Inspection, Model};
use viz::format;
use yew::prelude::*;

use super::cell::Arithmetic;
use crate::components::Panel;

/// Candidates shown for the next token.
const CANDIDATES: usize = 5;

/// Properties of [`CellPanel`].
#[derive(Properties, PartialEq)]
pub struct CellPanelProps {
    /// Query and key with their places.
    pub place: (usize, usize),
    /// The tokens, to name them.
    pub tokens: Vec<String>,
    /// The numbers; `None` while there are none.
    pub arithmetic: Option<Arithmetic>,
    /// Width of a head, d in `√d`.
    pub head_width: u8,
}

/// From score to weight, in the cell's own numbers.
#[component]
pub fn CellPanel(props: &CellPanelProps) -> Html {
    let token = |index: usize| props.tokens.get(index).cloned().unwrap_or_default();
    let name = |index: usize| format!("{} (place {})", token(index), index + 1);
    html! {
        <Panel class="pad" label="This cell">
            <h2>{ "This cell" }</h2>
            <dl class="cell-steps num">
                <dt>{ "query" }</dt><dd>{ name(props.place.0) }</dd>
                <dt>{ "key" }</dt><dd>{ name(props.place.1) }</dd>
                { for props.arithmetic.iter().map(|cell| steps(cell, props.head_width)) }
            </dl>
        </Panel>
    }
}

fn steps(cell: &Arithmetic, head_width: u8) -> Html {
    let two = |value: f64| format::fixed(value, 2);
    let (power, sum) = if cell.shift == 0.0 {
        (format!("e^{}", two(cell.score.into())), "Σ e^s".to_owned())
    } else {
        let shift = two(cell.shift.into());
        (format!("e^({} − {shift})", two(cell.score.into())), format!("Σ e^(s − {shift})"))
    };
    html! {
        <>
            <dt>{ "score" }</dt><dd>{ format!("q·k / √{head_width} = {}", two(cell.score.into())) }</dd>
            if cell.is_masked {
                <dt>{ "mask" }</dt><dd>{ "the key lies after the query: its score becomes −∞" }</dd>
                <dt>{ "weight" }</dt><dd>{ "e^−∞ = 0" }</dd>
            } else {
                <dt>{ "softmax" }</dt><dd>{ format!("{power} / {sum}") }</dd>
                <dd>{ format!("{} / {}", format::decimal(cell.exponential), format::decimal(cell.sum)) }</dd>
                <dt>{ "weight" }</dt><dd><b data-testid="cell-weight">{ format::fixed(cell.weight.into(), 4) }</b></dd>
            }
            <dt>{ "row" }</dt><dd>{ format!("adds up to {}", format::fixed(cell.row_sum.into(), 3)) }</dd>
        </>
    }
}

/// Properties of [`NextToken`].
#[derive(Properties, PartialEq)]
pub struct NextTokenProps {
    /// The candidates, likeliest first.
    pub candidates: Vec<(String, f32)>,
}

/// The likeliest next tokens as bars.
#[component]
pub fn NextToken(props: &NextTokenProps) -> Html {
    let first = props.candidates.first();
    html! {
        <Panel class="pad" label="Next token">
            <h2>{ "Next token" }</h2>
            <ol
                class="next-token num"
                data-testid="next-token"
                data-token={first.map(|(token, _)| token.clone())}
                data-probability={first.map(|(_, probability)| probability.to_string())}
            >
                { for props.candidates.iter().map(|(token, probability)| html! {
                    <li key={token.clone()}>
                        <code>{ token }</code>
                        <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                            <rect width={(100.0 * probability).max(0.5).to_string()} height="12" />
                        </svg>
                        <span>{ format::percent((*probability).into()) }</span>
                    </li>
                }) }
            </ol>
        </Panel>
    }
}

/// The likeliest next tokens, likeliest first; equal ones in the vocabulary's order.
#[must_use]
pub fn candidates(inspection: &Inspection, model: &Model) -> Vec<(String, f32)> {
    let mut all: Vec<(String, f32)> =
        model.vocabulary.iter().cloned().zip(inspection.next.iter().copied()).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    all.truncate(CANDIDATES);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_are_the_likeliest() {
        let words = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        let model = Model {
            parameters: 1,
            context: 8,
            vocabulary: words(&["a", "b", "c", "d", "e", "f"]),
            example: "a".into(),
        };
        let inspection = Inspection {
            text: "a".into(),
            tokens: words(&["a"]),
            layers: 1,
            heads: 1,
            weights: vec![1.0],
            scores: vec![0.0],
            next: vec![0.1, 0.4, 0.1, 0.2, 0.1, 0.1],
        };
        let found = candidates(&inspection, &model);
        let names: Vec<&str> = found.iter().map(|(token, _)| token.as_str()).collect();
        assert_eq!(names, ["b", "d", "a", "c", "e"]);
    }
}
