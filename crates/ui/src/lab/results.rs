//! What the run has come to: losses, accuracy, the diagnosis, gradients by layer, and the numbers
//! by which a replay is checked.

use protocol::boundary::Frame;
use viz::format;
use yew::prelude::*;

use super::diagnosis::{self, Evidence, Finding};
use super::session::hash_text;
use super::state::{Phase, State};
use crate::components::{Callout, Tone};

/// Losses and accuracies.
pub fn figures(frame: Option<&Frame>) -> Html {
    let loss = |value: fn(&Frame) -> f32| frame.map(|frame| f64::from(value(frame)));
    let shown =
        |value: Option<f64>, write: fn(f64) -> String| value.map_or_else(|| "–".to_owned(), write);
    let figure = |name: &'static str, testid: &'static str, value: Option<f64>, text: String| {
        html! {
            <div>
                <dt class="small">{ name }</dt>
                <dd class="figure num" data-testid={testid} data-value={value.map(|value| value.to_string())}>{ text }</dd>
            </div>
        }
    };
    let (test, train) = (loss(|f| f.test_loss), loss(|f| f.train_loss));
    let (test_right, train_right) = (loss(|f| f.test_accuracy), loss(|f| f.train_accuracy));
    let fine = |value: f64| format::fixed(value, 3);
    html! {
        <dl class="panel pad lab-figures">
            { figure("test loss", "loss", test, shown(test, fine)) }
            { figure("train loss", "train-loss", train, shown(train, fine)) }
            { figure("test accuracy", "test-accuracy", test_right, shown(test_right, format::percent)) }
            { figure("train accuracy", "train-accuracy", train_right, shown(train_right, format::percent)) }
        </dl>
    }
}

/// What the numbers say, and gradients by layer.
pub fn diagnosis(state: &State) -> Html {
    let findings = findings(state);
    html! {
        <section class="panel pad stack tight lab-diagnosis" aria-label="Diagnosis">
            <h2 class="lab-title">{ "Diagnosis" }</h2>
            <div class="stack tight" data-testid="diagnosis" aria-live={if state.is_running() { "off" } else { "polite" }}>
                { for findings.iter().map(|finding| html! {
                    <Callout tone={tone(finding.tone)} title={finding.title}><p>{ &finding.text }</p></Callout>
                }) }
            </div>
            if let Some(frame) = &state.frame { { gradients(frame) } }
        </section>
    }
}

fn findings(state: &State) -> Vec<Finding> {
    let note = |title, text: &str| {
        vec![Finding { tone: diagnosis::Tone::Neutral, title, text: text.into() }]
    };
    match (&state.phase, &state.frame) {
        (Phase::Refused(reason), _) => note("Cannot be trained yet", reason),
        (_, Some(frame)) => {
            let (config, curve) = (&state.config, state.curve.as_slice());
            diagnosis::diagnose(Evidence { config, frame, curve })
        }
        _ => note("Loading", "The trainer is being loaded."),
    }
}

fn tone(tone: diagnosis::Tone) -> Tone {
    match tone {
        diagnosis::Tone::Good => Tone::Good,
        diagnosis::Tone::Caution => Tone::Caution,
        diagnosis::Tone::Bad => Tone::Bad,
        diagnosis::Tone::Neutral => Tone::Neutral,
    }
}

/// Smallest and largest gradient norm that the bars tell apart, as powers of ten.
const DECADES: (f32, f32) = (-6.0, 1.0);

fn gradients(frame: &Frame) -> Html {
    let last = frame.gradient_norms.len().saturating_sub(1);
    let bar = |(layer, &norm): (usize, &f32)| {
        let name = if layer == last { "output".to_owned() } else { format!("layer {}", layer + 1) };
        let share = (norm.log10() - DECADES.0) / (DECADES.1 - DECADES.0);
        let width = if share.is_finite() { share.clamp(0.0, 1.0) * 100.0 } else { 0.0 };
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td class="lab-bar">
                    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                        <rect width={format!("{width:.1}")} height="8" />
                    </svg>
                </td>
                <td>{ format::scientific(f64::from(norm)) }</td>
            </tr>
        }
    };
    html! {
        <table class="lab-gradients num">
            <caption>{ "Size of the last gradient by layer, log scale" }</caption>
            <tbody>{ for frame.gradient_norms.iter().enumerate().map(bar) }</tbody>
        </table>
    }
}

/// Seed, weights and their hash.
pub fn identity(state: &State, weights: usize) -> Html {
    let hash = state.frame.as_ref().map(|frame| hash_text(frame.weights_hash));
    html! {
        <p class="small num lab-identity">
            { "Seed " }<span data-testid="seed">{ state.config.seed }</span>
            { format!(" · {} · hash ", format::plural(weights, "weight")) }
            <code data-testid="weights-hash" data-hash={hash.clone()}>{ hash.unwrap_or_else(|| "–".into()) }</code>
        </p>
    }
}
