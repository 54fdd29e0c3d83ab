//! What is in focus in the latest frame: the head, its matrix and one of its cells.

use std::rc::Rc;

use protocol::attention::Inspection;
use viz::matrix::{Domain, Matrix};

use super::{
    heads::head_weights,
    reading::{Pattern, Reading, clearest, read_head},
    state::State,
};

/// What is in focus, worked out from the latest frame.
#[derive(Clone, PartialEq)]
pub struct Look {
    /// What the model sees in the text.
    pub inspection: Rc<Inspection>,
    /// What each head does, by layer and head.
    pub readings: Rc<Vec<Vec<Reading>>>,
    /// Layer and head, from 0.
    pub head: (usize, usize),
    /// The weights of that head.
    pub matrix: Rc<Matrix>,
    /// Query and key of the cell in focus, from 0.
    pub cell: (usize, usize),
}

impl Look {
    /// `None` until the model has looked at a text.
    pub fn of(state: &State) -> Option<Self> {
        let inspection = Rc::new(state.frame.as_ref()?.inspection.clone()?);
        let readings = Rc::new(readings(&inspection));
        let head = state.head.unwrap_or_else(|| head_to_show(&readings));
        let weights = head_weights(&inspection, head);
        let matrix = Rc::new(Matrix::causal(&inspection.tokens, weights, Domain::Fixed(0.0, 1.0))?);
        let size = inspection.tokens.len();
        let cell = state
            .cell
            .filter(|(query, key)| *query < size && *key < size)
            .unwrap_or_else(|| (size - 1, matrix.strongest(size - 1).unwrap_or_default()));
        Some(Self { inspection, readings, head, matrix, cell })
    }

    /// The heading: what the clearest head does by now. A model that came from a file was trained.
    pub fn headline(&self, step: u64, came_trained: bool) -> String {
        let is_untrained = step == 0 && !came_trained;
        match clearest(&self.readings).filter(|_| !is_untrained) {
            Some((layer, head, Reading { pattern: Some(pattern), .. })) => {
                format!("Head {}.{} {}", layer + 1, head + 1, pattern.verb())
            }
            _ if is_untrained => "Before training, every head looks everywhere".into(),
            _ if came_trained => "No head follows a simple pattern here".into(),
            _ => "No head has found a pattern yet".into(),
        }
    }

    /// What the head in focus does.
    pub fn reading(&self) -> Option<Reading> {
        self.readings.get(self.head.0)?.get(self.head.1).copied()
    }
}

fn readings(inspection: &Inspection) -> Vec<Vec<Reading>> {
    let read = |layer: u8, head: u8| {
        read_head(head_weights(inspection, (layer.into(), head.into())), &inspection.tokens)
    };
    (0..inspection.layers)
        .map(|layer| (0..inspection.heads).map(|head| read(layer, head)).collect())
        .collect()
}

/// The head in focus as long as none was chosen: one that finds its place by what stands there, else the first of
/// the last layer. Other patterns come and go while training, and would make the picture jump.
fn head_to_show(readings: &[Vec<Reading>]) -> (usize, usize) {
    clearest(readings)
        .filter(|(_, _, reading)| reading.pattern.is_some_and(Pattern::is_telling))
        .map_or((readings.len().saturating_sub(1), 0), |(layer, head, _)| (layer, head))
}
