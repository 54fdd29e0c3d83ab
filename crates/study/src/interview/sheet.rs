//! The interviewer's sheet as a link: which items somebody else asks, and for which level. It
//! travels behind the `#` and needs no session, so it opens in another window or on another device.

use content::{Kind, Seniority};

use super::round::Round;
use super::session::Session;
use super::sound::is_address;
use crate::ItemRef;

/// Items that a sheet shows at most.
const MOST_ITEMS: usize = 20;

/// What the interviewer asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// In which round.
    pub round: Round,
    /// How long it takes.
    pub minutes: u16,
    /// At which level.
    pub seniority: Seniority,
    /// What is asked, in order.
    pub items: Vec<ItemRef>,
}

const KINDS: [(Kind, &str); 6] = [
    (Kind::Exercise, "exercise"),
    (Kind::Lab, "lab"),
    (Kind::Attention, "attention"),
    (Kind::Card, "card"),
    (Kind::Design, "design"),
    (Kind::Behavioural, "behavioural"),
];

impl Sheet {
    /// Of the round that a session is at.
    #[must_use]
    pub fn of(session: &Session) -> Option<Self> {
        let round = session.round()?;
        Some(Self {
            round: round.round,
            minutes: round.minutes,
            seniority: session.setup.seniority,
            items: round.tasks.iter().map(|task| task.item.clone()).collect(),
        })
    }

    /// As it stands behind the `#`.
    #[must_use]
    pub fn to_fragment(&self) -> String {
        let level = match self.seniority {
            Seniority::Junior => "junior",
            Seniority::Senior => "senior",
        };
        let items: Vec<String> = self.items.iter().map(name).collect();
        let (round, minutes, items) = (self.round.name(), self.minutes, items.join(","));
        format!("sheet={round}&minutes={minutes}&level={level}&items={items}")
    }

    /// Reads what stands behind the `#`. Names that no item can have are left out.
    #[must_use]
    pub fn parse(fragment: &str) -> Option<Self> {
        let value = |name: &str| {
            let pairs = fragment.trim_start_matches('#').split('&');
            pairs.filter_map(|it| it.split_once('=')).find(|it| it.0 == name).map(|it| it.1)
        };
        let items = value("items")?.split(',').filter_map(item).take(MOST_ITEMS);
        Some(Self {
            round: Round::from_name(value("sheet")?)?,
            minutes: value("minutes")?.parse().ok()?,
            seniority: match value("level")? {
                "senior" => Seniority::Senior,
                _ => Seniority::Junior,
            },
            items: items.collect(),
        })
    }
}

/// `card/lora`, as everything else names an item.
fn name(item: &ItemRef) -> String {
    let kind = KINDS.iter().find(|it| it.0 == item.kind).map_or("", |it| it.1);
    format!("{kind}/{}", item.slug)
}

fn item(name: &str) -> Option<ItemRef> {
    let (kind, slug) = name.split_once('/')?;
    let kind = KINDS.iter().find(|it| it.1 == kind)?.0;
    Some(ItemRef { kind, slug: slug.to_owned() }).filter(is_address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_read_back_from_its_link() {
        let session = super::super::tests::theory();
        let sheet = Sheet::of(&session).unwrap();
        let fragment = sheet.to_fragment();
        assert!(fragment.starts_with("sheet=theory&minutes=45&level=junior&items=card/"));
        assert_eq!(Sheet::parse(&format!("#{fragment}")), Some(sheet));
    }

    #[test]
    fn what_is_no_sheet_is_none_and_bad_names_are_left_out() {
        assert_eq!(Sheet::parse("#report=1"), None);
        assert_eq!(Sheet::parse("sheet=lunch&minutes=5&level=junior&items="), None);
        let link = "sheet=theory&minutes=45&level=senior&items=card/../evil,book/x,card/ok,card/";
        let sheet = Sheet::parse(link).unwrap();
        assert_eq!(sheet.items.iter().map(name).collect::<Vec<_>>(), ["card/ok"]);
    }
}
