//! What the model writes where nobody tells it how to go on.

use super::super::model::Tokens;
use super::super::tasks::{BOUNDARY, Example, Task};
use super::{Run, largest};

/// Sequences that are shown.
const COUNT: usize = 3;

/// A held-out sequence as the model goes on with it, in the signs of the task, without boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What the model was given.
    pub given: String,
    /// What it wrote: always the most likely token.
    pub written: String,
    /// What would have been right.
    pub expected: String,
}

impl Run {
    /// Three held-out sequences, always the same, written on with the present weights: to a boundary, or
    /// until the context is full; where an answer has no end, as far as the right one is known.
    pub fn samples(&self) -> Vec<Sample> {
        let mut rows: Vec<Row> = self.shown.iter().map(|example| Row::new(example, self)).collect();
        while rows.iter().any(Row::is_open) {
            let mut open: Vec<&mut Row> = rows.iter_mut().filter(|row| row.is_open()).collect();
            let read: Vec<&[i32]> = open.iter().map(|row| &row.tokens[..]).collect();
            let next = self.most_likely_after(&read);
            open.iter_mut().zip(next).for_each(|(row, token)| row.tokens.push(token));
        }
        rows.iter().map(|row| row.sample(&self.settings.task.vocabulary())).collect()
    }

    /// The token with the largest logit after each of these sequences.
    fn most_likely_after(&self, rows: &[&[i32]]) -> Vec<i32> {
        let time = rows.iter().map(|row| row.len()).max().unwrap_or(0);
        let mut indices = Vec::with_capacity(rows.len() * time);
        let mut ends = Vec::with_capacity(rows.len());
        for row in rows {
            ends.push((indices.len() + row.len() - 1) as i32);
            indices.extend_from_slice(row);
            indices.resize(ends.len() * time, BOUNDARY);
        }
        let model = self.model();
        let stream = model.forward(&Tokens { batch: rows.len(), time, indices });
        let logits: Vec<f32> =
            model.logits_at(stream, &ends).into_data().try_to_vec().unwrap_or_default();
        logits.chunks_exact(self.sizes.vocabulary).map(|row| largest(row) as i32).collect()
    }
}

/// Sequences at equal distances among those held out, cut as they are shown.
pub fn shown(task: &Task, held_out: &[Example]) -> Vec<Example> {
    let count = COUNT.min(held_out.len());
    (0..count).map(|index| task.sample(&held_out[index * held_out.len() / count])).collect()
}

/// A sequence that is being written.
struct Row<'a> {
    example: &'a Example,
    tokens: Vec<i32>,
    end: Option<i32>,
    /// Tokens at which the writing stops.
    most: usize,
}

impl<'a> Row<'a> {
    fn new(example: &'a Example, run: &Run) -> Self {
        let end = run.settings.task.end();
        let has_end = end.is_some() && example.tokens.last().copied() == end;
        let most = if has_end { run.sizes.context + 1 } else { example.tokens.len() };
        Self { example, tokens: example.tokens[..example.prompt].to_vec(), end, most }
    }

    fn is_open(&self) -> bool {
        let has_ended =
            self.tokens.len() > self.example.prompt && self.tokens.last().copied() == self.end;
        !has_ended && self.tokens.len() < self.most
    }

    fn sample(&self, vocabulary: &[String]) -> Sample {
        let text = |tokens: &[i32]| -> String {
            let tokens = tokens.iter().filter(|token| Some(**token) != self.end);
            tokens.filter_map(|&token| vocabulary.get(token as usize)).map(String::as_str).collect()
        };
        let (given, written) = self.tokens.split_at(self.example.prompt);
        let expected = &self.example.tokens[self.example.prompt..];
        Sample { given: text(given), written: text(written), expected: text(expected) }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::tasks::HARBOUR;
    use super::super::super::tests::seen;
    use super::super::super::{Corpus, Rewriting, Settings};
    use super::*;

    fn run(task: Task) -> Run {
        Run::new(Settings { task, ..Settings::default() }).unwrap()
    }

    /// What the model writes token by token, each found by looking.
    fn by_looking(run: &Run, sample: &Sample) -> String {
        let task = &run.settings().task;
        let vocabulary = task.vocabulary();
        let (mut tokens, mut written) = (task.encode(&sample.given).unwrap(), String::new());
        while tokens.len() <= task.context() && written.len() < 30 {
            let next = largest(seen(run, &tokens).next());
            if Some(next as i32) == task.end() {
                break;
            }
            tokens.push(next as i32);
            written.push_str(&vocabulary[next]);
        }
        written
    }

    #[test]
    fn the_model_writes_what_it_finds_most_likely() {
        let rewriting = [Rewriting::Copy, Rewriting::Reverse, Rewriting::Sort].map(Task::Rewrite);
        let others = [Task::Repeat, Task::Brackets, Task::Addition, Task::NextLetter];
        for task in rewriting.into_iter().chain(others) {
            let mut run = run(task);
            run.advance(30);
            let samples = run.samples();
            assert_eq!(samples.len(), 3);
            for sample in &samples {
                assert_eq!(sample.written, by_looking(&run, sample), "{sample:?}");
                assert!(!sample.given.is_empty() && !sample.expected.is_empty(), "{sample:?}");
            }
        }
    }

    #[test]
    fn what_is_expected_is_the_answer() {
        let samples = run(Task::Rewrite(Rewriting::Reverse)).samples();
        for Sample { given, expected, .. } in &samples {
            assert_eq!(given.trim_end_matches('>').chars().rev().collect::<String>(), *expected);
        }
        assert_ne!(samples[0].given, samples[1].given);
        let sum = |it: &Sample| -> usize {
            it.given
                .trim_end_matches('=')
                .split('+')
                .map(|part| part.parse::<usize>().unwrap())
                .sum()
        };
        let samples = run(Task::Addition).samples();
        assert!(samples.iter().all(|it| it.expected == (sum(it) % 23).to_string()), "{samples:?}");
    }

    #[test]
    fn an_own_text_goes_on_as_it_does_and_for_as_long() {
        for corpus in [Corpus::characters(HARBOUR), Corpus::pairs(HARBOUR, 128)] {
            let samples = run(Task::Own(Arc::new(corpus.unwrap()))).samples();
            for Sample { given, written, expected } in &samples {
                assert!(HARBOUR.contains(&format!("{given}{expected}")), "{given}|{expected}");
                assert!(written.chars().count() >= 16 && given.chars().count() >= 24);
            }
        }
    }
}
