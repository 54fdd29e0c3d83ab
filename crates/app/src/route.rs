//! Which page an address means. Paths are relative to where the site is mounted.

use ui::navigation::Room;

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What to do next.
    Home,
    /// The list of exercises.
    Practice,
    /// One exercise, by slug.
    Exercise(String),
    /// The list of labs.
    Labs,
    /// One lab, by slug.
    Lab(String),
    /// The attention room.
    Attention,
    /// The plan and the list of cards, cases and questions.
    Study,
    /// One card, case or question, by slug.
    StudyItem(String),
    /// The mock loop.
    Interview,
    /// What of NumPy is here.
    Numpy,
    /// The snippet builder.
    Embed,
    /// What is stored, what was requested.
    Privacy,
    /// There is no such page.
    NotFound,
}

impl Route {
    /// Reads a path inside the site: `practice/iou/`. A missing last slash and a written
    /// `index.html` are forgiven.
    pub fn parse(path: &str) -> Self {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["practice"] => Self::Practice,
            ["practice", slug] => Self::Exercise((*slug).to_owned()),
            ["labs"] => Self::Labs,
            ["labs", slug] => Self::Lab((*slug).to_owned()),
            ["attention"] => Self::Attention,
            ["study"] => Self::Study,
            ["study", slug] => Self::StudyItem((*slug).to_owned()),
            ["interview"] => Self::Interview,
            ["numpy"] => Self::Numpy,
            ["embed"] => Self::Embed,
            ["privacy"] => Self::Privacy,
            _ => Self::NotFound,
        }
    }

    /// The room that it belongs to.
    pub fn room(&self) -> Option<Room> {
        match self {
            Self::Practice | Self::Exercise(_) => Some(Room::Practice),
            Self::Labs | Self::Lab(_) => Some(Room::Labs),
            Self::Attention => Some(Room::Attention),
            Self::Study | Self::StudyItem(_) => Some(Room::Study),
            Self::Interview => Some(Room::Interview),
            _ => None,
        }
    }

    /// What the tab says until the page itself knows better.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Home => "Warmstart: practise machine-learning interviews in your browser",
            Self::Practice | Self::Exercise(_) => "Practice · Warmstart",
            Self::Labs | Self::Lab(_) => "Labs · Warmstart",
            Self::Attention => "Attention · Warmstart",
            Self::Study | Self::StudyItem(_) => "Study · Warmstart",
            Self::Interview => "Interview · Warmstart",
            Self::Numpy => "NumPy in this playground · Warmstart",
            Self::Embed => "Embed · Warmstart",
            Self::Privacy => "Privacy · Warmstart",
            Self::NotFound => "Nothing here · Warmstart",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expect: Route) {
        assert_eq!(Route::parse(path), expect, "{path}");
    }

    #[test]
    fn addresses_mean_pages() {
        check("", Route::Home);
        check("index.html", Route::Home);
        check("practice/", Route::Practice);
        check("practice", Route::Practice);
        check("practice/iou/", Route::Exercise("iou".into()));
        check("practice/iou/index.html", Route::Exercise("iou".into()));
        check("labs/decision-boundary/", Route::Lab("decision-boundary".into()));
        check("attention/", Route::Attention);
        check("study/", Route::Study);
        check("study/kv-cache-bytes/", Route::StudyItem("kv-cache-bytes".into()));
        check("study/a/b/", Route::NotFound);
        check("interview/", Route::Interview);
        check("practice/iou/more/", Route::NotFound);
        check("numpy/", Route::Numpy);
        check("elsewhere", Route::NotFound);
    }

    #[test]
    fn pages_know_their_room() {
        assert_eq!(Route::parse("labs/x/").room(), Some(Room::Labs));
        assert_eq!(Route::Home.room(), None);
    }
}
