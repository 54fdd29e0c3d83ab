//! What the diagram's editor shows and what can happen to it: the diagram with its history, which box
//! is chosen, an arrow that is being aimed, a box that is being dragged.

use std::rc::Rc;

use study::diagram::{Action, Diagram, FARTHEST, History, Place, STEP};
use yew::Reducible;

/// Where the keyboard is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A box on the paper.
    Box(u32),
    /// The field for the chosen box's name.
    Name,
    /// The button that adds a box.
    Add,
}

/// A box under a finger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    /// Which.
    pub id: u32,
    start: (i32, i32),
    origin: Place,
    at: Place,
}

/// The editor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// The diagram and its history.
    pub history: History,
    /// The box that the tools speak of.
    pub chosen: Option<u32>,
    /// The box that an arrow is being drawn from.
    pub arrow_from: Option<u32>,
    /// What is being dragged.
    pub drag: Option<Drag>,
    /// What has just happened, in words.
    pub said: String,
    /// Where the keyboard goes, with a number that changes each time.
    pub focus: Option<(Target, u32)>,
    /// Changes made here; nothing is kept before the first.
    pub edits: u32,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// A diagram was read from the device.
    Read(Diagram),
    /// A change of the diagram.
    Edit(Action),
    /// A box is wanted, beside the chosen one.
    Add,
    /// A box was reached or tapped.
    Reach(u32),
    /// The paper was tapped, or Escape pressed.
    Leave,
    /// An arrow begins at a box.
    Aim(u32),
    /// The next box, or the one before, is aimed at.
    AimOn(u32, isize),
    /// The arrow ends at a box.
    Hit(u32),
    /// A finger takes a box.
    Grab(u32, (i32, i32)),
    /// It moves, in pixels of the page.
    Drag((i32, i32)),
    /// It lets go; `false` if the browser took it away.
    Drop(bool),
    /// The last step is taken back.
    Undo,
    /// It is made again.
    Redo,
    /// The keyboard is to go somewhere.
    Focus(Target),
}

impl Reducible for Board {
    type Action = Happening;

    fn reduce(self: Rc<Self>, happening: Happening) -> Rc<Self> {
        let mut next = (*self).clone();
        next.take(happening);
        next.into()
    }
}

impl Board {
    /// The diagram with what is being dragged where the finger is.
    #[must_use]
    pub fn shown(&self) -> Diagram {
        let now = self.history.now();
        let dragged = self.drag.and_then(|drag| now.after(&Action::Move(drag.id, drag.at)));
        dragged.unwrap_or_else(|| now.clone())
    }

    fn take(&mut self, happening: Happening) {
        match happening {
            Happening::Read(diagram) => {
                let edits = self.edits;
                *self = Self { history: History::new(diagram), edits, ..Self::default() };
            }
            Happening::Edit(action) => self.edit(&action),
            Happening::Add => self.edit(&Action::Add(self.history.now().free_place(self.chosen))),
            Happening::Reach(id) => self.chosen = Some(id),
            Happening::Leave => self.leave(),
            Happening::Aim(from) => self.aim(from),
            Happening::AimOn(from, by) => self.aim_on(from, by),
            Happening::Hit(to) => self.hit(to),
            Happening::Grab(id, start) => self.grab(id, start),
            Happening::Drag(to) => self.drag_to(to),
            Happening::Drop(is_meant) => self.drop_it(is_meant),
            Happening::Undo => self.travel(History::undo, "Taken back."),
            Happening::Redo => self.travel(History::redo, "Made again."),
            Happening::Focus(target) => self.focus_on(target),
        }
    }

    fn edit(&mut self, action: &Action) {
        let before = self.history.now().clone();
        if !self.history.act(action) {
            if let (Action::Add(_), None) = (action, before.free_id()) {
                self.said = format!("A diagram holds {} boxes at most.", before.boxes.len());
            }
            return;
        }
        self.edits += 1;
        let now = self.history.now();
        self.said = match action {
            Action::Add(_) => "A box was added. Type its name.".into(),
            Action::Move(id, _) => {
                let (name, node) = (now.called(*id), now.node(*id));
                let (x, y) = node.map_or((0, 0), |it| (it.x + 1, it.y + 1));
                format!("{name}: column {x}, row {y}.")
            }
            Action::Rename(..) | Action::Say(..) => String::new(),
            Action::Delete(id) => {
                format!("{} was deleted. Undo brings it back.", before.called(*id))
            }
            Action::Connect(from, to) => {
                format!("An arrow from {} to {}.", now.called(*from), now.called(*to))
            }
            Action::Disconnect(..) => "The arrow was removed. Undo brings it back.".into(),
            Action::Start => "The usual parts are there. Rename, move and add to them.".into(),
            Action::Clear => "The paper is empty. Undo brings everything back.".into(),
        };
        match action {
            Action::Add(_) => {
                self.chosen = now.boxes.last().map(|it| it.id);
                self.focus_on(Target::Name);
            }
            Action::Delete(_) | Action::Clear | Action::Start => self.forget_chosen(),
            Action::Connect(from, _) => self.focus_on(Target::Box(*from)),
            Action::Disconnect(from, _) => self.focus_on(Target::Box(*from)),
            _ => {}
        }
    }

    /// What was chosen is gone, and so may be what had the focus.
    fn forget_chosen(&mut self) {
        self.chosen = None;
        self.arrow_from = None;
        self.focus_on(Target::Add);
    }

    fn leave(&mut self) {
        self.said = String::new();
        match self.arrow_from.take() {
            Some(from) => self.focus_on(Target::Box(from)),
            None => self.chosen = None,
        }
    }

    fn aim(&mut self, from: u32) {
        let now = self.history.now();
        if now.boxes.len() < 2 {
            self.said = "An arrow needs a second box: add one first.".into();
            return;
        }
        self.said = format!(
            "An arrow from {}: tap the box it points to, or reach it with the arrow keys and press Enter. Escape leaves.",
            now.called(from)
        );
        self.arrow_from = Some(from);
        self.focus_on(Target::Box(from));
    }

    fn aim_on(&mut self, from: u32, by: isize) {
        let boxes = &self.history.now().boxes;
        let at = boxes.iter().position(|it| it.id == from).unwrap_or_default() as isize;
        if let Some(next) = boxes.get((at + by).rem_euclid(boxes.len().max(1) as isize) as usize) {
            let id = next.id;
            self.focus_on(Target::Box(id));
        }
    }

    fn hit(&mut self, to: u32) {
        let Some(from) = self.arrow_from.filter(|from| *from != to) else {
            self.said = "Choose another box: an arrow does not point to where it starts.".into();
            return;
        };
        self.arrow_from = None;
        if self.history.now().takes(from, to) {
            self.edit(&Action::Connect(from, to));
        } else {
            let now = self.history.now();
            self.said = if now.arrow(from, to).is_some() {
                format!("{} points to {} already.", now.called(from), now.called(to))
            } else {
                format!("A diagram holds {} arrows at most.", now.arrows.len())
            };
            self.focus_on(Target::Box(from));
        }
    }

    fn grab(&mut self, id: u32, start: (i32, i32)) {
        if self.arrow_from.is_some() {
            self.hit(id);
        } else if let Some(node) = self.history.now().node(id) {
            let origin = (node.x, node.y);
            self.drag = Some(Drag { id, start, origin, at: origin });
            self.chosen = Some(id);
        }
    }

    fn drag_to(&mut self, (x, y): (i32, i32)) {
        if let Some(drag) = &mut self.drag {
            let steps = |by: i32| (f64::from(by) / f64::from(STEP)).round() as i32;
            let place = |origin: i32, by: i32| origin.saturating_add(steps(by)).clamp(0, FARTHEST);
            drag.at = (
                place(drag.origin.0, x.saturating_sub(drag.start.0)),
                place(drag.origin.1, y.saturating_sub(drag.start.1)),
            );
        }
    }

    fn drop_it(&mut self, is_meant: bool) {
        if let Some(drag) = self.drag.take().filter(|_| is_meant) {
            self.edit(&Action::Move(drag.id, drag.at));
        }
    }

    fn travel(&mut self, step: fn(&mut History), said: &str) {
        let before = self.history.now().clone();
        step(&mut self.history);
        let now = self.history.now();
        if *now == before {
            return;
        }
        let is_there = self.chosen.is_none_or(|id| now.node(id).is_some());
        let is_at_an_end = !self.history.can_undo() || !self.history.can_redo();
        self.edits += 1;
        self.said = said.into();
        self.arrow_from = None;
        if !is_there {
            self.forget_chosen();
        } else if is_at_an_end {
            // The button that was pressed may be disabled now.
            self.focus_on(self.chosen.map_or(Target::Add, Target::Box));
        }
    }

    fn focus_on(&mut self, target: Target) {
        let turn = self.focus.map_or(0, |(_, turn)| turn);
        self.focus = Some((target, turn + 1));
    }
}

#[cfg(test)]
mod tests;
