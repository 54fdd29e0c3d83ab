//! Trouble with saving, said once and in words.

use yew::prelude::*;

use crate::{
    components::{Button, Emphasis},
    storage::{Failure, Storage},
};

/// Says what went wrong with storage; nothing while all is well.
#[component]
pub fn StorageNotice() -> Html {
    let failure = use_state(|| None::<Failure>);
    let setter = failure.setter();
    use_effect_with((), move |()| {
        let heard = Callback::from(move |it| setter.set(Some(it)));
        let subscription = Storage::shared().on_failure(heard);
        move || drop(subscription)
    });
    let Some(words) = failure.as_ref().map(ToString::to_string) else { return Html::default() };
    let dismiss = Callback::from(move |_| failure.set(None));
    html! {
        <div class="notice" role="status">
            <p>{ words }</p>
            <Button emphasis={Emphasis::Quiet} onclick={dismiss}>{ "Dismiss" }</Button>
        </div>
    }
}
