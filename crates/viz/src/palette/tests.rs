//! Looks: lanes stay themselves, colours can be told apart by eyes of every kind.

use super::*;
use crate::scene::Inks;

const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

#[test]
fn lanes_look_the_same_in_every_figure() {
    let one = looks(&["A", "B", "C"], Theme::Light);
    let many = looks(&["A train", "A test", "B train", "B test"], Theme::Light);
    let alone = looks(&["B loss"], Theme::Light);
    for (look, lane) in [(one[1], 1), (many[2], 1), (many[3], 1), (alone[0], 1), (many[0], 0)] {
        assert_eq!((look.ink, look.dash), (one[lane].ink, one[lane].dash));
    }
    assert_ne!((many[0].width, many[0].is_hollow), (many[1].width, many[1].is_hollow));
}

#[test]
fn other_names_take_their_place() {
    assert_eq!(lane_of("B test loss"), Some((1, "test loss")));
    assert_eq!(lane_of("C"), Some((2, "")));
    assert_eq!(lane_of("Adam"), None);
    assert_eq!(lane_of("D loss"), None);
    assert_eq!(lane_of(""), None);
    assert_eq!(lane_of("µ"), None);
    let mixed = looks(&["A loss", "bound"], Theme::Dark);
    assert_eq!(mixed, [look(0, 0, Theme::Dark), look(1, 0, Theme::Dark)]);
}

#[test]
fn every_colour_stands_out_from_the_page() {
    for theme in THEMES {
        let paper = Inks::of(theme).paper;
        for index in 0..8 {
            for ink in [look(index, 0, theme).ink, class_ink(index, theme)] {
                let contrast = ink.contrast(paper);
                assert!(contrast >= 2.8, "{theme:?} {index} {ink:?}: {contrast}");
            }
        }
        // Names at lines' ends are text.
        for index in 0..6 {
            assert!(look(index, 0, theme).ink.contrast(paper) >= 4.0, "{theme:?} {index}");
        }
    }
}

#[test]
fn fifty_six_classes_differ() {
    let mut all: Vec<_> =
        (0..56).map(|it| (class_ink(it, Theme::Light).css(), class_mark(it) as u8)).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 56);
}

/// Colours as somebody without one sort of cone sees them: Machado, Oliveira and Fernandes, "A
/// physiologically-based model for simulation of color vision deficiency" (2009), severity 1, applied
/// to linear light.
const PROTANOPIA: [[f32; 3]; 3] = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const DEUTERANOPIA: [[f32; 3]; 3] = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];

fn linear(colour: Rgb) -> [f32; 3] {
    [colour.0, colour.1, colour.2].map(|channel| {
        let c = f32::from(channel) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
}

/// CIE 1976 L*a*b* of linear sRGB, white D65.
fn lab([r, g, b]: [f32; 3]) -> [f32; 3] {
    let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
    let f = |t: f32| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
}

fn seen(colour: Rgb, eyes: Option<[[f32; 3]; 3]>) -> [f32; 3] {
    let light = linear(colour);
    let Some(eyes) = eyes else { return lab(light) };
    lab(eyes.map(|row| row.iter().zip(light).map(|(a, b)| a * b).sum::<f32>().clamp(0.0, 1.0)))
}

fn distance(a: [f32; 3], b: [f32; 3]) -> f32 {
    (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f32>().sqrt()
}

#[test]
fn first_colours_differ_for_every_eye() {
    for theme in THEMES {
        let series: Vec<Rgb> = (0..3).map(|index| look(index, 0, theme).ink).collect();
        let classes: Vec<Rgb> = (0..3).map(|index| class_ink(index, theme)).collect();
        for inks in [series, classes] {
            for eyes in [None, Some(PROTANOPIA), Some(DEUTERANOPIA)] {
                for (place, a) in inks.iter().enumerate() {
                    for b in &inks[..place] {
                        let apart = distance(seen(*a, eyes), seen(*b, eyes));
                        assert!(apart > 10.0, "{theme:?}: {a:?} and {b:?} are {apart} apart");
                    }
                }
            }
        }
    }
}

#[test]
fn lanes_and_first_classes_are_the_design_tokens() {
    let tokens = include_str!("../../../../www/styles/tokens.css");
    for theme in THEMES {
        let lanes = ["lane-a", "lane-b", "lane-c"].into_iter().enumerate();
        let classes = ["data-neg", "data-pos"].into_iter().enumerate();
        let inks = lanes
            .map(|(index, name)| (name, look(index, 0, theme).ink))
            .chain(classes.map(|(index, name)| (name, class_ink(index, theme))));
        for (name, ink) in inks {
            let line = format!("--{name}: {};", ink.css());
            assert!(tokens.contains(&line), "{line} is not in tokens.css");
        }
    }
}
