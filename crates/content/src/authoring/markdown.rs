//! Markdown to HTML that the site's policy accepts: no raw HTML, no inline styles, maths as MathML.
//!
//! `$…$` is a formula in a line, `$$…$$` one on its own. Links within the site are written from the
//! root and come out under the base.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::maths::mathml;
use super::reader::line_of;

/// HTML, and what was noticed on the way; lines count from 1 in the text given.
#[derive(Debug, Default)]
pub struct Rendered {
    pub html: String,
    /// Line and target, as written.
    pub links: Vec<(usize, String)>,
    /// Line and message.
    pub problems: Vec<(usize, String)>,
    is_in_code: bool,
}

/// Renders `text`; links that start with `/` come out under `base`.
pub fn render(text: &str, base: &str) -> Rendered {
    let options = Options::ENABLE_TABLES | Options::ENABLE_MATH;
    let mut rendered = Rendered::default();
    let events: Vec<Event<'_>> = Parser::new_ext(text, options)
        .into_offset_iter()
        .map(|(event, range)| rendered.event(event, text, &range, base))
        .collect();
    let mut html = String::new();
    html::push_html(&mut html, events.into_iter());
    rendered.html = scrolling_tables(&html);
    rendered
}

impl Rendered {
    fn event<'a>(
        &mut self,
        event: Event<'a>,
        text: &str,
        range: &Range<usize>,
        base: &str,
    ) -> Event<'a> {
        let line = line_of(text, range.start);
        match event {
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse(line, "raw HTML is not allowed: write Markdown, or `<` in a code span")
            }
            Event::Start(Tag::Image { .. }) => self
                .refuse(line, "pictures in prose are not supported: describe it, or use a table"),
            Event::Start(Tag::Table(columns))
                if columns.iter().any(|column| *column != Alignment::None) =>
            {
                self.refuse(line, "aligned columns need inline styles: write `---` without colons")
            }
            Event::Text(words) if words.contains('$') && !self.is_in_code => {
                // An escaped one starts a text of its own, right after the backslash.
                if !text[..range.start].ends_with('\\') {
                    self.refuse(
                        line,
                        "a $ without its other half: close the formula, or write \\$",
                    );
                }
                Event::Text(words)
            }
            Event::InlineMath(latex) => self.formula(&latex, false, line),
            Event::DisplayMath(latex) => self.formula(&latex, true, line),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.target(dest_url, line, base);
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                self.is_in_code = true;
                Event::Html(code_block(&kind).into())
            }
            Event::End(TagEnd::CodeBlock) => {
                self.is_in_code = false;
                Event::Html("</code></pre>\n".into())
            }
            other => other,
        }
    }

    /// Reports a problem; what it stands for is left out.
    fn refuse<'a>(&mut self, line: usize, message: &str) -> Event<'a> {
        self.problems.push((line, message.to_owned()));
        Event::Text(CowStr::Borrowed(""))
    }

    fn formula<'a>(&mut self, latex: &str, is_block: bool, line: usize) -> Event<'a> {
        match mathml(latex, is_block) {
            Ok(math) => Event::InlineHtml(math.into()),
            Err(message) => self.refuse(line, &message),
        }
    }

    fn target<'a>(&mut self, target: CowStr<'a>, line: usize, base: &str) -> CowStr<'a> {
        self.links.push((line, target.to_string()));
        match target.strip_prefix('/') {
            Some(rest) => format!("{base}{rest}").into(),
            None => target,
        }
    }
}

/// Tables can be wider than a phone: each scrolls on its own, by keyboard too. (No text can look like
/// a tag here: raw HTML is refused, and `<` in text is escaped.)
fn scrolling_tables(html: &str) -> String {
    html.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>")
}

/// The start of a code block. It can be wider than the screen, so it takes the keyboard's focus to
/// be scrolled.
fn code_block(kind: &CodeBlockKind<'_>) -> String {
    let language = match kind {
        CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
        CodeBlockKind::Indented => "",
    };
    let is_name = !language.is_empty() && language.chars().all(|c| c.is_ascii_alphanumeric());
    let class = if is_name { format!(" class=\"language-{language}\"") } else { String::new() };
    format!("<pre tabindex=\"0\"><code{class}>")
}
