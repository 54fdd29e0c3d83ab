//! How much of a card is shown: first the question alone, then the short answer, then the derivation
//! a step at a time.

use std::rc::Rc;

use yew::Reducible;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Steps that the derivation has.
    pub steps: usize,
    /// Whether the short answer is there; everything else comes with it.
    pub is_answered: bool,
    /// Steps whose text is there. The heading of the next one asks for it.
    pub shown: usize,
}

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The short answer, or the next step after it.
    More,
    /// Every step.
    All,
}

impl State {
    /// A card with this many steps, before anything is shown.
    pub fn closed(steps: usize) -> Self {
        Self { steps, is_answered: false, shown: 0 }
    }

    /// Whether there is something left to show.
    pub fn has_more(&self) -> bool {
        !self.is_answered || self.shown < self.steps
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = *self;
        Rc::new(match action {
            Action::More if !state.is_answered => Self { is_answered: true, ..state },
            Action::More => Self { shown: state.steps.min(state.shown + 1), ..state },
            Action::All => Self { is_answered: true, shown: state.steps, ..state },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_comes_first_then_step_by_step() {
        let mut state = Rc::new(State::closed(2));
        let mut seen = vec![(state.is_answered, state.shown)];
        while state.has_more() {
            state = state.reduce(Action::More);
            seen.push((state.is_answered, state.shown));
        }
        assert_eq!(seen, [(false, 0), (true, 0), (true, 1), (true, 2)]);
        assert_eq!(*state.clone().reduce(Action::More), *state);
    }

    #[test]
    fn all_can_be_shown_at_once() {
        let state = Rc::new(State::closed(3)).reduce(Action::All);
        assert!(state.is_answered && !state.has_more());
    }
}
