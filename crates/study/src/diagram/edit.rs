//! What can be done to a diagram, and taken back.

use super::{
    Arrow, Diagram, LONGEST_LABEL, LONGEST_SAYING, MOST_BOXES, Node, Place,
    read::{label, on_sheet},
};

/// Steps that can be taken back.
const DEEPEST: usize = 100;

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A box at a place.
    Add(Place),
    /// A box goes to another place.
    Move(u32, Place),
    /// A box is called something else.
    Rename(u32, String),
    /// A box goes, and its arrows with it.
    Delete(u32),
    /// An arrow from one box to another.
    Connect(u32, u32),
    /// What goes along an arrow.
    Say(u32, u32, String),
    /// An arrow goes.
    Disconnect(u32, u32),
    /// The usual parts of a system, on an empty sheet.
    Start,
    /// Everything goes.
    Clear,
}

impl Diagram {
    /// The diagram after a change; nothing if the change cannot be made or makes no difference.
    #[must_use]
    pub fn after(&self, action: &Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Add((x, y)) => next.boxes.push(Node {
                id: self.free_id()?,
                label: String::new(),
                x: on_sheet(*x),
                y: on_sheet(*y),
            }),
            Action::Move(id, (x, y)) => {
                let node = next.boxes.iter_mut().find(|it| it.id == *id)?;
                (node.x, node.y) = (on_sheet(*x), on_sheet(*y));
            }
            Action::Rename(id, text) => {
                let node = next.boxes.iter_mut().find(|it| it.id == *id)?;
                node.label = label(text, LONGEST_LABEL);
            }
            Action::Delete(id) => {
                next.boxes.retain(|it| it.id != *id);
                next.arrows.retain(|it| it.from != *id && it.to != *id);
            }
            Action::Connect(from, to) => {
                let arrow = Arrow { from: *from, to: *to, label: String::new() };
                next.arrows.push(Some(arrow).filter(|_| self.takes(*from, *to))?);
            }
            Action::Say(from, to, text) => {
                let mut arrows = next.arrows.iter_mut();
                let arrow = arrows.find(|it| it.from == *from && it.to == *to)?;
                arrow.label = label(text, LONGEST_SAYING);
            }
            Action::Disconnect(from, to) => {
                next.arrows.retain(|it| it.from != *from || it.to != *to);
            }
            Action::Start => next = Some(usual_parts()).filter(|_| self.boxes.is_empty())?,
            Action::Clear => next = Self::default(),
        }
        (next != *self).then_some(next)
    }

    /// The id that the next box gets, while there is room for one.
    #[must_use]
    pub fn free_id(&self) -> Option<u32> {
        let is_free = |id: &u32| self.node(*id).is_none();
        if self.boxes.len() < MOST_BOXES { (1..).find(is_free) } else { None }
    }
}

/// What nearly every design has, in two columns, so that it fits on a phone.
fn usual_parts() -> Diagram {
    let parts = [
        ("Data", 0, 0),
        ("Features", 9, 0),
        ("Model", 9, 6),
        ("Serving", 9, 12),
        ("Monitoring", 0, 12),
    ];
    let node = |(id, (label, x, y))| Node { id, label: String::from(label), x, y };
    let arrow = |(from, to, label)| Arrow { from, to, label: String::from(label) };
    let arrows = [(1, 2, ""), (2, 3, ""), (3, 4, ""), (4, 5, ""), (5, 1, "retrain")];
    Diagram {
        boxes: (1..).zip(parts).map(node).collect(),
        arrows: arrows.into_iter().map(arrow).collect(),
    }
}

/// A diagram with what it was before, and what was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    now: Diagram,
    past: Vec<Diagram>,
    future: Vec<Diagram>,
    /// What is being typed: its letters are one step.
    typing: Option<(u32, u32)>,
}

impl History {
    /// Begins with a diagram.
    #[must_use]
    pub fn new(now: Diagram) -> Self {
        Self { now, ..Self::default() }
    }

    /// The diagram as it is.
    #[must_use]
    pub fn now(&self) -> &Diagram {
        &self.now
    }

    /// Makes a change, and says whether there was one to make.
    pub fn act(&mut self, action: &Action) -> bool {
        let Some(next) = self.now.after(action) else { return false };
        let typing = match action {
            Action::Rename(id, _) => Some((*id, 0)),
            Action::Say(from, to, _) => Some((*from, *to)),
            _ => None,
        };
        let before = std::mem::replace(&mut self.now, next);
        if typing.is_none() || typing != self.typing {
            self.past.push(before);
        }
        if self.past.len() > DEEPEST {
            self.past.remove(0);
        }
        self.typing = typing;
        self.future.clear();
        true
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
            self.typing = None;
        }
    }

    /// Makes the step again that was taken back last.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
            self.typing = None;
        }
    }
}
