//! Separated text to cells (commas, semicolons or tabs), with errors that name their row. What becomes of the cells is in
//! [`super::columns`].

use viz::format;

/// Longest text that is read, in bytes.
const LONGEST: usize = 4_000_000;
/// Most columns that are offered to choose from.
const COLUMNS_MAX: usize = 50;

/// A table as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawTable {
    /// Names of the columns; made up where the text has none.
    pub columns: Vec<String>,
    /// Cells, as many in each row as there are columns.
    pub rows: Vec<Vec<String>>,
    /// Line of the text that each row stands in, from 1.
    pub lines: Vec<usize>,
}

/// Splits text into cells.
///
/// # Errors
/// What is wrong, in words, with its row.
pub fn parse(text: &str) -> Result<RawTable, String> {
    if text.len() > LONGEST {
        let megabytes = LONGEST / 1_000_000;
        return Err(format!("This is more than {megabytes} MB of text: bring fewer rows."));
    }
    // Some programs begin a file with a mark of its byte order.
    let text = text.trim_start_matches('\u{feff}');
    let mut rows = rows(text, separator(text))?;
    let Some((_, first)) = rows.first() else {
        return Err(
            "There is no row yet: write one row a line, with commas between the cells.".into()
        );
    };
    let width = first.len();
    // A heading is a row of words above numbers.
    let has_number = |row: &(usize, Vec<String>)| row.1.iter().any(|cell| number(cell).is_some());
    let is_heading = !has_number(&rows[0]);
    if is_heading && rows.len() == 1 {
        return Err("There is a heading, and no row below it yet.".into());
    }
    let columns = if is_heading && has_number(&rows[1]) {
        rows.remove(0).1
    } else {
        (1..=width).map(|column| format!("column {column}")).collect()
    };
    let (lines, rows) = rows.into_iter().unzip();
    Ok(RawTable { columns, rows, lines })
}

/// What stands between the cells, by the first row: a comma only where nothing else does, because
/// beside semicolons it may be a decimal comma.
fn separator(text: &str) -> char {
    let splits =
        |it: &char| Cells { text, separator: *it, line: 1, is_open: false }.next_row().1.len() > 1;
    ['\t', ';'].into_iter().find(splits).unwrap_or(',')
}

/// The rows that are not empty, each with the line that it begins in; all as wide as the first.
fn rows(text: &str, separator: char) -> Result<Vec<(usize, Vec<String>)>, String> {
    let mut cells = Cells { text, separator, line: 1, is_open: false };
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    while !cells.text.is_empty() {
        let (line, row) = cells.next_row();
        if cells.is_open {
            return Err(format!("Row {line}: a quotation mark is not closed."));
        }
        if row.iter().all(String::is_empty) && row.len() == 1 {
            continue;
        }
        let (found, width) = (row.len(), rows.first().map_or(row.len(), |(_, first)| first.len()));
        if found > COLUMNS_MAX {
            let found = format::count(found as u64);
            return Err(format!("Row {line} has {found} cells: at most {COLUMNS_MAX} are read."));
        }
        if found != width {
            let found = format::plural(found, "cell");
            return Err(format!("Row {line} has {found}; the first row has {width}."));
        }
        rows.push((line, row));
    }
    Ok(rows)
}

/// Text that is still to be split, and the line that it begins in.
struct Cells<'a> {
    text: &'a str,
    separator: char,
    line: usize,
    /// Whether the last row ended within quotation marks.
    is_open: bool,
}

impl Cells<'_> {
    /// Takes a row off the text (RFC 4180): a cell in quotation marks may hold the separator, line
    /// breaks, and two marks for one. A mark inside a cell stands for itself.
    fn next_row(&mut self) -> (usize, Vec<String>) {
        let begins = self.line;
        let (mut row, mut cell) = (Vec::new(), String::new());
        let (mut is_quoted, mut was_quoted) = (false, false);
        let mut letters = self.text.chars();
        while let Some(letter) = letters.next() {
            self.line += usize::from(letter == '\n');
            match letter {
                '"' if is_quoted && letters.as_str().starts_with('"') => {
                    letters.next();
                    cell.push('"');
                }
                '"' if is_quoted => is_quoted = false,
                '"' if !was_quoted && cell.trim().is_empty() => {
                    (is_quoted, was_quoted) = (true, true);
                }
                '\n' if !is_quoted => break,
                _ if letter == self.separator && !is_quoted => {
                    row.push(self.cell(&cell));
                    cell.clear();
                    was_quoted = false;
                }
                _ => cell.push(letter),
            }
        }
        (self.text, self.is_open) = (letters.as_str(), is_quoted);
        row.push(self.cell(&cell));
        (begins, row)
    }

    /// A cell without the space around it; `1,5` is a number where commas do not separate.
    fn cell(&self, cell: &str) -> String {
        let cell = cell.trim();
        match cell.split_once(',') {
            Some((whole, rest)) if self.separator != ',' => {
                let point = format!("{whole}.{rest}");
                if number(&point).is_some() { point } else { cell.to_owned() }
            }
            _ => cell.to_owned(),
        }
    }
}

/// A cell as a number.
pub fn number(cell: &str) -> Option<f32> {
    cell.parse::<f32>().ok().filter(|number| number.is_finite())
}

/// Whether a cell says that there is no value.
pub fn is_gap(cell: &str) -> bool {
    let words = ["", "na", "nan", "null", "none", "?", "-"];
    words.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_their_lines_are_found() {
        let raw = parse("\u{feff}a;b\r\n\n1;\"2;3\"\n\n4;5\n").unwrap();
        assert_eq!((raw.columns.join(" "), raw.lines), ("a b".into(), vec![3, 5]));
        assert_eq!(raw.rows, [["1", "2;3"], ["4", "5"]]);
        assert_eq!(parse("1,2\n3,4").unwrap().columns, ["column 1", "column 2"]);
    }

    #[test]
    fn the_first_row_says_what_separates() {
        let raw = parse("x;y;kind\n1,5;-2,25;a, b\n").unwrap();
        assert_eq!(raw.rows, [["1.5", "-2.25", "a, b"]]);
        assert_eq!(parse("1,5\t2\n3\t1e3\n").unwrap().rows, [["1.5", "2"], ["3", "1e3"]]);
        assert_eq!(parse("a,b\n1,x;y\n").unwrap().rows, [["1", "x;y"]]);
        assert_eq!(parse("\"a;b\",c\n1,2\n").unwrap().columns, ["a;b", "c"]);
    }

    #[test]
    fn quoted_cells_hold_breaks_and_marks() {
        let raw = parse("a,b\n1,\"two\r\nlines, \"\"quoted\"\"\"\n2,5\" pipe\n").unwrap();
        assert_eq!(raw.rows, [["1", "two\r\nlines, \"quoted\""], ["2", "5\" pipe"]]);
        assert_eq!(raw.lines, [2, 4]);
        assert_eq!(parse("1,\"\"\n2,\"\"\"\"\n").unwrap().rows, [["1", ""], ["2", "\""]]);
    }

    #[test]
    fn errors_name_their_row() {
        let refused = |text: &str| parse(text).unwrap_err();
        assert!(refused("").contains("no row yet"));
        assert!(refused("x,y,label\n").contains("heading, and no row below"));
        assert!(refused(&"1,".repeat(20_000)).contains("cells: at most 50 are read"));
        assert!(refused("a,b\n1,\"never closed\n2,3").contains("mark is not closed"));
        assert!(refused("a,b\n1,2,3").contains("Row 2 has 3 cells; the first row has 2"));
        assert!(refused(&"1,2\n".repeat(1_100_000)).contains("MB"));
    }
}
