//! Numbers as text that both languages read: short, and back to the same bits.

/// Columns of a program's text.
const WIDTH: usize = 96;

/// Numbers parted by spaces in lines of even length, and what each is to be divided by.
pub fn numbers(values: &[f32]) -> (String, f32) {
    // Pixels are sixteenths, and 13 is shorter than 0.8125.
    let is_sixteenth = |value: &f32| (0.0..=1.0).contains(value) && (value * 16.0).fract() == 0.0;
    let divisor = if values.iter().all(is_sixteenth) { 16.0 } else { 1.0 };
    let words = values.iter().map(|value| number(value * divisor));
    (wrapped(words), divisor)
}

/// Whole numbers parted by spaces.
pub fn integers(values: impl Iterator<Item = usize>) -> String {
    wrapped(values.map(|value| value.to_string()))
}

/// The shortest text that is read as the same number, also by a reader that goes through double
/// precision.
fn number(value: f32) -> String {
    let plain = value.to_string();
    let scientific = format!("{value:e}");
    if scientific.len() < plain.len() { scientific } else { plain }
}

fn wrapped(words: impl Iterator<Item = String>) -> String {
    let mut lines = vec![String::new()];
    for word in words {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && lines[last].len() + 1 + word.len() > WIDTH {
            lines.push(word);
        } else {
            let line = &mut lines[last];
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use nets::random::Random;

    #[test]
    fn numbers_come_back_bit_for_bit() {
        let mut random = Random::new(5, 0);
        let mut values: Vec<f32> = (0..20_000)
            .map(|_| f32::from_bits(random.next_u32()))
            .filter(|it| it.is_finite())
            .collect();
        values.extend([0.0, -0.0, 1.0, f32::MIN_POSITIVE, f32::MAX, 1e-45]);
        let (text, divisor) = numbers(&values);
        assert_eq!(divisor, 1.0);
        let back = text.split_whitespace().map(|word| {
            let double: f64 = word.parse().unwrap();
            assert_eq!((double as f32).to_bits(), word.parse::<f32>().unwrap().to_bits());
            double as f32
        });
        assert!(back.zip(&values).all(|(back, value)| back.to_bits() == value.to_bits()));
        assert!(text.lines().all(|line| line.len() <= WIDTH));
    }

    #[test]
    fn pixels_are_sixteenths() {
        assert_eq!(numbers(&[0.0, 0.8125, 1.0]), ("0 13 16".to_owned(), 16.0));
        assert_eq!(integers([3, 12].into_iter()), "3 12");
    }
}
