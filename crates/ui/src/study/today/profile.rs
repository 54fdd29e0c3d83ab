//! When the interview is and how much time there is: sensible to begin with, changed in place, kept
//! with the settings.

use serde::{Deserialize, Serialize};
use study::{
    Day, Seniority,
    plan::{Length, Profile},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::{day, level};
use crate::{
    components::{Button, SelectField},
    progress::if_readable,
    storage::{Storage, Store},
};

/// Key in the settings.
const KEY: &str = "study-plan";
/// Days until an interview that has no date yet: the shorter of the two usual preparations.
const WITHOUT_DATE: Day = 28;
/// Minutes of a day, Monday first, until the visitor says otherwise.
const MINUTES: [u16; 7] = [45, 45, 45, 45, 45, 60, 60];
/// The most that a day is planned for.
const MOST_MINUTES: u16 = 600;

/// What the visitor said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The day of the interview.
    #[serde(deserialize_with = "if_readable")]
    pub interview: Option<Day>,
    /// Minutes a day, Monday first.
    #[serde(deserialize_with = "if_readable")]
    pub minutes: Option<[u16; 7]>,
    /// How far the plan looks.
    #[serde(deserialize_with = "if_readable")]
    pub length: Length,
}

impl Said {
    /// As the plan takes it.
    pub fn profile(&self, today: Day, seniority: Seniority) -> Profile {
        let minutes = self.minutes.unwrap_or(MINUTES).map(|it| it.min(MOST_MINUTES));
        Profile {
            today,
            interview: self.interview.unwrap_or(today + WITHOUT_DATE),
            weekday_minutes: minutes,
            done_minutes: 0,
            seniority,
            length: self.length,
        }
    }

    /// The time until the interview, as a heading.
    pub fn until(&self, today: Day) -> String {
        match self.interview {
            None => "Planned as if the interview were in four weeks".into(),
            Some(day) if day < today => {
                format!("The interview was {}", day::from_today(day, today))
            }
            Some(day) => format!("Interview {}, {}", day::from_today(day, today), day::date(day)),
        }
    }
}

/// What the visitor said, and a way to change it. `None` until it is read.
#[hook]
pub fn use_said() -> (Option<Said>, Callback<Said>) {
    let said = use_state_eq(|| None::<Said>);
    {
        let setter = said.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let kept = Storage::shared().get(Store::Settings, KEY).await;
                setter.set(Some(kept.unwrap_or_default()));
            });
        });
    }
    let change = {
        let setter = said.setter();
        use_callback((), move |next: Said, ()| {
            // Numbers and names are always JSON.
            if let Ok(value) = serde_json::to_value(&next) {
                Storage::shared().put(Store::Settings, KEY, value);
            }
            setter.set(Some(next));
        })
    };
    ((*said).clone(), change)
}

/// The form: date, level, minutes of each day, how far to look.
pub fn form(
    said: &Said,
    change: &Callback<Said>,
    today: Day,
    (level_now, change_level): (Seniority, &Callback<Seniority>),
) -> Html {
    let on_date = {
        let (said, change) = (said.clone(), change.clone());
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let interview = day::from_iso(&text);
            // A year passes by 0002 while it is typed: that is no date yet, and clears nothing.
            if interview.is_some() || text.is_empty() {
                change.emit(Said { interview, ..said.clone() });
            }
        })
    };
    let on_length = {
        let (said, change) = (said.clone(), change.clone());
        Callback::from(move |value: String| {
            change.emit(Said { length: length(&value), ..said.clone() });
        })
    };
    let options = LENGTHS.map(|(_, value, words)| (value.into(), words.into())).to_vec();
    let value =
        LENGTHS.iter().find(|(it, ..)| *it == said.length).map_or("", |(_, value, _)| value);
    html! {
        <div class="panel pad study-profile" data-testid="profile">
            <div class="row">
                <label class="field">{ "Day of the interview" }
                    <input type="date" value={said.interview.map(day::iso).unwrap_or_default()} data-testid="interview-day" onchange={on_date} />
                </label>
                { in_weeks(said, today, change) }
                { level::choice(level_now, change_level) }
                <SelectField label="Show the plan for" {value} {options} onchange={on_length} testid="length" />
            </div>
            <div class="study-week" role="group" aria-label="Minutes a day">
                { for (0..7).map(|weekday| minutes(weekday, said, change)) }
            </div>
            <p class="small">{ "Minutes that you have on each day. Kept on this device." }</p>
        </div>
    }
}

/// Weeks that preparations usually take.
const WEEKS: [Day; 2] = [4, 6];

/// The date as weeks from today, for whoever knows no more than that.
fn in_weeks(said: &Said, today: Day, change: &Callback<Said>) -> Html {
    let chosen = said.interview.map(|day| day - today);
    let button = |weeks: Day| {
        let (said, change) = (said.clone(), change.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let interview = Some(day::today() + weeks * 7);
            change.emit(Said { interview, ..said.clone() });
        });
        let testid = format!("in-{weeks}-weeks");
        html! { <Button key={weeks} pressed={Some(chosen == Some(weeks * 7))} {testid} {onclick}>{ format!("In {weeks} weeks") }</Button> }
    };
    html! { <div class="row" role="group" aria-label="Interview in">{ for WEEKS.into_iter().map(button) }</div> }
}

const LENGTHS: [(Length, &str, &str); 3] = [
    (Length::UntilInterview, "until-interview", "all days until then, twelve weeks at most"),
    (Length::FourWeeks, "four-weeks", "four weeks"),
    (Length::SixWeeks, "six-weeks", "six weeks"),
];

fn length(value: &str) -> Length {
    LENGTHS.iter().find(|(_, name, _)| *name == value).map(|(it, ..)| *it).unwrap_or_default()
}

fn minutes(weekday: usize, said: &Said, change: &Callback<Said>) -> Html {
    let all = said.minutes.unwrap_or(MINUTES);
    let onchange = {
        let (said, change) = (said.clone(), change.clone());
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let mut next = all;
            // An empty field is a day off; half a minute is left out, and more than a day holds is cut.
            let typed: f64 = text.trim().parse().unwrap_or(0.0);
            next[weekday] = typed.clamp(0.0, MOST_MINUTES.into()) as u16;
            change.emit(Said { minutes: Some(next), ..said.clone() });
        })
    };
    let name = day::weekday_name(weekday);
    html! {
        <label key={weekday} class="field">{ name }
            <input type="number" min="0" max={MOST_MINUTES.to_string()} step="5" value={all[weekday].to_string()} data-testid={format!("minutes-{}", name.to_ascii_lowercase())} {onchange} />
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_said_is_four_weeks_of_some_time() {
        let profile = Said::default().profile(100, Seniority::Junior);
        assert_eq!((profile.interview, profile.weekday_minutes), (128, MINUTES));
    }

    #[test]
    fn what_cannot_be_read_costs_nothing_else() {
        let said: Said =
            serde_json::from_str(r#"{"interview":20500,"minutes":[1,2],"length":"for-ever"}"#)
                .unwrap();
        assert_eq!(said, Said { interview: Some(20_500), ..Said::default() });
        let many = Said { minutes: Some([u16::MAX; 7]), ..said };
        assert_eq!(many.profile(0, Seniority::Senior).weekday_minutes, [MOST_MINUTES; 7]);
    }

    #[test]
    fn the_time_left_is_told() {
        let until = |interview| Said { interview, ..Said::default() }.until(20_454);
        assert_eq!(until(Some(20_460)), "Interview in 6 days, Wed 7 Jan");
        assert_eq!(until(Some(20_450)), "The interview was 4 days ago");
        assert!(until(None).contains("four weeks"));
    }
}
