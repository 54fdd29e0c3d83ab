//! What to do next, with the reason, and another one for the asking.

use yew::prelude::*;

use super::{
    super::list::{level_name, record_of},
    next::Proposal,
};
use crate::{
    components::{Button, Emphasis},
    navigation::Link,
    progress::{self, Records, Stage},
};

/// The next exercise for this visitor: the proposal at `place`, counted round.
pub fn suggestion(
    proposals: &[Proposal],
    records: &Records,
    place: &UseStateHandle<usize>,
) -> Html {
    let Some(proposal) = proposals.get(**place % proposals.len().max(1)) else {
        return html! { <p class="panel pad">{ "Every exercise is solved. Solve one again from an empty editor: that is what the interview will ask." }</p> };
    };
    let another = {
        let place = place.clone();
        Callback::from(move |_: MouseEvent| place.set(*place + 1))
    };
    let item = &proposal.item;
    let is_begun = record_of(item, records).stage() == Stage::Begun;
    html! {
        <section class="panel pad suggestion" aria-labelledby="next-for-you" data-testid="suggestion" data-slug={item.slug.clone()}>
            <div class="stack tight" aria-live="polite">
                <h2 class="small" id="next-for-you">{ "Next for you" }</h2>
                <p class="suggestion-title"><Link to={progress::path(item)}>{ &item.title }</Link></p>
                <p class="small num">{ format!("{} · {} min", level_name(item.level), item.minutes) }</p>
                <p>{ &proposal.why }</p>
            </div>
            <div class="row">
                <Link to={progress::path(item)} class="button primary">{ if is_begun { "Continue" } else { "Start" } }</Link>
                if proposals.len() > 1 {
                    <Button emphasis={Emphasis::Quiet} testid="another" onclick={another}>{ "Suggest another" }</Button>
                }
            </div>
        </section>
    }
}
