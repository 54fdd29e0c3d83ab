//! A run of the attention page as text for the address: `task=reverse&layers=2&…&step=900`.
//!
//! Nothing of it reaches a server. What arrives is somebody else's text: every field is checked,
//! and a field that cannot be used is named and falls back to the default.

use protocol::attention::{Config, Form, Positions, Task, look::Part};

mod names;

use super::{
    part,
    view::{VIEWS, View},
};
pub use names::{NORMS, POSITIONS, SWITCH, TASKS, name_of, named};

/// The settings that the page opens with: small enough to learn to reverse words in seconds.
#[must_use]
pub fn default_config() -> Config {
    Config {
        task: Task::Reverse,
        layers: 2,
        heads: 4,
        width: 32,
        form: Form::default(),
        batch_size: 16,
        learning_rate: 0.003,
        dropout: 0.0,
        seed: 7,
    }
}

/// Most steps a link may ask to be replayed.
pub const MOST_STEPS: u64 = 20_000;
/// Longest text a link may carry, in characters.
pub const LONGEST_TEXT: usize = 64;

/// Steps of the tour.
pub const TOUR_STEPS: u8 = 10;

/// Most lanes.
pub const LANES_MAX: usize = 3;

/// What the second and third lane's fields begin with, where they differ from the first's.
const PREFIXES: [&str; LANES_MAX] = ["", "b.", "c."];

/// What a link says.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Everything that determines the run: one to three lanes of the same task.
    pub lanes: Vec<Config>,
    /// Step to train to; where there is none, the trained state that the site has, or 0.
    pub step: Option<u64>,
    /// Text to look at; the model's own example where there is none.
    pub text: Option<String>,
    /// Layer and head in focus, from 0; the one that is easiest to read where there is none.
    pub head: Option<(u8, u8)>,
    /// What the page shows.
    pub view: View,
    /// The stage that is open in numbers.
    pub stage: Option<Part>,
    /// Step of the tour that is open, from 0.
    pub tour: Option<u8>,
}

impl Default for Shared {
    fn default() -> Self {
        Self {
            lanes: vec![default_config()],
            step: None,
            text: None,
            head: None,
            view: View::default(),
            stage: None,
            tour: None,
        }
    }
}

/// Writes a link's fragment, without `#`.
#[must_use]
pub fn write(shared: &Shared) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    let first = &shared.lanes[0];
    let optional = fields(&default_config());
    for (field, usual) in fields(first).into_iter().zip(optional) {
        if ALWAYS.contains(&field.0) || field.1 != usual.1 {
            out.append_pair(field.0, &field.1);
        }
    }
    for (lane, prefix) in shared.lanes.iter().zip(PREFIXES).skip(1) {
        // A lane that does not differ still has to be there.
        out.append_pair(&format!("{prefix}seed"), &lane.seed.to_string());
        for (field, of_first) in fields(lane).into_iter().zip(fields(first)) {
            if field.0 != "seed" && field.1 != of_first.1 {
                out.append_pair(&format!("{prefix}{}", field.0), &field.1);
            }
        }
    }
    if let Some((layer, head)) = shared.head {
        out.append_pair("head", &format!("{}.{}", layer + 1, head + 1));
    }
    if shared.view != View::default() {
        out.append_pair("view", name_of(&VIEWS, shared.view));
    }
    if let Some(stage) = shared.stage {
        out.append_pair("stage", &part::write(stage));
    }
    if let Some(tour) = shared.tour {
        out.append_pair("tour", &(tour + 1).to_string());
    }
    if let Some(step) = shared.step {
        out.append_pair("step", &step.to_string());
    }
    if let Some(text) = &shared.text {
        out.append_pair("text", text);
    }
    out.finish()
}

/// Fields that a link has even where they are as usual.
const ALWAYS: [&str; 7] = ["task", "layers", "heads", "width", "batch", "rate", "seed"];

/// A lane's settings by their names in links.
fn fields(config: &Config) -> Vec<(&'static str, String)> {
    let Config { task, layers, heads, width, form, batch_size, learning_rate, dropout, seed } =
        config;
    vec![
        ("task", name_of(&TASKS, *task).into()),
        ("layers", layers.to_string()),
        ("heads", heads.to_string()),
        ("width", width.to_string()),
        ("batch", batch_size.to_string()),
        ("rate", learning_rate.to_string()),
        ("seed", seed.to_string()),
        ("positions", name_of(&POSITIONS, form.positions).into()),
        ("norm", name_of(&NORMS, form.norm).into()),
        ("mlp", name_of(&SWITCH, form.has_mlp).into()),
        ("tied", name_of(&SWITCH, form.is_tied).into()),
        ("residual", name_of(&SWITCH, form.has_residual).into()),
        ("dropout", dropout.to_string()),
    ]
}

/// Reads a fragment, with or without `#`. The second part names each field that could not be used;
/// fields of other parts of the page are passed over.
#[must_use]
pub fn read(fragment: &str) -> (Shared, Vec<String>) {
    let mut shared = Shared::default();
    let mut refused = Vec::new();
    let fragment = fragment.trim_start_matches('#');
    let pairs: Vec<_> = form_urlencoded::parse(fragment.as_bytes()).collect();
    // The first lane first: the others are what it is, but for their own fields.
    for (name, value) in pairs.iter().filter(|pair| !pair.0.contains('.')) {
        let read = read_setting(&mut shared.lanes[0], name, value)
            .unwrap_or_else(|| read_field(&mut shared, name, value));
        if read.is_none() {
            refused.push(name.to_string());
        }
    }
    mend(&mut shared.lanes[0], &mut refused, "");
    for prefix in &PREFIXES[1..] {
        let mut own =
            pairs.iter().filter_map(|(name, value)| Some((name.strip_prefix(prefix)?, value)));
        let mut own = own.by_ref().filter(|(name, _)| *name != "task").peekable();
        if own.peek().is_none() {
            break;
        }
        let mut lane = shared.lanes[0].clone();
        for (name, value) in own {
            if read_setting(&mut lane, name, value) == Some(None) {
                refused.push(format!("{prefix}{name}"));
            }
        }
        mend(&mut lane, &mut refused, prefix);
        shared.lanes.push(lane);
    }
    let Config { layers, heads, .. } = shared.lanes[0];
    if shared.head.is_some_and(|(layer, head)| layer >= layers || head >= heads) {
        refused.push("head".into());
        shared.head = None;
    }
    if shared.stage.is_some_and(|stage| !part::exists(stage, &shared.lanes[0])) {
        refused.push("stage".into());
        shared.stage = None;
    }
    (shared, refused)
}

/// Settings that do not fit each other become the usual ones.
fn mend(config: &mut Config, refused: &mut Vec<String>, prefix: &str) {
    if !config.width.is_multiple_of(config.heads.into()) {
        refused.push(format!("{prefix}heads"));
        config.heads = default_config().heads;
        config.width = default_config().width;
    }
    let Config { heads, width, form, .. } = *config;
    if form.positions == Positions::Rotary && !(width / u16::from(heads)).is_multiple_of(2) {
        refused.push(format!("{prefix}positions"));
        config.form.positions = Form::default().positions;
    }
}

/// Reads a setting of a lane; nothing if there is none of that name, and nothing inside if the value
/// cannot be used.
fn read_setting(config: &mut Config, name: &str, value: &str) -> Option<Option<()>> {
    let rate = || value.parse().ok().filter(|rate: &f32| *rate > 0.0 && *rate <= 1.0);
    let chance = || value.parse().ok().filter(|chance: &f32| (0.0..=0.5).contains(chance));
    Some(match name {
        "task" => set(&mut config.task, named(&TASKS, value)),
        "layers" => set(&mut config.layers, within(value, 1, 4)),
        "heads" => set(&mut config.heads, within(value, 1, 8)),
        "width" => set(&mut config.width, within(value, 16, 128)),
        "positions" => set(&mut config.form.positions, named(&POSITIONS, value)),
        "norm" => set(&mut config.form.norm, named(&NORMS, value)),
        "mlp" => set(&mut config.form.has_mlp, named(&SWITCH, value)),
        "tied" => set(&mut config.form.is_tied, named(&SWITCH, value)),
        "residual" => set(&mut config.form.has_residual, named(&SWITCH, value)),
        "batch" => set(&mut config.batch_size, within(value, 1, 64)),
        "rate" => set(&mut config.learning_rate, rate()),
        "dropout" => set(&mut config.dropout, chance()),
        "seed" => set(&mut config.seed, value.parse().ok()),
        _ => return None,
    })
}

fn set<T>(field: &mut T, value: Option<T>) -> Option<()> {
    value.map(|value| *field = value)
}

fn read_field(shared: &mut Shared, name: &str, value: &str) -> Option<()> {
    match name {
        "step" => shared.step = Some(within(value, 0, MOST_STEPS)?),
        // A place in the model, whatever lane is in focus.
        "head" => shared.head = Some(place(value)?),
        "view" => shared.view = named(&VIEWS, value)?,
        "stage" => shared.stage = Some(part::read(value)?),
        "tour" => shared.tour = Some(within::<u8>(value, 1, TOUR_STEPS)? - 1),
        "text" => {
            let fits = !value.is_empty() && value.chars().count() <= LONGEST_TEXT;
            shared.text = fits.then(|| value.to_owned()).map(Some)?;
        }
        _ => {}
    }
    Some(())
}

/// `2.1`: the first head of the second layer.
fn place(value: &str) -> Option<(u8, u8)> {
    let (layer, head) = value.split_once('.')?;
    Some((within::<u8>(layer, 1, 4)? - 1, within::<u8>(head, 1, 8)? - 1))
}

fn within<T: std::str::FromStr + PartialOrd>(value: &str, low: T, high: T) -> Option<T> {
    value.parse().ok().filter(|number| *number >= low && *number <= high)
}

#[cfg(test)]
mod tests;
