//! A step of the tour: what it says, and how the page is set up for it.

use protocol::attention::Config;
use protocol::attention::look::Part;

use crate::attention::fragment::Shared;
use crate::attention::state::{Action, State};
use crate::attention::view::View;

/// One step.
pub struct Step {
    /// Its point.
    pub title: &'static str,
    /// A paragraph each.
    pub text: &'static [&'static str],
    /// What "Show me" does.
    pub setup: Setup,
    /// What to see, and where on the page.
    pub look_at: &'static str,
    /// What an interviewer asks.
    pub question: &'static str,
    /// What to say.
    pub answer: &'static str,
    /// What not to say, and what is missing in it.
    pub weak: &'static str,
    /// What they ask next, with its answer.
    pub next: (&'static str, &'static str),
    /// Where the claims come from; numbers of this page's own runs are measured here.
    pub sources: &'static [&'static str],
}

/// How the page is set up.
pub struct Setup {
    /// What is trained.
    pub lanes: fn() -> Vec<Config>,
    /// Step to train to; where there is none, the trained state that the site has.
    pub step: Option<u64>,
    /// What is looked at.
    pub text: &'static str,
    /// The view.
    pub view: View,
    /// The stage shown in numbers.
    pub stage: Option<Part>,
    /// The cell of that stage: row and column.
    pub cell: Option<(u32, u32)>,
}

impl Setup {
    /// What has to happen for the page to show it. A run that is there already is kept.
    #[must_use]
    pub fn actions(&self, state: &State) -> Vec<Action> {
        let lanes = (self.lanes)();
        let is_there =
            state.lanes == lanes && state.model.is_some() && state.step() >= self.step.unwrap_or(1);
        let text = self.text.to_owned();
        let mut actions = if is_there {
            let view = Action::ShowView(self.view);
            vec![Action::ShowLane(0), Action::LookBack(None), Action::Type(text), view]
        } else {
            let (view, stage) = (self.view, self.stage);
            let (step, tour) = (self.step, state.tour);
            let shared = Shared { lanes, step, text: Some(text), head: None, view, stage, tour };
            vec![Action::Open(shared, Vec::new())]
        };
        actions.extend(self.stage.map(|stage| Action::ShowStage(Some(stage))));
        actions.extend(self.cell.map(|(row, column)| Action::ShowCell(row, column)));
        actions
    }
}
