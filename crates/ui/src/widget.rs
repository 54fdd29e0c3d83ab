//! What the app and an embedding page can ask of a widget, and what it tells them.

use yew::Callback;

/// Parts that an embedding page leaves out: `hide="header,share"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hide {
    /// The heading and what stands beside it.
    pub header: bool,
    /// Buttons that make links.
    pub share: bool,
    /// The settings; the widget stays as it was configured.
    pub controls: bool,
    /// Hints and solutions.
    pub help: bool,
    /// What a lab says about its run.
    pub diagnosis: bool,
    /// A lab's loss curves.
    pub chart: bool,
}

impl Hide {
    /// Reads a comma-separated list; unknown names are ignored, so that newer snippets keep
    /// working in older builds.
    #[must_use]
    pub fn parse(list: &str) -> Self {
        let has = |name: &str| list.split(',').any(|part| part.trim() == name);
        Self {
            header: has("header"),
            share: has("share"),
            controls: has("controls") || has("settings"),
            help: has("help"),
            diagnosis: has("diagnosis"),
            chart: has("chart"),
        }
    }
}

/// What happened in a widget, for the page around it.
#[derive(Clone, Debug, PartialEq)]
pub enum WidgetEvent {
    /// It can be used.
    Ready,
    /// The visitor started a run.
    Run,
    /// A run ended; JSON text.
    Result(String),
    /// It cannot go on; in words for a person.
    Error(String),
}

/// Where a widget reports to. Does nothing unless an embedding page listens.
pub type OnWidgetEvent = Callback<WidgetEvent>;

#[cfg(test)]
mod tests {
    use super::Hide;

    #[test]
    fn lists_are_read_leniently() {
        let hide = Hide::parse(" header , share,unheard-of");
        assert_eq!(hide, Hide { header: true, share: true, ..Hide::default() });
        assert_eq!(Hide::parse(""), Hide::default());
    }
}
