//! Byte-pair encoding (Sennrich, Haddow and Birch 2016): the two tokens that stand side by side most
//! often become one token, again and again.
//!
//! No merge goes over a piece's end. A piece is a word with the space before it; every other white
//! space is a piece of its own, as is a space that no word follows.

/// A piece of the text in tokens, and how often it occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its tokens, at first a token a character.
    pub tokens: Vec<u8>,
    /// Occurrences in the text.
    pub count: u32,
}

/// The text in pieces; joined, they are the text.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = if first.is_whitespace() && first != ' ' {
            first.len_utf8()
        } else {
            let after = &rest[first.len_utf8()..];
            first.len_utf8() + after.find(char::is_whitespace).unwrap_or(after.len())
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        Some(piece)
    })
}

/// Merges the most frequent pair of tokens until there are `size` tokens, or no pair occurs twice; the
/// new ones are numbered from `known` on. Among pairs that are as frequent, the one whose first token
/// has the lower number goes first, then whose second has. Returns the pairs in the order of their
/// merges.
pub fn learn(pieces: &mut [Piece], known: usize, size: usize) -> Vec<[u8; 2]> {
    let mut merges = Vec::new();
    for token in known..size {
        let Some(pair) = most_frequent(pieces) else { break };
        pieces.iter_mut().for_each(|piece| merge(&mut piece.tokens, pair, token as u8));
        merges.push(pair);
    }
    merges
}

/// Puts `token` wherever the pair stands, from left to right.
pub fn merge(tokens: &mut Vec<u8>, pair: [u8; 2], token: u8) {
    let (mut read, mut written) = (0, 0);
    while read < tokens.len() {
        let is_pair = tokens[read..].starts_with(&pair);
        tokens[written] = if is_pair { token } else { tokens[read] };
        read += if is_pair { 2 } else { 1 };
        written += 1;
    }
    tokens.truncate(written);
}

fn most_frequent(pieces: &[Piece]) -> Option<[u8; 2]> {
    let mut counts = vec![0_u32; 1 << 16];
    for piece in pieces {
        for pair in piece.tokens.windows(2) {
            counts[usize::from(pair[0]) << 8 | usize::from(pair[1])] += piece.count;
        }
    }
    let highest = counts.iter().copied().max().filter(|count| *count > 1)?;
    let place = counts.iter().position(|count| *count == highest)?;
    Some([(place >> 8) as u8, place as u8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_the_space_before_them() {
        let check = |text: &str, expect: &[&str]| {
            assert_eq!(pieces(text).collect::<Vec<_>>(), expect, "{text:?}");
        };
        check("", &[]);
        check("a cat  sat", &["a", " cat", " ", " sat"]);
        check(" one\n\ntwo \nthree\t", &[" one", "\n", "\n", "two", " ", "\n", "three", "\t"]);
        check("é\u{3000}ü", &["é", "\u{3000}", "ü"]);
    }

    #[test]
    fn the_words_of_the_paper_merge_as_by_hand() {
        // low ×5, lower ×2, newest ×6, widest ×3, with • as the end of a word; section 3.2.
        let letters: Vec<char> = "deilnorstw•".chars().collect();
        let token = |letter| letters.iter().position(|known| *known == letter).unwrap() as u8;
        let piece = |word: &str, count| Piece { tokens: word.chars().map(token).collect(), count };
        let mut words =
            [piece("low•", 5), piece("lower•", 2), piece("newest•", 6), piece("widest•", 3)];
        let merges = learn(&mut words, letters.len(), letters.len() + 4);
        // e s, s t and t • nine times each; then t • and es t; then es with that; then l o seven times.
        let [es, ended] = [11, 12];
        let [e, s, t, end, l, o] = ['e', 's', 't', '•', 'l', 'o'].map(token);
        assert_eq!(merges, [[e, s], [t, end], [es, ended], [l, o]]);
    }

    #[test]
    fn merging_goes_from_left_to_right_without_overlap() {
        let mut tokens = vec![1, 1, 1, 2, 1, 1];
        merge(&mut tokens, [1, 1], 9);
        assert_eq!(tokens, [9, 1, 2, 9]);
    }
}
