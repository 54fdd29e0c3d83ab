//! Reports that were kept: reading them, and the list of earlier ones.

use std::rc::Rc;

use study::interview::Report;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{confirm::Confirm, words};
use crate::{
    navigation::Link,
    storage::{Change, Storage, Store},
    study::day,
};

/// Start of their keys; the day of the loop and a number follow.
const PREFIX: &str = "interview/report/";

/// The key of a report.
pub fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// A kept report, by the end of its key; nothing where it cannot be read.
pub type Named = (String, Option<Report>);

/// Every report, the latest first; read again when another tab changes one and when the callback is
/// called. `None` until they are read.
#[hook]
pub fn use_reports() -> (Option<Rc<Vec<Named>>>, Callback<()>) {
    let reports = use_state(|| None);
    let load = {
        let setter = reports.setter();
        use_callback((), move |(), ()| {
            let setter = setter.clone();
            spawn_local(async move { setter.set(Some(Rc::new(read_all().await))) });
        })
    };
    use_effect_with(load.clone(), |load| {
        load.emit(());
        let load = load.clone();
        let subscription = Storage::shared().on_change(Callback::from(move |change: Change| {
            if change.store == Store::Code && change.key.starts_with(PREFIX) {
                load.emit(());
            }
        }));
        move || drop(subscription)
    });
    ((*reports).clone(), load)
}

/// One report, by the end of its key; nothing where there is none that can be read. Read again when it
/// is changed elsewhere: a page that was left has it written by the next one, a moment later. `None`
/// until it is read.
#[hook]
pub fn use_report(id: &str) -> Option<Rc<Option<Report>>> {
    let report = use_state_eq(|| None);
    let setter = report.setter();
    use_effect_with(key(id), move |key| {
        let load = {
            let key = key.clone();
            Callback::from(move |()| {
                let (key, setter) = (key.clone(), setter.clone());
                spawn_local(async move {
                    let text = Storage::shared().text(Store::Code, &key).await;
                    let value = text.and_then(|it| serde_json::from_str(&it).ok());
                    setter.set(Some(Rc::new(value.and_then(Report::from_value))));
                });
            })
        };
        load.emit(());
        let key = key.clone();
        let subscription = Storage::shared().on_change(Callback::from(move |change: Change| {
            if change.store == Store::Code && change.key == key {
                load.emit(());
            }
        }));
        move || drop(subscription)
    });
    (*report).clone()
}

async fn read_all() -> Vec<Named> {
    let all = Storage::shared().all(Store::Code).await;
    let named = all.into_iter().filter_map(|(key, value)| {
        Some((key.strip_prefix(PREFIX)?.to_owned(), Report::from_value(value)))
    });
    let mut reports: Vec<Named> = named.collect();
    reports.sort_by_key(|(id, _)| std::cmp::Reverse(order(id)));
    reports
}

/// Day and number of a report.
fn order(id: &str) -> (i64, i64) {
    let (day, number) = id.rsplit_once('-').unwrap_or((id, ""));
    (day.parse().unwrap_or_default(), number.parse().unwrap_or_default())
}

/// The heading of a report, with its number where the day had an earlier one.
fn named(id: &str, report: &Report) -> String {
    match order(id) {
        (_, 2..) => format!("{} · {}", words::title(report), order(id).1),
        _ => words::title(report),
    }
}

/// Properties of [`Earlier`].
#[derive(Properties, PartialEq)]
pub struct EarlierProps {
    /// Id of the heading that has the focus once a report is deleted.
    pub heading: &'static str,
}

/// The list of earlier reports; nothing where there is none.
#[component]
pub fn Earlier(props: &EarlierProps) -> Html {
    let (reports, reload) = use_reports();
    let Some(reports) = reports.filter(|it| !it.is_empty()) else { return Html::default() };
    let row = |(id, report): &Named| {
        let (said, title) = match report {
            Some(report) => (words::summary(report), named(id, report)),
            None => ("This report cannot be read.".into(), format!("Report {id}")),
        };
        let on_confirm = {
            let (id, reload) = (id.clone(), reload.clone());
            Callback::from(move |()| {
                Storage::shared().delete(Store::Code, &key(&id));
                reload.emit(());
            })
        };
        html! {
            <li key={id.clone()} class="row spread interview-earlier" data-testid="earlier">
                <div>
                    if report.is_some() {
                        <Link to={format!("interview/#report={id}")}>{ title.clone() }</Link>
                    } else {
                        <span>{ title.clone() }</span>
                    }
                    <p class="small num">{ said }</p>
                </div>
                <Confirm verb="Delete" what={title} refuge={props.heading} {on_confirm} />
            </li>
        }
    };
    html! {
        <section class="stack tight" aria-labelledby="earlier">
            <h2 class="study-part" id="earlier">{ "Earlier reports" }</h2>
            <ul class="list">{ for reports.iter().map(row) }</ul>
        </section>
    }
}

/// The day of a loop as a heading has it.
pub fn date(report: &Report) -> String {
    day::date(report.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_reports_come_first() {
        let mut ids = ["20779-2", "20779-10", "20780-1", "odd"];
        ids.sort_by_key(|id| std::cmp::Reverse(order(id)));
        assert_eq!(ids, ["20780-1", "20779-10", "20779-2", "odd"]);
    }
}
