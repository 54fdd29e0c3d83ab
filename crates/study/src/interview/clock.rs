//! What the clock of a round shows and says.

/// Minutes at which the time that is left is said, from the last to the first.
const SAID: [u16; 3] = [1, 5, 10];

/// `44:59`, `5:00`, rounded up to the second: the clock shows 0:00 when the time is up.
#[must_use]
pub fn shown(left_ms: u64) -> String {
    let seconds = left_ms.div_ceil(1000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What is to be said of the time left, in a round of so many minutes: the same words until there is
/// something else to say, so that a screen reader says them once.
#[must_use]
pub fn said(left_ms: u64, minutes: u16) -> String {
    let reached =
        SAID.into_iter().find(|mark| *mark < minutes && left_ms <= u64::from(*mark) * 60_000);
    reached.map_or_else(String::new, |mark| {
        format!("{} left.", figures::format::plural(mark.into(), "minute"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_counts_down_to_nothing() {
        assert_eq!(shown(45 * 60_000), "45:00");
        assert_eq!(shown(45 * 60_000 - 1), "45:00");
        assert_eq!(shown(61_000), "1:01");
        assert_eq!(shown(1), "0:01");
        assert_eq!(shown(0), "0:00");
    }

    #[test]
    fn ten_five_and_one_are_said() {
        let check = |left_ms, minutes, expect: &str| assert_eq!(said(left_ms, minutes), expect);
        check(30 * 60_000, 45, "");
        check(10 * 60_000, 45, "10 minutes left.");
        check(6 * 60_000, 45, "10 minutes left.");
        check(5 * 60_000, 45, "5 minutes left.");
        check(59_000, 45, "1 minute left.");
        check(10 * 60_000, 10, "");
        check(5 * 60_000, 5, "");
    }
}
