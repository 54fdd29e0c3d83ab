//! The learning rate over a run that has no planned end.

const WARM_UP: f32 = 100.0;
const PLATEAU: f32 = 400.0;

/// Share of the largest rate at the update after `step`: rises linearly for 100 updates, stays,
/// and falls with the inverse square root after 400 (Vaswani et al. 2017, section 5.3).
pub fn share(step: u64) -> f32 {
    let next = (step + 1) as f32;
    (next / WARM_UP).min(1.0) * (PLATEAU / next.max(PLATEAU)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn rises_stays_and_falls() {
        assert_eq!((share(0), share(49), share(99), share(399)), (0.01, 0.5, 1.0, 1.0));
        assert!((share(1599) - 0.5).abs() < 1e-6);
    }
}
