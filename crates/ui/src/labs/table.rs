//! Comma-separated text to cells, with errors that name their row. What becomes of the cells is in
//! [`super::columns`].

use viz::format;

/// Longest text that is read, in bytes.
const LONGEST: usize = 4_000_000;

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
    let separator = [',', ';', '\t'].into_iter().find(|it| text.contains(*it)).unwrap_or(',');
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let mut rows: Vec<(usize, Vec<String>)> =
        lines.map(|(index, line)| (index + 1, cells(line, separator))).collect();
    let Some((_, first)) = rows.first() else {
        return Err(
            "There is no row yet: write one row a line, with commas between the cells.".into()
        );
    };
    let width = first.len();
    if let Some((row, cells)) = rows.iter().find(|(_, cells)| cells.len() != width) {
        let found = format::plural(cells.len(), "cell");
        return Err(format!("Row {row} has {found}; the first row has {width}."));
    }
    // A heading is a row of words above numbers.
    let is_number = |cell: &String| number(cell).is_some();
    let has_heading = !first.iter().any(is_number)
        && rows.get(1).is_some_and(|(_, second)| second.iter().any(is_number));
    let columns = if has_heading {
        rows.remove(0).1
    } else {
        (1..=width).map(|column| format!("column {column}")).collect()
    };
    let (lines, rows) = rows.into_iter().unzip();
    Ok(RawTable { columns, rows, lines })
}

/// The cells of a line; a cell in quotation marks may hold the separator (RFC 4180, one line a row).
fn cells(line: &str, separator: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if letter == separator && !is_quoted => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(letter);
                }
            }
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
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
    fn errors_name_their_row() {
        let refused = |text: &str| parse(text).unwrap_err();
        assert!(refused("").contains("no row yet"));
        assert!(refused("a,b\n1,2,3").contains("Row 2 has 3 cells; the first row has 2"));
        assert!(refused(&"1,2\n".repeat(1_100_000)).contains("MB"));
    }
}
