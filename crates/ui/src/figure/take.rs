//! A figure as a file: a picture of two kinds, or its numbers.

use figures::Panel;
use viz::Theme;
use yew::prelude::*;

use crate::{
    components::{Button, Emphasis},
    save::{save_svg_as_png, save_text},
};

/// Size of a picture, in CSS pixels; one that needs more height has it.
const PICTURE: (f64, f64) = (720.0, 440.0);

/// Offers a figure as a drawing.
pub fn save_svg(panel: &Panel, name: &str, theme: Theme) {
    save_text(&format!("{name}.svg"), "image/svg+xml", &super::to_svg(panel, PICTURE, theme));
}

/// Offers a figure as a picture.
pub fn save_png(panel: &Panel, name: &str, theme: Theme) {
    save_svg_as_png(format!("{name}.png"), &super::to_svg(panel, PICTURE, theme));
}

/// Offers a figure's numbers.
pub fn save_csv(panel: &Panel, name: &str, _theme: Theme) {
    save_text(&format!("{name}.csv"), "text/csv", &super::table(panel).to_csv());
}

/// A way to save a figure under a name.
type Save = fn(&Panel, &str, Theme);

/// Properties of [`Take`].
#[derive(Properties, PartialEq)]
pub struct TakeProps {
    /// The figure.
    pub panel: Panel,
    /// Colours on screen.
    pub theme: Theme,
}

/// Three buttons that save a figure.
#[component]
pub fn Take(props: &TakeProps) -> Html {
    const WAYS: [(&str, Save); 3] = [("SVG", save_svg), ("PNG", save_png), ("CSV", save_csv)];
    let button = |(kind, save): (&'static str, Save)| {
        let (panel, theme) = (props.panel.clone(), props.theme);
        let onclick = Callback::from(move |_: MouseEvent| save(&panel, &panel.id, theme));
        let label = format!("Save as {kind}: {}", props.panel.title);
        let testid = format!("save-{}", kind.to_ascii_lowercase());
        html! { <Button key={kind} emphasis={Emphasis::Quiet} class="lab-small" {testid} {label} {onclick}>{ kind }</Button> }
    };
    html! { <div class="row fig-take" role="group" aria-label="Take away"><span class="small">{ "Save as" }</span>{ for WAYS.into_iter().map(button) }</div> }
}
