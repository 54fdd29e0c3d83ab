//! Beside the matrix: the next token.

use protocol::attention::look::Candidate;
use viz::format;
use yew::prelude::*;

use crate::components::Panel;

/// Properties of [`NextToken`].
#[derive(Properties, PartialEq)]
pub struct NextTokenProps {
    /// The candidates, likeliest first.
    pub candidates: Vec<Candidate>,
}

/// The likeliest next tokens as bars; with changes, also what they were without.
#[component]
pub fn NextToken(props: &NextTokenProps) -> Html {
    let first = props.candidates.first();
    html! {
        <Panel class="pad" label="Next token">
            <h2>{ "Next token" }</h2>
            <ol
                class="next-token num"
                data-testid="next-token"
                data-token={first.map(|first| first.token.clone())}
                data-probability={first.map(|first| first.share.to_string())}
            >
                { for props.candidates.iter().map(candidate) }
            </ol>
        </Panel>
    }
}

fn candidate(candidate: &Candidate) -> Html {
    let bar = |class: Option<&'static str>, share: f32, height: &'static str| {
        html! { <rect {class} width={(100.0 * share).max(0.5).to_string()} {height} /> }
    };
    html! {
        <li key={candidate.index}>
            <code>{ &candidate.token }</code>
            <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                { bar(None, candidate.share, "12") }
                { for candidate.unchanged.map(|before| bar(Some("is-before"), before, "4")) }
            </svg>
            <span>
                { format::percent(candidate.share.into()) }
                { for candidate.unchanged.map(|before| html! {
                    <small class="muted">{ format!(" before {}", format::percent(before.into())) }</small>
                }) }
            </span>
        </li>
    }
}
