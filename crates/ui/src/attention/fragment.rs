//! A run of the attention page as text for the address: `task=reverse&layers=2&…&step=900`.
//!
//! Nothing of it reaches a server. What arrives is somebody else's text: every field is checked,
//! and a field that cannot be used is named and falls back to the default.

use protocol::attention::{Config, Task};

/// The settings that the page opens with: small enough to learn to reverse words in seconds.
#[must_use]
pub fn default_config() -> Config {
    Config {
        task: Task::Reverse,
        layers: 2,
        heads: 4,
        width: 32,
        batch_size: 16,
        learning_rate: 0.003,
        seed: 7,
    }
}

/// Most steps a link may ask to be replayed.
pub const MOST_STEPS: u64 = 20_000;
/// Longest text a link may carry, in characters.
pub const LONGEST_TEXT: usize = 64;

/// What a link says.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Everything that determines the run.
    pub config: Config,
    /// Step to train to.
    pub step: u64,
    /// Text to look at; the model's own example where there is none.
    pub text: Option<String>,
    /// Layer and head in focus, from 0; the one that is easiest to read where there is none.
    pub head: Option<(u8, u8)>,
}

impl Default for Shared {
    fn default() -> Self {
        Self { config: default_config(), step: 0, text: None, head: None }
    }
}

/// Writes a link's fragment, without `#`.
#[must_use]
pub fn write(shared: &Shared) -> String {
    let Config { task, layers, heads, width, batch_size, learning_rate, seed } = &shared.config;
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.append_pair("task", task_name(*task))
        .append_pair("layers", &layers.to_string())
        .append_pair("heads", &heads.to_string())
        .append_pair("width", &width.to_string())
        .append_pair("batch", &batch_size.to_string())
        .append_pair("rate", &learning_rate.to_string())
        .append_pair("seed", &seed.to_string());
    if let Some((layer, head)) = shared.head {
        out.append_pair("head", &format!("{}.{}", layer + 1, head + 1));
    }
    if shared.step > 0 {
        out.append_pair("step", &shared.step.to_string());
    }
    if let Some(text) = &shared.text {
        out.append_pair("text", text);
    }
    out.finish()
}

/// Reads a fragment, with or without `#`. The second part names each field that could not be used;
/// fields of other parts of the page are passed over.
#[must_use]
pub fn read(fragment: &str) -> (Shared, Vec<String>) {
    let mut shared = Shared::default();
    let mut refused = Vec::new();
    let fragment = fragment.trim_start_matches('#');
    for (name, value) in form_urlencoded::parse(fragment.as_bytes()) {
        if read_field(&mut shared, &name, &value).is_none() {
            refused.push(name.into_owned());
        }
    }
    if !shared.config.width.is_multiple_of(shared.config.heads) {
        refused.push("heads".into());
        shared.config.heads = default_config().heads;
        shared.config.width = default_config().width;
    }
    let Config { layers, heads, .. } = shared.config;
    if shared.head.is_some_and(|(layer, head)| layer >= layers || head >= heads) {
        refused.push("head".into());
        shared.head = None;
    }
    (shared, refused)
}

fn read_field(shared: &mut Shared, name: &str, value: &str) -> Option<()> {
    let config = &mut shared.config;
    match name {
        "task" => config.task = task_named(value)?,
        "layers" => config.layers = within(value, 1, 4)?,
        "heads" => config.heads = within(value, 1, 8)?,
        "width" => config.width = within(value, 16, 128)?,
        "batch" => config.batch_size = within(value, 1, 64)?,
        "rate" => {
            let rate: f32 = value.parse().ok()?;
            config.learning_rate = (rate > 0.0 && rate <= 1.0).then_some(rate)?;
        }
        "seed" => config.seed = value.parse().ok()?,
        "step" => shared.step = within(value, 0, MOST_STEPS)?,
        "head" => {
            let (layer, head) = value.split_once('.')?;
            shared.head = Some((within::<u8>(layer, 1, 4)? - 1, within::<u8>(head, 1, 8)? - 1));
        }
        "text" => {
            let fits = !value.is_empty() && value.chars().count() <= LONGEST_TEXT;
            shared.text = fits.then(|| value.to_owned()).map(Some)?;
        }
        _ => {}
    }
    Some(())
}

fn within<T: std::str::FromStr + PartialOrd>(value: &str, low: T, high: T) -> Option<T> {
    value.parse().ok().filter(|number| *number >= low && *number <= high)
}

/// The task's name in links and form controls.
#[must_use]
pub fn task_name(task: Task) -> &'static str {
    match task {
        Task::Reverse => "reverse",
        Task::NextLetter => "next-letter",
    }
}

/// The task of that name.
#[must_use]
pub fn task_named(name: &str) -> Option<Task> {
    [Task::Reverse, Task::NextLetter].into_iter().find(|task| task_name(*task) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_carries_everything_over() {
        let shared = Shared {
            config: Config {
                task: Task::NextLetter,
                layers: 3,
                heads: 8,
                width: 64,
                batch_size: 5,
                learning_rate: 0.0123,
                seed: u32::MAX,
            },
            step: 1234,
            text: Some("magnet>t&n=g #%".into()),
            head: Some((2, 7)),
        };
        assert_eq!(read(&write(&shared)), (shared, vec![]));
    }

    #[test]
    fn an_empty_fragment_is_the_default() {
        assert_eq!(read("#"), (Shared::default(), vec![]));
    }

    fn check_refused(fragment: &str, expect: &[&str]) {
        let (shared, refused) = read(fragment);
        assert_eq!(refused, expect, "{fragment}");
        assert_eq!(shared, Shared::default(), "{fragment}");
    }

    #[test]
    fn what_cannot_be_used_is_named_and_replaced() {
        check_refused("task=sort", &["task"]);
        check_refused("layers=0", &["layers"]);
        check_refused("layers=5&heads=9", &["layers", "heads"]);
        check_refused("width=8", &["width"]);
        check_refused("width=999", &["width"]);
        check_refused("rate=NaN", &["rate"]);
        check_refused("rate=0", &["rate"]);
        check_refused("rate=inf", &["rate"]);
        check_refused("seed=-1", &["seed"]);
        check_refused("step=99999999999999999999", &["step"]);
        check_refused("head=9.9", &["head"]);
        check_refused("head=3.1", &["head"]);
        check_refused("text=", &["text"]);
        check_refused(&format!("text={}", "a".repeat(65)), &["text"]);
    }

    #[test]
    fn heads_must_divide_the_width() {
        let (shared, refused) = read("width=16&heads=3");
        assert_eq!(refused, ["heads"]);
        assert_eq!((shared.config.width, shared.config.heads), (32, 4));
    }

    #[test]
    fn fields_of_others_are_passed_over() {
        assert_eq!(read("item=attention&theme=dark"), (Shared::default(), vec![]));
    }
}
