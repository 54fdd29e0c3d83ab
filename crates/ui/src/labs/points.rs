//! Drawn points in a link: short, and exact to the last bit, because a replay starts from them. They are
//! tables of two columns and two classes; names of columns and classes stay on the device.
//!
//! Coordinates that are whole hundredths (everything that is drawn) take two bytes, others the four
//! of an `f32`; the classes follow as bits. The bytes are written in the URL-safe base 64 alphabet
//! of RFC 4648, behind a letter that names the form.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use content::lab::OwnTable;
use figures::Sheet;

use super::drawing::blank;

/// Moves a coordinate to the nearest hundredth, where drawn points live.
pub fn snap(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

/// Writes points; nothing for a table that is no plane of two classes.
pub fn encode(sheet: &Sheet) -> Option<String> {
    if sheet.columns.len() != 2 || sheet.classes.len() > 2 || sheet.labels.len() != sheet.rows() {
        return None;
    }
    let is_drawn = sheet.values.iter().all(|value| hundredths(*value).is_some());
    let mut bytes = Vec::with_capacity(sheet.values.len() * 4 + sheet.rows() / 8 + 1);
    for value in &sheet.values {
        match hundredths(*value) {
            Some(whole) if is_drawn => bytes.extend(whole.to_le_bytes()),
            _ => bytes.extend(value.to_le_bytes()),
        }
    }
    for eight in sheet.labels.chunks(8) {
        let bits = eight.iter().enumerate().map(|(i, label)| u8::from(*label == 1) << i);
        bytes.push(bits.fold(0, |all, bit| all | bit));
    }
    let count = sheet.rows();
    Some(format!("{}{count}.{}", if is_drawn { 'h' } else { 'f' }, URL_SAFE_NO_PAD.encode(&bytes)))
}

/// Reads points. `None` for anything that [`encode`] does not write, and for more or larger numbers
/// than the lab takes.
pub fn decode(text: &str, declared: &OwnTable) -> Option<Sheet> {
    let width = match text.as_bytes().first()? {
        b'h' => 2,
        b'f' => 4,
        _ => return None,
    };
    let (count, data) = text[1..].split_once('.')?;
    let count: usize = count.parse().ok().filter(|&count| count <= declared.rows)?;
    let bytes = URL_SAFE_NO_PAD.decode(data).ok()?;
    if bytes.len() != count * 2 * width + count.div_ceil(8) {
        return None;
    }
    let (places, classes) = bytes.split_at(count * 2 * width);
    let coordinate = |bytes: &[u8]| match bytes {
        [a, b] => f32::from(i16::from_le_bytes([*a, *b])) / 100.0,
        [a, b, c, d] => f32::from_le_bytes([*a, *b, *c, *d]),
        _ => f32::NAN,
    };
    let values: Vec<f32> = places.chunks(width).map(coordinate).collect();
    let farthest = declared.within.unwrap_or(f32::MAX);
    let labels = (0..count).map(|i| classes[i / 8] >> (i % 8) & 1).collect();
    let fits = values.iter().all(|value| value.abs() <= farthest);
    fits.then(|| Sheet { values, labels, ..blank() })
}

/// The coordinate in hundredths, if it is exactly what those hundredths decode to.
fn hundredths(value: f32) -> Option<i16> {
    let whole = (value * 100.0).round();
    let is_exact = whole.abs() <= 10_000.0 && (whole / 100.0).to_bits() == value.to_bits();
    is_exact.then_some(whole as i16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn declared() -> OwnTable {
        OwnTable {
            columns: (2, 2),
            rows: 2000,
            has_classes: true,
            most_classes: 2,
            within: Some(100.0),
            draw: Some("map".into()),
        }
    }

    fn sheet(points: &[(f32, f32, bool)]) -> Sheet {
        Sheet {
            values: points.iter().flat_map(|(x, y, _)| [*x, *y]).collect(),
            labels: points.iter().map(|it| u8::from(it.2)).collect(),
            ..blank()
        }
    }

    #[test]
    fn drawn_points_are_short() {
        let points: Vec<_> =
            (0..40).map(|i| (snap(i as f32 * 0.037 - 0.7), snap(0.5), i % 3 == 0)).collect();
        let text = encode(&sheet(&points)).expect("a plane of two classes");
        assert!(text.len() < 40 * 6 + 10, "{} letters", text.len());
        assert_eq!(decode(&text, &declared()), Some(sheet(&points)));
        let nothing = encode(&blank()).expect("no point at all");
        assert_eq!(decode(&nothing, &declared()), Some(blank()));
    }

    #[test]
    fn links_of_the_first_version_are_read() {
        let read = decode("h2.MgDO_wAAlgAC", &declared());
        assert_eq!(read, Some(sheet(&[(0.5, -0.5, false), (0.0, 1.5, true)])));
    }

    #[test]
    fn hostile_text_is_refused() {
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
            assert_eq!(decode(text, &declared()), None, "{text:?}");
        }
        for point in [(1e9, 0.0, true), (f32::NAN, 0.0, true)] {
            let text = encode(&sheet(&[point])).unwrap_or_default();
            assert_eq!(decode(&text, &declared()), None, "{point:?}");
        }
        let three = Sheet { classes: vec!["a".into(), "b".into(), "c".into()], ..blank() };
        assert_eq!(encode(&three), None);
    }

    proptest! {
        #[test]
        fn points_survive_to_the_last_bit(
            points in prop::collection::vec((-100f32..=100.0, -100f32..=100.0, any::<bool>()), 0..50),
        ) {
            let read = encode(&sheet(&points)).and_then(|text| decode(&text, &declared()));
            let bits = |sheet: &Sheet| sheet.values.iter().map(|it| it.to_bits()).collect::<Vec<_>>();
            let (read, meant) = (read.expect("own text"), sheet(&points));
            prop_assert_eq!(bits(&read), bits(&meant));
            prop_assert_eq!(read.labels, meant.labels);
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,80}") {
            let _ = decode(&text, &declared());
        }
    }
}
