//! The colours of a matrix with the numbers at their ends: the range of what is drawn.

use std::rc::Rc;

use viz::{format, matrix::Matrix};
use yew::prelude::*;

use crate::surroundings::use_colour_theme;

const STEPS: usize = 32;

/// Properties of [`Legend`].
#[derive(Properties, PartialEq)]
pub struct LegendProps {
    /// Whose colours.
    pub matrix: Rc<Matrix>,
}

/// A colour bar with its two ends, and the sign for masked cells where there are some.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let theme = use_colour_theme();
    let (low, high) = props.matrix.range();
    let colour = |step: usize| {
        let share = step as f32 / (STEPS - 1) as f32;
        props.matrix.colour(low + share * (high - low), theme).css()
    };
    html! {
        <p class="matrix-legend num">
            <span>{ format::decimal(low.into()) }</span>
            <svg width="128" height="10" viewBox="0 0 32 1" preserveAspectRatio="none" aria-hidden="true">
                { for (0..STEPS).map(|step| html! {
                    <rect x={step.to_string()} width="1.05" height="1" fill={colour(step)} />
                }) }
            </svg>
            <span>{ format::decimal(high.into()) }</span>
            if props.matrix.masked.contains(&true) {
                <svg class="matrix-legend-masked" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                    <path class="matrix-masked" d="M2 12L12 2" />
                </svg>
                <span>{ "masked: after the query" }</span>
            }
        </p>
    }
}
