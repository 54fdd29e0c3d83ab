//! The visitor's own table: a choice of columns, gaps filled or left out, and errors that name row and
//! column.

use content::lab::OwnTable;
use figures::Sheet;
use serde_json::Value;
use viz::format;

use super::table::{RawTable, is_gap, number, parse};

/// Errors beyond this many are only counted.
const SHOWN: usize = 5;

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
        // Where numbers are too few, columns with a wrong cell are taken too: the cell is then named.
        let others = || columns.clone().filter(|column| Some(*column) != class);
        let mut features: Vec<usize> =
            others().filter(is_numeric).take(declared.columns.1).collect();
        let missing = declared.columns.0.saturating_sub(features.len());
        features.extend(others().filter(|column| !is_numeric(column)).take(missing));
        features.sort_unstable();
        Choice { features, class, missing: Missing::Drop }
    }

    /// The chosen columns as numbers.
    ///
    /// # Errors
    /// What does not fit, with its row and column.
    pub fn sheet(&self, choice: &Choice, declared: &OwnTable) -> Result<Sheet, String> {
        check_counts(self, choice, declared)?;
        let values = self.numbers(&choice.features, declared)?;
        let is_whole = |row: &&usize| values[**row].iter().all(Option::is_some);
        let all: Vec<usize> = (0..self.rows.len()).collect();
        let rows: Vec<usize> = match choice.missing {
            Missing::Drop => all.iter().filter(is_whole).copied().collect(),
            Missing::Mean => all,
        };
        // A row without its class is of no use to anybody.
        let is_labelled = |row: &usize| choice.class.is_none_or(|it| !is_gap(&self.rows[*row][it]));
        let rows: Vec<usize> = rows.into_iter().filter(is_labelled).collect();
        if rows.len() < 4 {
            let found = format::plural(rows.len(), "row");
            return Err(format!("{found} without gaps: at least 4 are needed."));
        }
        let means: Vec<f32> = (0..choice.features.len()).map(|it| mean(&values, it)).collect();
        let filled = |row: &usize| {
            let cells = values[*row].clone().into_iter().enumerate();
            cells.map(|(column, value)| value.unwrap_or(means[column])).collect::<Vec<f32>>()
        };
        let (classes, labels) = self.classes(choice, &rows, declared.most_classes)?;
        Ok(Sheet {
            columns: choice.features.iter().map(|it| self.columns[*it].clone()).collect(),
            values: rows.iter().flat_map(filled).collect(),
            classes,
            labels,
        })
    }

    /// The features row by row; everything that is wrong with them at once.
    fn numbers(
        &self,
        features: &[usize],
        declared: &OwnTable,
    ) -> Result<Vec<Vec<Option<f32>>>, String> {
        let mut wrong = Vec::new();
        let mut values = Vec::with_capacity(self.rows.len());
        for (row, cells) in self.rows.iter().enumerate() {
            let mut read = Vec::with_capacity(features.len());
            for column in features {
                let cell = read_cell(&cells[*column], declared.within);
                read.push(*cell.as_ref().unwrap_or(&None));
                wrong.extend(cell.err().map(|why| format!("{}: {why}", self.place(row, *column))));
            }
            values.push(read);
        }
        if wrong.is_empty() { Ok(values) } else { Err(shortened(&wrong)) }
    }

    /// Where a cell stands, in words.
    fn place(&self, row: usize, column: usize) -> String {
        format!("Row {}, column {}", self.lines[row], self.columns[column])
    }

    /// Which chosen cells are empty, in words; nothing if none is.
    pub fn gaps(&self, choice: &Choice) -> Option<String> {
        let cells = |row| choice.features.iter().chain(&choice.class).map(move |it| (row, *it));
        let all = (0..self.rows.len()).flat_map(cells);
        let gaps: Vec<String> = all
            .filter(|(row, column)| is_gap(&self.rows[*row][*column]))
            .map(|(row, column)| format!("{}: the value is missing.", self.place(row, column)))
            .collect();
        (!gaps.is_empty()).then(|| shortened(&gaps))
    }

    /// The classes in the order of the alphabet, and which one each row has.
    fn classes(
        &self,
        choice: &Choice,
        rows: &[usize],
        most: usize,
    ) -> Result<(Vec<String>, Vec<u8>), String> {
        let Some(column) = choice.class else { return Ok((Vec::new(), Vec::new())) };
        let mut names: Vec<&String> = Vec::new();
        for row in rows {
            let name = &self.rows[*row][column];
            if names.contains(&name) {
                continue;
            }
            if names.len() == most {
                let place = self.place(*row, column);
                return Err(format!(
                    "{place}: “{name}” is one class more than the {most} that fit."
                ));
            }
            names.push(name);
        }
        names.sort();
        let label = |row: &usize| names.iter().position(|it| **it == self.rows[*row][column]);
        let labels = rows.iter().map(|row| label(row).unwrap_or(0) as u8).collect();
        Ok((names.into_iter().cloned().collect(), labels))
    }
}

/// A cell as a number, a gap, or what is wrong with it.
fn read_cell(cell: &str, within: Option<f32>) -> Result<Option<f32>, String> {
    let most = within.unwrap_or(f32::MAX);
    match number(cell) {
        Some(number) if number.abs() <= most => Ok(Some(number)),
        Some(number) => Err(format!(
            "{number} is too far out; it must lie between −{most} and {most}. Scale the column first."
        )),
        None if is_gap(cell) => Ok(None),
        None => {
            let cell = cell.chars().take(20).collect::<String>();
            Err(format!("“{cell}” is no number."))
        }
    }
}

/// The first few lines, and how many there are besides.
fn shortened(lines: &[String]) -> String {
    let mut text = lines[..lines.len().min(SHOWN)].join("\n");
    if lines.len() > SHOWN {
        text.push_str(&format!(" And {} more like these.", lines.len() - SHOWN));
    }
    text
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

/// A table as it is kept on the device.
pub fn kept(sheet: &Sheet) -> Value {
    serde_json::to_value(sheet).unwrap_or_default()
}

/// Reads what [`kept`] or the first version, which wrote text, has kept; nothing if it no longer fits.
pub fn read_kept(kept: Value, declared: &OwnTable) -> Option<Sheet> {
    if let Some(text) = kept.as_str() {
        return read_text(text, declared);
    }
    let sheet: Sheet = serde_json::from_value(kept).ok()?;
    let (fewest, most) = declared.columns;
    let fits = (fewest..=most).contains(&sheet.columns.len())
        && sheet.values.len() == sheet.rows() * sheet.columns.len()
        && sheet.rows() <= declared.rows
        && sheet.values.iter().all(|it| it.is_finite())
        && sheet.classes.len() <= declared.most_classes
        && sheet.labels.iter().all(|it| usize::from(*it) < sheet.classes.len())
        && (sheet.labels.len() == sheet.rows() || sheet.labels.is_empty() && !declared.has_classes);
    fits.then_some(sheet)
}

fn read_text(text: &str, declared: &OwnTable) -> Option<Sheet> {
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

    const DECLARED: OwnTable = OwnTable {
        columns: (2, 3),
        rows: 100,
        has_classes: true,
        most_classes: 3,
        within: Some(100.0),
        draw: None,
    };
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
        assert!(named(|choice| choice.features = vec![0]).contains("Choose 2 to 3 columns"));
        assert!(named(|choice| choice.class = None).contains("class of each row"));
        let words = named(|choice| *choice = Choice { features: vec![0, 2], ..choice.clone() });
        assert!(words.starts_with("Row 2, column kind: “a” is no number.\nRow 3, column kind"));
        assert!(refused("x,y,c\n1,2,a\n1,,a\n1,2,b").contains("at least 4"));
        assert_eq!(refused("x,y,c\n1,2,a\n1,two,a"), "Row 3, column y: “two” is no number.");
        assert!(
            refused("x,y,c\n\n1,2,a\n101,2,a").starts_with("Row 4, column x: 101 is too far out")
        );
        let four = "1,1,a\n1,1,b\n1,1,c\n1,1,d";
        assert!(refused(four).starts_with("Row 4, column column 3: “d” is one class more"));
        let many = refused(&format!("x,y,c\n{}", "one,1,a\n".repeat(30)));
        assert_eq!(many.lines().count(), 5);
        assert!(many.ends_with("And 25 more like these."), "{many}");
    }

    #[test]
    fn gaps_are_named() {
        let raw = parse(TEXT).unwrap();
        let gaps = raw.gaps(&raw.first_choice(&DECLARED));
        assert_eq!(gaps.as_deref(), Some("Row 3, column width: the value is missing."));
        let unlabelled = sheet("x,y,c\n1,2,a\n1,2,\n1,2,b\n1,3,a\n2,2,b", |_| ()).unwrap();
        assert_eq!(unlabelled.rows(), 4);
        assert_eq!(parse("x,y,c\n1,2,a").unwrap().gaps(&Choice::default()), None);
    }

    #[test]
    fn what_the_first_version_kept_is_read() {
        let read = read_kept("width,height,class\n1,2,b\n3,4,a\n5,6,a\n7,8,b".into(), &DECLARED);
        let read = read.expect("a table");
        assert_eq!((read.classes.join(" "), read.labels), ("a b".into(), vec![1, 0, 0, 1]));
    }

    #[test]
    fn what_does_not_fit_is_not_read() {
        let sheet = Sheet {
            columns: vec!["x".into(), "y".into()],
            values: vec![1.0, 2.0],
            classes: vec!["A".into(), "B".into()],
            labels: vec![1],
        };
        assert_eq!(read_kept(kept(&sheet), &DECLARED), Some(sheet.clone()));
        for broken in [
            Sheet { values: vec![1.0], ..sheet.clone() },
            Sheet { labels: vec![2], ..sheet.clone() },
            Sheet { labels: vec![], ..sheet.clone() },
            Sheet { columns: vec!["x".into()], ..sheet.clone() },
        ] {
            assert_eq!(read_kept(kept(&broken), &DECLARED), None, "{broken:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read(rows in prop::collection::vec((-9f32..9.0, -9f32..9.0, 0u8..3), 0..30)) {
            let sheet = Sheet {
                columns: vec!["x, in cm".into(), "y".into()],
                values: rows.iter().flat_map(|(x, y, _)| [*x, *y]).collect(),
                classes: ["b", "a", "c"].map(String::from).to_vec(),
                labels: rows.iter().map(|row| row.2).collect(),
            };
            prop_assert_eq!(read_kept(kept(&sheet), &DECLARED), Some(sheet));
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,200}") {
            if let Ok(raw) = parse(&text) {
                let _ = raw.sheet(&raw.first_choice(&DECLARED), &DECLARED);
            }
        }
    }
}
