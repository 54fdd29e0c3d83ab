//! A rubric to tick after one's own answer: what each line is worth, and what the ticks amount to.

use std::collections::BTreeSet;

use content::{Criterion, Seniority};
use study::{
    rubric::Score,
    schedule::{Rating, rate_share},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    inline,
    words::{Action, Own},
};

/// The criteria of a rubric as boxes.
pub fn boxes(own: &UseReducerHandle<Own>, criteria: &[&Criterion]) -> Html {
    let line = |criterion: &&Criterion| {
        let text = criterion.text_html.clone();
        let onchange = {
            let (dispatcher, text) = (own.dispatcher(), text.clone());
            Callback::from(move |event: Event| {
                let is_met = event.target_unchecked_into::<HtmlInputElement>().checked();
                dispatcher.dispatch(Action::Tick(text.clone(), is_met));
            })
        };
        html! {
            <li key={text.clone()}>
                <label class="check study-criterion">
                    <input type="checkbox" checked={own.words.met.contains(&text)} disabled={!own.is_read} data-testid="criterion" {onchange} />
                    <span>{ inline(&text) }<span class="small num">{ format!(" {}", worth(criterion)) }</span></span>
                </label>
            </li>
        }
    };
    html! { <ul class="study-rubric">{ for criteria.iter().map(line) }</ul> }
}

/// `2 points`, `1 point, senior`.
pub fn worth(criterion: &Criterion) -> String {
    let points = points(u32::from(criterion.points));
    match criterion.level {
        Seniority::Junior => points,
        Seniority::Senior => format!("{points}, senior"),
    }
}

/// What the ticks amount to for somebody of that level.
pub fn score(criteria: &[Criterion], met: &BTreeSet<String>, level: Seniority) -> Score {
    let marks: Vec<bool> = criteria.iter().map(|it| met.contains(&it.text_html)).collect();
    // There is a mark for each criterion.
    Score::of(criteria, &marks, level).unwrap_or_default()
}

/// The rating that the ticks amount to; nothing while there is none.
pub fn suggested(score: Score) -> Option<Rating> {
    (score.points > 0).then(|| rate_share(score.points, score.possible))
}

/// The score in a sentence.
pub fn said(score: Score, level: Seniority) -> String {
    let who = match level {
        Seniority::Junior => "junior or mid",
        Seniority::Senior => "senior or staff",
    };
    let extra = match score.extra {
        0 => String::new(),
        extra => format!(", and {} that only a senior answer has to have", points(extra)),
    };
    format!("{} of {} for a {who} answer{extra}.", score.points, points(score.possible))
}

fn points(number: u32) -> String {
    if number == 1 { "1 point".into() } else { format!("{number} points") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn criterion(text: &str, level: Seniority, points: u8) -> Criterion {
        Criterion { part: None, level, points, text_html: text.into() }
    }

    #[test]
    fn ticks_are_counted_for_the_level() {
        let rubric = [criterion("a", Seniority::Junior, 2), criterion("b", Seniority::Senior, 1)];
        let met = BTreeSet::from(["b".to_owned(), "an older line".to_owned()]);
        let check = |level, expect: &str| {
            assert_eq!(said(score(&rubric, &met, level), level), expect);
        };
        check(
            Seniority::Junior,
            "0 of 2 points for a junior or mid answer, and 1 point that only a senior answer has to have.",
        );
        check(Seniority::Senior, "1 of 3 points for a senior or staff answer.");
        assert_eq!(worth(&rubric[1]), "1 point, senior");
    }
}
