//! A run in a link: its settings, seed and step, as `key=value` pairs in the address's fragment.
//!
//! What comes from a link is a stranger's: every value is checked, and one that is out of bounds
//! refuses the whole link, because half of a run is another run. Unknown keys are left alone, so
//! that links of later versions open.

use protocol::boundary::{Config, DataSource};

use super::config::{
    ACTIVATIONS, DATA_SETS, ENGINES, LAYERS_MAX, OPTIMISERS, OWN, UNITS_MAX, data_name, name_of,
    opening, own_points, value_of,
};
use super::points;

/// Farthest step that a link replays to: about a minute of the largest network.
pub const STEP_MAX: u64 = 5_000_000;

/// A run out of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// What is trained.
    pub config: Config,
    /// Up to which step.
    pub step: u64,
}

/// Writes a run, without `#`.
pub fn encode(config: &Config, step: u64) -> String {
    let hidden: Vec<String> = config.hidden.iter().map(ToString::to_string).collect();
    let mut text = format!(
        "data={}&noise={}&hidden={}&act={}&opt={}&lr={}&batch={}&l1={}&l2={}&seed={}&split={}",
        data_name(&config.data),
        config.noise,
        hidden.join(","),
        name_of(&ACTIVATIONS, &config.activation),
        name_of(&OPTIMISERS, &config.optimiser),
        config.learning_rate,
        config.batch_size,
        config.l1,
        config.l2,
        config.seed,
        config.test_share,
    );
    if config.engine != opening().engine {
        text.push_str(&format!("&engine={}", name_of(&ENGINES, &config.engine)));
    }
    if let Some(own) = own_points(config) {
        text.push_str(&format!("&points={}", points::encode(own)));
    }
    if step > 0 {
        text.push_str(&format!("&step={step}"));
    }
    text
}

/// Reads a run. Settings that are not named are those the lab opens with; `None` when none is
/// named at all (an empty fragment, or one that belongs to something else).
///
/// # Errors
/// The first pair that cannot be used, as it stands in the link, shortened.
pub fn decode(text: &str) -> Result<Option<Shared>, String> {
    let mut shared = Shared { config: opening(), step: 0 };
    let mut is_ours = false;
    let mut own = None;
    let text = text.strip_prefix('#').unwrap_or(text);
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let refused = || pair.chars().take(40).collect::<String>();
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = unescaped(value).ok_or_else(refused)?;
        let is_known = match key {
            "points" => {
                own = Some(points::decode(&value).ok_or_else(refused)?);
                true
            }
            _ => read(&mut shared, key, &value).ok_or_else(refused)?,
        };
        is_ours |= is_known;
    }
    if let DataSource::Own(points) = &mut shared.config.data {
        *points = own.unwrap_or_default();
    }
    Ok(is_ours.then_some(shared))
}

/// Puts one pair in its place. `Some(false)` for an unknown key, `None` for a value out of bounds.
fn read(shared: &mut Shared, key: &str, value: &str) -> Option<bool> {
    let config = &mut shared.config;
    match key {
        "data" if value == OWN.0 => config.data = DataSource::Own(Vec::new()),
        "data" => config.data = value_of(&DATA_SETS, value)?,
        "noise" => config.noise = within(value, 0.0, 0.5)?,
        "split" => config.test_share = within(value, 0.1, 0.9)?,
        "hidden" => config.hidden = layers(value)?,
        "act" => config.activation = value_of(&ACTIVATIONS, value)?,
        "opt" => config.optimiser = value_of(&OPTIMISERS, value)?,
        "lr" => config.learning_rate = within(value, 0.0, 10.0).filter(|&rate| rate > 0.0)?,
        "batch" => config.batch_size = value.parse().ok().filter(|n| (1..=64).contains(n))?,
        "l1" => config.l1 = within(value, 0.0, 1.0)?,
        "l2" => config.l2 = within(value, 0.0, 1.0)?,
        "seed" => config.seed = value.parse().ok()?,
        "engine" => config.engine = value_of(&ENGINES, value)?,
        "step" => shared.step = value.parse().ok().filter(|&step| step <= STEP_MAX)?,
        _ => return Some(false),
    }
    Some(true)
}

fn within(value: &str, low: f32, high: f32) -> Option<f32> {
    value.parse().ok().filter(|number| (low..=high).contains(number))
}

fn layers(value: &str) -> Option<Vec<u8>> {
    if value.is_empty() {
        return Some(Vec::new());
    }
    let sizes: Option<Vec<u8>> = value
        .split(',')
        .take(LAYERS_MAX + 1)
        .map(|units| units.parse().ok().filter(|n| (1..=UNITS_MAX).contains(n)))
        .collect();
    sizes.filter(|sizes| sizes.len() <= LAYERS_MAX)
}

/// Undoes percent escapes, which some programs put around commas.
fn unescaped(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&first, others)) = rest.split_first() {
        rest = others;
        if first != b'%' {
            bytes.push(first);
            continue;
        }
        let digits = others.get(..2).and_then(|two| std::str::from_utf8(two).ok())?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &others[2..];
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests;
