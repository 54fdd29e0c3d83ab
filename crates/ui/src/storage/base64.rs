//! Bytes as the text of a JSON file, and back: base64, a piece at a time.

use base64::{Engine, engine::general_purpose::STANDARD};

/// The text of some bytes. Pieces whose length is a multiple of 3 can be written one after the other.
pub(super) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads a text that comes in pieces, which may end anywhere.
#[derive(Default)]
pub(super) struct Decoder {
    /// Letters that wait for others: four of them are three bytes.
    waiting: Vec<u8>,
    is_padded: bool,
}

impl Decoder {
    /// Adds the bytes of a piece of text; `None` if it is not base64.
    pub(super) fn read(&mut self, text: &[u8], bytes: &mut Vec<u8>) -> Option<()> {
        if text.is_empty() {
            return Some(());
        }
        // Padding ends a text: whatever follows it is not of it.
        if self.is_padded {
            return None;
        }
        self.waiting.extend(text);
        let whole = self.waiting.len() / 4 * 4;
        STANDARD.decode_vec(&self.waiting[..whole], bytes).ok()?;
        self.is_padded = whole > 0 && self.waiting[whole - 1] == b'=';
        self.waiting.drain(..whole);
        Some(())
    }

    /// The text is over; `None` if something is missing.
    pub(super) fn end(self) -> Option<()> {
        self.waiting.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(pieces: &[&str]) -> Option<Vec<u8>> {
        let (mut decoder, mut bytes) = (Decoder::default(), Vec::new());
        for piece in pieces {
            decoder.read(piece.as_bytes(), &mut bytes)?;
        }
        decoder.end()?;
        Some(bytes)
    }

    #[test]
    fn text_is_as_the_standard_has_it() {
        // RFC 4648, section 10.
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (bytes, text) in vectors {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decoded(&[text]), Some(bytes.as_bytes().to_vec()));
        }
    }

    #[test]
    fn pieces_may_end_anywhere() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = encode(&bytes);
        for cut in 0..text.len() {
            assert_eq!(decoded(&[&text[..cut], &text[cut..]]).as_ref(), Some(&bytes));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["Z", "Zg", "Zg=", "Zg=A", "Zg===", "Z\"==", "Zm9v=", "===="] {
            assert_eq!(decoded(&[text]), None, "{text}");
        }
    }
}
