//! What was written: each token can be asked what it was chosen from; beams stand in a table.

use std::rc::Rc;

use protocol::attention::Written;
use protocol::attention::look::Candidate;
use protocol::attention::writing::{Beam, Ending};
use viz::format;
use yew::prelude::*;

use crate::attention::{spaces::marked, state::Writing};

/// Candidates shown; the others are summed up.
const SHOWN: usize = 8;

/// Properties of [`Paper`].
#[derive(Properties, PartialEq)]
pub struct PaperProps {
    /// What is written.
    pub writing: Rc<Writing>,
    /// Longest text of the model, in tokens.
    pub context: u16,
}

/// The text, its tokens as buttons, and what the one in focus was chosen from.
#[component]
pub fn Paper(props: &PaperProps) -> Html {
    let chosen = use_state(|| None::<usize>);
    let writing = &props.writing;
    let tokens: Vec<(usize, &str)> = writing.written.iter().enumerate().filter_map(token).collect();
    let beams = writing.written.last().map(|last| last.beams.as_slice()).unwrap_or_default();
    let focus =
        (*chosen).filter(|at| tokens.iter().any(|it| it.0 == *at)).or(tokens.last().map(|it| it.0));
    html! {
        <section class="write-paper" aria-label="What was written">
            <p class="write-text" data-testid="written">
                <span class="muted">{ &writing.began.text }</span>
                if beams.is_empty() {
                    { for tokens.iter().map(|(at, token)| {
                        let chosen = chosen.clone();
                        let at = *at;
                        html! {
                            <button key={at} type="button" aria-pressed={if focus == Some(at) { "true" } else { "false" }}
                                aria-label={format!("{}, token {}", visible(token), at + 1)}
                                onclick={Callback::from(move |_: MouseEvent| chosen.set(Some(at)))}>{ visible(token) }</button>
                        }
                    }) }
                } else {
                    <b>{ writing.added() }</b>
                }
            </p>
            <p class="small" role="status" aria-live="polite" data-testid="write-status">{ status(writing, props.context) }</p>
            if beams.is_empty() {
                { for focus.and_then(|at| writing.written.get(at)).map(choice) }
            } else {
                { table(beams) }
            }
        </section>
    }
}

fn token((at, written): (usize, &Written)) -> Option<(usize, &str)> {
    Some((at, written.token.as_deref()?))
}

/// A token within a text: one of nothing but space gets signs that can be seen, a part of a letter that
/// is not whole yet a sign of its own.
fn visible(token: &str) -> String {
    if token.is_empty() {
        return "…".into();
    }
    if token.chars().all(char::is_whitespace) { marked(token) } else { token.to_owned() }
}

/// What a token was chosen from.
fn choice(written: &Written) -> Html {
    let token = written.token.as_deref().unwrap_or_default();
    if written.candidates.is_empty() {
        return Html::default();
    }
    let token = marked(&visible(token));
    let (shown, others) = shown(&written.candidates, &token);
    html! {
        <div class="write-choice">
            <h2>{ format!("What {token} was chosen from") }</h2>
            <p class="small">{ format!("{}, after temperature and cuts; {} read.",
                format::plural(written.candidates.len(), "candidate"), format::plural(written.length.into(), "token")) }</p>
            <ol class="write-candidates num">
                { for shown.into_iter().map(|candidate| {
                    let width = (100.0 * candidate.share).max(0.5).to_string();
                    html! {
                        <li key={candidate.index}>
                            <code>{ &candidate.token }</code>
                            <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect {width} height="12" /></svg>
                            <span>{ format::percent(candidate.share.into()) }</span>
                            <span>{ if candidate.token == token { "✓ chosen" } else { "" } }</span>
                        </li>
                    }
                }) }
            </ol>
            if let Some((count, share)) = others {
                <p class="small num">{ format!("{count} more with {} together.", format::percent(share.into())) }</p>
            }
        </div>
    }
}

/// The likeliest candidates and the one that was chosen; number and share of the others.
fn shown<'a>(
    candidates: &'a [Candidate],
    token: &str,
) -> (Vec<&'a Candidate>, Option<(usize, f32)>) {
    let is_shown = |at: usize, it: &Candidate| at < SHOWN || it.token == token;
    let (shown, others): (Vec<_>, Vec<_>) =
        candidates.iter().enumerate().partition(|(at, candidate)| is_shown(*at, candidate));
    let share = others.iter().map(|(_, candidate)| candidate.share).sum();
    let others = (!others.is_empty()).then_some((others.len(), share));
    (shown.into_iter().map(|(_, candidate)| candidate).collect(), others)
}

fn table(beams: &[Beam]) -> Html {
    html! {
        <div class="change-scroll" tabindex="0" role="region" aria-label="Beams">
            <table class="num" data-testid="beams">
                <caption>{ "Beams, likeliest first. The logarithm is the sum over the tokens written." }</caption>
                <thead><tr><th scope="col">{ "written" }</th><th scope="col">{ "log-probability" }</th><th scope="col">{ "probability" }</th></tr></thead>
                <tbody>
                    { for beams.iter().map(|beam| html! {
                        <tr>
                            <th scope="row"><code>{ &beam.text }</code></th>
                            <td>{ format::fixed(beam.log_probability.into(), 2) }</td>
                            <td>{ format::percent(f64::from(beam.log_probability).exp()) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// How the writing stands, in words that change rarely enough to be read aloud.
#[must_use]
pub fn status(writing: &Writing, context: u16) -> String {
    if writing.is_going {
        return "Writing.".into();
    }
    let count = writing.written.iter().filter(|written| written.token.is_some()).count();
    let tokens = format::plural(count, "token");
    match writing.ending() {
        Some(Ending::Enough) => format!("Wrote {tokens}, as many as asked for."),
        Some(Ending::Finished) => "The model wrote its end sign: for it, the text is done.".into(),
        Some(Ending::Full) => format!(
            "The text has all {} that this model can read.",
            format::plural(context.into(), "token")
        ),
        None => format!("Stopped after {tokens}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::write::{settings::Settings, tests::written};

    #[test]
    fn the_chosen_candidate_is_always_shown() {
        let candidate =
            |at: u32| Candidate { token: at.to_string(), index: at, share: 0.1, unchanged: None };
        let candidates: Vec<Candidate> = (0..10).map(candidate).collect();
        let (list, others) = shown(&candidates, "9");
        assert_eq!(list.len(), SHOWN + 1);
        assert_eq!(list.last().map(|it| it.index), Some(9));
        assert_eq!(others, Some((1, 0.1)));
        assert_eq!(shown(&candidates[..3], "1").1, None);
    }

    #[test]
    fn a_space_can_be_seen() {
        assert_eq!(
            (visible(" ").as_str(), visible("\n").as_str(), visible(" a").as_str()),
            ("␣", "↵", " a")
        );
    }

    #[test]
    fn every_ending_has_its_words() {
        let mut writing = Writing::new(Settings::default().order(0, "ab>"));
        assert_eq!(status(&writing, 17), "Writing.");
        writing.hear(written(0, "b", 3));
        writing.is_going = false;
        assert_eq!(status(&writing, 17), "Stopped after 1 token.");
        let mut ended = |ending| {
            writing.written[0].ending = Some(ending);
            status(&writing, 17)
        };
        assert_eq!(ended(Ending::Enough), "Wrote 1 token, as many as asked for.");
        assert!(ended(Ending::Finished).contains("end sign"));
        assert!(ended(Ending::Full).contains("17 tokens"));
    }
}
