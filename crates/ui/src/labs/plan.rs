//! What is run: settings that all lanes share, and what is different in each.

use content::lab::{Control, Experiment, Lab};
use figures::{Settings, Value};

/// Most lanes.
pub const LANES_MAX: usize = 3;

/// Names of lanes.
pub const NAMES: [&str; LANES_MAX] = ["A", "B", "C"];

/// What is run.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// For all lanes: a value for every control.
    pub base: Settings,
    /// What is different in each lane; at least one lane.
    pub lanes: Vec<Settings>,
    /// The experiment that this is, until something is changed.
    pub experiment: Option<String>,
}

/// What a visitor does to a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Sets a control of a lane; shared ones for all.
    Set {
        /// Index of the lane.
        lane: usize,
        /// Which control.
        name: String,
        /// To what.
        value: Value,
    },
    /// One more lane, like this one.
    Add(usize),
    /// One lane less.
    Remove(usize),
    /// An experiment, by name.
    Take(String),
    /// Everything as the lab opens.
    Reset,
}

impl Plan {
    /// As the lab opens: every control at its default, one lane.
    pub fn opening(lab: &Lab) -> Self {
        Self { base: lab.defaults(), lanes: vec![Settings::default()], experiment: None }
    }

    /// The lanes of an experiment.
    pub fn of(lab: &Lab, experiment: &Experiment) -> Self {
        let mut base = lab.defaults();
        overlay(&mut base, &experiment.settings);
        let lanes = experiment.lanes.iter().map(|lane| lane.settings.clone()).collect();
        Self { base, lanes, experiment: Some(experiment.name.clone()) }
    }

    /// A value for every control of a lane.
    pub fn settings(&self, lane: usize) -> Settings {
        let mut settings = self.base.clone();
        if let Some(own) = self.lanes.get(lane) {
            overlay(&mut settings, own);
        }
        settings
    }

    /// A value for every control of every lane.
    pub fn all(&self) -> Vec<Settings> {
        (0..self.lanes.len()).map(|lane| self.settings(lane)).collect()
    }

    /// The value of a control in a lane.
    pub fn value(&self, lane: usize, control: &Control) -> Value {
        let own = self.lanes.get(lane).and_then(|lane| lane.get(&control.name));
        let value = own.or_else(|| self.base.get(&control.name)).cloned();
        value.unwrap_or_else(|| control.kind.default_value())
    }

    /// The plan after a change. One that makes no sense changes nothing.
    pub fn changed(mut self, lab: &Lab, change: Change) -> Self {
        match change {
            Change::Set { lane, name, value } => self.set(lab, lane, &name, value),
            Change::Add(like) if self.lanes.len() < LANES_MAX && like < self.lanes.len() => {
                self.lanes.push(self.lanes[like].clone());
                self.experiment = None;
            }
            Change::Remove(lane) if self.lanes.len() > 1 && lane < self.lanes.len() => {
                self.lanes.remove(lane);
                self.experiment = None;
                if let [only] = self.lanes.as_mut_slice() {
                    let only = std::mem::take(only);
                    overlay(&mut self.base, &only);
                }
            }
            Change::Add(_) | Change::Remove(_) => {}
            Change::Take(name) => {
                if let Some(experiment) = lab.experiment(&name) {
                    let own = self.base.get("data").filter(|data| data.to_string() == "own");
                    let own = own.cloned().filter(|_| experiment.settings.get("data").is_none());
                    self = Self::of(lab, experiment);
                    if let Some(own) = own {
                        self.base.set("data", own);
                    }
                }
            }
            Change::Reset => self = Self::opening(lab),
        }
        self
    }

    fn set(&mut self, lab: &Lab, lane: usize, name: &str, value: Value) {
        let Some(control) = lab.control(name) else { return };
        if lane >= self.lanes.len() || !control.kind.allows(&value) {
            return;
        }
        if self.value(lane, control) == value {
            return;
        }
        if !control.is_live {
            self.experiment = None;
        }
        if control.is_shared || self.lanes.len() == 1 {
            self.base.set(name, value);
        } else {
            self.lanes[lane].set(name, value);
        }
    }

    /// Controls in which the lanes differ.
    pub fn differing<'a>(&self, lab: &'a Lab) -> Vec<&'a Control> {
        let differs = |control: &&Control| {
            let first = self.value(0, control);
            (1..self.lanes.len()).any(|lane| self.value(lane, control) != first)
        };
        lab.controls.iter().filter(differs).collect()
    }

    /// A few words for a lane: its name in the experiment, else what is different in it.
    pub fn describe(&self, lab: &Lab, lane: usize) -> String {
        let experiment = self.experiment.as_deref().and_then(|name| lab.experiment(name));
        if let Some(lane) = experiment.and_then(|experiment| experiment.lanes.get(lane)) {
            return lane.name.clone();
        }
        let differing = self.differing(lab).into_iter().map(|control| {
            let value = control.kind.words(&self.value(lane, control));
            format!("{} {value}", control.label.to_ascii_lowercase())
        });
        differing.collect::<Vec<_>>().join(", ")
    }
}

fn overlay(settings: &mut Settings, more: &Settings) {
    for (name, value) in more.iter() {
        settings.set(name, value.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::sample::lab;

    fn set(lane: usize, name: &str, value: impl Into<Value>) -> Change {
        Change::Set { lane, name: name.into(), value: value.into() }
    }

    #[test]
    fn one_lane_changes_the_base_and_several_only_themselves() {
        let lab = lab();
        let plan = Plan::opening(&lab).changed(&lab, set(0, "rate", 0.1));
        assert_eq!(plan.base.number("rate"), Ok(0.1));
        let plan = plan.changed(&lab, Change::Add(0)).changed(&lab, set(1, "rate", 1.0));
        assert_eq!(plan.settings(0).number("rate"), Ok(0.1));
        assert_eq!(plan.settings(1).number("rate"), Ok(1.0));
        assert_eq!(plan.describe(&lab, 1), "learning rate 1");
        let plan = plan.changed(&lab, set(1, "seed", 9.0));
        assert_eq!(plan.settings(0).seed(), Ok(9), "the seed is shared");
        let plan = plan.changed(&lab, Change::Remove(0));
        assert_eq!((plan.base.number("rate"), plan.lanes.len()), (Ok(1.0), 1));
    }

    #[test]
    fn what_cannot_be_set_changes_nothing() {
        let lab = lab();
        let plan = Plan::opening(&lab);
        for change in [
            set(0, "rate", 17.0),
            set(0, "rate", "fast"),
            set(0, "no such", 1.0),
            set(2, "rate", 0.1),
            Change::Remove(0),
            Change::Add(1),
            Change::Take("no such".into()),
        ] {
            assert_eq!(plan.clone().changed(&lab, change.clone()), plan, "{change:?}");
        }
    }

    #[test]
    fn an_experiment_is_one_until_something_is_changed() {
        let lab = lab();
        let plan = Plan::opening(&lab).changed(&lab, Change::Take("rates".into()));
        assert_eq!((plan.lanes.len(), plan.describe(&lab, 1).as_str()), (2, "quick"));
        assert_eq!(plan.differing(&lab).len(), 1);
        let live = plan.clone().changed(&lab, set(0, "angle", 30.0));
        assert_eq!(live.experiment.as_deref(), Some("rates"));
        assert_eq!(plan.changed(&lab, set(0, "rule", "adam")).experiment, None);
    }
}
