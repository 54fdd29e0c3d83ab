//! Frames of a run, kept so that one can look back: a bounded number, evenly spread.

use std::rc::Rc;

use protocol::lab::Frame;

/// Most frames kept.
const CAPACITY: usize = 96;

/// Frames by step, ascending.
#[derive(Clone, Debug, Default)]
pub struct Record {
    frames: Vec<Rc<Frame>>,
}

impl Record {
    /// Adds a frame. One that does not lie ahead of the last takes the place of every frame from its
    /// step on: the run has gone back there.
    pub fn push(&mut self, frame: &Rc<Frame>) {
        let earlier = self.frames.partition_point(|it| it.step < frame.step);
        self.frames.truncate(earlier);
        self.frames.push(Rc::clone(frame));
        self.thin();
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.frames.clear();
    }

    /// A frame by index.
    pub fn get(&self, index: usize) -> Option<&Rc<Frame>> {
        self.frames.get(index)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.frames.len()
    }

    /// Leaves out frames that lie close together: of two neighbours the earlier one goes where the
    /// gap that it leaves is the smallest. First and last stay.
    fn thin(&mut self) {
        while self.frames.len() > CAPACITY {
            let gap = |index: &usize| self.frames[index + 1].step - self.frames[index - 1].step;
            let least = (1..self.frames.len() - 1).min_by_key(gap);
            self.frames.remove(least.unwrap_or(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::sample::frame;

    fn at(step: u64) -> Rc<Frame> {
        Rc::new(Frame { step, ..frame(&[&[1.0]]) })
    }

    #[test]
    fn a_long_run_is_covered_evenly() {
        let mut record = Record::default();
        (0..2_000).for_each(|step| record.push(&at(step)));
        assert_eq!(record.len(), CAPACITY);
        let steps: Vec<u64> = record.frames.iter().map(|frame| frame.step).collect();
        assert_eq!((steps[0], steps[CAPACITY - 1]), (0, 1_999));
        assert!(steps.windows(2).all(|pair| pair[1] - pair[0] <= 128), "{steps:?}");
    }

    #[test]
    fn going_back_forgets_what_lies_ahead() {
        let mut record = Record::default();
        [0, 5, 5, 9].into_iter().for_each(|step| record.push(&at(step)));
        assert_eq!(record.len(), 3);
        record.push(&at(7));
        let steps: Vec<u64> = record.frames.iter().map(|frame| frame.step).collect();
        assert_eq!(steps, [0, 5, 7]);
        record.push(&at(0));
        assert_eq!(record.len(), 1);
    }
}
