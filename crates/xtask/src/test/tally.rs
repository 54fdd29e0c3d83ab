//! Counting tests by what their runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that did what they should.
    pub passed: u64,
    /// Those that did not.
    pub failed: u64,
    /// Python prints the number of tests before it says how many of them failed.
    python_ran: u64,
}

impl Tally {
    /// Reads one line of a runner's output: Rust's, Python's, Node's, or `N passed, N failed`.
    pub fn read(&mut self, line: &str) {
        let line = without_colours(line);
        let line = line.trim();
        if let Some(counts) = line.strip_prefix("test result: ") {
            self.add(counts, [';', '.']);
        } else if let Some(ran) = line.strip_prefix("Ran ") {
            self.python_ran = ran.split_once(" test").map_or(0, |(count, _)| number(count));
        } else if self.python_ran > 0 && (line.starts_with("OK") || line.starts_with("FAILED")) {
            let failed = total(line, "failures=") + total(line, "errors=");
            self.passed += self.python_ran.saturating_sub(failed);
            self.failed += failed;
            self.python_ran = 0;
        } else if let Some(passed) = line.strip_prefix("# pass ") {
            self.passed += number(passed);
        } else if let Some(failed) = line.strip_prefix("# fail ") {
            self.failed += number(failed);
        } else if line.contains(" passed, ") && line.trim_end_matches('.').ends_with(" failed") {
            self.add(line, [',', ':']);
        }
    }

    fn add(&mut self, counts: &str, separators: [char; 2]) {
        for part in counts.split(separators) {
            let words: Vec<&str> = part.split_whitespace().collect();
            match words.as_slice() {
                [count, "passed"] => self.passed += number(count),
                [count, "failed"] => self.failed += number(count),
                _ => {}
            }
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn number(text: &str) -> u64 {
    text.trim().parse().unwrap_or_default()
}

/// The number after `name`, as in `failures=2`.
fn total(line: &str, name: &str) -> u64 {
    let after = line.split_once(name).map_or("", |(_, after)| after);
    number(after.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default())
}

/// Runners colour their last line when they think that a terminal is looking.
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain += part.split_once('m').map_or("", |(_, text)| text);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, passed: u64, failed: u64) {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        assert_eq!((tally.passed, tally.failed), (passed, failed), "{output}");
    }

    #[test]
    fn adds_up_rusts_runners() {
        let ok = "test result: ok. 21 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out";
        check(ok, 21, 0);
        check(&format!("{ok}\ntest result: FAILED. 2 passed; 1 failed; 0 ignored"), 23, 1);
        check("test result: \u{1b}[32mok\u{1b}[0m. 4 passed; 0 failed; 0 ignored", 4, 0);
    }

    #[test]
    fn reads_pythons_two_lines() {
        check("Ran 12 tests in 0.012s\n\nOK", 12, 0);
        check("Ran 12 tests in 0.012s\n\nFAILED (failures=1, errors=2)", 9, 3);
        check("Ran 1 test in 0.1s\n\nOK (expected failures=0)", 1, 0);
        check("OK", 0, 0);
    }

    #[test]
    fn reads_nodes_closing_lines() {
        check("# tests 31\n# suites 0\n# pass 29\n# fail 2\n# cancelled 0", 29, 2);
    }

    #[test]
    fn reads_a_plain_closing_line() {
        check("content: 31 passed, 2 failed", 31, 2);
        check("31 passed, 2 failed", 31, 2);
        check("the weather passed, and so on", 0, 0);
    }
}
