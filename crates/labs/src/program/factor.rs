//! A schedule with its constants made safe to divide by, for both languages.

use nets::schedule::Schedule;

/// Every schedule that changes anything.
pub enum Factor {
    WarmCosine { warm_up: u64, span: u64 },
    Steps { every: u64, factor: f32 },
    Inverse { half_after: u64 },
}

impl Factor {
    /// `None` where the factor is always 1.
    pub fn of(schedule: Schedule) -> Option<Self> {
        Some(match schedule {
            Schedule::Constant => return None,
            Schedule::WarmCosine { warm_up, total } => {
                Self::WarmCosine { warm_up, span: total.saturating_sub(warm_up).max(1) }
            }
            Schedule::Steps { every, factor } => Self::Steps { every: every.max(1), factor },
            Schedule::Inverse { half_after } => Self::Inverse { half_after: half_after.max(1) },
        })
    }
}
