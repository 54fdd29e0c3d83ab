//! A diagram as a picture that stands alone: light colours inside it, text as text.

use super::{Arrow, Diagram, LINE, Node, TEXT, lines::width, route, said, wrapped};

const INK: &str = "#1d1c1a";
const MUTED: &str = "#635f57";
const PAPER: &str = "#ffffff";
const BOX: &str = "#fcfbf8";

/// The picture, with a title and the diagram in words for those who do not see it.
#[must_use]
pub fn to_svg(diagram: &Diagram, title: &str) -> String {
    let (width, height) = diagram.size();
    let (width, height) = (width.max(1), height.max(1));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"IBM Plex Sans, system-ui, \
         sans-serif\" font-size=\"{TEXT}\" text-anchor=\"middle\">\n"
    );
    svg.push_str(&format!("<title>{}</title>\n<desc>", escaped(title)));
    svg.push_str(&escaped(&said(diagram)));
    svg.push_str(&format!("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>\n"));
    diagram.arrows.iter().for_each(|it| line(&mut svg, diagram, it));
    diagram.boxes.iter().for_each(|it| node(&mut svg, it));
    diagram.arrows.iter().for_each(|it| saying(&mut svg, diagram, it));
    svg.push_str("</svg>\n");
    svg
}

fn line(svg: &mut String, diagram: &Diagram, arrow: &Arrow) {
    let Some(way) = route(diagram, arrow) else { return };
    let ((x1, y1), (x2, y2)) = (way.from, way.neck);
    svg.push_str(&format!(
        "<path d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}\" stroke=\"{MUTED}\" stroke-width=\"1.5\"/>\n"
    ));
    let corners = way.head.map(|(x, y)| format!("{x:.1},{y:.1}")).join(" ");
    svg.push_str(&format!("<polygon points=\"{corners}\" fill=\"{MUTED}\"/>\n"));
}

fn node(svg: &mut String, node: &Node) {
    let (x, y, width, height) = node.area();
    svg.push_str(&format!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{BOX}\" stroke=\"{INK}\" stroke-width=\"1.5\"/>\n"
    ));
    for (line, (x, y)) in node.lines() {
        text(svg, &line, (f64::from(x), f64::from(y)), INK);
    }
}

fn saying(svg: &mut String, diagram: &Diagram, arrow: &Arrow) {
    let said = arrow.label.trim();
    let Some(way) = route(diagram, arrow).filter(|_| !said.is_empty()) else { return };
    let (x, y) = way.middle;
    let room = width(said) + 8.0;
    svg.push_str(&format!(
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{room:.1}\" height=\"{LINE}\" fill=\"{PAPER}\"/>\n",
        x - room / 2.0,
        y - f64::from(LINE) / 2.0
    ));
    text(svg, said, (x, y + 5.0), MUTED);
}

fn text(svg: &mut String, said: &str, (x, y): (f64, f64), ink: &str) {
    let said = escaped(said);
    svg.push_str(&format!("<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{ink}\">{said}</text>\n"));
}

impl Node {
    /// The lines of its name, each with the middle of its foot, in pixels.
    #[must_use]
    pub fn lines(&self) -> Vec<(String, (i32, i32))> {
        let (x, y, width, height) = self.area();
        let lines = wrapped(&self.name());
        let first = y + (height - lines.len() as i32 * LINE) / 2 + TEXT;
        let feet = (0..).map(|place| (x + width / 2, first + place * LINE));
        lines.into_iter().zip(feet).collect()
    }
}

/// Text that is no markup, without the characters that no XML may hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => safe.push(' '),
            _ => safe.push(letter),
        }
    }
    safe
}
