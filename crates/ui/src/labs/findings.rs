//! The diagnosis: what is right and wrong with each lane, each claim with its number.

use figures::{Finding, FindingKind};
use yew::prelude::*;

use super::plan::NAMES;
use super::state::{Phase, State};
use crate::components::{Callout, Tone};

/// The diagnosis of every lane.
pub fn diagnosis(state: &State) -> Html {
    let live = if state.is_running() { "off" } else { "polite" };
    let several = state.plan.lanes.len() > 1;
    let lanes = match (&state.phase, state.shown()) {
        (Phase::Refused(why), _) => callout(Tone::Caution, "This cannot be run", why),
        (_, Some(frame)) => {
            let lanes = frame.lanes.iter().enumerate();
            let lane = |(index, lane): (usize, &protocol::lab::LaneFrame)| {
                let name = if several { format!("{}: ", NAMES[index]) } else { String::new() };
                let findings = lane.findings.iter().map(|finding| shown(finding, &name));
                html! { <div key={index} class="stack tight">{ for findings }</div> }
            };
            html! { <>{ for lanes.map(lane) }</> }
        }
        _ => callout(Tone::Neutral, "Loading", "The trainer is being loaded."),
    };
    html! {
        <section class="panel pad stack tight lab-diagnosis" aria-label="Diagnosis">
            <h2 class="lab-title">{ "Diagnosis" }</h2>
            <div class="stack tight" data-testid="diagnosis" aria-live={live}>{ lanes }</div>
        </section>
    }
}

fn callout(tone: Tone, title: &'static str, text: &str) -> Html {
    html! { <Callout {tone} {title}><p>{ text.to_owned() }</p></Callout> }
}

fn shown(finding: &Finding, lane: &str) -> Html {
    let title = format!("{lane}{}", finding.title);
    html! { <Callout tone={tone(finding.kind)} {title}><p>{ &finding.text }</p></Callout> }
}

fn tone(kind: FindingKind) -> Tone {
    match kind {
        FindingKind::Healthy => Tone::Good,
        FindingKind::Note => Tone::Neutral,
        FindingKind::UnderFitting
        | FindingKind::OverFitting
        | FindingKind::Saturated
        | FindingKind::Unstable => Tone::Caution,
        FindingKind::Diverged
        | FindingKind::Exploding
        | FindingKind::Vanishing
        | FindingKind::Dead
        | FindingKind::Symmetric
        | FindingKind::Leaking => Tone::Bad,
    }
}
