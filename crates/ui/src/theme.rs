//! Light, dark, or as the system says. The choice lives in `data-theme` on the document's root,
//! which the style sheets read, and in the settings store.

use serde_json::Value;

use crate::storage::{Storage, Store};

/// Key in the settings store.
pub const KEY: &str = "theme";

/// Which colours the page uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// The name used in settings, in `data-theme` and in the embed's attribute.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// In words, for the theme button.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Auto => "as your system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads a name; anything unknown is [`Theme::Auto`].
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }

    /// What the theme button chooses next.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }

    /// Shows this theme on the page, without keeping it.
    pub fn apply(self) {
        let root = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.document_element());
        if let Some(root) = root {
            // A failure here leaves the system's colours, which are readable.
            let _ = match self {
                Self::Auto => root.remove_attribute("data-theme"),
                _ => root.set_attribute("data-theme", self.name()),
            };
        }
    }

    /// Shows this theme and keeps it for the next visit.
    pub fn choose(self) {
        self.apply();
        Storage::shared().put(Store::Settings, KEY, Value::from(self.name()));
    }

    /// The theme kept on this device.
    pub async fn stored() -> Self {
        let stored = Storage::shared().get::<String>(Store::Settings, KEY).await;
        stored.map_or(Self::Auto, |name| Self::from_name(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::Theme;

    #[test]
    fn names_round_trip_and_the_button_cycles() {
        let mut theme = Theme::Auto;
        for _ in 0..3 {
            assert_eq!(Theme::from_name(theme.name()), theme);
            theme = theme.next();
        }
        assert_eq!(theme, Theme::Auto);
        assert_eq!(Theme::from_name("chartreuse"), Theme::Auto);
    }
}
