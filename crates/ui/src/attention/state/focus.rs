//! What is in focus: view, head and stage, which never disagree.

use protocol::attention::{
    Config,
    look::{Kind, Part},
};

use super::State;
use crate::attention::{
    part::{self, Scope},
    view::View,
};

impl State {
    pub(super) fn show_view(&mut self, view: View) {
        self.view = view;
        if self.open_a_stage() {
            self.look();
        }
    }

    /// A stage of one head takes the focus to that head.
    pub(super) fn show_stage(&mut self, stage: Option<Part>) {
        self.stage = stage;
        self.stage_cell = self.cell_to_show();
        self.head = self.head_of_stage().or(self.head);
        self.look();
    }

    /// An open stage of another head becomes the same stage of this one.
    pub(super) fn focus_head(&mut self, layer: usize, head: usize) {
        self.head = Some((layer, head));
        if let Some(part) = self.stage
            && part::scope(part.kind) == Scope::Head
        {
            self.show_stage(Some(Part { layer: layer as u8, head: head as u8, ..part }));
        }
    }

    /// The cell in focus as long as none was chosen: of the last token, and where columns are the
    /// vocabulary, of what is likeliest. None while the text has not been looked at.
    fn cell_to_show(&self) -> Option<(u32, u32)> {
        let seen = self.frame.as_ref()?.inspection.as_ref()?;
        let seen = Some(seen).filter(|seen| seen.text == self.text)?;
        let stage = seen.stages.iter().find(|stage| Some(stage.part) == self.stage)?;
        let likeliest = match stage.part.kind {
            Kind::Logits | Kind::Next => seen.next.first().map_or(0, |first| first.index),
            _ => 0,
        };
        Some((stage.rows.checked_sub(1)?, likeliest))
    }

    pub(super) fn head_of_stage(&self) -> Option<(usize, usize)> {
        let part = self.stage.filter(|part| part::scope(part.kind) == Scope::Head)?;
        Some((part.layer.into(), part.head.into()))
    }

    /// A head or a stage that the lane in focus does not have loses the focus.
    pub(super) fn keep_focus_inside(&mut self) {
        let config = self.config().clone();
        let Config { layers, heads, .. } = config;
        let (layers, heads) = (usize::from(layers), usize::from(heads));
        self.head = self.head.filter(|(layer, head)| *layer < layers && *head < heads);
        self.stage = self.stage.filter(|part| part::exists(*part, &config));
        self.open_a_stage();
    }

    /// Where stages are shown, one is open: at first the stream, where every way begins. Says
    /// whether this opened it.
    fn open_a_stage(&mut self) -> bool {
        let opens = self.view == View::Inside && self.stage.is_none();
        if opens {
            self.stage = Some(Part { kind: Kind::Start, layer: 0, head: 0 });
            self.stage_cell = self.cell_to_show();
        }
        opens
    }
}
