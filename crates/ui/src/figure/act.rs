//! What can be done to a figure besides reading it: points are drawn on a plane, a unit of a network is
//! chosen.

use std::rc::Rc;

use viz::figure::Drawing;
use viz::network::UnitId;
use yew::prelude::*;

use super::{Hand, Touch};

/// A drawing and who hears of what is done to it.
pub struct Act {
    /// As it is laid out.
    pub drawing: Rc<Drawing>,
    /// A hand on a plane that can be drawn on.
    pub on_touch: Option<Callback<Touch>>,
    /// A unit of a network was chosen.
    pub on_unit: Option<Callback<UnitId>>,
}

impl Act {
    /// Does what a hand at this place does; whether it did anything.
    pub fn at(&self, place: (f64, f64), with: Hand) -> bool {
        if let (Some(on_touch), Some(at)) = (&self.on_touch, self.drawing.place(place)) {
            on_touch.emit(Touch { with, at });
            return true;
        }
        let unit = self.drawing.unit(place).filter(|_| with == Hand::Tool);
        if let (Some(on_unit), Some(unit)) = (&self.on_unit, unit) {
            on_unit.emit(unit);
            return true;
        }
        false
    }

    /// Does what a key does with the cursor at this place; whether it did anything.
    pub fn on_key(&self, place: (f64, f64), key: &str) -> bool {
        hand(key).is_some_and(|with| self.at(place, with))
    }

    /// What the keys do, behind the figure's name.
    pub fn keys(&self) -> &'static str {
        match (&self.on_touch, &self.on_unit) {
            (Some(_), _) => {
                ". Arrow keys move a cursor; Enter draws, A and B add a point of that class, Delete erases."
            }
            (_, Some(_)) => ". Arrow keys read its values; Enter shows a unit's map large.",
            _ if self.drawing.is_readable() => ". Arrow keys read its values.",
            _ => "",
        }
    }

    /// What the pointer looks like over it.
    pub fn class(&self) -> Option<&'static str> {
        match (&self.on_touch, &self.on_unit) {
            (Some(_), _) => Some("fig-drawn"),
            (_, Some(_)) => Some("fig-chosen"),
            _ => None,
        }
    }
}

/// What a key holds.
fn hand(key: &str) -> Option<Hand> {
    match key {
        "Enter" | " " => Some(Hand::Tool),
        "a" | "A" => Some(Hand::Class(0)),
        "b" | "B" => Some(Hand::Class(1)),
        "Delete" | "Backspace" => Some(Hand::Eraser),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use figures::{Axis, Figure, Network, Plane};
    use viz::Theme;
    use viz::figure::{Frame, lay};

    use super::*;

    const FRAME: Frame = Frame { width: 300.0, height: None, theme: Theme::Light };

    fn act(
        figure: &Figure,
        on_touch: Option<Callback<Touch>>,
        on_unit: Option<Callback<UnitId>>,
    ) -> Act {
        Act { drawing: Rc::new(lay(figure, &FRAME)), on_touch, on_unit }
    }

    #[test]
    fn a_plane_hears_where_it_is_touched_and_with_what() {
        let axis = || Axis::from_to("", -1.0, 1.0);
        let plane = Plane { x: axis(), y: axis(), is_square: true, ..Plane::default() };
        let heard = Rc::new(Cell::new(None));
        let tell = heard.clone();
        let on_touch = Callback::from(move |touch: Touch| tell.set(Some(touch)));
        let act = act(&Figure::Plane(plane), Some(on_touch), None);
        let middle =
            act.drawing.step(None, "Home").and_then(|at| act.drawing.step(Some(at), "ArrowUp"));
        let at = middle.expect("a plane has places");
        assert!(act.on_key(at, "b"));
        let touch = heard.get().expect("it was touched");
        assert_eq!((touch.with, touch.at.0), (Hand::Class(1), -1.0));
        assert!(!act.on_key(at, "Tab") && !act.at((-50.0, -50.0), Hand::Tool));
    }

    #[test]
    fn a_unit_is_chosen_by_enter_and_not_by_letters() {
        let network = Network { sizes: vec![2, 3, 1], ..Network::default() };
        let heard = Rc::new(Cell::new(None));
        let tell = heard.clone();
        let on_unit = Callback::from(move |unit: UnitId| tell.set(Some(unit)));
        let act = act(&Figure::Network(network), None, Some(on_unit));
        let first = act.drawing.step(None, "Home").expect("the first input");
        let unit = act.drawing.step(Some(first), "ArrowRight").expect("a hidden unit");
        assert!(!act.on_key(unit, "a") && heard.get().is_none());
        assert!(act.on_key(unit, "Enter"));
        assert_eq!(heard.get().map(|unit| unit.0), Some(1));
    }
}
