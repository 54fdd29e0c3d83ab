//! What the visitor's code printed.

use protocol::python::Stream;
use yew::prelude::*;

/// Properties of [`Output`].
#[derive(Properties, PartialEq)]
pub struct OutputProps {
    /// Pieces in order.
    pub pieces: Vec<(Stream, String)>,
}

/// What was printed; nothing if nothing was.
#[component]
pub fn Output(props: &OutputProps) -> Html {
    if props.pieces.is_empty() {
        return Html::default();
    }
    html! {
        <section class="output" aria-label="Output">
            <h3 class="small">{ "Printed" }</h3>
            <pre class="scroll" tabindex="0" data-testid="output">
                { for props.pieces.iter().map(|(stream, text)| html! {
                    <span class={classes!((*stream == Stream::Stderr).then_some("bad"))}>{ text }</span>
                }) }
            </pre>
        </section>
    }
}
