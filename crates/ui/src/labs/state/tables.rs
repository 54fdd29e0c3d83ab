//! The visitor's tables: the one in use, those set aside for it, and what drawing and bringing do to
//! them. A link's points never take the place of a table that the visitor has made: it is set aside,
//! and can be brought back.

use std::rc::Rc;

use figures::{Figure, Plane, Sheet, Value};

use super::super::{drawing::Stroke, points};
use super::State;

/// Most tables set aside; the oldest goes first.
const ASIDE_MAX: usize = 5;

/// What is kept on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The table used last.
    pub table: Option<Rc<Sheet>>,
    /// Tables set aside, the latest last.
    pub aside: Vec<Rc<Sheet>>,
}

impl State {
    /// Takes over what is kept and what a link, or the kept plan, brings.
    pub(super) fn open_tables(&mut self, brought: Option<Rc<Sheet>>, kept: Kept) {
        self.aside = kept.aside;
        // The kept plan holds drawn points too; names of columns are in the kept table only.
        let is_kept = |sheet: &Rc<Sheet>| {
            kept.table.as_deref().is_some_and(|it| points::encode(it) == points::encode(sheet))
        };
        let linked = brought.filter(|sheet| !is_kept(sheet));
        self.is_linked = linked.is_some();
        if self.is_linked
            && let Some(table) = kept.table.clone()
        {
            self.set_aside(table);
        }
        self.own = linked.or(kept.table);
    }

    fn set_aside(&mut self, table: Rc<Sheet>) {
        if table.rows() > 0 {
            self.aside.retain(|it| *it != table);
            self.aside.push(table);
            self.aside.drain(..self.aside.len().saturating_sub(ASIDE_MAX));
        }
    }

    /// Uses the table that was set aside last; one in use that is theirs waits behind the others.
    pub(super) fn bring_back(&mut self) {
        let Some(table) = self.aside.pop() else { return };
        let is_theirs = !self.is_linked;
        if let Some(own) = self.own.take().filter(|own| is_theirs && own.rows() > 0) {
            self.aside.insert(0, own);
        }
        self.drawing.forget();
        self.bring(table);
    }

    pub(super) fn bring(&mut self, sheet: Rc<Sheet>) {
        self.aside.retain(|it| *it != sheet);
        self.own = Some(sheet);
        self.is_linked = false;
        self.is_chosen = true;
        let mut plan = self.plan.clone();
        plan.base.set("data", Value::from("own"));
        self.take(plan);
        self.configure(0, false);
    }

    pub(super) fn draw(&mut self, stroke: Stroke) {
        let Some(declared) = self.lab.own.clone() else { return };
        let plane = self.plane(declared.draw.as_deref().unwrap_or_default());
        let begins = stroke == Stroke::EditPresent;
        let own = self.own.clone();
        let drawn = self.drawing.apply(own.as_ref(), plane.as_ref(), &declared, stroke);
        let Some(sheet) = drawn else { return };
        if let Some(own) = own.filter(|_| begins && !self.is_linked) {
            self.set_aside(own);
        }
        self.bring(sheet);
    }

    /// The plane that points are drawn on, as it was last seen.
    fn plane(&self, id: &str) -> Option<Plane> {
        let panels = self.frame.iter().flat_map(|frame| &frame.lanes).flat_map(|it| &it.panels);
        panels.filter(|panel| panel.id == id).find_map(|panel| match &panel.figure {
            Figure::Plane(plane) => Some(plane.clone()),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Phase};
    use super::*;
    use crate::labs::{drawing::blank, fragment::Shared, plan::Plan, sample};
    use yew::Reducible;

    fn table(x: f32) -> Rc<Sheet> {
        Rc::new(Sheet { values: vec![x, 0.5], labels: vec![1], ..blank() })
    }

    /// A link that brings `brought`, opened where `kept` was used last.
    fn opened(brought: &Rc<Sheet>, kept: &Rc<Sheet>) -> Rc<State> {
        let plan = Plan::opening(&sample::lab());
        let shared = Shared { plan, step: 0, own: Some(Rc::clone(brought)) };
        let kept = Kept { table: Some(Rc::clone(kept)), aside: Vec::new() };
        let start = Rc::new(State::new(Rc::new(sample::lab())));
        start.reduce(Action::Open(shared, kept, None))
    }

    #[test]
    fn a_link_takes_nothing_from_the_visitor() {
        let (theirs, mine) = (table(0.25), table(0.75));
        let state = opened(&theirs, &mine);
        assert!(state.is_linked && state.own.as_ref() == Some(&theirs));
        let drawn = state.reduce(Action::Draw(Stroke::At(None, 0.1, 0.1)));
        assert_eq!((drawn.is_linked, drawn.own.as_ref().map(|it| it.rows())), (false, Some(2)));
        assert_eq!(drawn.aside, [Rc::clone(&mine)]);
        let back = drawn.clone().reduce(Action::BringBack);
        assert_eq!((back.own.as_ref(), back.is_own()), (Some(&mine), true));
        assert_eq!(back.phase, Phase::Preparing);
        let again = back.reduce(Action::BringBack);
        assert_eq!(again.own, drawn.own, "what was drawn on the link's points is not lost either");
        assert_eq!(again.aside, drawn.aside);
    }

    #[test]
    fn a_kept_plan_is_the_visitor_s() {
        let named =
            Sheet { columns: vec!["width".into(), "height".into()], ..(*table(0.5)).clone() };
        let state = opened(&table(0.5), &Rc::new(named.clone()));
        assert!(!state.is_linked && state.aside.is_empty());
        assert_eq!(state.own.as_deref(), Some(&named));
    }

    #[test]
    fn editing_a_data_set_keeps_what_was_drawn_before() {
        let mine = table(0.75);
        let state = opened(&mine, &mine);
        let lane = protocol::lab::LaneFrame {
            panels: vec![figures::Panel::new("map", "Map", "", Figure::Plane(Plane::default()))],
            ..sample::frame(&[&[1.0]]).lanes.remove(0)
        };
        let frame = protocol::lab::Frame { lanes: vec![lane], ..sample::frame(&[&[1.0]]) };
        let heard = protocol::trainer::Event::LabFrame {
            run: 1,
            running: false,
            updates_per_second: 0.0,
            frame: Box::new(frame),
        };
        let edited = state.reduce(Action::Heard(heard)).reduce(Action::Draw(Stroke::EditPresent));
        assert_eq!(edited.own.as_ref().map(|it| it.rows()), Some(0));
        assert_eq!(edited.aside, [Rc::clone(&mine)]);
        let undone = edited.reduce(Action::Draw(Stroke::Undo));
        assert_eq!((undone.own.as_ref(), undone.aside.len()), (Some(&mine), 0));
    }
}
