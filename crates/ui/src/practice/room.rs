//! The opened room: the task on one side, editor and verdict on the other.

use std::rc::Rc;

use content::Exercise;
use yew::prelude::*;

use super::{
    attempt::Attempt,
    desk::Desk,
    earlier::LastRun,
    session::use_session,
    split::{Split, use_narrow},
    state::{Action, Draft},
    task::Task,
};
use crate::{
    components::TabList,
    progress::Record,
    widget::{Hide, OnWidgetEvent},
};

/// Names of the tabs on narrow screens.
const TABS: [&str; 3] = ["Task", "Code", "Result"];

/// Properties of [`Opened`].
#[derive(Properties, PartialEq)]
pub struct OpenedProps {
    /// What is practised.
    pub exercise: Rc<Exercise>,
    /// The text kept on this device.
    pub draft: Option<Draft>,
    /// What was done before.
    pub record: Record,
    /// Lines in order, interviews.
    pub attempt: Attempt,
    /// The last run, as it was kept.
    pub last: Option<LastRun>,
    /// Parts left out.
    pub hide: Hide,
    /// Minutes of an interview that is to begin.
    pub asked_minutes: Option<u16>,
    /// Where the widget reports to.
    pub on_event: OnWidgetEvent,
}

/// The room, once its exercise is there.
#[component]
pub fn Opened(props: &OpenedProps) -> Html {
    let session = use_session(props);
    let narrow = use_narrow();
    let tab = use_state_eq(|| 0_usize);
    {
        // A run shows its result; on a wide screen it is in sight anyway.
        let tab = tab.setter();
        use_effect_with(session.room.runs, move |runs| {
            if *runs > 0 {
                tab.set(2);
            }
        });
    }
    let onselect = {
        let tab = tab.setter();
        Callback::from(move |index| tab.set(index))
    };
    let on_hint = session.action(Action::Hint);
    let shown = |index: usize| !narrow || *tab == index;
    let show_line = {
        let (tab, go_to) = (tab.setter(), session.go_to.clone());
        Callback::from(move |line| {
            tab.set(1);
            go_to.emit(line);
        })
    };
    html! {
        <div class={classes!("work", narrow.then_some("narrow"))}>
            if narrow {
                <TabList label="Parts of the exercise" id="exercise" selected={*tab} {onselect}
                    tabs={TABS.map(AttrValue::from).to_vec()} />
            }
            <section class="task" hidden={!shown(0)} id="exercise-panel-0" role={panel_role(narrow)} aria-label="Task">
                <Task room={session.room.clone()} hide={props.hide} {on_hint} />
            </section>
            <Split />
            <Desk {session} hide={props.hide} is_narrow={narrow} is_code_shown={shown(1)} is_result_shown={shown(2)} {show_line} />
        </div>
    }
}

/// With tabs, each part is a tab's panel; without, it is a part of the page.
pub fn panel_role(narrow: bool) -> Option<&'static str> {
    narrow.then_some("tabpanel")
}
