//! The logit lens: what the model would say next if it ended after each layer. Source:
//! nostalgebraist, "interpreting GPT: the logit lens" (2020).

use std::rc::Rc;

use protocol::attention::{Inspection, look::Candidate};
use viz::format;
use yew::prelude::*;

/// Tokens shown of each layer.
const SHOWN: usize = 3;

/// Properties of [`Lens`].
#[derive(Properties, PartialEq)]
pub struct LensProps {
    /// What the model sees in the text.
    pub inspection: Rc<Inspection>,
}

/// A row a layer with its likeliest tokens.
#[component]
pub fn Lens(props: &LensProps) -> Html {
    let lens = &props.inspection.lens;
    html! {
        <section class="lens" aria-label="Logit lens">
            <h2>{ "What each layer would say next" }</h2>
            <p class="small">{ "The row of the last token after each layer, read by the output weights (and the final norm, where there is one) as if the model ended there: the logit lens." }</p>
            if lens.is_empty() {
                <p class="attention-waiting" role="status">{ "The numbers are on their way." }</p>
            } else {
                <p data-testid="lens-sentence">{ sentence(lens) }</p>
                <table class="num">
                    <thead><tr>
                        <th scope="col">{ "Read" }</th>
                        <th scope="col">{ "likeliest" }</th>
                        { for (2..=shown(lens)).map(|rank| html! { <th scope="col">{ rank_words(rank) }</th> }) }
                    </tr></thead>
                    <tbody>{ for lens.iter().enumerate().map(|(layer, candidates)| row(layer, candidates)) }</tbody>
                </table>
            }
        </section>
    }
}

fn shown(lens: &[Vec<Candidate>]) -> usize {
    lens.iter().map(Vec::len).max().unwrap_or_default().min(SHOWN)
}

fn rank_words(rank: usize) -> &'static str {
    if rank == 2 { "second" } else { "third" }
}

fn row(layer: usize, candidates: &[Candidate]) -> Html {
    html! {
        <tr key={layer}>
            <th scope="row">{ layer_words(layer) }</th>
            { for candidates.iter().take(SHOWN).map(|candidate| html! {
                <td>
                    <code>{ &candidate.token }</code>
                    { format!(" {}", format::percent(candidate.share.into())) }
                    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                        <rect width={(100.0 * candidate.share).max(0.5).to_string()} height="6" />
                    </svg>
                </td>
            }) }
        </tr>
    }
}

fn layer_words(layer: usize) -> String {
    match layer {
        0 => "after the embedding".into(),
        _ => format!("after layer {layer}"),
    }
}

/// From where on the final answer leads without a break: 0 after the embedding.
fn leads_from(lens: &[Vec<Candidate>]) -> Option<usize> {
    let answer = lens.last()?.first()?.index;
    let is_behind =
        |candidates: &Vec<Candidate>| candidates.first().is_none_or(|first| first.index != answer);
    Some(lens.iter().rposition(is_behind).map_or(0, |layer| layer + 1))
}

fn sentence(lens: &[Vec<Candidate>]) -> String {
    let (Some(layer), Some(answer)) = (leads_from(lens), lens.last().and_then(|last| last.first()))
    else {
        return "No layer says anything yet.".into();
    };
    let share = |layer: usize| {
        let of_answer = lens[layer].iter().find(|candidate| candidate.index == answer.index);
        of_answer.map_or(0.0, |candidate| f64::from(candidate.share))
    };
    let token = &answer.token;
    let at_end = format::percent(answer.share.into());
    let start = match layer {
        0 => format!("The answer {token} leads from the embedding on"),
        _ => format!("The answer {token} leads from layer {layer} on"),
    };
    if layer + 1 == lens.len() {
        return format!("{start}, the last to speak: {at_end}.");
    }
    format!("{start}: {} there, {at_end} at the end.", format::percent(share(layer)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(index: u32, share: f32) -> Candidate {
        let token = char::from(b'a' + index as u8).to_string();
        Candidate { token, index, share, unchanged: None }
    }

    fn check(leaders: &[(u32, f32)], expect: &str) {
        let of = |(index, share): &(u32, f32)| vec![candidate(*index, *share), candidate(9, 0.01)];
        let lens: Vec<_> = leaders.iter().map(of).collect();
        assert_eq!(sentence(&lens).replace('\u{a0}', " "), expect);
    }

    #[test]
    fn the_sentence_says_from_where_the_answer_leads() {
        let late = "The answer b leads from layer 2 on, the last to speak: 98.0 %.";
        check(&[(0, 0.2), (3, 0.3), (1, 0.98)], late);
        let early = "The answer b leads from layer 1 on: 30.0 % there, 98.0 % at the end.";
        check(&[(0, 0.2), (1, 0.3), (1, 0.98)], early);
        let always = "The answer b leads from the embedding on: 20.0 % there, 98.0 % at the end.";
        check(&[(1, 0.2), (1, 0.3), (1, 0.98)], always);
        check(&[(1, 0.2), (0, 0.3), (1, 0.98)], late);
        assert_eq!(sentence(&[vec![]]), "No layer says anything yet.");
    }
}
