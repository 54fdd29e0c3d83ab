//! The pictures of the rooms on the home page. Drawings, not measurements.

use yew::prelude::*;

/// A few lines of code.
pub fn code() -> Html {
    html! {
        <svg viewBox="0 0 320 160" aria-hidden="true">
            <g class="picture-code">
                <text x="20" y="46"><tspan class="picture-word">{ "def" }</tspan>{ " " }<tspan class="picture-name">{ "softmax" }</tspan>{ "(z):" }</text>
                <text x="20" y="72">{ "    e = np.exp(z - z.max())" }</text>
                <text x="20" y="98">{ "    " }<tspan class="picture-word">{ "return" }</tspan>{ " e / e.sum()" }</text>
            </g>
            <text class="picture-good" x="20" y="136">{ "✓ every case passes" }</text>
        </svg>
    }
}

/// Three losses that fall.
pub fn losses() -> Html {
    html! {
        <svg viewBox="0 0 320 160" aria-hidden="true">
            <path class="picture-axis" d="M20 140H300M20 140V16" />
            <path class="picture-a" d="M22 30c60 8 40 92 110 96s64 4 120 6" />
            <path class="picture-b" d="M22 30c90 4 70 60 140 74s60 10 90 13" />
            <path class="picture-c" d="M22 30c110 6 130 18 230 36" />
            <text class="picture-label c" x="258" y="70">{ "SGD" }</text>
            <text class="picture-label b" x="258" y="116">{ "moment." }</text>
            <text class="picture-label a" x="258" y="136">{ "Adam" }</text>
        </svg>
    }
}

/// Attention that turns a word round.
pub fn attention() -> Html {
    let strong = [(0, 0), (1, 1), (2, 2), (3, 3), (3, 4), (2, 5), (1, 6), (0, 7)];
    let cell = |column: i32, row: i32, opacity: &'static str| {
        html! {
            <rect class="picture-cell" x={(92 + column * 17).to_string()} y={(12 + row * 17).to_string()}
                width="15" height="15" rx="3" {opacity} />
        }
    };
    let faint = (0..8).flat_map(|row| (0..=row).map(move |column| (column, row)));
    html! {
        <svg viewBox="0 0 320 160" aria-hidden="true">
            { for faint.filter(|place| !strong.contains(place)).map(|(column, row)| cell(column, row, "0.13")) }
            { for strong.into_iter().map(|(column, row)| cell(column, row, "0.9")) }
        </svg>
    }
}

/// Memory that falls more slowly after each review.
pub fn memory() -> Html {
    html! {
        <svg viewBox="0 0 320 160" aria-hidden="true">
            <path class="picture-axis" d="M20 140H300M20 140V16" />
            <path class="picture-b" d="M22 24c14 34 22 52 34 62M56 24c24 36 40 54 66 64M122 24c46 34 80 52 130 60" />
            <path class="picture-a" d="M56 86V24M122 88V24M252 84V24" stroke-dasharray="3 5" />
            <text class="picture-label a" x="214" y="16">{ "reviewed" }</text>
        </svg>
    }
}

/// The scores of five rounds, and what counts as strong.
pub fn rounds() -> Html {
    let bar = |(place, height): (i32, i32)| {
        html! {
            <rect class="picture-bar" x={(34 + place * 54).to_string()} y={(140 - height).to_string()}
                width="30" height={height.to_string()} rx="3" />
        }
    };
    html! {
        <svg viewBox="0 0 320 160" aria-hidden="true">
            <path class="picture-axis" d="M20 140H300M20 140V16" />
            { for [(0, 72), (1, 96), (2, 44), (3, 84), (4, 104)].into_iter().map(bar) }
            <path class="picture-a" d="M22 52H298" stroke-dasharray="3 5" />
            <text class="picture-label a" x="262" y="40">{ "strong" }</text>
        </svg>
    }
}
