//! The visitor's own table: comma-separated text to numbers, with a choice of columns, gaps filled or
//! left out, and errors that name row and column.

use content::lab::OwnTable;
use figures::Sheet;
use viz::format;

/// Longest text that is read, in bytes.
const LONGEST: usize = 4_000_000;

/// Most classes.
const CLASSES_MAX: usize = 20;

/// A table as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawTable {
    /// Names of the columns; made up where the text has none.
    pub columns: Vec<String>,
    /// Cells, as many in each row as there are columns.
    pub rows: Vec<Vec<String>>,
    /// Row of the text that the first row of cells stands in, from 1.
    pub first_row: usize,
}

/// What is done with a row in which a number is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// The row is left out.
    #[default]
    Drop,
    /// The column's mean stands in.
    Mean,
}

/// Which columns are used, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Columns of numbers.
    pub features: Vec<usize>,
    /// Column of classes.
    pub class: Option<usize>,
    /// What is done about gaps.
    pub missing: Missing,
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
    let first_row = rows.first().map_or(1, |(row, _)| *row);
    Ok(RawTable { columns, rows: rows.into_iter().map(|(_, cells)| cells).collect(), first_row })
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

fn number(cell: &str) -> Option<f32> {
    cell.parse::<f32>().ok().filter(|number| number.is_finite())
}

/// Whether a cell says that there is no value.
fn is_gap(cell: &str) -> bool {
    let words = ["", "na", "nan", "null", "none", "?", "-"];
    words.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

impl RawTable {
    /// What is chosen at first: every column of numbers that fits, and the last column of words, or of
    /// few whole numbers where classes are needed.
    pub fn first_choice(&self, declared: &OwnTable) -> Choice {
        let columns = 0..self.columns.len();
        let is_numeric = |column: &usize| {
            let mut cells = self.rows.iter().map(|row| row[*column].as_str());
            cells.all(|cell| number(cell).is_some() || is_gap(cell))
        };
        let words = columns.clone().rev().find(|column| !is_numeric(column));
        let last = columns.clone().next_back().filter(|_| declared.has_classes);
        let class = words.or(last);
        let features = columns.filter(|column| is_numeric(column) && Some(*column) != class);
        let features = features.take(declared.columns.1).collect();
        Choice { features, class, missing: Missing::Drop }
    }

    /// The chosen columns as numbers.
    ///
    /// # Errors
    /// What does not fit, with its row and column.
    pub fn sheet(&self, choice: &Choice, declared: &OwnTable) -> Result<Sheet, String> {
        check_counts(self, choice, declared)?;
        let values = self.numbers(&choice.features)?;
        let is_whole = |row: &&usize| values[**row].iter().all(Option::is_some);
        let all: Vec<usize> = (0..self.rows.len()).collect();
        let rows: Vec<usize> = match choice.missing {
            Missing::Drop => all.iter().filter(is_whole).copied().collect(),
            Missing::Mean => all,
        };
        if rows.len() < 4 {
            let found = format::plural(rows.len(), "row");
            return Err(format!("{found} without gaps: at least 4 are needed."));
        }
        let means: Vec<f32> = (0..choice.features.len()).map(|it| mean(&values, it)).collect();
        let filled = |row: &usize| {
            let cells = values[*row].clone().into_iter().enumerate();
            cells.map(|(column, value)| value.unwrap_or(means[column])).collect::<Vec<f32>>()
        };
        let (classes, labels) = self.classes(choice, &rows)?;
        Ok(Sheet {
            columns: choice.features.iter().map(|it| self.columns[*it].clone()).collect(),
            values: rows.iter().flat_map(filled).collect(),
            classes,
            labels,
        })
    }

    fn numbers(&self, features: &[usize]) -> Result<Vec<Vec<Option<f32>>>, String> {
        let read = |row: usize, column: usize| {
            let cell = &self.rows[row][column];
            match number(cell) {
                Some(number) => Ok(Some(number)),
                None if is_gap(cell) => Ok(None),
                None => Err(format!(
                    "Row {}, column {}: “{}” is no number.",
                    self.first_row + row,
                    self.columns[column],
                    cell.chars().take(20).collect::<String>()
                )),
            }
        };
        let row = |row: usize| features.iter().map(|column| read(row, *column)).collect();
        (0..self.rows.len()).map(row).collect()
    }

    fn classes(&self, choice: &Choice, rows: &[usize]) -> Result<(Vec<String>, Vec<u8>), String> {
        let Some(column) = choice.class else { return Ok((Vec::new(), Vec::new())) };
        let mut names: Vec<String> = Vec::new();
        let mut labels = Vec::with_capacity(rows.len());
        for row in rows {
            let name = &self.rows[*row][column];
            let known = names.iter().position(|it| it == name);
            let index = known.unwrap_or_else(|| {
                names.push(name.clone());
                names.len() - 1
            });
            if names.len() > CLASSES_MAX {
                let column = &self.columns[column];
                return Err(format!("Column {column} has more than {CLASSES_MAX} classes."));
            }
            labels.push(index as u8);
        }
        Ok((names, labels))
    }
}

fn check_counts(table: &RawTable, choice: &Choice, declared: &OwnTable) -> Result<(), String> {
    let (fewest, most) = declared.columns;
    let count = choice.features.len();
    if count < fewest || count > most {
        let wanted =
            if fewest == most { fewest.to_string() } else { format!("{fewest} to {most}") };
        return Err(format!("Choose {wanted} columns of numbers; {count} are chosen."));
    }
    if declared.has_classes && choice.class.is_none() {
        return Err("Choose the column that holds the class of each row.".into());
    }
    if table.rows.len() > declared.rows {
        let (rows, most) = (table.rows.len() as u64, declared.rows as u64);
        let (rows, most) = (format::count(rows), format::count(most));
        return Err(format!("{rows} rows are more than this lab takes: at most {most}."));
    }
    Ok(())
}

fn mean(values: &[Vec<Option<f32>>], column: usize) -> f32 {
    let known = || values.iter().filter_map(|row| row[column]).map(f64::from);
    (known().sum::<f64>() / known().count().max(1) as f64) as f32
}

/// A table as text; the class comes last.
pub fn write(sheet: &Sheet) -> String {
    let quoted = |cell: &str| {
        let is_plain = !cell.contains([',', '"', '\n']);
        if is_plain { cell.to_owned() } else { format!("\"{}\"", cell.replace(['"', '\n'], " ")) }
    };
    let class = (!sheet.labels.is_empty()).then_some("class");
    let heading = sheet.columns.iter().map(|it| quoted(it)).chain(class.map(Into::into));
    let mut text = heading.collect::<Vec<_>>().join(",");
    for row in 0..sheet.rows() {
        let label = sheet.labels.get(row).and_then(|it| sheet.classes.get(usize::from(*it)));
        let cells = sheet.row(row).iter().map(ToString::to_string);
        let cells = cells.chain(label.map(|it| quoted(it))).collect::<Vec<_>>();
        text.push('\n');
        text.push_str(&cells.join(","));
    }
    text
}

/// Reads what [`write`] wrote; nothing if it no longer fits.
pub fn read_kept(text: &str, declared: &OwnTable) -> Option<Sheet> {
    let raw = parse(text).ok()?;
    let last = raw.columns.len().checked_sub(1)?;
    let class = (raw.columns[last] == "class").then_some(last);
    let features = (0..raw.columns.len()).filter(|it| Some(*it) != class).collect();
    raw.sheet(&Choice { features, class, missing: Missing::Drop }, declared).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DECLARED: OwnTable = OwnTable { columns: (2, 3), rows: 100, has_classes: true };
    const TEXT: &str = "length;width;kind\n1;2;a\n3;?;b\n5;6;\"a\"\n7;8;b\n9;4;a\n";

    fn sheet(text: &str, change: impl Fn(&mut Choice)) -> Result<Sheet, String> {
        let raw = parse(text)?;
        let mut choice = raw.first_choice(&DECLARED);
        change(&mut choice);
        raw.sheet(&choice, &DECLARED)
    }

    #[test]
    fn columns_and_classes_are_found() {
        let read = sheet(TEXT, |_| ()).unwrap();
        assert_eq!(read.columns, ["length", "width"]);
        assert_eq!((read.classes.as_slice(), read.rows()), (&["a".to_owned(), "b".into()][..], 4));
        assert_eq!((read.row(1), read.labels.as_slice()), (&[5.0, 6.0][..], &[0, 0, 1, 0][..]));
        let filled = sheet(TEXT, |choice| choice.missing = Missing::Mean).unwrap();
        assert_eq!((filled.rows(), filled.row(1)), (5, &[3.0, 5.0][..]));
    }

    #[test]
    fn errors_name_row_and_column() {
        let refused = |text: &str| sheet(text, |_| ()).unwrap_err();
        let named = |change: fn(&mut Choice)| sheet(TEXT, change).unwrap_err();
        assert!(refused("").contains("no row yet"));
        assert!(refused("a,b\n1,2,3").contains("Row 2 has 3 cells; the first row has 2"));
        assert!(named(|choice| choice.features = vec![0]).contains("Choose 2 to 3 columns"));
        assert!(named(|choice| choice.class = None).contains("class of each row"));
        let words = named(|choice| *choice = Choice { features: vec![0, 2], ..choice.clone() });
        assert_eq!(words, "Row 2, column kind: “a” is no number.");
        assert!(refused("x,y,c\n1,2,a\n1,,a\n1,2,b").contains("at least 4"));
        assert!(parse(&"1,2\n".repeat(1_100_000)).unwrap_err().contains("MB"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(rows in prop::collection::vec((-9f32..9.0, -9f32..9.0, 0u8..3), 4..30)) {
            let mut seen: Vec<u8> = Vec::new();
            for (_, _, class) in &rows {
                if !seen.contains(class) {
                    seen.push(*class);
                }
            }
            let place = |class: &u8| seen.iter().position(|it| it == class).unwrap_or(0) as u8;
            let sheet = Sheet {
                columns: vec!["x, in cm".into(), "y".into()],
                values: rows.iter().flat_map(|(x, y, _)| [*x, *y]).collect(),
                classes: seen.iter().map(|class| format!("kind {class}")).collect(),
                labels: rows.iter().map(|(_, _, class)| place(class)).collect(),
            };
            prop_assert_eq!(read_kept(&write(&sheet), &DECLARED), Some(sheet));
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,200}") {
            if let Ok(raw) = parse(&text) {
                let _ = raw.sheet(&raw.first_choice(&DECLARED), &DECLARED);
            }
        }
    }
}
