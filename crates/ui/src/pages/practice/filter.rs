//! Which exercises are wanted, as it travels in the address: behind the `#`, never in the query.

use content::{Item, Level};

use super::super::list::record_of;
use crate::progress::{Records, Stage};

/// Every level, easiest first.
pub const LEVELS: [Level; 3] = [Level::WarmUp, Level::Core, Level::Stretch];

/// Bounds of the time that somebody has, in minutes.
pub const TIMES: [u16; 4] = [10, 15, 20, 30];

/// How far an exercise is, as a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not solved yet.
    Unsolved,
    /// Never opened.
    New,
    /// Opened, not solved.
    Begun,
    /// Solved once.
    Solved,
}

impl Status {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 4] = [Self::Unsolved, Self::New, Self::Begun, Self::Solved];

    /// As in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unsolved => "unsolved",
            Self::New => "new",
            Self::Begun => "begun",
            Self::Solved => "solved",
        }
    }

    fn takes(self, stage: Stage) -> bool {
        match self {
            Self::Unsolved => stage != Stage::Solved,
            Self::New => stage == Stage::New,
            Self::Begun => stage == Stage::Begun,
            Self::Solved => stage == Stage::Solved,
        }
    }
}

/// Which exercises are wanted. Empty fields want all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words that title, summary or topics hold.
    pub query: String,
    /// A topic.
    pub topic: String,
    /// How hard.
    pub level: Option<Level>,
    /// Longest time, in minutes.
    pub minutes: Option<u16>,
    /// How far it is.
    pub status: Option<Status>,
    /// A track, by slug: its exercises, in its order.
    pub track: String,
}

impl Filter {
    /// Reads what stands behind the `#`. Unknown names and values want all.
    pub fn parse(fragment: &str) -> Self {
        let mut filter = Self::default();
        let text = fragment.trim_start_matches('#');
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            match &*name {
                "q" => filter.query = value.into_owned(),
                "topic" => filter.topic = value.into_owned(),
                "level" => filter.level = level(&value),
                "time" => filter.minutes = value.parse().ok(),
                "status" => filter.status = status(&value),
                "track" => filter.track = value.into_owned(),
                _ => {}
            }
        }
        filter
    }

    /// What stands behind the `#`; empty if everything is wanted.
    pub fn fragment(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        let minutes = self.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
        let fields = [
            ("q", self.query.trim()),
            ("track", &self.track),
            ("topic", &self.topic),
            ("level", self.level.map_or("", level_value)),
            ("time", &minutes),
            ("status", self.status.map_or("", Status::name)),
        ];
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            text.append_pair(name, value);
        }
        text.finish()
    }

    /// Whether an exercise is wanted, its track aside.
    pub fn takes(&self, item: &Item, records: &Records) -> bool {
        (self.topic.is_empty() || item.topics.contains(&self.topic))
            && self.level.is_none_or(|level| item.level == level)
            && self.minutes.is_none_or(|minutes| item.minutes <= minutes)
            && self.status.is_none_or(|status| status.takes(record_of(item, records).stage()))
            && self.finds(item)
    }

    /// Every word is somewhere in what the list shows of it.
    fn finds(&self, item: &Item) -> bool {
        let text = format!("{} {} {}", item.title, item.summary, item.topics.join(" "));
        let text = text.to_ascii_lowercase();
        let words = self.query.to_ascii_lowercase();
        words.split_whitespace().all(|word| text.contains(word) || item.slug.contains(word))
    }
}

/// As in the address.
pub fn level_value(level: Level) -> &'static str {
    match level {
        Level::WarmUp => "warm-up",
        Level::Core => "core",
        Level::Stretch => "stretch",
    }
}

/// The level of that name.
pub fn level(value: &str) -> Option<Level> {
    LEVELS.into_iter().find(|level| level_value(*level) == value)
}

/// The status of that name.
pub fn status(value: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status.name() == value)
}

#[cfg(test)]
mod tests {
    use content::Kind;

    use super::*;
    use crate::progress::Record;

    fn item(level: Level, minutes: u16) -> Item {
        Item {
            kind: Kind::Exercise,
            slug: "k-means".into(),
            title: "K-means".into(),
            summary: "Groups of points by Lloyd's algorithm.".into(),
            topics: vec!["clustering".into(), "NumPy".into()],
            level,
            minutes,
            domain: None,
            question: None,
            path: String::new(),
        }
    }

    fn check(fragment: &str, expect: bool) {
        let filter = Filter::parse(fragment);
        let solved = Record { opened_ms: 1.0, solved_ms: Some(2.0), ..Record::default() };
        let records = Records::from([("exercise/k-means".to_owned(), solved)]);
        assert_eq!(filter.takes(&item(Level::Core, 25), &records), expect, "{fragment}");
    }

    #[test]
    fn filters_combine() {
        check("", true);
        check("#topic=clustering&level=core&time=30&status=solved", true);
        check("topic=graphs", false);
        check("level=stretch", false);
        check("time=20", false);
        check("status=unsolved", false);
        check("status=begun", false);
    }

    #[test]
    fn every_word_must_be_found() {
        check("q=LLOYD+numpy", true);
        check("q=lloyd+heap", false);
        check("q=k-means", true);
    }

    #[test]
    fn what_the_address_says_is_read_back() {
        let fragment =
            "q=two+words&track=on-device&topic=data+structures&level=warm-up&time=15&status=new";
        assert_eq!(Filter::parse(fragment).fragment(), fragment);
        assert_eq!(Filter::default().fragment(), "");
        assert_eq!(Filter::parse("#level=hard&time=soon&x=1").fragment(), "");
    }
}
