//! When to train, how much at a time, and when to speak. Pure: the clock is an argument.

/// A slice of training between two looks at the message queue.
pub const SLICE_MS: f64 = 14.0;

/// Least time between two frames of a running model: at most 30 a second.
const FRAME_MS: f64 = 33.0;

/// A look at the clock after about this long.
const CHUNK_MS: f64 = 1.0;

/// Keeps the pace of one run.
#[derive(Clone, Debug)]
pub struct Pace {
    /// Whether the page has shown the last frame.
    is_shown: bool,
    last_frame_ms: f64,
    last_frame_step: u64,
    chunk: u64,
}

impl Pace {
    /// For a run whose first frame goes out now.
    pub fn new(now_ms: f64) -> Self {
        Self { is_shown: false, last_frame_ms: now_ms, last_frame_step: 0, chunk: 1 }
    }

    /// The page has painted the last frame.
    pub fn frame_shown(&mut self) {
        self.is_shown = true;
    }

    /// Whether a running model may send a frame.
    pub fn may_send(&self, now_ms: f64) -> bool {
        self.is_shown && now_ms - self.last_frame_ms >= FRAME_MS
    }

    /// Starts the measurement of speed anew, after a pause or a rewind.
    pub fn resume(&mut self, now_ms: f64, step: u64) {
        self.last_frame_ms = now_ms;
        self.last_frame_step = step;
    }

    /// A frame goes out: updates a second since the last one.
    pub fn frame_sent(&mut self, now_ms: f64, step: u64) -> f32 {
        let seconds = (now_ms - self.last_frame_ms) / 1e3;
        let updates = step.saturating_sub(self.last_frame_step);
        self.is_shown = false;
        self.resume(now_ms, step);
        if seconds > 0.0 { (updates as f64 / seconds) as f32 } else { 0.0 }
    }

    /// Updates to make before the next look at the clock.
    pub fn chunk(&self) -> u64 {
        self.chunk
    }

    /// Adapts the chunk to how long the last one took.
    pub fn chunk_took(&mut self, duration_ms: f64) {
        if duration_ms < CHUNK_MS / 2.0 {
            self.chunk = (self.chunk * 2).min(1 << 16);
        } else if duration_ms > CHUNK_MS * 2.0 {
            self.chunk = (self.chunk / 2).max(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_wait_for_the_page_and_for_the_clock() {
        let mut pace = Pace::new(0.0);
        assert!(!pace.may_send(1000.0), "the first frame is not shown yet");
        pace.frame_shown();
        assert!(!pace.may_send(20.0) && pace.may_send(33.0));
        assert_eq!(pace.frame_sent(50.0, 100), 2000.0);
        assert!(!pace.may_send(1000.0));
    }

    #[test]
    fn speed_does_not_count_a_pause() {
        let mut pace = Pace::new(0.0);
        pace.frame_sent(100.0, 10);
        pace.resume(9_000.0, 10);
        assert_eq!(pace.frame_sent(9_100.0, 60), 500.0);
    }

    #[test]
    fn chunks_grow_while_quick_and_shrink_to_one() {
        let mut pace = Pace::new(0.0);
        (0..30).for_each(|_| pace.chunk_took(0.01));
        assert_eq!(pace.chunk(), 1 << 16);
        (0..30).for_each(|_| pace.chunk_took(30.0));
        assert_eq!(pace.chunk(), 1);
    }
}
