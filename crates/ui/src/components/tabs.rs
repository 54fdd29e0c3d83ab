//! Tabs: one of several panels at a time, with the arrow keys as in the ARIA pattern.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`TabList`].
#[derive(Properties, PartialEq)]
pub struct TabListProps {
    /// What the tabs choose between.
    pub label: AttrValue,
    /// Names on the tabs. The panel of tab i has the id `{id}-panel-{i}`.
    pub tabs: Vec<AttrValue>,
    /// Prefix of ids.
    pub id: AttrValue,
    /// The open one.
    pub selected: usize,
    /// Called with the one to open.
    pub onselect: Callback<usize>,
}

/// The row of tabs; the panels are the caller's.
#[component]
pub fn TabList(props: &TabListProps) -> Html {
    html! {
        <div class="tabs" role="tablist" aria-label={props.label.clone()}>
            { for props.tabs.iter().enumerate().map(|(index, name)| tab(props, index, name)) }
        </div>
    }
}

fn tab(props: &TabListProps, index: usize, name: &AttrValue) -> Html {
    let selected = index == props.selected;
    let onclick = {
        let onselect = props.onselect.clone();
        Callback::from(move |_: MouseEvent| onselect.emit(index))
    };
    let onkeydown = {
        let (onselect, count) = (props.onselect.clone(), props.tabs.len());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = moved(&event.key(), index, count) {
                event.prevent_default();
                focus_sibling(&event, next);
                onselect.emit(next);
            }
        })
    };
    html! {
        <button
            type="button"
            role="tab"
            id={format!("{}-tab-{index}", props.id)}
            aria-controls={format!("{}-panel-{index}", props.id)}
            aria-selected={if selected { "true" } else { "false" }}
            tabindex={if selected { "0" } else { "-1" }}
            {onclick}
            {onkeydown}
        >
            { name }
        </button>
    }
}

fn moved(key: &str, index: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some((index + 1) % count),
        "ArrowLeft" => Some((index + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}

fn focus_sibling(event: &KeyboardEvent, index: usize) {
    let button = event.target_dyn_into::<HtmlElement>();
    let sibling = button
        .and_then(|button| button.parent_element())
        .and_then(|row| row.children().item(u32::try_from(index).unwrap_or_default()))
        .and_then(|sibling| sibling.dyn_into::<HtmlElement>().ok());
    if let Some(sibling) = sibling {
        // An element that cannot take the focus leaves it where it is.
        let _ = sibling.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn arrows_go_round() {
        assert_eq!(moved("ArrowRight", 2, 3), Some(0));
        assert_eq!(moved("ArrowLeft", 0, 3), Some(2));
        assert_eq!(moved("End", 0, 3), Some(2));
        assert_eq!(moved("Enter", 0, 3), None);
    }
}
