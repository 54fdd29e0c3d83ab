//! LaTeX maths to MathML.

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Event, Parser, Storage, push_mathml};

/// A formula as a `<math>` element.
///
/// # Errors
///
/// What cannot be read, or would come out with an inline style, which the site's policy refuses
/// (colours, negative spaces).
pub fn mathml(latex: &str, is_block: bool) -> Result<String, String> {
    let storage = Storage::new();
    let events: Vec<Event<'_>> =
        Parser::new(latex, &storage).collect::<Result<_, _>>().map_err(|error| {
            format!("the formula cannot be read: {}", first_line(&error.to_string()))
        })?;
    let display_mode = if is_block { DisplayMode::Block } else { DisplayMode::Inline };
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    let mut out = String::new();
    push_mathml(&mut out, events.into_iter().map(Ok::<_, std::fmt::Error>), config)
        .map_err(|error| format!("the formula cannot be written: {error}"))?;
    if out.contains(" style=\"") {
        return Err("the formula needs an inline style, which the site's policy refuses: \
                    leave out colours and negative spaces"
            .to_owned());
    }
    // The parser writes a mu as the sign for a millionth, which browsers leave upright.
    let out = out.replace('\u{b5}', "\u{3bc}");
    // A wide formula scrolls within its line: the keyboard must reach it.
    Ok(out.replacen("<math display=\"block\"", "<math display=\"block\" tabindex=\"0\"", 1))
}

fn first_line(message: &str) -> &str {
    message.lines().next().unwrap_or_default().trim_end_matches(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mu_is_a_letter() {
        assert!(mathml(r"\mu", false).unwrap().contains("<mi>\u{3bc}</mi>"));
    }
}
