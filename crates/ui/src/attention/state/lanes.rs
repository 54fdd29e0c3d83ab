//! Lanes that come, go and change; and texts that are continued.

use std::rc::Rc;

use protocol::attention::{Config, Order};
use protocol::trainer::Request;

use super::{State, Writing};
use crate::attention::fragment::LANES_MAX;

impl State {
    /// The lane in focus gets other settings. All lanes learn the same task.
    pub(super) fn change_lane(&mut self, config: Config) {
        let mut lanes = self.lanes.clone();
        if config.task != self.config().task {
            self.text.clear();
            lanes.iter_mut().for_each(|lane| lane.task = config.task);
        }
        lanes[self.lane] = config;
        self.notice = None;
        self.configure(lanes, None);
    }

    pub(super) fn compare(&mut self, lanes: Vec<Config>) {
        if !(1..=LANES_MAX).contains(&lanes.len()) {
            return;
        }
        if lanes[0].task != self.config().task {
            self.text.clear();
        }
        self.lane = 0;
        self.notice = None;
        self.configure(lanes, None);
    }

    pub(super) fn add_lane(&mut self) {
        if self.lanes.len() < LANES_MAX {
            let mut lanes = self.lanes.clone();
            lanes.push(self.config().clone());
            self.lane = lanes.len() - 1;
            self.configure(lanes, None);
        }
    }

    pub(super) fn remove_lane(&mut self, lane: usize) {
        if self.lanes.len() > 1 && lane < self.lanes.len() {
            let mut lanes = self.lanes.clone();
            lanes.remove(lane);
            self.lane = self.lane.saturating_sub(usize::from(self.lane >= lane));
            self.configure(lanes, None);
        }
    }

    pub(super) fn show_lane(&mut self, lane: usize) {
        if lane < self.lanes.len() {
            self.lane = lane;
            self.forget_changes();
            self.keep_focus_inside();
            self.look();
        }
    }

    pub(super) fn write(&mut self, order: Order) {
        let number = self.writing.as_ref().map_or(1, |writing| writing.order.number + 1);
        let order = Order { number, ..order };
        let last = self.writing.take();
        self.writing = Some(Rc::new(match last.as_deref() {
            Some(last) if last.is_continued_by(&order) => last.continued(order.clone()),
            _ => Writing::new(order.clone()),
        }));
        if let Some(last) = last
            && last.order.has_cache != order.has_cache
        {
            self.other_writing = Some(last);
        }
        self.send(Request::Write { run: self.run, order });
    }

    /// What another model wrote is not to be compared with.
    pub(super) fn forget_writing(&mut self) {
        self.writing = None;
        self.other_writing = None;
    }

    pub(super) fn writing_refused(&mut self, number: u32, reason: String) {
        let ordered = self.writing.as_mut().filter(|writing| writing.order.number == number);
        if let Some(writing) = ordered {
            Rc::make_mut(writing).is_going = false;
            self.notice = Some(reason);
        }
    }

    pub(super) fn stop_writing(&mut self) {
        let Some(writing) = &mut self.writing else { return };
        let writing = Rc::make_mut(writing);
        writing.is_going = false;
        let order = Order { tokens: 0, ..writing.order.clone() };
        self.send(Request::Write { run: self.run, order });
    }
}
