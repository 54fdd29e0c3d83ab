//! How much of each topic has been seen and is known, the least known first.

use study::plan::{KNOWN, TopicCoverage};
use yew::prelude::*;

use crate::pages::{capitalised, sorted};

/// The topics behind a summary; nothing before the first rating.
pub fn coverage(topics: &[TopicCoverage]) -> Html {
    let (seen, all) = (topics.iter().filter(|it| it.seen > 0).count(), topics.len());
    if seen == 0 {
        return Html::default();
    }
    let share = |it: &TopicCoverage| it.share_known();
    let by_share = sorted(topics, |a, b| share(a).total_cmp(&share(b)).then(b.items.cmp(&a.items)));
    html! {
        <details class="follow-up" data-testid="coverage">
            <summary class="num">{ format!("What you know: {seen} of {all} topics seen") }</summary>
            <div class="stack tight">
                <p class="small">{ format!("Known is what you would recall today with at least {} %.", KNOWN * 100.0) }</p>
                <div class="cover num">{ for by_share.iter().map(row) }</div>
            </div>
        </details>
    }
}

fn row(topic: &TopicCoverage) -> Html {
    let recall = topic.mean_recall.map(|it| format!("recall {} %", (it * 100.0).round()));
    let label = format!("{}: {} of {} known", topic.topic, topic.known, topic.items);
    html! {
        <div key={topic.topic.clone()} title={recall.unwrap_or_else(|| "nothing seen yet".into())}>
            <span>{ capitalised(&topic.topic) }</span>
            <progress value={topic.known.to_string()} max={topic.items.to_string()} aria-label={label} />
            <span>{ format!("{} of {}", topic.known, topic.items) }</span>
        </div>
    }
}
