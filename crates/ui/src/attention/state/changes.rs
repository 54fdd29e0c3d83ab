//! Interventions as they are made and taken back.

use protocol::attention::look::Changes;

use super::State;

impl State {
    pub(super) fn change(&mut self, changes: Changes) {
        if changes != self.changes {
            self.past_changes.push(std::mem::replace(&mut self.changes, changes));
            self.look();
        }
    }

    pub(super) fn undo_change(&mut self) {
        if let Some(before) = self.past_changes.pop() {
            self.changes = before;
            self.look();
        }
    }

    /// Changes are of one text and one model.
    pub(super) fn forget_changes(&mut self) {
        self.changes = Changes::default();
        self.past_changes.clear();
    }
}
