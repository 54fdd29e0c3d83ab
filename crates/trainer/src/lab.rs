//! Sessions of the labs: lanes in turns, each timed; wire types to `labs` and back.

use figures::Settings;
use labs::experiment::LaneView;
use labs::{Experiment, Lab};
use protocol::lab as wire;
use protocol::trainer::Event;

use crate::session::{Clock, Going, Session};

/// Lanes of a lab in training.
pub struct LabSession {
    experiment: Experiment,
    /// Milliseconds in each lane's updates since step 0.
    work_ms: Vec<f64>,
    now_ms: Clock,
}

impl LabSession {
    /// Prepares every lane of one of `known`. `now_ms` is the clock that lanes are timed by.
    ///
    /// # Errors
    /// Which setting cannot be used.
    pub fn open(
        known: &[&'static dyn Lab],
        config: wire::Config,
        now_ms: Clock,
    ) -> Result<Self, String> {
        let lab = known.iter().find(|lab| lab.slug() == config.slug);
        let lab = lab.ok_or_else(|| format!("This worker has no lab “{}”.", config.slug))?;
        let experiment =
            Experiment::of(*lab, config.lanes, config.own).map_err(|invalid| invalid.0)?;
        Ok(Self { work_ms: vec![0.0; experiment.lane_count()], experiment, now_ms })
    }
}

impl Session for LabSession {
    fn prepared(&self, run: u32) -> Event {
        let can = |language| self.experiment.program(0, language).is_some();
        let prepared = wire::Prepared {
            measures: self.experiment.measures(),
            updates_an_epoch: self.experiment.updates_an_epoch(),
            programs: (can(labs::Language::PyTorch), can(labs::Language::Burn)),
        };
        Event::LabPrepared { run, prepared }
    }

    fn advance(&mut self, updates: u64) {
        for lane in 0..self.work_ms.len() {
            let start_ms = (self.now_ms)();
            self.experiment.advance(lane, updates);
            self.work_ms[lane] += (self.now_ms)() - start_ms;
        }
    }

    fn step(&self) -> u64 {
        self.experiment.step()
    }

    fn has_ended(&self) -> bool {
        self.experiment.has_ended()
    }

    fn rewind(&mut self) {
        self.experiment.rewind();
        self.work_ms.fill(0.0);
    }

    fn frame(&mut self, run: u32, going: Going) -> Event {
        self.experiment.time(&*self.now_ms);
        let lanes = (0..self.work_ms.len()).map(|lane| {
            let view = self.experiment.view(lane);
            lane_frame(view, self.work_ms[lane] as f32)
        });
        let lanes = lanes.collect();
        let frame = wire::Frame { step: self.step(), has_ended: self.has_ended(), lanes };
        let Going { running, updates_per_second } = going;
        Event::LabFrame { run, running, updates_per_second, frame: Box::new(frame) }
    }

    fn adjust(&mut self, lanes: Vec<Settings>) {
        self.experiment.adjust(lanes);
    }

    fn program(&self, lane: usize, language: wire::Language) -> Option<String> {
        let language = match language {
            wire::Language::PyTorch => labs::Language::PyTorch,
            wire::Language::Burn => labs::Language::Burn,
        };
        self.experiment.program(lane, language)
    }
}

fn lane_frame(view: LaneView, work_ms: f32) -> wire::LaneFrame {
    wire::LaneFrame {
        values: view.values,
        history: view.history,
        panels: view.panels,
        findings: view.findings,
        parameter_count: view.parameter_count,
        work_ms,
        weights_hash: view.weights_hash,
        diverged_at_step: view.diverged_at_step,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::path::Path;

    use super::*;

    /// Lanes of a lab with the settings that it opens with.
    fn session(slug: &str, lanes: usize) -> Result<LabSession, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
        let library = content::authoring::load(&root, "/").unwrap();
        let mut declared = library.labs.into_iter().filter_map(|reading| reading.lab);
        let settings = declared.find(|lab| lab.slug == slug).unwrap().defaults();
        let ticks = Cell::new(0.0);
        let config = wire::Config { slug: slug.into(), lanes: vec![settings; lanes], own: None };
        LabSession::open(labs::PLAIN, config, Box::new(move || ticks.replace(ticks.get() + 1.0)))
    }

    #[test]
    fn every_lane_is_advanced_and_timed() {
        let mut session = session("k-means", 2).unwrap();
        session.advance(2);
        session.advance(1);
        let going = Going { running: true, updates_per_second: 5.0 };
        let Event::LabFrame { frame, running: true, .. } = session.frame(1, going) else {
            panic!("no frame");
        };
        assert!((1..=3).contains(&frame.step));
        assert_eq!((frame.lanes.len(), frame.lanes[1].work_ms), (2, 2.0));
        assert_eq!(frame.lanes[0].weights_hash, frame.lanes[1].weights_hash);
    }

    #[test]
    fn work_that_a_lane_offers_is_timed_before_it_is_shown() {
        let mut session = session("compression", 1).unwrap();
        session.advance(1);
        let going = Going { running: false, updates_per_second: 0.0 };
        let Event::LabFrame { frame, .. } = session.frame(1, going) else { panic!("no frame") };
        let bytes = frame.lanes[0].panels.iter().find(|panel| panel.id == "bytes").unwrap();
        // Every look at the test's clock is a millisecond.
        assert!(bytes.says.contains("1.000 ms as trained"), "{}", bytes.says);
    }

    #[test]
    fn a_refusal_is_passed_on() {
        assert!(session("k-means", 4).err().is_some_and(|reason| reason.contains("1 to 3 lanes")));
    }
}
