//! A diagram to somebody who does not see it: a few sentences, and a table.

use super::{Arrow, Diagram};

/// `3 boxes, 2 arrows. Microphone → Detector (16 kHz). …`
#[must_use]
pub fn said(diagram: &Diagram) -> String {
    if diagram.boxes.is_empty() {
        return "Nothing is drawn yet.".into();
    }
    let boxes = counted(diagram.boxes.len(), "box", "boxes");
    let mut sentences = vec![match diagram.arrows.len() {
        0 => format!("{boxes}, no arrows."),
        arrows => format!("{boxes}, {}.", counted(arrows, "arrow", "arrows")),
    }];
    sentences.extend(diagram.arrows.iter().map(|it| {
        let (from, to) = ends(diagram, it);
        match it.label.trim() {
            "" => format!("{from} → {to}."),
            said => format!("{from} → {to} ({said})."),
        }
    }));
    let alone: Vec<String> = alone(diagram).collect();
    if !alone.is_empty() {
        sentences.push(format!("Without arrows: {}.", alone.join(", ")));
    }
    sentences.join(" ")
}

/// A row an arrow: from, what goes along it, to. Then a row for each box that has none.
#[must_use]
pub fn table(diagram: &Diagram) -> Vec<[String; 3]> {
    let arrows = diagram.arrows.iter().map(|it| {
        let (from, to) = ends(diagram, it);
        [from, it.label.trim().to_owned(), to]
    });
    arrows.chain(alone(diagram).map(|name| [name, String::new(), String::new()])).collect()
}

fn ends(diagram: &Diagram, arrow: &Arrow) -> (String, String) {
    (diagram.called(arrow.from), diagram.called(arrow.to))
}

impl Diagram {
    /// The name of a box.
    #[must_use]
    pub fn called(&self, id: u32) -> String {
        self.node(id).map(super::Node::name).unwrap_or_default()
    }
}

fn alone(diagram: &Diagram) -> impl Iterator<Item = String> {
    let has_arrow = |id| diagram.arrows.iter().any(|it| it.from == id || it.to == id);
    diagram.boxes.iter().filter(move |it| !has_arrow(it.id)).map(super::Node::name)
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
