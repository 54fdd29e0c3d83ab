//! Points in a link: short, and exact to the last bit, because a replay starts from them.
//!
//! Coordinates that are whole hundredths (everything that is drawn) take two bytes, others the four
//! of an `f32`; the classes follow as bits. The bytes are written in the URL-safe base 64 alphabet
//! of RFC 4648, behind a letter that names the form.

use protocol::boundary::Point;

use super::config::{COORDINATE_MAX, POINTS_MAX};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Moves a coordinate to the nearest hundredth, where drawn points live.
pub fn snap(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

/// Writes points.
pub fn encode(points: &[Point]) -> String {
    let is_drawn = points.iter().all(|p| hundredths(p.x).is_some() && hundredths(p.y).is_some());
    let mut bytes = Vec::with_capacity(points.len() * 9 / 2 + 4);
    for value in points.iter().flat_map(|p| [p.x, p.y]) {
        match hundredths(value) {
            Some(whole) if is_drawn => bytes.extend(whole.to_le_bytes()),
            _ => bytes.extend(value.to_le_bytes()),
        }
    }
    for eight in points.chunks(8) {
        let bits = eight.iter().enumerate().map(|(i, p)| u8::from(p.is_positive) << i);
        bytes.push(bits.fold(0, |all, bit| all | bit));
    }
    let count = points.len();
    format!("{}{count}.{}", if is_drawn { 'h' } else { 'f' }, to_base64(&bytes))
}

/// Reads points. `None` for anything that [`encode`] does not write, for more than 2,000 points and
/// for coordinates beyond ±100.
pub fn decode(text: &str) -> Option<Vec<Point>> {
    let width = match text.as_bytes().first()? {
        b'h' => 2,
        b'f' => 4,
        _ => return None,
    };
    let (count, data) = text[1..].split_once('.')?;
    let count: usize = count.parse().ok().filter(|&count| count <= POINTS_MAX)?;
    let bytes = from_base64(data)?;
    if bytes.len() != count * 2 * width + count.div_ceil(8) {
        return None;
    }
    let (places, classes) = bytes.split_at(count * 2 * width);
    let coordinate = |index: usize| -> f32 {
        match &places[index * width..(index + 1) * width] {
            [a, b] => f32::from(i16::from_le_bytes([*a, *b])) / 100.0,
            [a, b, c, d] => f32::from_le_bytes([*a, *b, *c, *d]),
            _ => f32::NAN,
        }
    };
    let point = |i: usize| Point {
        x: coordinate(2 * i),
        y: coordinate(2 * i + 1),
        is_positive: classes[i / 8] >> (i % 8) & 1 == 1,
    };
    let points: Vec<Point> = (0..count).map(point).collect();
    let fits = |value: f32| value.abs() <= COORDINATE_MAX;
    points.iter().all(|p| fits(p.x) && fits(p.y)).then_some(points)
}

/// The coordinate in hundredths, if it is exactly what those hundredths decode to.
fn hundredths(value: f32) -> Option<i16> {
    let whole = (value * 100.0).round();
    let is_exact = whole.abs() <= 10_000.0 && (whole / 100.0).to_bits() == value.to_bits();
    is_exact.then_some(whole as i16)
}

fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for three in bytes.chunks(3) {
        let group = three.iter().fold(0u32, |all, &byte| all << 8 | u32::from(byte))
            << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            text.push(char::from(ALPHABET[(group >> (18 - 6 * place) & 63) as usize]));
        }
    }
    text
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for four in text.as_bytes().chunks(4) {
        if four.len() == 1 {
            return None;
        }
        let mut group = 0u32;
        for place in 0..4 {
            let digit = match four.get(place) {
                Some(letter) => ALPHABET.iter().position(|known| known == letter)?,
                None => 0,
            };
            group = group << 6 | digit as u32;
        }
        bytes.extend(&group.to_be_bytes()[1..four.len()]);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bits(points: &[Point]) -> Vec<(u32, u32, bool)> {
        points.iter().map(|p| (p.x.to_bits(), p.y.to_bits(), p.is_positive)).collect()
    }

    #[test]
    fn drawn_points_are_short() {
        let points: Vec<Point> = (0..40)
            .map(|i| Point {
                x: snap(i as f32 * 0.037 - 0.7),
                y: snap(0.5),
                is_positive: i % 3 == 0,
            })
            .collect();
        let text = encode(&points);
        assert!(text.len() < 40 * 6 + 10, "{} letters", text.len());
        assert_eq!(decode(&text), Some(points));
        assert_eq!(decode(&encode(&[])), Some(vec![]));
    }

    #[test]
    fn hostile_text_is_refused() {
        let far = [Point { x: 1e9, y: 0.0, is_positive: true }];
        let odd = [Point { x: f32::NAN, y: 0.0, is_positive: true }];
        for text in [
            "",
            "h",
            "h1",
            "h1.",
            "h1.AAAA",
            "x1.AAAAA",
            "h99999999999999999999.AA",
            "h2001.AA",
            "h-1.",
            "f1.%%%",
            "é1.AA",
            "h0.A",
        ] {
            assert_eq!(decode(text), None, "{text:?}");
        }
        assert_eq!(decode(&encode(&far)), None);
        assert_eq!(decode(&encode(&odd)), None);
    }

    proptest! {
        #[test]
        fn points_survive_to_the_last_bit(
            places in prop::collection::vec((-100f32..=100.0, -100f32..=100.0, any::<bool>()), 0..50),
        ) {
            let points: Vec<Point> =
                places.into_iter().map(|(x, y, is_positive)| Point { x, y, is_positive }).collect();
            let read = decode(&encode(&points)).expect("own text");
            prop_assert_eq!(bits(&read), bits(&points));
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,80}") {
            let _ = decode(&text);
        }
    }
}
