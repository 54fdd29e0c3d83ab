//! The readable text of each page, in the markup that the app itself uses for the same places.

use content::authoring::{Library, Reading};
use content::{Exercise, Page};

use super::html::escape;
use super::{PageFile, study};
use crate::build::rooms;

/// The rooms in the order of the site's own navigation.
const ROOMS: [(&str, &str); 5] = [
    ("practice/", "Practice"),
    ("labs/", "Labs"),
    ("attention/", "Attention"),
    ("study/", "Study"),
    ("interview/", "Interview"),
];

/// Every page of the site except the frame.
pub fn all(library: &Library, base: &str) -> Vec<PageFile> {
    let site = Site { base };
    let mut pages = Vec::new();
    pages.extend(library.exercises.iter().map(|exercise| site.exercise(exercise)));
    pages.extend(library.labs.iter().map(|lab| site.prose(&lab.page)));
    pages.extend(library.cards.iter().map(|card| {
        site.study(&card.slug, &card.question, &card.summary, &study::card(card, base))
    }));
    pages.extend(
        library.cases.iter().map(|case| {
            site.study(&case.slug, &case.title, &case.summary, &study::case(case, base))
        }),
    );
    pages.extend(
        library
            .questions
            .iter()
            .map(|it| site.study(&it.slug, &it.question, &it.summary, &study::question(it))),
    );
    pages.extend(library.attention.iter().map(|reading| site.prose(&reading.page)));
    pages.extend(library.pages.iter().map(|page| match page.slug.as_str() {
        "practice" => site.practice(page, &library.exercises),
        "labs" => site.labs(page, &library.labs),
        "study" => site.study_list(page, library),
        "study/resume" => site.resume(page, library),
        _ => site.prose(page),
    }));
    pages
}

/// The frame that shows one widget: the page around it brings its own text.
pub fn frame(path: &str, base: &str) -> PageFile {
    PageFile {
        path: path.to_owned(),
        title: "Warmstart".to_owned(),
        description: "One Warmstart widget, for use inside another page.".to_owned(),
        body: format!(
            "<noscript><p>This widget needs JavaScript. \
             <a href=\"{base}\" target=\"_top\">Its site</a> can be read without.</p></noscript>"
        ),
        room: None,
    }
}

struct Site<'a> {
    base: &'a str,
}

impl Site<'_> {
    fn practice(&self, page: &Page, exercises: &[Exercise]) -> PageFile {
        let entries = exercises.iter().map(|exercise| {
            let address = format!("practice/{}/", exercise.slug);
            self.entry(&address, &exercise.title, &exercise.summary)
        });
        self.list(page, entries)
    }

    fn labs(&self, page: &Page, labs: &[Reading]) -> PageFile {
        let entries = labs.iter().map(|lab| {
            self.entry(&format!("{}/", lab.page.slug), &lab.page.title, &lab.page.description)
        });
        self.list(page, entries)
    }

    /// Three lists: what is asked about theory, cases, and what is asked about the candidate.
    fn study_list(&self, page: &Page, library: &Library) -> PageFile {
        let entry = |slug: &str, title: &str, summary: &str| {
            self.entry(&format!("study/{slug}/"), title, summary)
        };
        let cards = library.cards.iter().map(|it| entry(&it.slug, &it.question, &it.summary));
        let cases = library.cases.iter().map(|it| entry(&it.slug, &it.title, &it.summary));
        let questions =
            library.questions.iter().map(|it| entry(&it.slug, &it.question, &it.summary));
        let mut body = page.body_html.clone();
        for (heading, entries) in [
            ("Theory", cards.collect::<String>()),
            ("System design", cases.collect()),
            ("Behaviour and résumé", questions.collect()),
        ] {
            if !entries.is_empty() {
                body += &format!("<h2>{heading}</h2><ul>{entries}</ul>");
            }
        }
        self.page("study/", &page.title, &page.description, &body)
    }

    /// What is asked about a project, stage by stage.
    fn resume(&self, page: &Page, library: &Library) -> PageFile {
        let body = format!("{}{}", page.body_html, study::drill(&library.drill));
        self.page("study/resume/", &page.title, &page.description, &body)
    }

    /// A card, a case or a question.
    fn study(&self, slug: &str, title: &str, summary: &str, body: &str) -> PageFile {
        self.page(&format!("study/{slug}/"), title, summary, body)
    }

    /// A page of prose with a list after it.
    fn list(&self, page: &Page, entries: impl Iterator<Item = String>) -> PageFile {
        let body = format!("{}<ul>{}</ul>", page.body_html, entries.collect::<String>());
        self.page(&format!("{}/", page.slug), &page.title, &page.description, &body)
    }

    fn exercise(&self, exercise: &Exercise) -> PageFile {
        let body = format!(
            "{}<h2>Where you start</h2><pre><code>{}</code></pre>",
            exercise.prompt_html,
            escape(&exercise.starter)
        );
        let address = format!("practice/{}/", exercise.slug);
        self.page(&address, &exercise.title, &exercise.summary, &body)
    }

    fn prose(&self, page: &Page) -> PageFile {
        match page.slug.as_str() {
            "home" => self.page("", &page.title, &page.description, &page.body_html),
            "not-found" => PageFile {
                path: "404.html".to_owned(),
                ..self.page("", &page.title, &page.description, &page.body_html)
            },
            slug => {
                let address = format!("{slug}/");
                self.page(&address, &page.title, &page.description, &page.body_html)
            }
        }
    }

    fn entry(&self, address: &str, title: &str, summary: &str) -> String {
        let address = escape(&format!("{}{address}", self.base));
        format!("<li><a href=\"{address}\">{}</a>: {}</li>", escape(title), escape(summary))
    }

    fn page(&self, address: &str, title: &str, description: &str, body: &str) -> PageFile {
        let heading = escape(title);
        PageFile {
            path: format!("{address}index.html"),
            title: if address.is_empty() {
                title.to_owned()
            } else {
                format!("{title} · Warmstart")
            },
            description: description.to_owned(),
            body: format!(
                "{}<main class=\"page stack\"><h1>{heading}</h1>{body}\
                 <noscript><p class=\"small\">You are reading the text of this page. Running code \
                 and training models needs JavaScript.</p></noscript></main>{}",
                self.header(address),
                self.footer(),
            ),
            room: rooms::program(address.trim_end_matches('/')),
        }
    }

    fn header(&self, address: &str) -> String {
        let base = escape(self.base);
        let rooms = ROOMS.iter().map(|(room, name)| {
            let current = if address.starts_with(room) { " aria-current=\"page\"" } else { "" };
            format!("<a href=\"{base}{room}\"{current}>{name}</a>")
        });
        format!(
            "<header class=\"bar\"><a class=\"mark\" href=\"{base}\">warmstart</a>\
             <nav aria-label=\"Rooms\">{}</nav></header>",
            rooms.collect::<String>()
        )
    }

    fn footer(&self) -> String {
        let base = escape(self.base);
        format!(
            "<footer class=\"small\"><a href=\"{base}embed/\">Embed</a> \
             <a href=\"{base}privacy/\">Privacy</a></footer>"
        )
    }
}

#[cfg(test)]
mod tests {
    use content::Answer;

    use super::*;

    fn prose(slug: &str) -> Page {
        let body_html = "<p>Text.</p>".to_owned();
        let (slug, title) = (slug.to_owned(), "Less < more".to_owned());
        Page { slug, title, description: "A page.".to_owned(), body_html }
    }

    fn check(slug: &str, path: &str, title: &str) {
        let page = Site { base: "/notes/" }.prose(&prose(slug));
        assert_eq!((page.path.as_str(), page.title.as_str()), (path, title));
        assert!(page.body.contains("<h1>Less &lt; more</h1><p>Text.</p>"), "{}", page.body);
        assert!(page.body.contains("href=\"/notes/labs/\""), "{}", page.body);
    }

    #[test]
    fn every_page_has_an_address_of_its_own() {
        check("home", "index.html", "Less < more");
        check("privacy", "privacy/index.html", "Less < more · Warmstart");
        check(
            "labs/decision-boundary",
            "labs/decision-boundary/index.html",
            "Less < more · Warmstart",
        );
        check("not-found", "404.html", "Less < more");
    }

    #[test]
    fn the_study_room_lists_what_there_is() {
        let library = Library {
            exercises: Vec::new(),
            labs: Vec::new(),
            attention: Vec::new(),
            cards: vec![study::tests::card_of(number())],
            cases: Vec::new(),
            questions: Vec::new(),
            pages: vec![prose("study")],
            tracks: Vec::new(),
            syllabus: Vec::new(),
            drill: Vec::new(),
        };
        let pages = all(&library, "/notes/");
        let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
        assert_eq!(paths, ["study/order/index.html", "study/index.html"]);
        let entry = "<li><a href=\"/notes/study/order/\">Why?</a>: Because.</li>";
        let list = &pages[1].body;
        assert!(list.contains(&format!("<h2>Theory</h2><ul>{entry}</ul>")), "{list}");
        assert!(!list.contains("System design"), "{list}");
        assert_eq!(pages[0].title, "Why? · Warmstart");
        assert_eq!(pages[0].description, "Because.");
    }

    fn number() -> Answer {
        Answer::Number { value: 1.0, tolerance: 0.1, unit: String::new() }
    }

    #[test]
    fn only_a_room_asks_for_its_program() {
        let room = |slug| Site { base: "/" }.prose(&prose(slug)).room;
        assert_eq!(room("labs/decision-boundary"), Some("lab"));
        assert_eq!(room("attention"), Some("attention"));
        assert_eq!(room("privacy"), Some("privacy"));
        for page in ["home", "labs", "embed", "not-found"] {
            assert_eq!(room(page), None, "{page}");
        }
    }

    #[test]
    fn the_room_of_a_page_is_marked() {
        let page = Site { base: "/" }.prose(&prose("labs/decision-boundary"));
        assert!(page.body.contains("<a href=\"/labs/\" aria-current=\"page\">Labs</a>"));
    }
}
