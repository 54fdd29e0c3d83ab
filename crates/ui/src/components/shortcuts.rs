//! The list of shortcuts, as a dialog.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::Button;

const SHORTCUTS: [(&str, &str); 8] = [
    ("Ctrl ↵ or ⌘ ↵", "Run the code"),
    ("Esc", "Leave the editor; then Tab moves on"),
    ("Tab", "Indent, inside the editor"),
    ("Ctrl F or ⌘ F", "Search, inside the editor"),
    ("← → ↑ ↓", "Move between tabs, along the divider, through a matrix"),
    ("Space or ↵", "Study: show the answer, then its next step"),
    ("1 to 4", "Study: rate from again to easy"),
    ("?", "Show this list"),
];

/// Properties of [`Shortcuts`].
#[derive(Properties, PartialEq)]
pub struct ShortcutsProps {
    /// Whether it is shown.
    pub open: bool,
    /// It was closed.
    pub on_close: Callback<()>,
}

/// The list of shortcuts.
#[component]
pub fn Shortcuts(props: &ShortcutsProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.open, move |open| {
            let Some(dialog) = node.cast::<HtmlDialogElement>() else { return };
            if *open && !dialog.open() {
                // A browser without dialogs shows nothing; every shortcut is also a button.
                let _ = dialog.show_modal();
            } else if !*open {
                dialog.close();
            }
        });
    }
    let onclose = props.on_close.reform(|_: Event| ());
    let onclick = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <dialog class="dialog" ref={node} aria-labelledby="shortcuts-title" {onclose}>
            <div class="stack">
                <h2 id="shortcuts-title">{ "Shortcuts" }</h2>
                <dl class="keys">
                    { for SHORTCUTS.iter().map(|(keys, words)| html! {
                        <><dt><kbd>{ *keys }</kbd></dt><dd>{ *words }</dd></>
                    }) }
                </dl>
                <div><Button {onclick}>{ "Close" }</Button></div>
            </div>
        </dialog>
    }
}
