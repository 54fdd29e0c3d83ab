//! What the embedding page asks for, read from the frame's fragment: which widget, in which colours,
//! without which parts.

use ui::{theme::Theme, widget::Hide};

/// Names longer than this are cut.
const LONGEST: usize = 100;

/// The name of something that a room can show: `practice/iou`, `labs/decision-boundary`,
/// `attention`. Well formed; whether there is such an item, its room knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item(String);

impl Item {
    /// Reads a name as in the tag: one or two words of small letters, digits and hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, second) = text.split_once('/').unwrap_or((text, "-"));
        (is_slug(first) && is_slug(second)).then(|| Self(text.to_owned()))
    }

    /// The whole name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// What it is called inside a room: `iou` inside `practice`.
    pub fn inside(&self, room: &str) -> Option<&str> {
        self.0.strip_prefix(room)?.strip_prefix('/')
    }
}

fn is_slug(text: &str) -> bool {
    let fits = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    !text.is_empty() && text.bytes().all(fits)
}

/// Everything that the fragment says.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Which widget, as it was written.
    pub item: String,
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
            item: String::new(),
            id: String::new(),
            theme: Theme::Auto,
            hide: Hide::default(),
            state: None,
        };
        let fragment = fragment.trim_start_matches('#');
        for (name, value) in form_urlencoded::parse(fragment.as_bytes()) {
            match &*name {
                "item" => request.item = value.chars().take(LONGEST).collect(),
                "id" => request.id = value.chars().take(LONGEST).collect(),
                "theme" => request.theme = Theme::from_name(&value),
                "hide" => request.hide = Hide::parse(&value),
                "state" if !value.is_empty() => request.state = Some(value.into_owned()),
                _ => {}
            }
        }
        request
    }

    /// The path of an item's full page inside the site, with the settings asked for.
    pub fn page(&self, item: &Item) -> String {
        let state = self.state.as_ref().map(|state| format!("#{state}")).unwrap_or_default();
        format!("{}/{state}", item.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fragment: &str, page: Option<&str>) {
        let request = Request::parse(fragment);
        let found = Item::parse(&request.item).map(|item| request.page(&item));
        assert_eq!(found.as_deref(), page, "{fragment}");
    }

    #[test]
    fn names_lead_to_pages() {
        check("#item=labs%2Fdecision-boundary", Some("labs/decision-boundary/"));
        check("item=attention&state=seed%3D3", Some("attention/#seed=3"));
        check("item=practice/moving-average", Some("practice/moving-average/"));
    }

    #[test]
    fn what_is_no_name_leads_nowhere() {
        for text in
            ["", "practice/", "practice/../x", "practice/A", "https://a.b", "/labs", "a/b/c"]
        {
            check(&format!("item={text}"), None);
        }
    }

    #[test]
    fn a_name_is_inside_one_room() {
        let item = Item::parse("practice/moving-average").unwrap();
        assert_eq!(item.inside("practice"), Some("moving-average"));
        assert_eq!(item.inside("pract"), None);
        assert_eq!(Item::parse("practices/x").unwrap().inside("practice"), None);
        assert_eq!(Item::parse("attention").unwrap().inside("attention"), None);
    }

    #[test]
    fn the_rest_is_read_leniently() {
        let request = Request::parse("id=warm-start-2&theme=dark&hide=header,share&state=&x=1");
        assert_eq!(request.id, "warm-start-2");
        assert_eq!(request.theme, Theme::Dark);
        assert!(request.hide.header && request.hide.share && !request.hide.controls);
        assert_eq!(request.state, None);
        assert_eq!(Request::parse(&format!("item={}", "é".repeat(900))).item, "é".repeat(LONGEST));
        assert_eq!(Request::parse("theme=pink").theme, Theme::Auto);
    }
}
