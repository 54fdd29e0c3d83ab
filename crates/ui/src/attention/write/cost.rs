//! What writing costs with and without kept keys and values: time a token and bytes kept, over length.

use protocol::attention::Written;
use viz::format;

use crate::attention::state::Writing;
use crate::bytes;

/// One token's cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Tokens read when it was chosen.
    pub length: u16,
    /// Time that the model took, in milliseconds.
    pub work_ms: f32,
    /// Keys and values kept, in bytes.
    pub kept_bytes: u32,
}

/// Costs of the runs that there are, by length, ascending.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Costs {
    /// With the cache.
    pub with: Vec<Cost>,
    /// Without.
    pub without: Vec<Cost>,
}

/// Shortest run that shows how costs grow.
const SHORTEST: usize = 2;

impl Costs {
    /// Of the text being written and the one written with the other setting, where both are of the
    /// same lane and as many beams.
    #[must_use]
    pub fn of(writing: &Writing, other: Option<&Writing>) -> Self {
        let kind = |writing: &Writing| (writing.order.lane, writing.order.beams);
        let other = other.filter(|other| kind(other) == kind(writing));
        let mut costs = Self::default();
        for writing in other.into_iter().chain([writing]) {
            let side = if writing.order.has_cache { &mut costs.with } else { &mut costs.without };
            *side = costs_of(writing);
        }
        costs
    }

    /// Costs at the greatest length that both runs reached: with and without.
    fn last_common(&self) -> Option<(Cost, Cost)> {
        let at = |length| self.without.iter().find(|cost| cost.length == length);
        self.with.iter().rev().find_map(|with| Some((*with, *at(with.length)?)))
    }

    /// The numbers in a sentence or two; nothing while there are none.
    #[must_use]
    pub fn in_words(&self) -> Option<String> {
        if let Some((with, without)) = self.last_common() {
            return Some(format!(
                "At {}: {} with the cache, {} without; the cache holds {}. {}",
                format::plural(with.length.into(), "token"),
                milliseconds(with.work_ms),
                milliseconds(without.work_ms),
                bytes::in_words(with.kept_bytes.into()),
                self.in_all(),
            ));
        }
        let one = self.with.last().map(|cost| {
            let kept = bytes::in_words(cost.kept_bytes.into());
            (cost, format!("with the cache, which holds {kept}"))
        });
        let (cost, how) =
            one.or_else(|| Some((self.without.last()?, "without a cache".to_owned())))?;
        let length = format::plural(cost.length.into(), "token");
        Some(format!("At {length}: {} {how}.", milliseconds(cost.work_ms)))
    }

    /// `All 34 together: 3.1 ms against 40 ms.` over the lengths that both runs reached.
    fn in_all(&self) -> String {
        let is_there = |costs: &[Cost], length| costs.iter().any(|cost| cost.length == length);
        let total = |costs: &[Cost], others: &[Cost]| {
            let common = costs.iter().filter(|cost| is_there(others, cost.length));
            common.fold((0, 0.0), |(count, sum), cost| (count + 1, sum + cost.work_ms))
        };
        let (count, with) = total(&self.with, &self.without);
        let (_, without) = total(&self.without, &self.with);
        format!("All {count} together: {} against {}.", milliseconds(with), milliseconds(without))
    }

    /// Rows of a table: length, milliseconds with and without the cache, bytes kept.
    #[must_use]
    pub fn rows(&self) -> Vec<[String; 4]> {
        let mut lengths: Vec<u16> =
            self.with.iter().chain(&self.without).map(|cost| cost.length).collect();
        lengths.sort_unstable();
        lengths.dedup();
        let row = |length: u16| {
            let at = |costs: &[Cost]| costs.iter().find(|cost| cost.length == length).copied();
            let (with, without) = (at(&self.with), at(&self.without));
            let ms = |cost: Option<Cost>| {
                cost.map_or_else(|| "–".into(), |cost| format::decimal(cost.work_ms.into()))
            };
            let kept =
                with.map_or_else(|| "–".into(), |cost| format::count(cost.kept_bytes.into()));
            [length.to_string(), ms(with), ms(without), kept]
        };
        lengths.into_iter().map(row).collect()
    }
}

/// Costs of the last order alone: one that goes on token by token reads the text anew each time.
fn costs_of(writing: &Writing) -> Vec<Cost> {
    let of = |written: &&Written| written.number == writing.order.number && written.token.is_some();
    let cost = |written: &Written| Cost {
        length: written.length,
        work_ms: written.work_ms,
        kept_bytes: written.cache_bytes,
    };
    let costs: Vec<Cost> = writing.written.iter().filter(of).map(cost).collect();
    if costs.len() < SHORTEST { Vec::new() } else { costs }
}

/// A time; browsers' clocks are coarse, so that short work can take none.
fn milliseconds(time_ms: f32) -> String {
    if time_ms > 0.0 {
        format!("{} ms", format::decimal(time_ms.into()))
    } else {
        "less than this browser's clock can tell".into()
    }
}

/// `2 keys and values · 2 layers · 32 numbers · 4 bytes`, if that is what a token's share of the cache
/// comes to.
#[must_use]
pub fn a_token_in_words(cost: Cost, layers: u8, width: u16) -> Option<String> {
    let bytes_a_token = 2 * u32::from(layers) * u32::from(width) * 4;
    (cost.kept_bytes == bytes_a_token * u32::from(cost.length)).then(|| {
        format!(
            "A token's share is a key and a value in each layer: 2 · {} · {width} numbers of 4 bytes, {}.",
            format::plural(layers.into(), "layer"),
            bytes::in_words(bytes_a_token.into())
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::write::{settings::Settings, tests::written};

    /// Three tokens from length 7 on, each of which takes so long.
    fn writing(has_cache: bool, work_ms: f32) -> Writing {
        let settings = Settings { has_cache, ..Settings::default() };
        let mut writing = Writing::new(settings.order(0, "magnet>"));
        for length in 7..10 {
            let cache_bytes = if has_cache { 512 * u32::from(length) } else { 0 };
            writing.hear(Written { work_ms, cache_bytes, ..written(0, "x", length) });
        }
        writing
    }

    fn words(costs: &Costs) -> String {
        costs.in_words().expect("numbers").replace('\u{a0}', " ")
    }

    #[test]
    fn both_runs_are_compared_at_the_length_that_both_reached() {
        let mut long = writing(true, 0.08);
        long.hear(Written { work_ms: 9.0, ..written(0, "y", 10) });
        let costs = Costs::of(&long, Some(&writing(false, 1.9)));
        assert_eq!(
            words(&costs),
            "At 9 tokens: 0.08 ms with the cache, 1.9 ms without; the cache holds 5 KB. \
             All 3 together: 0.24 ms against 5.7 ms."
        );
        assert_eq!(costs.rows()[0], ["7", "0.08", "1.9", "3\u{a0}584"]);
        assert_eq!(costs.rows()[3][2], "–");
    }

    #[test]
    fn one_run_speaks_for_itself() {
        let costs = Costs::of(&writing(true, 0.0), None);
        let expect = "At 9 tokens: less than this browser's clock can tell with the cache, which holds 5 KB.";
        assert_eq!(words(&costs), expect);
        assert_eq!(
            words(&Costs::of(&writing(false, 2.0), None)),
            "At 9 tokens: 2 ms without a cache."
        );
    }

    #[test]
    fn what_cannot_be_compared_is_not() {
        let mut of_lane_b = writing(false, 2.0);
        of_lane_b.order.lane = 1;
        assert_eq!(Costs::of(&writing(true, 1.0), Some(&of_lane_b)).without, []);
        let mut single = writing(true, 1.0);
        single.order.number = 5;
        assert_eq!(Costs::of(&single, None), Costs::default());
        assert_eq!(Costs::default().in_words(), None);
    }

    #[test]
    fn a_tokens_share_is_only_explained_where_it_is_true() {
        let cost = Cost { length: 9, work_ms: 1.0, kept_bytes: 9 * 512 };
        let words = a_token_in_words(cost, 2, 32).map(|words| words.replace('\u{a0}', " "));
        let expect = "A token's share is a key and a value in each layer: 2 · 2 layers · 32 numbers of 4 bytes, 512 bytes.";
        assert_eq!(words.as_deref(), Some(expect));
        assert_eq!(a_token_in_words(cost, 2, 64), None);
    }
}
