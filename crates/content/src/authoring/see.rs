//! Titles of what `see` links to, once everything is read.

use std::collections::BTreeMap;

use super::library::Library;
use crate::See;

/// Gives every link of `see` the title of its item.
pub fn name(library: &mut Library) {
    let titles = titles(library);
    let cards = library.cards.iter_mut().flat_map(|card| &mut card.see);
    let cases = library.cases.iter_mut().flat_map(|case| &mut case.see);
    for see in cards.chain(cases) {
        see.title = title(see, &titles);
    }
}

/// By address, without a slash at its front.
fn titles(library: &Library) -> BTreeMap<String, String> {
    let under = |room: &str, slug: &str| format!("{room}/{slug}/");
    let exercises =
        library.exercises.iter().map(|it| (under("practice", &it.slug), it.title.clone()));
    let readings = library.labs.iter().chain(&library.attention);
    let readings = readings.map(|it| (format!("{}/", it.page.slug), it.page.title.clone()));
    let cards = library.cards.iter().map(|it| (under("study", &it.slug), it.question.clone()));
    let cases = library.cases.iter().map(|it| (under("study", &it.slug), it.title.clone()));
    let questions =
        library.questions.iter().map(|it| (under("study", &it.slug), it.question.clone()));
    exercises.chain(readings).chain(cards).chain(cases).chain(questions).collect()
}

/// `Attention: positions none, second lane positions learned` for
/// `attention/#positions=none&b.positions=learned`.
fn title(see: &See, titles: &BTreeMap<String, String>) -> String {
    let (address, fragment) = see.path.split_once('#').unwrap_or((&see.path, ""));
    let title = titles.get(address).cloned().unwrap_or_default();
    if fragment.is_empty() {
        return title;
    }
    let settings = fragment.split('&').map(|setting| match setting.split_once('.') {
        Some(("b", rest)) => format!("second lane {rest}"),
        Some(("c", rest)) => format!("third lane {rest}"),
        _ => setting.to_owned(),
    });
    let settings: Vec<String> = settings.collect();
    format!("{title}: {}", settings.join(", ").replace(['=', '-', '_'], " "))
}
