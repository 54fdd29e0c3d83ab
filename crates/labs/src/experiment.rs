//! Up to three lanes of a lab, side by side: the same data and the same seed, something different in
//! each.

use figures::{Finding, FindingKind, Invalid, Measure, Panel, Settings, Sheet};

use crate::history::History;
use crate::lab::{Lab, Lane, Language, Source};

/// Most lanes.
pub const LANES_MAX: usize = 3;

/// Lanes in training.
pub struct Experiment {
    lab: &'static dyn Lab,
    settings: Vec<Settings>,
    own: Option<Sheet>,
    lanes: Vec<Running>,
}

struct Running {
    lane: Box<dyn Lane>,
    step: u64,
    history: History,
    diverged_at_step: Option<u64>,
}

/// A lane at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneView {
    /// Values of the lab's measures.
    pub values: Vec<f32>,
    /// The same since step 0.
    pub history: Vec<(u64, Vec<f32>)>,
    /// Everything there is to see.
    pub panels: Vec<Panel>,
    /// What is right and wrong.
    pub findings: Vec<Finding>,
    /// Numbers that are learned.
    pub parameter_count: u64,
    /// Equal for equal runs.
    pub weights_hash: u64,
    /// Step at which a loss or a weight stopped being finite.
    pub diverged_at_step: Option<u64>,
    /// Whether a further update would change nothing.
    pub is_done: bool,
}

impl Experiment {
    /// Prepares every lane.
    ///
    /// # Errors
    /// Which setting of which lane cannot be used.
    pub fn open(slug: &str, settings: Vec<Settings>, own: Option<Sheet>) -> Result<Self, Invalid> {
        let lab = crate::find(slug)
            .ok_or_else(|| Invalid(format!("There is no lab called “{slug}” here.")))?;
        Self::of(lab, settings, own)
    }

    /// The same, of a lab that has been found: a program that knows some labs only carries no other.
    ///
    /// # Errors
    /// Which setting of which lane cannot be used.
    pub fn of(
        lab: &'static dyn Lab,
        settings: Vec<Settings>,
        own: Option<Sheet>,
    ) -> Result<Self, Invalid> {
        if settings.is_empty() || settings.len() > LANES_MAX {
            return Err(Invalid(format!("A lab runs 1 to {LANES_MAX} lanes.")));
        }
        let mut experiment = Self { lab, settings, own, lanes: Vec::new() };
        experiment.lanes = experiment.lanes_at_start()?;
        Ok(experiment)
    }

    /// What every lane reports.
    #[must_use]
    pub fn measures(&self) -> Vec<Measure> {
        self.lab.measures()
    }

    /// How many lanes there are.
    #[must_use]
    pub fn lane_count(&self) -> usize {
        self.lanes.len()
    }

    /// Updates in one pass over the training data.
    #[must_use]
    pub fn updates_an_epoch(&self) -> u64 {
        self.lanes[0].lane.updates_an_epoch().max(1)
    }

    /// Updates so far; a lane that has ended counts no further.
    #[must_use]
    pub fn step(&self) -> u64 {
        self.lanes.iter().map(|running| running.step).max().unwrap_or(0)
    }

    /// Whether no lane would change any more.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.lanes.iter().all(Running::has_ended)
    }

    /// Makes up to `updates` updates of one lane; fewer only when it ends.
    pub fn advance(&mut self, lane: usize, updates: u64) {
        for _ in 0..updates {
            if self.lanes[lane].has_ended() {
                return;
            }
            self.lanes[lane].update();
        }
    }

    /// Back to the first weights. Live settings stay.
    pub fn rewind(&mut self) {
        // The settings have been accepted before.
        if let Ok(lanes) = self.lanes_at_start() {
            self.lanes = lanes;
        }
    }

    /// Takes over settings of live controls, one set a lane.
    pub fn adjust(&mut self, settings: Vec<Settings>) {
        if settings.len() == self.lanes.len() {
            for (running, settings) in self.lanes.iter_mut().zip(&settings) {
                running.lane.adjust(settings);
            }
            self.settings = settings;
        }
    }

    /// Times the work that lanes offer, by a clock in milliseconds: a few of them for each piece.
    pub fn time(&mut self, now_ms: &dyn Fn() -> f64) {
        for Running { lane, .. } in &mut self.lanes {
            for index in 0..lane.workloads() {
                timing::time(lane.as_mut(), index, now_ms);
            }
        }
    }

    /// A lane as it is now.
    pub fn view(&mut self, lane: usize) -> LaneView {
        self.lanes[lane].view()
    }

    /// A program that makes a lane and takes it to the present step.
    #[must_use]
    pub fn program(&self, lane: usize, language: Language) -> Option<String> {
        let settings = self.settings.get(lane)?;
        let step = self.lanes.get(lane)?.step;
        self.lab.program(Source { settings, own: self.own.as_ref() }, step, language)
    }

    fn lanes_at_start(&self) -> Result<Vec<Running>, Invalid> {
        let count = self.settings.len();
        let name = |lane: usize| ["A", "B", "C"][lane];
        let open = |(lane, settings)| {
            let source = Source { settings, own: self.own.as_ref() };
            match self.lab.open(source) {
                Ok(lane) => Ok(Running::new(lane)),
                Err(Invalid(why)) if count > 1 => {
                    Err(Invalid(format!("Lane {}: {why}", name(lane))))
                }
                Err(invalid) => Err(invalid),
            }
        };
        self.settings.iter().enumerate().map(open).collect()
    }
}

impl Running {
    fn new(lane: Box<dyn Lane>) -> Self {
        let mut running =
            Self { lane, step: 0, history: History::default(), diverged_at_step: None };
        running.record();
        running
    }

    fn has_ended(&self) -> bool {
        self.diverged_at_step.is_some() || self.lane.is_done()
    }

    fn update(&mut self) {
        self.lane.advance();
        self.step += 1;
        if self.lane.has_diverged() {
            self.diverged_at_step = Some(self.step);
        }
        if self.history.wants(self.step) {
            self.record();
        }
    }

    fn record(&mut self) {
        let values = self.lane.measure();
        self.history.push(self.step, values);
    }

    fn view(&mut self) -> LaneView {
        let values = self.lane.measure();
        let mut history = self.history.points().to_vec();
        if history.last().is_some_and(|(step, _)| *step < self.step) {
            history.push((self.step, values.clone()));
        }
        let mut findings = self.lane.findings(&self.history);
        if let Some(step) = self.diverged_at_step {
            findings.retain(|finding| finding.kind == FindingKind::Diverged);
            if findings.is_empty() {
                findings.push(diverged(step));
            }
        }
        LaneView {
            values,
            history,
            panels: self.lane.panels(&self.history),
            findings,
            parameter_count: self.lane.parameter_count() as u64,
            weights_hash: self.lane.weights_hash(),
            diverged_at_step: self.diverged_at_step,
            is_done: self.lane.is_done(),
        }
    }
}

fn diverged(step: u64) -> Finding {
    Finding::new(
        FindingKind::Diverged,
        "It diverged",
        format!(
            "At step {step} the loss was no longer a finite number: each update overshot and made the \
             next one larger. Lower the learning rate, by a factor of 3 to 10."
        ),
    )
}

#[cfg(test)]
mod tests;
mod timing;
