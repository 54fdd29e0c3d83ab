//! Points pasted as text: `x,y,label` a line. Errors name row and column, all of them at once, and
//! nothing is taken over until every line can be.

use protocol::boundary::Point;

use super::config::{COORDINATE_MAX, POINTS_MAX};

/// What is wrong with a cell or a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvError {
    /// Line in the text, from 1.
    pub row: usize,
    /// `x`, `y` or `label`; `None` when it is the line as a whole.
    pub column: Option<&'static str>,
    /// What it is and what would do.
    pub message: String,
}

impl std::fmt::Display for CsvError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.column {
            Some(column) => write!(f, "Row {}, column {column}: {}", self.row, self.message),
            None => write!(f, "Row {}: {}", self.row, self.message),
        }
    }
}

/// Errors beyond this many are only counted.
const ERRORS_SHOWN: usize = 5;

/// Reads points. Cells are separated by commas, semicolons or tabs; a first line without any number
/// is a heading; the labels are any two words, of which the first in the alphabet is class A.
///
/// # Errors
/// Everything that is wrong, up to five entries and a count of the others.
pub fn parse(text: &str) -> Result<Vec<Point>, Vec<CsvError>> {
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .peekable();
    lines.next_if(|(_, line)| is_heading(line));
    let mut errors = Vec::new();
    let mut rows = Vec::new();
    for (row, line) in lines {
        match read_line(row, line) {
            Ok(values) => rows.push((row, values)),
            Err(error) => errors.push(error),
        }
    }
    let points = label_points(&rows, &mut errors);
    if rows.is_empty() && errors.is_empty() {
        errors.push(error(1, None, "there is no point yet. Write x, y and a label.".into()));
    }
    if rows.len() > POINTS_MAX {
        let message = format!("{} points are too many; {POINTS_MAX} fit.", rows.len());
        errors.push(error(rows[POINTS_MAX].0, None, message));
    }
    if errors.is_empty() { Ok(points) } else { Err(shortened(errors)) }
}

/// Writes points so that [`parse`] reads them again, to the last bit.
pub fn write(points: &[Point]) -> String {
    let class = |point: &Point| if point.is_positive { 'B' } else { 'A' };
    let line = |point: &Point| format!("{},{},{}\n", point.x, point.y, class(point));
    std::iter::once("x,y,label\n".to_owned()).chain(points.iter().map(line)).collect()
}

fn cells(line: &str) -> Vec<&str> {
    line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"')).collect()
}

fn is_heading(line: &str) -> bool {
    cells(line).iter().all(|cell| cell.parse::<f32>().is_err())
}

fn read_line(row: usize, line: &str) -> Result<(f32, f32, String), CsvError> {
    let cells = cells(line);
    let [x, y, label] = cells[..] else {
        let message = format!("{} cells; there must be three: x, y and label.", cells.len());
        return Err(error(row, None, message));
    };
    if label.is_empty() {
        return Err(error(row, Some("label"), "it is missing. Write A or B.".into()));
    }
    Ok((coordinate(row, "x", x)?, coordinate(row, "y", y)?, label.to_owned()))
}

fn coordinate(row: usize, column: &'static str, cell: &str) -> Result<f32, CsvError> {
    let refuse = |message| Err(error(row, Some(column), message));
    if cell.is_empty() {
        return refuse("the value is missing.".into());
    }
    match cell.parse::<f32>() {
        Ok(value) if value.abs() <= COORDINATE_MAX => Ok(value),
        Ok(value) if value.is_finite() => refuse(format!(
            "{value} is too far out; it must lie between −{COORDINATE_MAX} and {COORDINATE_MAX}. \
             Scale the column first."
        )),
        _ => refuse(format!("“{}” is no number.", cell.chars().take(20).collect::<String>())),
    }
}

fn label_points(rows: &[(usize, (f32, f32, String))], errors: &mut Vec<CsvError>) -> Vec<Point> {
    let mut labels: Vec<String> = Vec::new();
    for (row, (_, _, label)) in rows {
        let label = plain(label);
        if labels.contains(&label) {
            continue;
        }
        if labels.len() == 2 {
            let message = format!(
                "“{label}” is a third label; {} and {} are the two so far.",
                labels[0], labels[1]
            );
            errors.push(error(*row, Some("label"), message));
        } else {
            labels.push(label);
        }
    }
    let Some(positive) = labels.iter().max() else {
        return Vec::new();
    };
    // With one label only, it is class A unless it says otherwise.
    let is_single = labels.len() == 1 && !matches!(positive.as_str(), "b" | "1");
    rows.iter()
        .map(|(_, (x, y, label))| Point {
            x: *x,
            y: *y,
            is_positive: !is_single && plain(label) == *positive,
        })
        .collect()
}

/// Labels that differ only in case, or in a plus sign, are one label.
fn plain(label: &str) -> String {
    label.to_ascii_lowercase().trim_start_matches('+').to_owned()
}

fn error(row: usize, column: Option<&'static str>, message: String) -> CsvError {
    CsvError { row, column, message }
}

fn shortened(mut errors: Vec<CsvError>) -> Vec<CsvError> {
    errors.sort_by_key(|error| error.row);
    if errors.len() > ERRORS_SHOWN {
        let more = errors.len() - ERRORS_SHOWN;
        errors.truncate(ERRORS_SHOWN);
        if let Some(last) = errors.last_mut() {
            last.message.push_str(&format!(" And {more} more like these."));
        }
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check_error(text: &str, expect: &[&str]) {
        let errors = parse(text).expect_err("an error");
        assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_table_with_a_heading_is_read() {
        let points = parse("x,y,label\r\n0.5,-1,A\n\n1;2;b\n3\t4\tA").expect("points");
        let read: Vec<_> = points.iter().map(|p| (p.x, p.y, p.is_positive)).collect();
        assert_eq!(read, [(0.5, -1.0, false), (1.0, 2.0, true), (3.0, 4.0, false)]);
    }

    #[test]
    fn any_two_labels_do() {
        for (a, b) in [("0", "1"), ("-1", "1"), ("-1", "+1"), ("cat", "dog"), ("A", "B")] {
            let points = parse(&format!("0,0,{b}\n0,0,{a}")).expect("points");
            assert!(points[0].is_positive && !points[1].is_positive, "{a} {b}");
        }
        assert!(parse("0,0,b").expect("points")[0].is_positive);
        assert!(!parse("0,0,a").expect("points")[0].is_positive);
    }

    #[test]
    fn errors_name_row_and_column() {
        check_error("1,,A\n2,3,B", &["Row 1, column y: the value is missing."]);
        check_error("x,y,label\n1,two,A", &["Row 2, column y: “two” is no number."]);
        check_error("1,2\n", &["Row 1: 2 cells; there must be three: x, y and label."]);
        check_error("1,2,", &["Row 1, column label: it is missing. Write A or B."]);
        check_error("", &["Row 1: there is no point yet. Write x, y and a label."]);
        check_error(
            "1,2,a\n1,2,b\n1,2,c",
            &["Row 3, column label: “c” is a third label; a and b are the two so far."],
        );
        check_error(
            "1,2000,a",
            &["Row 1, column y: 2000 is too far out; it must lie between −100 and 100. Scale the \
               column first."],
        );
        check_error("inf,2,a", &["Row 1, column x: “inf” is no number."]);
    }

    #[test]
    fn many_errors_are_counted() {
        let errors = parse(&"1,x,A\n".repeat(30)).expect_err("errors");
        assert_eq!(errors.len(), 5);
        assert!(errors[4].message.ends_with("And 25 more like these."));
        assert!(parse(&"1,1,A\n".repeat(2001)).expect_err("too many")[0].message.contains("2001"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(places in prop::collection::vec((-9f32..9.0, -9f32..9.0, any::<bool>()), 1..30)) {
            let mut points: Vec<Point> =
                places.into_iter().map(|(x, y, is_positive)| Point { x, y, is_positive }).collect();
            points.push(Point { x: 0.0, y: 0.0, is_positive: true });
            points.push(Point { x: 0.0, y: 0.0, is_positive: false });
            prop_assert_eq!(parse(&write(&points)), Ok(points));
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,200}") {
            let _ = parse(&text);
        }
    }
}
