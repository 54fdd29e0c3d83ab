//! Pieces of Rust programs.

use nets::dense::Descent;
use nets::optimiser::{Constants, Rule};
use nets::schedule::Schedule;

use super::factor::Factor;
use super::literal;

/// The lab's random numbers: `Random { state, increment }`, `Random::seeded(seed, stream)`.
pub const RANDOM: &str = include_str!("pieces/random.rs.txt");

/// `Batches::new(count, size, random)`. Needs [`RANDOM`].
pub const BATCHES: &str = include_str!("pieces/batches.rs.txt");

/// `numbers(text)`: a `Vec<f32>`.
pub const NUMBERS: &str = include_str!("pieces/numbers.rs.txt");

/// `batch_normalised(layer, x)`.
pub const BATCH_NORM: &str = include_str!("pieces/batch_norm.rs.txt");

/// What a program's `Cargo.toml` says of burn.
pub const DEPENDENCY: &str = "burn = { version = \"0.22\", default-features = false, features = \
                              [\"std\", \"autodiff\", \"simd\", \"flex\", \"optim\"] }";

/// A generator in the state that this one is in.
#[must_use]
pub fn random(random: &nets::random::Random) -> String {
    let (state, increment) = random.parts();
    format!("Random {{ state: {state:#x}, increment: {increment} }}")
}

/// An expression for a `Vec<f32>` of these numbers. Needs [`NUMBERS`].
#[must_use]
pub fn vector(values: &[f32]) -> String {
    let (text, divisor) = literal::numbers(values);
    let read = format!("numbers(\n    \"\n{text}\n\",\n)");
    if divisor == 1.0 {
        read
    } else {
        format!("{read}.iter().map(|it| it / {divisor:?}).collect::<Vec<f32>>()")
    }
}

/// An expression for a `Vec<i32>` of whole numbers. Needs [`NUMBERS`].
#[must_use]
pub fn integers(values: impl Iterator<Item = usize>) -> String {
    let text = literal::integers(values);
    format!("numbers(\n    \"\n{text}\n\",\n).iter().map(|it| *it as i32).collect::<Vec<i32>>()")
}

/// `factor(step)`, which the learning rate is multiplied by; empty where it is constant.
#[must_use]
pub fn schedule(descent: &Descent) -> String {
    let body = match Factor::of(descent.schedule) {
        None => return String::new(),
        Some(Factor::WarmCosine { warm_up, span }) => {
            let warm = if warm_up > 0 {
                format!(
                    "    if step < {warm_up} {{\n        return (step + 1) as f64 / {warm_up}.0;\n    }}\n"
                )
            } else {
                String::new()
            };
            format!(
                "{warm}    let done = ((step - {warm_up}) as f64 / {span}.0).min(1.0);\n    0.5 + 0.5 * \
                 (std::f64::consts::PI * done).cos()"
            )
        }
        Some(Factor::Steps { every, factor }) => {
            format!("    f64::powi({factor:?}, (step / {every}) as i32)")
        }
        Some(Factor::Inverse { half_after }) => {
            format!("    1.0 / (1.0 + step as f64 / {half_after}.0)")
        }
    };
    format!(
        "/// What the learning rate is multiplied by.\nfn factor(step: u64) -> f64 {{\n{body}\n}}"
    )
}

/// An expression for the optimiser.
#[must_use]
pub fn optimiser(descent: &Descent) -> String {
    let Constants { momentum, square_decay, weight_decay } = descent.constants;
    let velocity = |nesterov: bool| {
        format!(
            "\n        .with_momentum(Some(optim::momentum::MomentumConfig::new()\n            \
             .with_momentum({momentum:?})\n            .with_dampening(0.0)\n            \
             .with_nesterov({nesterov})))"
        )
    };
    let betas = format!(
        "\n        .with_beta_1({momentum:?})\n        .with_beta_2({square_decay:?})\n        \
         .with_epsilon(1e-8)"
    );
    let (class, settings) = match descent.rule {
        Rule::Sgd => ("Sgd", String::new()),
        Rule::Momentum => ("Sgd", velocity(false)),
        Rule::Nesterov => ("Sgd", velocity(true)),
        Rule::RmsProp => (
            "RmsProp",
            format!(
                "\n        .with_alpha({square_decay:?})\n        .with_momentum(0.0)\n        \
                 .with_epsilon(1e-8)"
            ),
        ),
        Rule::Adam => ("Adam", betas),
        Rule::AdamW => ("AdamW", betas),
    };
    let decay = match descent.rule {
        Rule::AdamW => format!("\n        .with_weight_decay({weight_decay:?})"),
        _ if weight_decay == 0.0 => String::new(),
        _ => format!(
            "\n        .with_weight_decay(Some(optim::decay::WeightDecayConfig::new({weight_decay:?})))"
        ),
    };
    format!("optim::{class}Config::new(){settings}{decay}\n        .init()")
}

/// The learning rate of an update, and the name of the loop's variable: `_` where it is constant.
#[must_use]
pub fn rate(descent: &Descent) -> (String, &'static str) {
    let rate = descent.learning_rate;
    match descent.schedule {
        Schedule::Constant => (format!("{rate:?}"), "_"),
        _ => (format!("{rate:?} * factor(step)"), "step"),
    }
}

/// Paragraphs of a program: the opening comment, the imports, then pieces, an empty line apart.
#[must_use]
pub fn program(what: &str, imports: &[&str], pieces: &[&str]) -> String {
    let opening = format!(
        "//! {what}\n//!\n//! Written by a lab of Warmstart: the same rows, first weights, batches and \
         random numbers as there.\n//! Needs, in Cargo.toml under [dependencies]:\n//!\n//! {DEPENDENCY}"
    );
    let imports = imports.join("\n");
    let pieces = pieces.iter().filter(|piece| !piece.is_empty()).map(|piece| piece.trim_end());
    format!("{opening}\n\n{imports}\n\n{}\n", pieces.collect::<Vec<_>>().join("\n\n"))
}
