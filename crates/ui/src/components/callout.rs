//! A remark beside the thing it is about.

use yew::prelude::*;

/// What a remark means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Worth knowing.
    #[default]
    Caution,
    /// Went wrong.
    Bad,
    /// Went well.
    Good,
    /// Neither.
    Neutral,
}

impl Tone {
    /// The CSS class.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Caution => "caution",
            Self::Bad => "bad",
            Self::Good => "good",
            Self::Neutral => "neutral",
        }
    }
}

/// Properties of [`Callout`].
#[derive(Properties, PartialEq)]
pub struct CalloutProps {
    /// What it means.
    #[prop_or_default]
    pub tone: Tone,
    /// Its point, as a heading.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Whether screen readers are told of it when it appears.
    #[prop_or_default]
    pub live: bool,
    /// Stable name for tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
    /// What it says.
    pub children: Html,
}

/// A remark beside the thing it is about.
#[component]
pub fn Callout(props: &CalloutProps) -> Html {
    html! {
        <div
            class={classes!("callout", props.tone.class())}
            role={props.live.then_some("status")}
            data-testid={props.testid.clone()}
        >
            if let Some(title) = &props.title {
                <h3>{ title }</h3>
            }
            { props.children.clone() }
        </div>
    }
}
