//! What the embedding page asks for, read from the frame's fragment: which widget, in which colours,
//! without which parts.

use ui::{theme::Theme, widget::Hide};

/// A widget that can stand in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// An exercise, by slug.
    Exercise(String),
    /// The decision-boundary lab.
    DecisionBoundary,
    /// The attention room.
    Attention,
    /// Something that this version does not know, as it was written.
    Unknown(String),
}

impl Item {
    /// Reads a name as in the tag.
    pub fn parse(text: &str) -> Self {
        match text.split_once('/') {
            None if text == "attention" => Self::Attention,
            Some(("labs", "decision-boundary")) => Self::DecisionBoundary,
            Some(("practice", slug)) if is_slug(slug) => Self::Exercise(slug.to_owned()),
            _ => Self::Unknown(text.chars().take(80).collect()),
        }
    }

    /// Its full page's path inside the site.
    pub fn path(&self) -> String {
        match self {
            Self::Exercise(slug) => format!("practice/{slug}/"),
            Self::DecisionBoundary => "labs/decision-boundary/".into(),
            Self::Attention => "attention/".into(),
            Self::Unknown(_) => String::new(),
        }
    }
}

fn is_slug(text: &str) -> bool {
    let fits = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    !text.is_empty() && text.len() <= 80 && text.bytes().all(fits)
}

/// Everything that the fragment says.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Which widget.
    pub item: Item,
    /// Names the element on the embedding page; repeated in every message.
    pub id: String,
    /// Which colours, until the embedding page says otherwise.
    pub theme: Theme,
    /// Parts left out.
    pub hide: Hide,
    /// The widget's own fragment: settings to start from.
    pub state: Option<String>,
}

impl Request {
    /// Reads a fragment, with or without `#`.
    pub fn parse(fragment: &str) -> Self {
        let mut request = Self {
            item: Item::Unknown(String::new()),
            id: String::new(),
            theme: Theme::Auto,
            hide: Hide::default(),
            state: None,
        };
        let fragment = fragment.trim_start_matches('#');
        for (name, value) in form_urlencoded::parse(fragment.as_bytes()) {
            match &*name {
                "item" => request.item = Item::parse(&value),
                "id" => request.id = value.chars().take(80).collect(),
                "theme" => request.theme = Theme::from_name(&value),
                "hide" => request.hide = Hide::parse(&value),
                "state" if !value.is_empty() => request.state = Some(value.into_owned()),
                _ => {}
            }
        }
        request
    }

    /// The full page's path inside the site, with the same settings.
    pub fn page(&self) -> String {
        let state = self.state.as_ref().map(|state| format!("#{state}")).unwrap_or_default();
        format!("{}{state}", self.item.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fragment: &str, item: Item, page: &str) {
        let request = Request::parse(fragment);
        assert_eq!((&request.item, request.page().as_str()), (&item, page), "{fragment}");
    }

    #[test]
    fn the_three_kinds_are_known() {
        check("#item=labs%2Fdecision-boundary", Item::DecisionBoundary, "labs/decision-boundary/");
        check("item=attention&state=seed%3D3", Item::Attention, "attention/#seed=3");
        let slug = "moving-average";
        check(
            "item=practice/moving-average",
            Item::Exercise(slug.into()),
            "practice/moving-average/",
        );
    }

    #[test]
    fn other_names_are_unknown() {
        for text in
            ["", "labs/other", "practice/", "practice/../x", "practice/A", "https://a.b", "labs"]
        {
            let fragment = format!("item={text}");
            check(&fragment, Item::Unknown(text.into()), "");
        }
    }

    #[test]
    fn the_rest_is_read_leniently() {
        let request = Request::parse("id=warm-start-2&theme=dark&hide=header,share&state=&x=1");
        assert_eq!(request.id, "warm-start-2");
        assert_eq!(request.theme, Theme::Dark);
        assert!(request.hide.header && request.hide.share && !request.hide.controls);
        assert_eq!(request.state, None);
        assert_eq!(Request::parse("theme=pink").theme, Theme::Auto);
    }
}
