//! Links inside the site. They are ordinary links that work without a script; where the app
//! provides a [`Navigate`] context, a plain click changes the page without loading it anew.

use yew::prelude::*;

use crate::site::Site;

/// Goes to a path inside the site, given without a leading slash (`practice/`). Provided by the
/// app; absent in embeds, where links load the page.
#[derive(Clone, PartialEq)]
pub struct Navigate(pub Callback<String>);

/// A room of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Exercises.
    Practice,
    /// Models that train.
    Labs,
    /// A transformer to look into.
    Attention,
    /// Theory, cases and questions, by a plan.
    Study,
    /// A mock loop, scored by oneself.
    Interview,
}

impl Room {
    /// All of them, in the order of the bar.
    pub const ALL: [Self; 5] =
        [Self::Practice, Self::Labs, Self::Attention, Self::Study, Self::Interview];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Practice => "Practice",
            Self::Labs => "Labs",
            Self::Attention => "Attention",
            Self::Study => "Study",
            Self::Interview => "Interview",
        }
    }

    /// Its path inside the site.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Practice => "practice/",
            Self::Labs => "labs/",
            Self::Attention => "attention/",
            Self::Study => "study/",
            Self::Interview => "interview/",
        }
    }
}

/// What the tab says.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Properties of [`Link`].
#[derive(Properties, PartialEq)]
pub struct LinkProps {
    /// Path inside the site, without a leading slash; may carry a fragment.
    pub to: AttrValue,
    /// CSS classes.
    #[prop_or_default]
    pub class: Classes,
    /// Marks the link to the page that is open.
    #[prop_or_default]
    pub current: bool,
    /// Longer description on hover.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// What is shown.
    pub children: Html,
}

/// A link inside the site.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let navigate = use_context::<Navigate>();
    let onclick = {
        let to = props.to.clone();
        Callback::from(move |event: MouseEvent| {
            let plain = event.button() == 0
                && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
            if let (true, Some(Navigate(go))) = (plain, &navigate) {
                event.prevent_default();
                go.emit(to.to_string());
            }
        })
    };
    html! {
        <a
            href={Site::current().link(&props.to)}
            class={props.class.clone()}
            title={props.title.clone()}
            aria-current={props.current.then_some("page")}
            {onclick}
        >
            { props.children.clone() }
        </a>
    }
}
