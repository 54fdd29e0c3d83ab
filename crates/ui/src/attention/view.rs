//! What the room shows below the text: one view at a time.

/// A view of the model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Every head as a picture, and one of them to read.
    #[default]
    Heads,
    /// The whole way from tokens to the next token in numbers.
    Inside,
    /// What each layer would say next, and where the end comes from.
    Lens,
    /// What becomes of the answer when something inside is made different.
    Change,
    /// The text written on, token by token.
    Write,
}

/// Views in the order of their tabs, by their names in links.
pub const VIEWS: [(&str, View); 5] = [
    ("heads", View::Heads),
    ("inside", View::Inside),
    ("lens", View::Lens),
    ("change", View::Change),
    ("write", View::Write),
];

impl View {
    /// What its tab says.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Heads => "Heads",
            Self::Inside => "Inside",
            Self::Lens => "Lens and rollout",
            Self::Change => "Change",
            Self::Write => "Write",
        }
    }

    /// Its place among the tabs, from 0.
    #[must_use]
    pub fn tab(self) -> usize {
        VIEWS.iter().position(|(_, view)| *view == self).unwrap_or_default()
    }

    /// The view of a tab.
    #[must_use]
    pub fn of_tab(tab: usize) -> Self {
        VIEWS.get(tab).map_or_else(Self::default, |(_, view)| *view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_view_has_a_tab_of_its_own() {
        for (tab, (_, view)) in VIEWS.into_iter().enumerate() {
            assert_eq!((view.tab(), View::of_tab(tab)), (tab, view));
        }
    }
}
