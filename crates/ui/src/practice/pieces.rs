//! A reference cut into pieces that can be put in order: logical lines without comments and
//! docstrings, short neighbours joined until there are few enough to move about.

/// Most pieces that somebody is asked to order.
const MOST: usize = 14;

/// Spaces of a level of indentation.
const LEVEL: usize = 4;

/// Lines that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The lines, without the indentation that all of them share.
    pub text: String,
    /// Levels of indentation.
    pub level: usize,
}

impl Piece {
    /// The lines, indented by some levels.
    pub fn indented(&self, level: usize) -> String {
        let space = " ".repeat(level * LEVEL);
        let lines: Vec<String> = self.text.lines().map(|line| format!("{space}{line}")).collect();
        lines.join("\n")
    }

    fn opens_block(&self) -> bool {
        self.text.lines().last().is_some_and(|line| line.trim_end().ends_with(':'))
    }
}

/// The pieces of a program, in its order.
pub fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = statements(source).iter().map(|it| piece(it)).collect();
    join(&mut pieces, |before, _| before.text.starts_with('@'), 0);
    join(&mut pieces, |before, after| is_import(before) && is_import(after), 0);
    let is_plain = |before: &Piece, after: &Piece| {
        before.level == after.level && !before.opens_block() && !after.opens_block()
    };
    join(&mut pieces, is_plain, MOST);
    join(&mut pieces, |before, after| before.level <= after.level, MOST);
    pieces
}

fn is_import(piece: &Piece) -> bool {
    piece.text.starts_with("import ") || piece.text.starts_with("from ")
}

/// Joins neighbours that may be joined, the shortest pair first, until at most `most` are left.
fn join(pieces: &mut Vec<Piece>, may_join: impl Fn(&Piece, &Piece) -> bool, most: usize) {
    while pieces.len() > most.max(1) {
        let length = |place: &usize| pieces[*place].text.len() + pieces[place + 1].text.len();
        let pairs = 0..pieces.len() - 1;
        let fitting = pairs.filter(|place| may_join(&pieces[*place], &pieces[place + 1]));
        let Some(place) = fitting.min_by_key(length) else { return };
        let after = pieces.remove(place + 1);
        let before = &mut pieces[place];
        let deeper = after.level.saturating_sub(before.level);
        before.text = format!("{}\n{}", before.text, after.indented(deeper));
    }
}

fn piece(statement: &str) -> Piece {
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let own = indentation(statement.lines().next().unwrap_or_default());
    let cut = |line: &str| line[indentation(line).min(own)..].trim_end().to_owned();
    let text: Vec<String> = statement.lines().map(cut).collect();
    Piece { text: text.join("\n"), level: own / LEVEL }
}

/// Logical lines: what is in brackets or in a long string belongs to the line that it began on.
fn statements(source: &str) -> Vec<String> {
    let mut statements = Vec::new();
    let mut open: Option<(String, Scan)> = None;
    for line in source.lines() {
        let (text, mut scan) = match open.take() {
            Some((before, scan)) => (format!("{before}\n{line}"), scan),
            None if line.trim().is_empty() || line.trim_start().starts_with('#') => continue,
            None => (line.to_owned(), Scan::default()),
        };
        scan.read(line);
        if scan.is_open() || line.ends_with('\\') {
            open = Some((text, scan));
        } else if !is_docstring(&text) {
            statements.push(text);
        }
    }
    statements.extend(open.map(|(text, _)| text));
    statements
}

fn is_docstring(statement: &str) -> bool {
    let text = statement.trim_start().trim_start_matches(['r', 'R']);
    text.starts_with("\"\"\"") || text.starts_with("'''")
}

/// What is open at the end of a line: brackets, or a string of three quotes.
#[derive(Clone, Debug, Default)]
struct Scan {
    depth: usize,
    long_string: Option<&'static str>,
}

impl Scan {
    fn is_open(&self) -> bool {
        self.depth > 0 || self.long_string.is_some()
    }

    fn read(&mut self, line: &str) {
        let mut rest = line;
        while let Some(letter) = rest.chars().next() {
            let quotes = ["\"\"\"", "'''"].into_iter().find(|quotes| rest.starts_with(quotes));
            if let Some(quotes) =
                quotes.filter(|it| self.long_string.is_none_or(|open| open == *it))
            {
                self.long_string = if self.long_string.is_some() { None } else { Some(quotes) };
                rest = &rest[quotes.len()..];
                continue;
            }
            let next = &rest[letter.len_utf8()..];
            rest = match letter {
                _ if self.long_string.is_some() => next,
                '#' => return,
                '"' | '\'' => after_string(next, letter),
                _ => {
                    self.count(letter);
                    next
                }
            };
        }
    }

    fn count(&mut self, letter: char) {
        match letter {
            '(' | '[' | '{' => self.depth += 1,
            ')' | ']' | '}' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

/// What follows a string of one quote.
fn after_string(text: &str, quote: char) -> &str {
    let mut is_escaped = false;
    for (place, letter) in text.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if letter == quote => return &text[place + letter.len_utf8()..],
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &[(usize, &str)]) {
        let found = pieces(source);
        let found: Vec<(usize, &str)> =
            found.iter().map(|piece| (piece.level, piece.text.as_str())).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn comments_and_docstrings_are_left_out_and_imports_stay_together() {
        check(
            "\"\"\"Module.\n\nMore.\n\"\"\"\nimport heapq\nfrom math import inf\n\n# why\ndef f(x):\n    '''One.'''\n    return x  # done\n",
            &[(0, "import heapq\nfrom math import inf"), (0, "def f(x):"), (1, "return x  # done")],
        );
    }

    #[test]
    fn a_logical_line_is_one_piece() {
        check(
            "def f(x):\n    y = g(\n        x,\n        ')',\n    )\n    return \"\"\"a\n  b\"\"\"\n",
            &[(0, "def f(x):"), (1, "y = g(\n    x,\n    ')',\n)"), (1, "return \"\"\"a\nb\"\"\"")],
        );
        check("a = 1 + \\\n    2\nb = '#('\n", &[(0, "a = 1 + \\\n    2"), (0, "b = '#('")]);
    }

    #[test]
    fn many_lines_become_few_pieces_without_losing_one() {
        let body: String =
            (0..40).map(|n| format!("    x{n} = {n}\n    if x{n}:\n        y = {n}\n")).collect();
        let source = format!("def f():\n{body}    return y\n");
        let found = pieces(&source);
        assert_eq!(found.len(), MOST);
        let whole: Vec<String> = found.iter().map(|piece| piece.indented(piece.level)).collect();
        assert_eq!(whole.join("\n") + "\n", source);
    }
}
