//! Where to go on after a page: along the plan of today, then to what is due, else to something new
//! that is near.

use content::Item;
use study::Day;
use yew::prelude::*;

use super::{
    day,
    kinds::KINDS,
    reviews::{AllReviews, Standing},
    today::{after, use_planned},
};
use crate::{navigation::Link, progress};

/// Properties of [`NextUp`].
#[derive(Properties, PartialEq)]
pub struct NextUpProps {
    /// The page that is open.
    pub slug: AttrValue,
}

/// A link to the next item. Reads anew what was rated each time that it appears.
#[component]
pub fn NextUp(props: &NextUpProps) -> Html {
    let (Some(Ok(planned)), _) = use_planned() else { return Html::default() };
    let along = after(&planned, &props.slug);
    let beside = || next(&planned.items, &planned.reviews, &props.slug, planned.today);
    let Some((item, why)) = along.or_else(beside) else { return Html::default() };
    html! {
        <p class="row study-next" data-testid="next-up">
            <Link to={progress::path(item)} class="button primary">{ "Go on" }</Link>
            <span>{ &item.title }<span class="small">{ format!(" · {why}") }</span></span>
        </p>
    }
}

/// What comes after `slug`, and why: the longest due, else something new that shares the most topics.
fn next<'a>(
    items: &'a [Item],
    reviews: &AllReviews,
    slug: &str,
    today: Day,
) -> Option<(&'a Item, String)> {
    let here = items.iter().find(|it| it.slug == slug && KINDS.contains(&it.kind))?;
    let others = || items.iter().filter(|it| KINDS.contains(&it.kind) && it.slug != slug);
    let of = |item: &Item| reviews.get(&progress::key(item.kind, &item.slug));
    let due = others().filter_map(|item| {
        let memory = of(item)?.memory()?;
        (memory.due <= today).then_some((memory.due, item))
    });
    if let Some((since, item)) = due.min_by_key(|(since, _)| *since) {
        return Some((item, format!("due {}", day::from_today(since, today))));
    }
    let is_new = |item: &&Item| of(item).is_none_or(|it| it.standing(today) == Standing::New);
    let shared = |item: &Item| item.topics.iter().filter(|it| here.topics.contains(it)).count();
    let nearness = |item: &Item| (item.kind == here.kind, shared(item), item.level == here.level);
    let mut best: Option<&Item> = None;
    for item in others().filter(is_new) {
        if best.is_none_or(|best| nearness(item) > nearness(best)) {
            best = Some(item);
        }
    }
    best.map(|item| (item, "new, and close to this one".into()))
}

#[cfg(test)]
mod tests {
    use content::{Kind, Level};
    use study::schedule::Rating;

    use super::{super::reviews::Reviews, *};

    fn item(kind: Kind, slug: &str, topic: &str) -> Item {
        Item {
            kind,
            slug: slug.into(),
            title: slug.into(),
            summary: String::new(),
            topics: vec![topic.into()],
            level: Level::Core,
            minutes: 5,
            domain: None,
            question: None,
            path: String::new(),
        }
    }

    fn check(reviews: &[(&str, Reviews)], today: Day, expect: &str) {
        let items = [
            item(Kind::Exercise, "exercise", "vision"),
            item(Kind::Design, "case", "vision"),
            item(Kind::Card, "far", "language"),
            item(Kind::Card, "near", "vision"),
            item(Kind::Card, "here", "vision"),
        ];
        let reviews = reviews.iter().map(|(key, it)| ((*key).to_owned(), it.clone())).collect();
        let found = next(&items, &reviews, "here", today).map(|(item, _)| item.slug.clone());
        assert_eq!(found.as_deref(), Some(expect));
    }

    #[test]
    fn what_is_due_comes_before_what_is_near() {
        let rated = |day| Reviews::default().rated(Rating::Again, day);
        check(&[], 10, "near");
        check(&[("card/near", rated(10))], 10, "far");
        check(&[("card/far", rated(8)), ("design/case", rated(7))], 10, "case");
        check(&[("card/here", rated(1))], 10, "near");
    }
}
