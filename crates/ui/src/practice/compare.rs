//! After solving: the reference and other solutions beside one's own, line by line.

use std::rc::Rc;

use content::Exercise;
use viz::format;
use yew::prelude::*;

use super::lines::{Row, aligned};
use crate::components::Segment;

/// Properties of [`Compare`].
#[derive(Properties, PartialEq)]
pub struct CompareProps {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// What the editor holds.
    pub own: AttrValue,
}

/// One's own text and a solution, side by side.
#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let chosen = use_state_eq(|| 0_usize);
    let solutions = &props.exercise.solutions;
    let Some(solution) = solutions.get(*chosen) else { return Html::default() };
    let choices = solutions.iter().enumerate().map(|(index, solution)| {
        (AttrValue::from(index.to_string()), AttrValue::from(solution.name.replace('_', " ")))
    });
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |value: String| chosen.set(value.parse().unwrap_or_default()))
    };
    let rows = aligned(&props.own, &solution.source);
    let name = solution.name.replace('_', " ");
    html! {
        <section class="compare panel" aria-label="Solutions" data-testid="solution">
            <header class="row spread">
                <h2 class="verdict-title">{ "Compare" }</h2>
                if solutions.len() > 1 {
                    <Segment label="Solution" value={chosen.to_string()} choices={choices.collect::<Vec<_>>()} {onchange} />
                }
            </header>
            <p class="small pad compare-words">{ in_words(&rows) }</p>
            <div class="sides">
                <div><h3 class="small">{ "yours" }</h3>{ side(&rows, "Your code", |row| row.left) }</div>
                <div><h3 class="small">{ name }</h3>{ side(&rows, "Solution", |row| row.right) }</div>
            </div>
        </section>
    }
}

fn in_words(rows: &[Row<'_>]) -> String {
    let own = rows.iter().filter(|row| row.left.is_some_and(|line| !line.is_empty()));
    let (mut all, mut shared) = (0, 0);
    for row in own {
        all += 1;
        shared += usize::from(row.is_same);
    }
    let lines = format::plural(all, "line");
    format!("{shared} of your {lines} stand in this solution too. Lines that differ are marked ≠.")
}

fn side<'a>(rows: &[Row<'a>], label: &'static str, pick: fn(&Row<'a>) -> Option<&'a str>) -> Html {
    let line = |row: &Row<'a>| match pick(row) {
        Some(line) if row.is_same || line.is_empty() => {
            html! { <span class="line">{ format!("  {line}\n") }</span> }
        }
        Some(line) => html! { <span class="line differs">{ format!("≠ {line}\n") }</span> },
        None => html! { <span class="line filler" aria-hidden="true">{ "\n" }</span> },
    };
    html! {
        <pre tabindex="0" aria-label={label}><code>{ for rows.iter().map(line) }</code></pre>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_lines_are_counted() {
        let words = in_words(&aligned("a\n\nb\n", "a\n\nc\n"));
        assert!(words.starts_with("1 of your 2 lines stand"), "{words}");
    }
}
