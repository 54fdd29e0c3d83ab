//! What the changes do to the answer: a sentence, and before and after for each token.

use std::rc::Rc;

use protocol::attention::Inspection;
use protocol::attention::look::{Candidate, Changes, Edit, Fate};
use viz::format;
use yew::prelude::*;

use super::edit::{Role, count, role};

/// Properties of [`Outcome`].
#[derive(Properties, PartialEq)]
pub struct OutcomeProps {
    /// What the model sees, with the changes that it was read with.
    pub inspection: Rc<Inspection>,
}

/// The next token before and after, as bars and numbers.
#[component]
pub fn Outcome(props: &OutcomeProps) -> Html {
    let Inspection { next, changes, .. } = &*props.inspection;
    let is_changed = count(changes) > 0;
    html! {
        <section class="change-outcome" aria-label="What it does">
            <h2>{ "What it does" }</h2>
            <p aria-live="polite" data-testid="change-outcome">{ sentence(&props.inspection) }</p>
            <div class="change-scroll" tabindex="0" role="region" aria-label="The likeliest next tokens">
                <table class="num">
                    <caption>{ if is_changed { "Next token. The thin bar is the share before." } else { "Next token" } }</caption>
                    <thead><tr>
                        <th scope="col">{ "token" }</th>
                        <th scope="col"><span class="aside-text">{ "as bars" }</span></th>
                        <th scope="col">{ if is_changed { "after" } else { "share" } }</th>
                        if is_changed {
                            <th scope="col">{ "before" }</th>
                            <th scope="col">{ "points" }</th>
                        }
                    </tr></thead>
                    <tbody>{ for next.iter().map(|candidate| row(candidate, is_changed)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(candidate: &Candidate, is_changed: bool) -> Html {
    let before = candidate.unchanged;
    let percent = |share: f32| format::percent(share.into());
    let bar = |class: Option<&'static str>, share: f32, height: &'static str| {
        html! { <rect {class} width={(100.0 * share).max(0.5).to_string()} {height} /> }
    };
    html! {
        <tr key={candidate.index}>
            <th scope="row"><code>{ &candidate.token }</code></th>
            <td class="change-bar">
                <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                    { bar(None, candidate.share, "12") }
                    { for before.map(|before| bar(Some("is-before"), before, "4")) }
                </svg>
            </td>
            <td>{ percent(candidate.share) }</td>
            if is_changed {
                <td>{ before.map_or_else(|| "–".into(), percent) }</td>
                <td>{ before.map_or_else(|| "–".into(), |before| points(before, candidate.share)) }</td>
            }
        </tr>
    }
}

/// The difference of two shares in percentage points: `+1.2`, `−66.8`, `0.0`.
#[must_use]
pub fn points(before: f32, after: f32) -> String {
    let text = format::fixed(100.0 * f64::from(after - before), 1);
    let is_more = text.starts_with(|sign: char| sign.is_ascii_digit()) && text != "0.0";
    if is_more { format!("+{text}") } else { text }
}

/// What the changes do to the answer.
#[must_use]
pub fn sentence(inspection: &Inspection) -> String {
    let Some(now) = inspection.next.first() else {
        return "There is no next token to compare yet.".into();
    };
    let named = |token: &str, share: f32| format!("{token} ({})", format::percent(share.into()));
    let after = named(&now.token, now.share);
    let (Some(cause), Some(now_before)) = (cause(inspection), now.unchanged) else {
        return format!("Nothing is changed: the answer is {after}.");
    };
    let (was, is) = (format::percent(now_before.into()), format::percent(now.share.into()));
    match answer_before(&inspection.next) {
        Some(before) if before.index != now.index => {
            let before = named(&before.token, before.unchanged.unwrap_or_default());
            format!("{cause} the answer changes from {before} to {after}.")
        }
        Some(_) if was == is => format!("{cause} the answer stays {after}."),
        Some(_) => format!("{cause} the answer stays {}: {was} before, {is} now.", now.token),
        None => format!("{cause} the answer is {after}; before, {} had {was}.", now.token),
    }
}

/// The likeliest token before the changes, where it is among the candidates for certain: nothing that
/// is left out can have had more than what they leave.
fn answer_before(next: &[Candidate]) -> Option<&Candidate> {
    let share = |it: &Candidate| it.unchanged.unwrap_or_default();
    let rest = 1.0 - next.iter().map(share).sum::<f32>();
    let best = next.iter().max_by(|a, b| share(a).total_cmp(&share(b)))?;
    (share(best) >= rest).then_some(best)
}

/// `Without head 2.1`; nothing if nothing is changed.
fn cause(inspection: &Inspection) -> Option<String> {
    let Inspection { changes, heads: heads_a_layer, tokens, .. } = inspection;
    if let Some(alone) = alone(changes, *heads_a_layer) {
        return Some(alone);
    }
    let Changes { heads, edits, swaps, places } = changes;
    Some(match (heads.as_slice(), edits.as_slice(), swaps.as_slice(), places) {
        ([], [], [], None) => return None,
        ([head], [], [], None) => {
            let name = head_name(head.layer, head.head);
            match head.fate {
                Fate::Removed => format!("Without {name}"),
                Fate::Uniform => format!("With {name} looking everywhere alike,"),
            }
        }
        ([], [edit], [], None) => format!("With {},", edit_in_words(edit, tokens)),
        ([], [], [(place, _)], None) => {
            let place = usize::from(*place);
            let token = tokens.get(place).map_or("another token", String::as_str);
            format!("With {token} at place {}", place + 1)
        }
        ([], [], [], Some(_)) => "With other places told".into(),
        _ => format!("With these {} changes", count(changes)),
    })
}

/// `With head 2.1 alone in its layer`, where that is all that is changed.
fn alone(changes: &Changes, heads: u8) -> Option<String> {
    let first = changes.heads.first()?;
    let is_all = count(changes) + 1 == usize::from(heads) && heads > 2;
    let mut there =
        (0..heads).filter(|head| role(changes, heads, first.layer, *head) == Role::Alone);
    let head = there.next().filter(|_| is_all)?;
    Some(format!("With {} alone in its layer", head_name(first.layer, head)))
}

/// `head 2.1`.
fn head_name(layer: u8, head: u8) -> String {
    format!("head {}.{}", layer + 1, head + 1)
}

/// `head 2.1 giving a (place 12) the weight 0.50 on m (place 1)`.
#[must_use]
pub fn edit_in_words(edit: &Edit, tokens: &[String]) -> String {
    let name = |place: u16| {
        let token = tokens.get(usize::from(place)).map_or("", String::as_str);
        format!("{token} (place {})", place + 1)
    };
    format!(
        "{} giving {} the weight {} on {}",
        head_name(edit.layer, edit.head),
        name(edit.query),
        format::fixed(edit.weight.into(), 2),
        name(edit.key)
    )
}

#[cfg(test)]
#[path = "outcome_tests.rs"]
mod tests;
