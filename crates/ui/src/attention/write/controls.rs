//! The settings of writing, as sliders and fields.

use viz::format;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::settings::Settings;
use crate::components::{NumberField, SliderField};

/// Properties of [`Controls`].
#[derive(Properties, PartialEq)]
pub struct ControlsProps {
    /// The settings now.
    pub settings: Settings,
    /// Other settings.
    pub on_change: Callback<Settings>,
}

/// Tokens, beams, cache; and what decides a draw, while there is one.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let settings = props.settings;
    let change = |set: fn(&mut Settings, f64)| {
        let on_change = props.on_change.clone();
        Callback::from(move |value: f64| {
            let mut settings = settings;
            set(&mut settings, value);
            on_change.emit(settings);
        })
    };
    let on_cache = {
        let on_change = props.on_change.clone();
        Callback::from(move |event: Event| {
            let has_cache = event.target_unchecked_into::<HtmlInputElement>().checked();
            on_change.emit(Settings { has_cache, ..settings });
        })
    };
    html! {
        <div class="write-controls">
            <SliderField label="Tokens to write" value={f64::from(settings.tokens)} min={1.0} max={64.0} step={1.0}
                shown={settings.tokens.to_string()} testid="write-tokens"
                onchange={change(|settings, value| settings.tokens = value as u16)} />
            <SliderField label="Beams" value={f64::from(settings.beams)} min={1.0} max={8.0} step={1.0}
                shown={if settings.beams > 1 { settings.beams.to_string() } else { "1: draw".into() }} testid="write-beams"
                onchange={change(|settings, value| settings.beams = value as u8)} />
            <label class="check">
                <input type="checkbox" checked={settings.has_cache} onchange={on_cache} data-testid="write-cache" />
                { "Keep keys and values (KV cache)" }
            </label>
            <fieldset class="write-drawing" disabled={settings.beams > 1}>
                <legend>{ "Drawing" }</legend>
                if settings.beams > 1 {
                    <p class="small">{ "Beam search draws nothing: it keeps the likeliest sequences. With one beam, these count again." }</p>
                }
                { drawing(settings, &change) }
            </fieldset>
        </div>
    }
}

fn drawing(settings: Settings, change: &impl Fn(fn(&mut Settings, f64)) -> Callback<f64>) -> Html {
    let Settings { temperature, top_k, top_p, seed, .. } = settings;
    let at = format::fixed(temperature.into(), 2);
    html! {
        <>
            <SliderField label="Temperature" value={f64::from(temperature)} min={0.0} max={2.0} step={0.05}
                shown={if temperature > 0.0 { at } else { "0: always the likeliest".into() }} testid="write-temperature"
                onchange={change(|settings, value| settings.temperature = value as f32)} />
            <SliderField label="Top-k" value={f64::from(top_k.unwrap_or_default())} min={0.0} max={50.0} step={1.0}
                shown={top_k.map_or_else(|| "off".into(), |count| count.to_string())} testid="write-top-k"
                onchange={change(|settings, value| settings.top_k = top_k_of(value))} />
            <SliderField label="Top-p" value={f64::from(top_p.unwrap_or(1.0))} min={0.05} max={1.0} step={0.05}
                shown={top_p.map_or_else(|| "off".into(), |share| format::fixed(share.into(), 2))} testid="write-top-p"
                onchange={change(|settings, value| settings.top_p = top_p_of(value))} />
            <NumberField label="Seed of the draws" value={f64::from(seed)} min={0.0} max={f64::from(u32::MAX)} testid="write-seed"
                onchange={change(|settings, value| settings.seed = value as u32)} />
        </>
    }
}

/// The slider's left end is off.
fn top_k_of(value: f64) -> Option<u16> {
    (value >= 1.0).then_some(value as u16)
}

/// The slider's right end is off: all tokens together reach 1.
fn top_p_of(value: f64) -> Option<f32> {
    (value < 0.999).then_some(value as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_sliders_are_off() {
        assert_eq!((top_k_of(0.0), top_k_of(1.0), top_k_of(50.0)), (None, Some(1), Some(50)));
        assert_eq!((top_p_of(1.0), top_p_of(0.95), top_p_of(0.05)), (None, Some(0.95), Some(0.05)));
    }
}
