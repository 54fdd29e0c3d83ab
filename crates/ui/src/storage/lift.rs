//! Reads the text of an exported file a piece at a time, and lifts the recordings out of it: what is
//! left is small enough to be read as a whole. In a recording's place, its number is left.

/// Deepest that anything lies in a file.
const DEEPEST: usize = 100;
/// Longest name that is looked at, in bytes.
const LONGEST_NAME: usize = 32;

/// What is found on the way.
pub(super) enum Found<'a> {
    /// A piece of a recording's text.
    Piece(&'a [u8]),
    /// The end of a recording.
    End,
}

#[derive(Clone, Copy, PartialEq)]
enum Within {
    Nothing,
    Name,
    Text,
    Recording,
}

/// A list has no name.
struct Level {
    name: Option<Vec<u8>>,
    /// Whether the next text is a value, not a name.
    is_value: bool,
}

/// What has been read so far.
pub(super) struct Lift {
    rest: Vec<u8>,
    limit: usize,
    levels: Vec<Level>,
    within: Within,
    is_escaped: bool,
    lifted: usize,
}

impl Lift {
    /// Reads nothing yet; without its recordings, the text may have `limit` bytes.
    pub(super) fn new(limit: usize) -> Self {
        Self {
            rest: Vec::new(),
            limit,
            levels: Vec::new(),
            within: Within::Nothing,
            is_escaped: false,
            lifted: 0,
        }
    }

    /// Goes on reading; `None` if this is too large, too deep or no recording.
    pub(super) fn read(
        &mut self,
        mut bytes: &[u8],
        mut found: impl FnMut(Found<'_>) -> Option<()>,
    ) -> Option<()> {
        while let Some(byte) = bytes.first().copied() {
            if self.within == Within::Recording {
                let end = bytes.iter().position(|it| *it == b'"').unwrap_or(bytes.len());
                found(Found::Piece(&bytes[..end]))?;
                bytes = &bytes[end..];
                if !bytes.is_empty() {
                    found(Found::End)?;
                    self.rest.extend(self.lifted.to_string().as_bytes());
                    self.rest.push(b'"');
                    self.lifted += 1;
                    self.within = Within::Nothing;
                    bytes = &bytes[1..];
                }
                continue;
            }
            self.rest.push(byte);
            self.step(byte)?;
            bytes = &bytes[1..];
        }
        (self.rest.len() <= self.limit).then_some(())
    }

    /// What is left of the text.
    pub(super) fn end(self) -> Option<String> {
        String::from_utf8(self.rest).ok()
    }

    fn step(&mut self, byte: u8) -> Option<()> {
        if self.within != Within::Nothing {
            self.within_text(byte);
            return Some(());
        }
        match byte {
            b'"' => self.within = self.begun(),
            b'{' | b'[' => {
                let name = (byte == b'{').then(Vec::new);
                self.levels.push(Level { name, is_value: false });
                return (self.levels.len() <= DEEPEST).then_some(());
            }
            b'}' | b']' => drop(self.levels.pop()),
            b':' => self.set_value(true),
            b',' => self.set_value(false),
            _ => {}
        }
        Some(())
    }

    fn within_text(&mut self, byte: u8) {
        if self.is_escaped {
            self.is_escaped = false;
        } else if byte == b'\\' {
            self.is_escaped = true;
        } else if byte == b'"' {
            self.within = Within::Nothing;
            return;
        }
        let name = self.levels.last_mut().and_then(|it| it.name.as_mut());
        if let (Within::Name, Some(name)) = (self.within, name)
            && name.len() < LONGEST_NAME
        {
            name.push(byte);
        }
    }

    /// What a quotation mark begins here.
    fn begun(&mut self) -> Within {
        let is_recording = self.is_at_recording();
        match self.levels.last_mut() {
            Some(Level { name: Some(name), is_value: false }) => {
                name.clear();
                Within::Name
            }
            _ if is_recording => Within::Recording,
            _ => Within::Text,
        }
    }

    fn set_value(&mut self, is_value: bool) {
        if let Some(level) = self.levels.last_mut() {
            level.is_value = is_value;
        }
    }

    /// `stores` → `recordings` → any → `data`.
    fn is_at_recording(&self) -> bool {
        let [file, stores, _, take] = self.levels.as_slice() else { return false };
        let is = |level: &Level, name: &str| level.name.as_deref() == Some(name.as_bytes());
        take.is_value && is(file, "stores") && is(stores, "recordings") && is(take, "data")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn lifted(text: &str, piece: usize) -> Option<(String, Vec<String>)> {
        let (mut lift, mut all, mut now) = (Lift::new(10_000), Vec::new(), String::new());
        for bytes in text.as_bytes().chunks(piece) {
            lift.read(bytes, |found| {
                match found {
                    Found::Piece(bytes) => now.push_str(&String::from_utf8_lossy(bytes)),
                    Found::End => all.push(std::mem::take(&mut now)),
                }
                Some(())
            })?;
        }
        Some((lift.end()?, all))
    }

    #[test]
    fn recordings_are_lifted_and_nothing_else() {
        let text = json!({
            "data": "here", "stores": {
                "code": { "a": { "data": "typed \"data\": \"x\"" }, "recordings": { "data": "\\" } },
                "recordings": { "k": { "bytes": 3, "data": "Zm9v", "type": "audio/webm" },
                    "data": { "data": "Zm8=", "more": [{ "data": "deep" }] } },
            },
        })
        .to_string();
        let mut expected: Value = serde_json::from_str(&text).unwrap();
        expected["stores"]["recordings"]["data"]["data"] = json!("0");
        expected["stores"]["recordings"]["k"]["data"] = json!("1");
        for piece in [1, 2, 7, 10_000] {
            let (rest, all) = lifted(&text, piece).unwrap();
            assert_eq!(serde_json::from_str::<Value>(&rest).unwrap(), expected);
            assert_eq!(all, ["Zm8=", "Zm9v"]);
        }
    }

    #[test]
    fn what_is_too_large_or_too_deep_is_refused() {
        assert!(lifted(&"x".repeat(10_001), 100).is_none());
        assert!(lifted(&"[".repeat(200), 7).is_none());
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in ".{0,300}", piece in 1_usize..40) {
            // Without a recording nothing is changed, whatever it is.
            let (rest, all) = lifted(&text, piece).unwrap();
            prop_assert_eq!(rest, text);
            prop_assert!(all.is_empty());
        }
    }
}
