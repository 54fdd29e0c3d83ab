//! What the visitor's code printed.

use protocol::python::Stream;
use viz::format;
use yew::prelude::*;

/// What was printed, in order, as far as it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Printed {
    /// Pieces, each with where it was printed to.
    pub pieces: Vec<(Stream, String)>,
    /// Whether there was more.
    pub is_cut: bool,
}

impl Printed {
    /// Adds what is printed next, up to so many characters in all.
    pub fn add(&mut self, stream: Stream, text: &str, limit: usize) {
        if self.is_cut {
            return;
        }
        let room = limit.saturating_sub(self.length());
        let kept: String = text.chars().take(room).collect();
        self.is_cut = kept.len() < text.len();
        match self.pieces.last_mut() {
            _ if kept.is_empty() => {}
            Some((last, so_far)) if *last == stream => so_far.push_str(&kept),
            _ => self.pieces.push((stream, kept)),
        }
    }

    /// The first so many characters.
    pub fn within(&self, limit: usize) -> Self {
        let mut start = Self::default();
        for (stream, text) in &self.pieces {
            start.add(*stream, text, limit);
        }
        Self { is_cut: start.is_cut || self.is_cut, ..start }
    }

    fn length(&self) -> usize {
        self.pieces.iter().map(|(_, text)| text.chars().count()).sum()
    }
}

/// Properties of [`Output`].
#[derive(Properties, PartialEq)]
pub struct OutputProps {
    /// What is shown.
    pub printed: Printed,
}

/// What was printed; nothing if nothing was.
#[component]
pub fn Output(props: &OutputProps) -> Html {
    let printed = &props.printed;
    if printed.pieces.is_empty() {
        return Html::default();
    }
    let length = format::count(printed.length() as u64);
    html! {
        <section class="output" aria-label="Output">
            <h3 class="small">{ "Printed" }</h3>
            <pre class="scroll" tabindex="0" data-testid="output">
                { for printed.pieces.iter().map(|(stream, text)| html! {
                    <span class={classes!((*stream == Stream::Stderr).then_some("bad"))}>{ text }</span>
                }) }
            </pre>
            if printed.is_cut {
                <p class="small muted">{ format!("There was more. Only the first {length} characters are kept.") }</p>
            }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_kept_up_to_a_limit_and_says_so() {
        let mut printed = Printed::default();
        printed.add(Stream::Stdout, "äb", 5);
        printed.add(Stream::Stdout, "c", 5);
        printed.add(Stream::Stderr, "de", 5);
        assert!(!printed.is_cut, "all of it fits, to the last character");
        let pieces = [(Stream::Stdout, "äbc"), (Stream::Stderr, "de")];
        assert_eq!(printed.pieces, pieces.map(|(stream, text)| (stream, text.to_owned())));
        printed.add(Stream::Stdout, "f", 5);
        assert!(printed.is_cut && printed.pieces.len() == 2);
    }

    #[test]
    fn what_is_cut_twice_stays_cut() {
        let mut printed = Printed::default();
        printed.add(Stream::Stdout, "abc", 3);
        assert_eq!(printed.within(3), printed);
        let start = printed.within(2);
        assert_eq!((start.pieces[0].1.as_str(), start.is_cut), ("ab", true));
        assert!(start.within(2).is_cut, "although what is left of it fits");
    }
}
