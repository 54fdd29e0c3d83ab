//! The readable text of cards, cases and questions: all of it, because without the app nothing is
//! asked before it is answered.

use content::calculator::{Input, Preset};
use content::card::{Answer, Check};
use content::case::PartText;
use content::drill::{Stage, general};
use content::{Card, Case, Criterion, DrillQuestion, FollowUp, Question, See, Seniority};

use super::html::escape;

/// A card under its question.
pub fn card(card: &Card, base: &str) -> String {
    let mut text = format!("<h2>Say it</h2>{}<h2>Show it</h2>{}", card.say_html, card.show_html);
    for step in &card.steps {
        text += &format!("<h3>{}</h3>{}", step.heading_html, step.body_html);
    }
    text += "<h2>A weak answer</h2>";
    for weak in &card.weak {
        text += &format!("<p><em>{}</em></p>{}", weak.claim_html, weak.reason_html);
    }
    if let Some(asked) = &card.check {
        text += &check(asked);
    }
    text + &next(&card.follow_ups) + &see(&card.see, base) + &sources(&card.sources_html)
}

/// A case under its title.
pub fn case(case: &Case, base: &str) -> String {
    let mut text = case.brief_html.clone();
    for part in &case.parts {
        text += &part_text(part);
    }
    if !case.calculators.is_empty() {
        let presets: String = case.calculators.iter().map(preset).collect();
        text += &format!("<h2>Numbers</h2>{presets}");
    }
    text + &rubric(&case.rubric) + &see(&case.see, base) + &sources(&case.sources_html)
}

/// A question under its words.
pub fn question(question: &Question) -> String {
    format!(
        "<h2>What is really asked</h2>{}<h2>A strong answer</h2>{}<h2>The trap</h2>{}{}{}{}",
        question.asked_html,
        question.strong_html,
        question.trap_html,
        next(&question.follow_ups),
        rubric(&question.rubric),
        sources(&question.sources_html),
    )
}

/// What is asked about a project of the candidate's own, with general words in it.
pub fn drill(questions: &[DrillQuestion]) -> String {
    let one = |it: &DrillQuestion| {
        let next = list(it.follow_ups.iter().map(|text| escape(text)));
        let ask = escape(&general(&it.ask));
        format!("<p><strong>{ask}</strong></p><p>{}</p>{next}", escape(&it.probes))
    };
    let stage = |stage: &Stage| {
        let asked = questions.iter().filter(|it| it.stage == *stage).map(one);
        format!("<h2>{}</h2>{}", stage.title(), asked.collect::<String>())
    };
    if questions.is_empty() { String::new() } else { Stage::ALL.iter().map(stage).collect() }
}

fn part_text(part: &PartText) -> String {
    format!(
        "<h2>{}</h2>{}<h3>Model answer</h3>{}<h3>Fails when</h3>{}",
        part.part.title(),
        list(part.prompts_html.iter().cloned()),
        part.answer_html,
        list(part.fails_html.iter().cloned()),
    )
}

fn preset(preset: &Preset) -> String {
    let inputs = list(preset.inputs.iter().map(input));
    format!("<p>{} ({})</p>{inputs}", preset.why_html, preset.name.title())
}

/// A field and its values, in words: `battery watt hours: 15`.
fn input(input: &Input) -> String {
    let values: Vec<String> = input.values.iter().map(f64::to_string).collect();
    escape(&format!("{}: {}", input.field.replace('_', " "), values.join(", ")))
}

fn check(check: &Check) -> String {
    let answer = match &check.answer {
        Answer::Number { value, unit, .. } => escape(format!("{value} {unit}").trim()),
        Answer::Formula { formula, variables } => {
            let variables: Vec<String> = variables
                .iter()
                .map(|it| format!("{}: {}", escape(&it.name), escape(&it.meaning)))
                .collect();
            format!("<code>{}</code> ({})", escape(formula), variables.join(", "))
        }
    };
    format!("<h2>Check</h2><p>{}</p><p>{answer}</p>", check.ask_html)
}

fn next(follow_ups: &[FollowUp]) -> String {
    let pairs = follow_ups
        .iter()
        .map(|it| format!("<p><em>{}</em></p>{}", it.question_html, it.answer_html));
    format!("<h2>What an interviewer asks next</h2>{}", pairs.collect::<String>())
}

fn rubric(criteria: &[Criterion]) -> String {
    let lines = criteria.iter().map(|it| {
        let level = match it.level {
            Seniority::Junior => "junior",
            Seniority::Senior => "senior",
        };
        let part = it.part.map_or_else(String::new, |part| format!("{}: ", part.title()));
        let points = if it.points == 1 { "point" } else { "points" };
        format!("{part}{} ({level}, {} {points})", it.text_html, it.points)
    });
    format!("<h2>Rubric</h2>{}", list(lines))
}

fn see(see: &[See], base: &str) -> String {
    if see.is_empty() {
        return String::new();
    }
    let links = see.iter().map(|it| {
        format!("<a href=\"{}\">{}</a>", escape(&format!("{base}{}", it.path)), escape(&it.title))
    });
    format!("<h2>See it</h2>{}", list(links))
}

fn sources(sources: &[String]) -> String {
    if sources.is_empty() {
        return String::new();
    }
    format!("<h2>Sources</h2>{}", list(sources.iter().cloned()))
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|item| format!("<li>{item}</li>")).collect();
    format!("<ul>{items}</ul>")
}

#[cfg(test)]
pub(super) mod tests;
