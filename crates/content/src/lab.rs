//! What a lab declares about itself: its controls, and the experiments it proposes. The page around
//! every lab is made from this; so keyboard, labels, links, embeds and persistence are the same for
//! all of them.

use figures::{Settings, Value};
use serde::{Deserialize, Serialize};

/// A lab.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lab {
    /// Its folder; part of the address.
    pub slug: String,
    /// Heading.
    pub title: String,
    /// What it is about, in one or two words above the heading.
    pub area: String,
    /// Updates after which Train pauses by itself; Train again goes as far again.
    pub steps: u64,
    /// Updates between two pictures at slow speed.
    pub stride: u64,
    /// Whether its worker must carry burn.
    pub needs_burn: bool,
    /// Whether visitors may bring a table, and of what.
    pub own: Option<OwnTable>,
    /// Everything that can be set.
    pub controls: Vec<Control>,
    /// What to try; the first is offered before anything has run.
    pub experiments: Vec<Experiment>,
}

/// The table that a visitor may bring. It is used while the control `data` says `own`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnTable {
    /// Fewest and most feature columns.
    pub columns: (usize, usize),
    /// Most rows.
    pub rows: usize,
    /// Whether a column of classes is needed.
    pub has_classes: bool,
    /// Most classes in it.
    pub most_classes: usize,
    /// Largest size of a number, if there is a limit.
    pub within: Option<f32>,
    /// The panel on whose plane points are drawn by hand; such points also travel in links.
    pub draw: Option<String>,
}

/// One thing that can be set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Control {
    /// As in links and in the lab's code.
    pub name: String,
    /// As on the page.
    pub label: String,
    /// Controls of a group stand together under its name.
    pub group: String,
    /// A sentence of help; may be empty.
    pub help: String,
    /// Whether all lanes have the same value: data and seed.
    pub is_shared: bool,
    /// Whether it changes what is looked at and not what is learned: the run goes on.
    pub is_live: bool,
    /// Shown only while another control has one of these values.
    pub needs: Option<Need>,
    /// What it is.
    pub kind: ControlKind,
}

/// A condition on another control.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// Which.
    pub control: String,
    /// Its values, as in links.
    pub values: Vec<String>,
}

/// What sort of control.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ControlKind {
    /// One of several.
    Choice {
        /// Value in links, and words on the page.
        options: Vec<(String, String)>,
        /// At first.
        default: String,
    },
    /// One of several numbers, on a slider.
    Scale {
        /// Ascending.
        values: Vec<f64>,
        /// At first; one of them.
        default: f64,
        /// Written behind the number.
        unit: String,
    },
    /// A number on an even slider.
    Range {
        /// Smallest.
        low: f64,
        /// Largest.
        high: f64,
        /// Between two values.
        step: f64,
        /// At first.
        default: f64,
        /// Written behind the number.
        unit: String,
    },
    /// On or off.
    Switch {
        /// At first.
        default: bool,
    },
    /// The seed of all that is random.
    Seed {
        /// At first.
        default: u32,
    },
    /// Units in each hidden layer, inputs first, written `8,4`; empty without hidden layers.
    Layers {
        /// Most layers.
        most: usize,
        /// Most units in one.
        widest: u16,
        /// At first.
        default: String,
    },
    /// A text that the visitor types.
    Text {
        /// At first.
        default: String,
        /// Most characters.
        longest: usize,
    },
    /// A square of pixels that the visitor draws, row by row, a hexadecimal digit each.
    Pad {
        /// Pixels along a side.
        side: usize,
        /// At first.
        default: String,
    },
}

/// Something to try: lanes that differ in one thing, and a question to answer before they run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Experiment {
    /// As in links.
    pub name: String,
    /// A few words.
    pub title: String,
    /// Set for all lanes, over the lab's defaults.
    pub settings: Settings,
    /// What differs.
    pub lanes: Vec<LaneSettings>,
    /// How far it runs.
    pub steps: u64,
    /// Asked before the run.
    pub question: Option<Question>,
}

/// A lane of an experiment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaneSettings {
    /// A word or two for it.
    pub name: String,
    /// Set for this lane.
    pub settings: Settings,
}

/// A prediction about an experiment; what is right is read off the run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The question.
    pub asks: String,
    /// Which lane is right.
    pub rule: Rule,
    /// The measure it is about.
    pub measure: String,
    /// Differences up to this are none: then "about the same" is right. 0 offers no such answer.
    pub tie: f64,
    /// Why, as trusted HTML: what one would say in an interview.
    pub why_html: String,
}

/// Which lane a question is after.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Rule {
    /// The lane that ends lowest.
    Lowest,
    /// The lane that ends highest.
    Highest,
    /// The lane that is first at or below this value; "none of them" can be right.
    FirstBelow(f64),
    /// The lane that is first at or above this value; "none of them" can be right.
    FirstAbove(f64),
}

impl Lab {
    /// Every control at its default.
    #[must_use]
    pub fn defaults(&self) -> Settings {
        let mut settings = Settings::default();
        for control in &self.controls {
            settings.set(&control.name, control.kind.default_value());
        }
        settings
    }

    /// The control of that name.
    #[must_use]
    pub fn control(&self, name: &str) -> Option<&Control> {
        self.controls.iter().find(|control| control.name == name)
    }

    /// The experiment of that name.
    #[must_use]
    pub fn experiment(&self, name: &str) -> Option<&Experiment> {
        self.experiments.iter().find(|experiment| experiment.name == name)
    }

    /// Whether a control is of use with these settings.
    #[must_use]
    pub fn is_needed(&self, control: &Control, settings: &Settings) -> bool {
        control.needs.as_ref().is_none_or(|need| {
            let value = settings.get(&need.control).map(ToString::to_string);
            value.is_some_and(|value| need.values.contains(&value))
        })
    }
}

impl ControlKind {
    /// The value at first.
    #[must_use]
    pub fn default_value(&self) -> Value {
        match self {
            Self::Choice { default, .. }
            | Self::Layers { default, .. }
            | Self::Text { default, .. }
            | Self::Pad { default, .. } => Value::Word(default.clone()),
            Self::Scale { default, .. } | Self::Range { default, .. } => Value::Number(*default),
            Self::Switch { default } => Value::Number(f64::from(u8::from(*default))),
            Self::Seed { default } => Value::Number(f64::from(*default)),
        }
    }

    /// Reads a value as it is written in links; `None` if the control cannot have it.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<Value> {
        let number = || text.parse::<f64>().ok().filter(|number| number.is_finite());
        let value = match self {
            Self::Choice { .. } | Self::Layers { .. } | Self::Text { .. } | Self::Pad { .. } => {
                Value::Word(text.into())
            }
            _ => Value::Number(number()?),
        };
        self.allows(&value).then_some(value)
    }

    /// Whether the control can have this value.
    #[must_use]
    pub fn allows(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Choice { options, .. }, Value::Word(word)) => {
                options.iter().any(|(known, _)| known == word)
            }
            (Self::Scale { values, .. }, Value::Number(number)) => {
                let (low, high) = (values.first(), values.last());
                low.is_some_and(|low| number >= low) && high.is_some_and(|high| number <= high)
            }
            (Self::Range { low, high, .. }, Value::Number(number)) => {
                (*low..=*high).contains(number)
            }
            (Self::Switch { .. }, Value::Number(number)) => *number == 0.0 || *number == 1.0,
            (Self::Seed { .. }, Value::Number(number)) => {
                number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number)
            }
            (Self::Layers { most, widest, .. }, Value::Word(units)) => {
                units_of(units).is_some_and(|units| {
                    units.len() <= *most && units.iter().all(|it| (1..=*widest).contains(it))
                })
            }
            (Self::Text { longest, .. }, Value::Word(text)) => text.chars().count() <= *longest,
            (Self::Pad { side, .. }, Value::Word(pixels)) => {
                pixels.len() == side * side && pixels.bytes().all(|it| it.is_ascii_hexdigit())
            }
            _ => false,
        }
    }

    /// A value as it is read aloud: its words, or its number with the unit.
    #[must_use]
    pub fn words(&self, value: &Value) -> String {
        match (self, value) {
            (Self::Choice { options, .. }, Value::Word(word)) => {
                let known = options.iter().find(|(value, _)| value == word);
                known.map_or_else(|| word.clone(), |(_, words)| words.clone())
            }
            (Self::Scale { unit, .. } | Self::Range { unit, .. }, Value::Number(number)) => {
                format!("{number}{unit}")
            }
            (Self::Layers { .. }, Value::Word(units)) if units.is_empty() => "none".into(),
            (Self::Layers { .. }, Value::Word(units)) => units.replace(',', "-"),
            (Self::Switch { .. }, Value::Number(number)) => {
                if *number == 0.0 { "off" } else { "on" }.into()
            }
            _ => value.to_string(),
        }
    }
}

/// Units in each layer, as [`ControlKind::Layers`] writes them.
#[must_use]
pub fn units_of(text: &str) -> Option<Vec<u16>> {
    if text.is_empty() {
        Some(Vec::new())
    } else {
        text.split(',').map(|it| it.parse().ok()).collect()
    }
}

#[cfg(test)]
mod tests;
