//! Weights of earlier steps, kept for looking back.

/// Steps that are kept, at most.
const MOST_STEPS: usize = 48;

/// Bytes of all that is kept, at most.
const MOST_BYTES: usize = 64 << 20;

/// Weights by step: of step 0, of the powers of two up to 64, because most happens early, and of steps
/// at equal distances. Whenever it is full, every second of the latter goes and the distance doubles.
#[derive(Clone, Debug)]
pub struct Kept {
    capacity: usize,
    stride: u64,
    steps: Vec<u64>,
    weights: Vec<Vec<f32>>,
}

impl Kept {
    /// Of a run that begins with these weights.
    pub fn new(start: &[f32]) -> Self {
        let bytes = size_of_val(start).max(1);
        let capacity = (MOST_BYTES / bytes).clamp(LEAST_STEPS, MOST_STEPS);
        Self { capacity, stride: 1, steps: vec![0], weights: vec![start.to_vec()] }
    }

    /// Takes note of the weights after `step`, which is later than all before. A step that is left out
    /// is not needed for those that come.
    pub fn pass(&mut self, step: u64, weights: &[f32]) {
        while self.steps.len() >= self.capacity && self.wants(step) {
            self.stride *= 2;
            let is_wanted: Vec<bool> = self.steps.iter().map(|step| self.wants(*step)).collect();
            let mut wanted = is_wanted.iter();
            self.steps.retain(|_| wanted.next() == Some(&true));
            let mut wanted = is_wanted.iter();
            self.weights.retain(|_| wanted.next() == Some(&true));
        }
        if self.wants(step) {
            self.steps.push(step);
            self.weights.push(weights.to_vec());
        }
    }

    /// The steps that are kept, in their order.
    pub fn steps(&self) -> &[u64] {
        &self.steps
    }

    /// The weights after one of them.
    pub fn at(&self, step: u64) -> Option<&[f32]> {
        let place = self.steps.binary_search(&step).ok()?;
        self.weights.get(place).map(Vec::as_slice)
    }

    fn wants(&self, step: u64) -> bool {
        step.is_multiple_of(self.stride) || (step <= EARLY && step.is_power_of_two())
    }
}

/// Powers of two up to here always stay: seven of them.
const EARLY: u64 = 64;

/// Enough for them, for step 0 and for some at equal distances.
const LEAST_STEPS: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    fn after(steps: u64, count: usize) -> Kept {
        let mut kept = Kept::new(&vec![0.0; count]);
        (1..=steps).for_each(|step| kept.pass(step, &vec![step as f32; count]));
        kept
    }

    #[test]
    fn everything_early_is_kept() {
        let kept = after(40, 2);
        assert_eq!(kept.steps(), (0..=40).collect::<Vec<_>>());
        assert_eq!((kept.at(0), kept.at(33)), (Some(&[0.0; 2][..]), Some(&[33.0; 2][..])));
    }

    #[test]
    fn a_long_run_stays_small_even_and_whole() {
        for steps in [48, 800, 2500, 100_000] {
            let kept = after(steps, 1);
            assert!((20..=MOST_STEPS).contains(&kept.steps().len()), "{:?}", kept.steps());
            assert!(kept.steps().is_sorted() && kept.steps()[0] == 0);
            let mut early = (0..=6).map(|power| 1 << power).filter(|step| *step <= steps);
            assert!(early.all(|step| kept.steps().contains(&step)));
            let late: Vec<u64> = kept.steps().iter().copied().filter(|it| *it > EARLY).collect();
            assert!(late.windows(2).all(|pair| pair[1] - pair[0] == kept.stride));
            let widest = steps.div_ceil(16);
            assert!(kept.stride <= widest && steps - late.last().unwrap_or(&steps) < kept.stride);
            assert!(kept.steps().iter().all(|&step| kept.at(step) == Some(&[step as f32][..])));
        }
    }

    #[test]
    fn a_large_model_is_kept_less_often() {
        let kept = after(200, 1 << 20);
        assert!(kept.steps().len() <= 16 && kept.steps().len() > 8, "{:?}", kept.steps());
        assert_eq!(kept.at(3), None);
    }
}
