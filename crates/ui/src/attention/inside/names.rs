//! What rows, columns and inner indices of a stage are called, for one look.

use protocol::attention::{Config, Inspection, look::Kind};

use super::numbers::column_label;

/// What is needed to name things.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Of the lane in focus.
    pub config: &'a Config,
    /// What is looked at.
    pub inspection: &'a Inspection,
    /// Tokens by their index.
    pub vocabulary: &'a [String],
}

impl Names<'_> {
    /// Width of a head: d in √d.
    #[must_use]
    pub fn head_width(&self) -> usize {
        usize::from(self.config.width) / usize::from(self.config.heads)
    }

    /// The token of that index.
    #[must_use]
    pub fn token_of_vocabulary(&self, index: usize) -> String {
        self.vocabulary.get(index).cloned().unwrap_or_else(|| (index + 1).to_string())
    }

    /// The token of the text: `m (place 1)`.
    #[must_use]
    pub fn place(&self, index: usize) -> String {
        let token = self.inspection.tokens.get(index).map_or("", String::as_str);
        format!("{token} (place {})", index + 1)
    }

    /// A stage that is a term of a sum.
    #[must_use]
    pub fn term(kind: Kind) -> &'static str {
        match kind {
            Kind::Projected => "attention",
            Kind::Lowered => "MLP",
            Kind::Tokens => "token",
            Kind::Places => "place",
            _ => "stream",
        }
    }

    /// What is multiplied in a product: a unit, or the token whose value is mixed in.
    #[must_use]
    pub fn inner(&self, kind: Kind, index: usize) -> String {
        let unit = |unit: usize| format!("unit {}", unit + 1);
        match kind {
            Kind::Mixed => self.place(index),
            Kind::Projected => {
                let width = self.head_width();
                format!("head {}, {}", index / width + 1, unit(index % width))
            }
            _ => unit(index),
        }
    }

    /// The row and the column of a cell, each with what it is.
    #[must_use]
    pub fn cell(&self, kind: Kind, (row, column): (usize, usize)) -> [(&'static str, String); 2] {
        match kind {
            Kind::Scores | Kind::Shares => {
                [("query", self.place(row)), ("key", self.place(column))]
            }
            Kind::Logits | Kind::Next => {
                let last = self.inspection.tokens.len().saturating_sub(1);
                [("after", self.place(last)), ("next", self.token_of_vocabulary(column))]
            }
            _ => [
                ("token", self.place(row)),
                ("unit", column_label(kind, column, self.inspection, self.vocabulary)),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::{fragment::default_config, inside::samples};

    #[test]
    fn what_is_mixed_has_the_name_of_its_token() {
        let config = default_config();
        let inspection = samples::inspection(&config);
        let vocabulary = samples::VOCABULARY.map(String::from);
        let names = Names { config: &config, inspection: &inspection, vocabulary: &vocabulary };
        assert_eq!(names.inner(Kind::Mixed, 1), "a (place 2)");
        assert_eq!(names.inner(Kind::Projected, 17), "head 3, unit 2");
        assert_eq!(names.inner(Kind::Query, 17), "unit 18");
        assert_eq!(
            names.cell(Kind::Next, (0, 4)),
            [("after", "> (place 4)".to_owned()), ("next", ".".to_owned())]
        );
        assert_eq!(names.cell(Kind::Hidden, (2, 4))[1], ("unit", "5".to_owned()));
    }
}
