//! Which question has a story: what has none comes first.

use content::Item;
use study::{
    own::Shelf,
    stories::{Story, answered},
};
use yew::prelude::*;

use super::row::opener;
use crate::navigation::Link;

/// The table, with a sentence that counts.
pub fn matrix(questions: &[Item], stories: &Shelf<Story>, on_open: &Callback<String>) -> Html {
    let slugs: Vec<&str> = questions.iter().map(|it| it.slug.as_str()).collect();
    let rows = answered(&slugs, stories);
    let with = rows.iter().filter(|(_, stories)| !stories.is_empty()).count();
    html! {
        <section class="stack" aria-labelledby="matrix">
            <h2 class="study-part" id="matrix">{ "Which question has a story" }</h2>
            <p class="num" role="status" data-testid="matrix-count">{ counted(with, rows.len()) }</p>
            <table class="own-matrix" data-testid="matrix">
                <thead><tr><th scope="col">{ "Question" }</th><th scope="col">{ "Your stories" }</th></tr></thead>
                <tbody>{ for rows.iter().map(|(slug, ids)| row(questions, slug, ids, stories, on_open)) }</tbody>
            </table>
        </section>
    }
}

fn counted(with: usize, all: usize) -> String {
    match all - with {
        0 => format!("All {all} questions have a story."),
        missing => format!("{with} of {all} questions have a story; {missing} have none yet."),
    }
}

fn row(
    questions: &[Item],
    slug: &str,
    ids: &[&str],
    stories: &Shelf<Story>,
    on_open: &Callback<String>,
) -> Html {
    let title = questions.iter().find(|it| it.slug == slug).map_or(slug, |it| it.title.as_str());
    let open = |id: &&str| {
        let name = stories.get(*id).map(Story::name).unwrap_or_default();
        let onclick = {
            let (on_open, id) = (on_open.clone(), (*id).to_owned());
            Callback::from(move |_: MouseEvent| on_open.emit(id.clone()))
        };
        html! { <li key={opener(id)}><button type="button" class="own-link" {onclick}>{ name }</button></li> }
    };
    html! {
        <tr key={slug.to_owned()} data-slug={slug.to_owned()}>
            <th scope="row"><Link to={format!("study/{slug}/")}>{ title.to_owned() }</Link></th>
            <td>
                if ids.is_empty() {
                    <span class="small">{ "none yet" }</span>
                } else {
                    <ul class="own-links">{ for ids.iter().map(open) }</ul>
                }
            </td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_without_a_story_are_counted() {
        assert_eq!(counted(1, 40), "1 of 40 questions have a story; 39 have none yet.");
        assert_eq!(counted(40, 40), "All 40 questions have a story.");
    }
}
