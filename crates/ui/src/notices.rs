//! Trouble with saving, said once and in words.

use yew::prelude::*;

use crate::{
    components::{Button, Emphasis},
    storage::{Failure, Storage},
};

/// Properties of [`StorageNotice`].
#[derive(Properties, PartialEq)]
pub struct StorageNoticeProps {
    /// Inside a shell, which has met a missing database first and has said so.
    #[prop_or_default]
    pub is_inside_shell: bool,
}

/// Says what went wrong with storage; nothing while all is well.
#[component]
pub fn StorageNotice(props: &StorageNoticeProps) -> Html {
    let failure = use_state(|| None::<Failure>);
    let setter = failure.setter();
    use_effect_with((), move |()| {
        let heard = Callback::from(move |it| setter.set(Some(it)));
        let subscription = Storage::shared().on_failure(heard);
        move || drop(subscription)
    });
    let is_said = |it: &&Failure| props.is_inside_shell && **it == Failure::Missing;
    let unsaid = failure.as_ref().filter(|it| !is_said(it));
    let Some(words) = unsaid.map(ToString::to_string) else { return Html::default() };
    let dismiss = Callback::from(move |_| failure.set(None));
    html! {
        <div class="notice" role="status">
            <p>{ words }</p>
            <Button emphasis={Emphasis::Quiet} onclick={dismiss}>{ "Dismiss" }</Button>
        </div>
    }
}
