//! Scoring one item: its rubric's lines as boxes, or one's own judgement from 0 to 4 where it has none.

use content::{Criterion, Seniority};
use study::interview::{Marked, Marks};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::words::JUDGEMENTS;
use crate::study::{inline, rubric};

/// The boxes of a rubric; a last one says that the answer has none of it, for 0 is a score, too.
pub fn boxes(
    criteria: &[Criterion],
    marked: Option<&Marked>,
    level: Seniority,
    mark: &Callback<Marks>,
) -> Html {
    let met = met(criteria, marked);
    let tick = |place: usize| {
        let (criteria, met) = (criteria.to_vec(), met.clone());
        mark.reform(move |event: Event| {
            let mut met = met.clone();
            met[place] = event.target_unchecked_into::<HtmlInputElement>().checked();
            Marks::Rubric { criteria: criteria.clone(), met }
        })
    };
    let none = {
        let criteria = criteria.to_vec();
        mark.reform(move |_: Event| Marks::Rubric {
            met: vec![false; criteria.len()],
            criteria: criteria.clone(),
        })
    };
    let is_none = marked.is_some() && met.iter().all(|it| !it);
    let line = |(place, criterion): (usize, &Criterion)| {
        html! {
            <li key={place}>
                <label class="check study-criterion">
                    <input type="checkbox" checked={met[place]} data-testid="criterion" onchange={tick(place)} />
                    <span>{ inline(&criterion.text_html) }<span class="small num">{ format!(" {}", about(criterion)) }</span></span>
                </label>
            </li>
        }
    };
    html! {
        <div class="stack tight" role="group" aria-label="Your answer had">
            <ul class="study-rubric">
                { for criteria.iter().enumerate().map(line) }
                <li key="none">
                    <label class="check study-criterion">
                        <input type="checkbox" checked={is_none} data-testid="none" onchange={none} />
                        <span>{ "None of these" }</span>
                    </label>
                </li>
            </ul>
            <p class="small num" role="status" data-testid="score">{ marked.map_or_else(String::new, |it| rubric::said(it.score, level)) }</p>
        </div>
    }
}

/// Which boxes are ticked; all are open where the rubric is another one by now.
fn met(criteria: &[Criterion], marked: Option<&Marked>) -> Vec<bool> {
    let kept = marked.map(|it| it.met.clone()).filter(|it| it.len() == criteria.len());
    kept.unwrap_or_else(|| vec![false; criteria.len()])
}

/// `Data, 2 points`, with the part of a case that it belongs to.
pub fn about(criterion: &Criterion) -> String {
    let worth = rubric::worth(criterion);
    match criterion.part {
        Some(part) => format!("{}, {worth}", part.title()),
        None => worth,
    }
}

/// One's own judgement. `name` keeps the items of a round apart.
pub fn judgement(name: &str, marked: Option<&Marked>, mark: &Callback<Marks>) -> Html {
    let now = marked.filter(|it| it.is_own).map(|it| it.score.points);
    let option = |(score, words): (u8, &&'static str)| {
        let onchange = mark.reform(move |_: Event| Marks::Own(score));
        html! {
            <label key={score} class="check">
                <input type="radio" name={name.to_owned()} checked={now == Some(score.into())} data-testid="own" data-score={score.to_string()} {onchange} />
                <span><strong class="num">{ score }</strong>{ format!(" {words}") }</span>
            </label>
        }
    };
    html! {
        <fieldset class="interview-judgement">
            <legend class="small">{ "How good was your answer?" }</legend>
            { for (0_u8..).zip(JUDGEMENTS.iter()).map(option) }
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use study::rubric::Score;

    use super::*;

    #[test]
    fn ticks_of_another_rubric_are_not_shown() {
        let criterion = Criterion {
            part: Some(content::CasePart::Data),
            level: Seniority::Junior,
            points: 2,
            text_html: "A number.".into(),
        };
        let marked = |met: &[bool]| Marked {
            score: Score::default(),
            met: met.to_vec(),
            missed: Vec::new(),
            is_own: false,
        };
        let criteria = [criterion];
        assert_eq!(met(&criteria, Some(&marked(&[true]))), [true]);
        assert_eq!(met(&criteria, Some(&marked(&[true, true]))), [false]);
        assert_eq!(met(&criteria, None), [false]);
        assert_eq!(about(&criteria[0]), "Data, 2 points");
    }
}
