//! Pieces of Python programs.

use nets::dense::Descent;
use nets::optimiser::{Constants, Rule};
use nets::schedule::Schedule;

use super::factor::Factor;
use super::literal;

/// The lab's random numbers: `Random(state, increment)`, `Random.seeded(seed, stream)`. Needs `math`.
pub const RANDOM: &str = include_str!("pieces/random.py");

/// `Batches(count, size, random)`. Needs [`RANDOM`].
pub const BATCHES: &str = include_str!("pieces/batches.py");

/// `numbers(text)`: a tensor of one axis. Needs `torch`.
pub const NUMBERS: &str = include_str!("pieces/numbers.py");

/// Dropout with the lab's random numbers.
pub const DROPOUT: &str = include_str!("pieces/dropout.py");

/// A residual block.
pub const RESIDUAL: &str = include_str!("pieces/residual.py");

/// A generator in the state that this one is in.
#[must_use]
pub fn random(random: &nets::random::Random) -> String {
    let (state, increment) = random.parts();
    format!("Random({state:#x}, {increment})")
}

/// An expression for a tensor of these numbers in rows of `width`; 0 leaves it at one axis. Needs
/// [`NUMBERS`].
#[must_use]
pub fn tensor(values: &[f32], width: usize) -> String {
    let (text, divisor) = literal::numbers(values);
    let divided = if divisor == 1.0 { String::new() } else { format!(".div({divisor})") };
    let shaped = if width == 0 { String::new() } else { format!(".reshape(-1, {width})") };
    format!("numbers(\"\"\"\n{text}\n\"\"\"){divided}{shaped}")
}

/// An expression for a list of whole numbers.
#[must_use]
pub fn integers(values: impl Iterator<Item = usize>) -> String {
    format!("[int(number) for number in \"\"\"\n{}\n\"\"\".split()]", literal::integers(values))
}

/// `factor(step)`, which the learning rate is multiplied by; empty where it is constant. Needs
/// `math`.
#[must_use]
pub fn schedule(descent: &Descent) -> String {
    let body = match Factor::of(descent.schedule) {
        None => return String::new(),
        Some(Factor::WarmCosine { warm_up, span }) => {
            let warm = if warm_up > 0 {
                format!("    if step < {warm_up}:\n        return (step + 1) / {warm_up}\n")
            } else {
                String::new()
            };
            format!(
                "{warm}    done = min((step - {warm_up}) / {span}, 1)\n    return 0.5 + 0.5 * \
                 math.cos(math.pi * done)"
            )
        }
        Some(Factor::Steps { every, factor }) => {
            format!("    return {factor} ** (step // {every})")
        }
        Some(Factor::Inverse { half_after }) => format!("    return 1 / (1 + step / {half_after})"),
    };
    format!("def factor(step):\n    \"\"\"What the learning rate is multiplied by.\"\"\"\n{body}")
}

/// An expression for the optimiser of these parameters.
#[must_use]
pub fn optimiser(descent: &Descent, parameters: &str) -> String {
    let Constants { momentum, square_decay, weight_decay } = descent.constants;
    let arguments = match descent.rule {
        Rule::Sgd => String::new(),
        Rule::Momentum => format!(", momentum={momentum}"),
        Rule::Nesterov => format!(", momentum={momentum}, nesterov=True"),
        Rule::RmsProp => format!(", alpha={square_decay}"),
        Rule::Adam | Rule::AdamW => format!(", betas=({momentum}, {square_decay})"),
    };
    let class = match descent.rule {
        Rule::Sgd | Rule::Momentum | Rule::Nesterov => "SGD",
        Rule::RmsProp => "RMSprop",
        Rule::Adam => "Adam",
        Rule::AdamW => "AdamW",
    };
    let decay = format!(", weight_decay={weight_decay}");
    // AdamW decays by 0.01 when it is not told.
    let decay = if weight_decay == 0.0 && descent.rule != Rule::AdamW { "" } else { &decay };
    let rate = descent.learning_rate;
    format!("torch.optim.{class}({parameters}, lr={rate}{arguments}{decay})")
}

/// Lines that set the learning rate of update `step`, within a loop; empty where it is constant.
#[must_use]
pub fn rate(descent: &Descent) -> String {
    if descent.schedule == Schedule::Constant {
        return String::new();
    }
    format!(
        "    for group in optimiser.param_groups:\n        group[\"lr\"] = {} * factor(step)\n",
        descent.learning_rate
    )
}

/// Paragraphs of a program: the opening comment, the imports, then pieces, two empty lines apart.
#[must_use]
pub fn program(what: &str, imports: &[&str], pieces: &[&str]) -> String {
    let opening = format!(
        "\"\"\"{what}\n\nWritten by a lab of Warmstart: the same rows, first weights, batches and \
         random numbers as there.\nRuns with PyTorch 1.13 or later.\n\"\"\""
    );
    let imports = imports.join("\n");
    let pieces = pieces.iter().filter(|piece| !piece.is_empty()).map(|piece| piece.trim_end());
    format!("{opening}\n\n{imports}\n\n\n{}\n", pieces.collect::<Vec<_>>().join("\n\n\n"))
}
