//! A lane as a program: the dense one, with the threshold and the stop that PyTorch has no words for.

use nets::dense::Examples;

use super::lane::Regularised;
use crate::lab::Language;
use crate::program::{Beside, Dense, dense, dense_beside, python};

/// The best weights so far, by the loss on the validation rows.
const STOPPING: &str = include_str!("program.py");

/// The program of a lane at step 0. In burn there is none of a lane with a threshold or a stop: it
/// would have more lines around the network than of it.
pub fn write(lane: &Regularised, steps: u64, language: Language) -> Option<String> {
    let what = "A classifier on few rows, and what keeps it from learning them by heart.";
    let training = &lane.classifier.training;
    let run = Dense { what, training, steps, measure: "train-loss" };
    let (mut definitions, mut after) = (Vec::new(), String::new());
    if lane.plan.has_threshold && lane.plan.l1 > 0.0 {
        let amount = training.learning_rate() * lane.plan.l1;
        definitions.push(threshold(amount));
        after += "    threshold()\n";
    }
    if lane.stopping.is_some() {
        let updates = training.updates_an_epoch();
        definitions.push(format!("{}\n\n\n{STOPPING}", validation(&lane.task.validation)));
        after += &considered(updates, lane.plan.patience);
    }
    match language {
        _ if definitions.is_empty() => Some(dense(&run, language)),
        Language::PyTorch => {
            let definitions = definitions.iter().map(String::as_str).collect::<Vec<_>>();
            Some(dense_beside(&run, &Beside { definitions: &definitions, after_update: &after }))
        }
        Language::Burn => None,
    }
}

fn threshold(amount: f32) -> String {
    format!(
        "def threshold():\n    \"\"\"Every weight goes towards 0 by rate times L1, and stays there when it \
         arrives.\"\"\"\n    with torch.no_grad():\n        for layer in model.modules():\n            if \
         isinstance(layer, nn.Linear):\n                layer.weight.copy_(F.softshrink(layer.weight, \
         {amount}))"
    )
}

fn validation(rows: &Examples) -> String {
    let labels = rows.targets.chunks_exact(rows.outputs.max(1));
    let labels = labels.map(|row| row.iter().position(|&target| target == 1.0).unwrap_or(0));
    format!(
        "VALIDATION_INPUTS = {}\nVALIDATION_TARGETS = torch.tensor({})",
        python::tensor(&rows.inputs, rows.width),
        python::integers(labels)
    )
}

/// Once an epoch, as in the lane.
fn considered(updates: u64, patience: u64) -> String {
    format!(
        "    if (step + 1) % {updates} == 0:\n        now = validation_loss()\n        if now < \
         best_loss:\n            best_loss, best_step, best = now, step + 1, weights()\n        elif step + 1 \
         - best_step >= {}:\n            nn.utils.vector_to_parameters(best, \
         model.parameters())\n            break\n",
        patience * updates
    )
}
