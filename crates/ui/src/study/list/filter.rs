//! Which items are wanted, as it travels in the address: behind the `#`, never in the query.

use content::{Item, Kind, Level};
use study::Day;

use super::super::{
    kinds,
    reviews::{Memories, Standing, standing as standing_by},
};
use crate::{
    pages::{level, level_value},
    progress,
};

/// Which items are wanted. Empty fields want all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words that title, summary or topics hold.
    pub query: String,
    /// What sort.
    pub kind: Option<Kind>,
    /// A topic.
    pub topic: String,
    /// How hard.
    pub level: Option<Level>,
    /// How it stands.
    pub standing: Option<Standing>,
}

/// Every standing, in the order of the list.
pub const STANDINGS: [Standing; 3] = [Standing::Due, Standing::Learning, Standing::New];

impl Filter {
    /// Reads what stands behind the `#`. Unknown names and values want all.
    pub fn parse(fragment: &str) -> Self {
        let mut filter = Self::default();
        let text = fragment.trim_start_matches('#');
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            match &*name {
                "q" => filter.query = value.into_owned(),
                "kind" => filter.kind = kinds::of_value(&value),
                "topic" => filter.topic = value.into_owned(),
                "level" => filter.level = level(&value),
                "state" => filter.standing = standing(&value),
                _ => {}
            }
        }
        filter
    }

    /// What stands behind the `#`; empty if everything is wanted.
    pub fn fragment(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("q", self.query.trim()),
            ("kind", self.kind.map_or("", kinds::value)),
            ("topic", &self.topic),
            ("level", self.level.map_or("", level_value)),
            ("state", self.standing.map_or("", standing_value)),
        ];
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            text.append_pair(name, value);
        }
        text.finish()
    }

    /// Whether an item is wanted.
    pub fn takes(&self, item: &Item, memories: &Memories, today: Day) -> bool {
        self.kind.is_none_or(|kind| item.kind == kind)
            && (self.topic.is_empty() || item.topics.contains(&self.topic))
            && self.level.is_none_or(|level| item.level == level)
            && self.standing.is_none_or(|wanted| standing_of(item, memories, today) == wanted)
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

/// How an item stands.
pub fn standing_of(item: &Item, memories: &Memories, today: Day) -> Standing {
    standing_by(memories.get(&progress::key(item.kind, &item.slug)), today)
}

/// As in the address.
pub fn standing_value(standing: Standing) -> &'static str {
    match standing {
        Standing::New => "new",
        Standing::Learning => "learning",
        Standing::Due => "due",
    }
}

/// The standing of that name.
pub fn standing(value: &str) -> Option<Standing> {
    STANDINGS.into_iter().find(|it| standing_value(*it) == value)
}

#[cfg(test)]
mod tests {
    use study::schedule::Rating;

    use super::{
        super::super::reviews::{AllReviews, Reviews, memories},
        *,
    };

    fn check(fragment: &str, expect: bool) {
        let item = Item {
            kind: Kind::Card,
            slug: "lora-rank".into(),
            title: "What does the rank buy?".into(),
            summary: "Parameters for a low-rank update.".into(),
            topics: vec!["transformers".into()],
            level: Level::Core,
            minutes: 5,
            domain: None,
            question: None,
            path: String::new(),
        };
        let rated = Reviews::default().rated(Rating::Again, 10);
        let reviews = AllReviews::from([("card/lora-rank".to_owned(), rated)]);
        assert_eq!(
            Filter::parse(fragment).takes(&item, &memories(&reviews), 11),
            expect,
            "{fragment}"
        );
    }

    #[test]
    fn filters_combine() {
        check("", true);
        check("#kind=card&topic=transformers&level=core&state=due&q=LOW+rank", true);
        check("kind=case", false);
        check("topic=vision", false);
        check("level=stretch", false);
        check("state=new", false);
        check("q=rank+vision", false);
    }

    #[test]
    fn what_the_address_says_is_read_back() {
        let fragment = "q=two+words&kind=question&topic=system+design&level=warm-up&state=learning";
        assert_eq!(Filter::parse(fragment).fragment(), fragment);
        assert_eq!(Filter::parse("#kind=exercise&state=old&x=1").fragment(), "");
    }
}
