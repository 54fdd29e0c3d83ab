//! What the model writes for sequences that training never shows, beside what would be right.

use protocol::attention::Sample;
use yew::prelude::*;

/// Properties of [`Samples`].
#[derive(Properties, PartialEq)]
pub struct SamplesProps {
    /// Of the lane in focus.
    pub samples: Vec<Sample>,
}

/// A row a sequence.
#[component]
pub fn Samples(props: &SamplesProps) -> Html {
    if props.samples.is_empty() {
        return html! {};
    }
    html! {
        <table class="attention-samples" data-testid="samples">
            <caption class="small">{ "Sequences that training never shows" }</caption>
            <thead><tr>
                <th scope="col">{ "given" }</th>
                <th scope="col">{ "written" }</th>
                <th scope="col">{ "right" }</th>
            </tr></thead>
            <tbody>{ for props.samples.iter().map(row) }</tbody>
        </table>
    }
}

fn row(sample: &Sample) -> Html {
    let is_right = sample.written == sample.expected;
    html! {
        <tr>
            <td><code>{ &sample.given }</code></td>
            <td><code>{ for marked(sample).into_iter().map(|(character, is_right)| html! {
                if is_right { { character } } else { <mark>{ character }</mark> }
            }) }</code></td>
            <td>
                if is_right { <span aria-label="the same">{ "✓" }</span> } else { <code>{ &sample.expected }</code> }
            </td>
        </tr>
    }
}

/// Each character that was written, and whether it stands where it should.
fn marked(sample: &Sample) -> Vec<(char, bool)> {
    let mut expected = sample.expected.chars();
    sample
        .written
        .chars()
        .map(|character| (character, expected.next() == Some(character)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_characters_are_marked_where_they_stand() {
        let sample =
            Sample { given: "cat>".into(), written: "tbc·".into(), expected: "tac".into() };
        let right: Vec<bool> = marked(&sample).into_iter().map(|(_, is_right)| is_right).collect();
        assert_eq!(right, [true, false, true, false]);
    }
}
