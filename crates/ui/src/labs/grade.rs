//! Which answer to an experiment's question was right: read off the run, never written down before.

use content::lab::{Experiment, Question, Rule};
use figures::{Measure, Unit};
use protocol::lab::{Frame, LaneFrame};
use viz::format;

use super::plan::NAMES;

/// An answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A lane, by index.
    Lane(usize),
    /// They end alike.
    Tie,
    /// None gets there.
    None,
}

/// Every answer that is offered, with its words.
pub fn answers(experiment: &Experiment, question: &Question) -> Vec<(Answer, String)> {
    let lanes = experiment.lanes.iter().enumerate();
    let mut answers: Vec<(Answer, String)> =
        lanes.map(|(index, lane)| (Answer::Lane(index), lane.name.clone())).collect();
    if question.tie > 0.0 {
        answers.push((Answer::Tie, "About the same".into()));
    }
    if matches!(question.rule, Rule::FirstBelow(_) | Rule::FirstAbove(_)) {
        answers.push((Answer::None, "None of them".into()));
    }
    answers
}

/// A graded run: the right answer, and what each lane did.
#[derive(Clone, Debug, PartialEq)]
pub struct Grade {
    /// What was right.
    pub right: Answer,
    /// A sentence a lane, with its number.
    pub evidence: Vec<String>,
}

/// Grades a run that has gone as far as the experiment asks.
pub fn grade(
    experiment: &Experiment,
    question: &Question,
    measures: &[Measure],
    frame: &Frame,
) -> Option<Grade> {
    let index = measures.iter().position(|measure| measure.id == question.measure)?;
    let scores: Vec<Option<f64>> =
        frame.lanes.iter().map(|lane| score(lane, index, question.rule)).collect();
    let name = |lane: usize| experiment.lanes.get(lane).map_or("", |lane| lane.name.as_str());
    let evidence = scores.iter().enumerate().map(|(lane, score)| {
        format!("{} ({}): {}.", NAMES[lane], name(lane), said(*score, question, &measures[index]))
    });
    Some(Grade { right: right(&scores, question), evidence: evidence.collect() })
}

/// The step at which a lane got there, or the value it ended at; `None` where it never did, or ended
/// with no number.
fn score(lane: &LaneFrame, measure: usize, rule: Rule) -> Option<f64> {
    let by_step =
        || lane.history.iter().filter_map(|(step, values)| Some((*step, *values.get(measure)?)));
    let first = |is_there: &dyn Fn(f64) -> bool| {
        by_step().find(|(_, value)| is_there(f64::from(*value))).map(|(step, _)| step as f64)
    };
    match rule {
        Rule::FirstBelow(value) => first(&|it| it <= value),
        Rule::FirstAbove(value) => first(&|it| it >= value),
        Rule::Lowest | Rule::Highest => {
            let last = lane.values.get(measure).copied().map(f64::from);
            last.filter(|value| value.is_finite() && lane.diverged_at_step.is_none())
        }
    }
}

fn right(scores: &[Option<f64>], question: &Question) -> Answer {
    let sign = if question.rule == Rule::Highest { -1.0 } else { 1.0 };
    let mut order: Vec<(usize, f64)> = scores
        .iter()
        .enumerate()
        .filter_map(|(lane, score)| Some((lane, (*score)? * sign)))
        .collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    match order.as_slice() {
        [] => Answer::None,
        [(_, best), (_, second), ..] if question.tie > 0.0 && second - best <= question.tie => {
            Answer::Tie
        }
        [(lane, _), ..] => Answer::Lane(*lane),
    }
}

fn said(score: Option<f64>, question: &Question, measure: &Measure) -> String {
    match (question.rule, score) {
        (Rule::FirstBelow(_) | Rule::FirstAbove(_), Some(step)) => {
            format!("at step {}", format::count(step as u64))
        }
        (Rule::FirstBelow(_) | Rule::FirstAbove(_), None) => "never in this run".into(),
        (_, Some(value)) => format!("{} {}", measure.name, written(value, measure.unit)),
        (_, None) => "it diverged".into(),
    }
}

/// A measured value in its unit.
pub fn written(value: f64, unit: Unit) -> String {
    match unit {
        _ if !value.is_finite() => "–".into(),
        Unit::Number => format::decimal(value),
        Unit::Share => format::percent(value),
        Unit::Count => format::count(value as u64),
        Unit::Bytes => format!("{} B", format::count(value as u64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::sample::{frame, lab};

    fn graded(rule: Rule, tie: f64, losses: [&[f32]; 2]) -> Grade {
        let mut experiment = lab().experiments.remove(0);
        let mut question = experiment.question.take().unwrap();
        (question.rule, question.tie) = (rule, tie);
        let measures = [Measure::loss("loss", "loss", "loss")];
        grade(&experiment, &question, &measures, &frame(&losses)).unwrap()
    }

    #[test]
    fn the_first_to_get_there_is_right() {
        let grade = graded(Rule::FirstBelow(0.5), 0.0, [&[1.0, 0.8, 0.5], &[1.0, 0.4, 0.9]]);
        assert_eq!(grade.right, Answer::Lane(1));
        assert_eq!(grade.evidence, ["A (slow): at step 2.", "B (quick): at step 1."]);
        let grade = graded(Rule::FirstAbove(2.0), 0.0, [&[1.0], &[1.0]]);
        assert_eq!(
            (grade.right, grade.evidence[0].as_str()),
            (Answer::None, "A (slow): never in this run.")
        );
    }

    #[test]
    fn the_end_decides_and_small_differences_are_none() {
        let losses: [&[f32]; 2] = [&[1.0, 0.30], &[1.0, 0.31]];
        assert_eq!(graded(Rule::Lowest, 0.0, losses).right, Answer::Lane(0));
        assert_eq!(graded(Rule::Highest, 0.0, losses).right, Answer::Lane(1));
        assert_eq!(graded(Rule::Lowest, 0.05, losses).right, Answer::Tie);
    }

    #[test]
    fn a_lane_that_diverged_wins_nothing() {
        let grade = graded(Rule::Lowest, 0.0, [&[1.0, f32::NAN], &[1.0, 5.0]]);
        assert_eq!(grade.right, Answer::Lane(1));
        assert_eq!(grade.evidence[0], "A (slow): it diverged.");
    }

    #[test]
    fn answers_are_offered_where_they_can_be_right() {
        let experiment = &lab().experiments[0];
        let mut question = experiment.question.clone().unwrap();
        let words = |question: &Question| {
            answers(experiment, question).into_iter().map(|it| it.1).collect::<Vec<_>>()
        };
        assert_eq!(words(&question), ["slow", "quick", "None of them"]);
        (question.rule, question.tie) = (Rule::Lowest, 0.1);
        assert_eq!(words(&question), ["slow", "quick", "About the same"]);
    }
}
