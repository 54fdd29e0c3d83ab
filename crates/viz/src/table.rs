//! The numbers of a picture as rows of text, for the table behind its toggle and for export.

/// A table: as many cells in each row as headings.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Table {
    /// What the numbers are, in a few words.
    pub caption: String,
    /// One a column; the first column names its row.
    pub headings: Vec<String>,
    /// From top to bottom.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with headings and without rows.
    pub fn new(caption: impl Into<String>, headings: &[&str]) -> Self {
        Self {
            caption: caption.into(),
            headings: headings.iter().map(|&heading| heading.into()).collect(),
            rows: Vec::new(),
        }
    }

    /// At most `count` rows at equal distances, the first and last among them.
    pub fn thinned(mut self, count: usize) -> Self {
        let total = self.rows.len();
        if total > count && count > 1 {
            let keep: Vec<usize> = (0..count).map(|i| i * (total - 1) / (count - 1)).collect();
            self.rows = keep.into_iter().map(|i| std::mem::take(&mut self.rows[i])).collect();
        }
        self
    }

    /// Comma-separated values as in RFC 4180, headings first.
    pub fn to_csv(&self) -> String {
        let mut text = String::new();
        for row in std::iter::once(&self.headings).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        }
        text
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinning_keeps_both_ends() {
        let mut table = Table::new("steps", &["step"]);
        table.rows = (0..100).map(|i| vec![i.to_string()]).collect();
        let rows = table.thinned(4).rows;
        assert_eq!(rows, [["0"], ["33"], ["66"], ["99"]]);
    }

    #[test]
    fn csv_quotes_what_needs_it() {
        let mut table = Table::new("t", &["name", "value"]);
        table.rows.push(vec!["a, \"b\"".into(), "1".into()]);
        assert_eq!(table.to_csv(), "name,value\r\n\"a, \"\"b\"\"\",1\r\n");
    }
}
