//! Buttons. Their words are verbs.

use yew::prelude::*;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// The one thing to do here.
    Primary,
    /// An ordinary button.
    #[default]
    Plain,
    /// Without a frame.
    Quiet,
}

/// Properties of [`Button`].
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// What pressing does.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// How much it asks to be pressed.
    #[prop_or_default]
    pub emphasis: Emphasis,
    /// Whether it can be pressed.
    #[prop_or(true)]
    pub enabled: bool,
    /// State of a toggle, if it is one.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Name for screen readers, where the content is a picture.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Longer description on hover.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Stable name for tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
    /// More CSS classes.
    #[prop_or_default]
    pub class: Classes,
    /// To focus it from code.
    #[prop_or_default]
    pub node: NodeRef,
    /// What it shows.
    #[prop_or_default]
    pub children: Html,
}

/// A button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let emphasis = match props.emphasis {
        Emphasis::Primary => Some("primary"),
        Emphasis::Plain => None,
        Emphasis::Quiet => Some("quiet"),
    };
    html! {
        <button
            ref={props.node.clone()}
            type="button"
            class={classes!("button", emphasis, props.class.clone())}
            disabled={!props.enabled}
            aria-pressed={props.pressed.map(|pressed| if pressed { "true" } else { "false" })}
            aria-label={props.label.clone()}
            title={props.title.clone()}
            data-testid={props.testid.clone()}
            onclick={props.onclick.clone()}
        >
            { props.children.clone() }
        </button>
    }
}
