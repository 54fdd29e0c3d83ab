//! A stopwatch against the time that an answer may take. It is not kept: a reload is a new try.

use gloo::timers::callback::Interval;
use yew::prelude::*;

use crate::components::{Button, Emphasis};

/// Properties of [`Timer`].
#[derive(Properties, PartialEq)]
pub struct TimerProps {
    /// The time there is.
    pub minutes: u16,
}

/// What the stopwatch has measured.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Watch {
    /// Before it was last started, in milliseconds.
    before_ms: f64,
    /// When it was last started; nothing while it stands.
    since_ms: Option<f64>,
}

impl Watch {
    fn elapsed_ms(self, now_ms: f64) -> f64 {
        // A clock that is set back takes nothing away.
        self.before_ms + self.since_ms.map_or(0.0, |since| (now_ms - since).max(0.0))
    }

    fn pressed(self, now_ms: f64) -> Self {
        match self.since_ms {
            Some(_) => Self { before_ms: self.elapsed_ms(now_ms), since_ms: None },
            None => Self { since_ms: Some(now_ms), ..self },
        }
    }
}

/// A stopwatch with start, pause and reset.
#[component]
pub fn Timer(props: &TimerProps) -> Html {
    let watch = use_state_eq(Watch::default);
    let now_ms = use_state_eq(js_sys::Date::now);
    {
        let setter = now_ms.setter();
        use_effect_with(watch.since_ms.is_some(), move |is_running| {
            let ticking =
                is_running.then(|| Interval::new(500, move || setter.set(js_sys::Date::now())));
            move || drop(ticking)
        });
    }
    let press = {
        let (watch, now_ms) = (watch.clone(), now_ms.setter());
        Callback::from(move |_: MouseEvent| {
            let now = js_sys::Date::now();
            now_ms.set(now);
            watch.set(watch.pressed(now));
        })
    };
    let reset = {
        let watch = watch.clone();
        Callback::from(move |_: MouseEvent| watch.set(Watch::default()))
    };
    let elapsed = watch.elapsed_ms(*now_ms);
    let words = match (watch.since_ms.is_some(), elapsed > 0.0) {
        (true, _) => "Pause",
        (false, true) => "Go on",
        (false, false) => "Start the clock",
    };
    html! {
        <div class="row study-timer">
            <span class="num" role="timer" aria-label="Time" data-testid="timer">{ said(elapsed, props.minutes) }</span>
            <Button testid="timer-start" onclick={press}>{ words }</Button>
            if elapsed > 0.0 && watch.since_ms.is_none() {
                <Button emphasis={Emphasis::Quiet} testid="timer-reset" onclick={reset}>{ "Reset" }</Button>
            }
        </div>
    }
}

/// `1:05 of 5 min`, and what to do once that is over.
fn said(elapsed_ms: f64, minutes: u16) -> String {
    let seconds = (elapsed_ms / 1000.0) as u32;
    let shown = format!("{}:{:02} of {minutes} min", seconds / 60, seconds % 60);
    if seconds > u32::from(minutes) * 60 {
        format!("{shown}: time is up, come to your last sentence")
    } else {
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_do_not_count() {
        let watch = Watch::default().pressed(1_000.0).pressed(4_000.0);
        assert_eq!(watch.elapsed_ms(9_000.0), 3_000.0);
        let watch = watch.pressed(10_000.0);
        assert_eq!(watch.elapsed_ms(11_000.0), 4_000.0);
        assert_eq!(watch.elapsed_ms(0.0), 3_000.0);
    }

    #[test]
    fn time_is_told_and_ends() {
        assert_eq!(said(65_999.0, 5), "1:05 of 5 min");
        assert_eq!(said(0.0, 5), "0:00 of 5 min");
        assert!(said(301_000.0, 5).contains("time is up"));
    }
}
