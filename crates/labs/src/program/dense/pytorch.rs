//! The same in PyTorch.

use nets::activation::{Activation, LEAK};
use nets::convolution::Pooling;
use nets::dense::{Descent, Examples, Head, Sketch, Training};

use super::{Beside, Dense, Measured, has_labels, has_layer, labels};
use crate::program::python;

pub fn write(run: &Dense<'_>, measured: Measured<'_>, beside: &Beside<'_>) -> String {
    let training = run.training;
    let layers = training.network().stack().sketch();
    let dropout = has_layer(&layers, |it| matches!(it, Sketch::Dropout { .. }));
    let residual = has_layer(&layers, |it| matches!(it, Sketch::Residual { .. }));
    let definitions = [
        python::RANDOM,
        python::BATCHES,
        if dropout { python::DROPOUT } else { "" },
        if residual { python::RESIDUAL } else { "" },
        python::NUMBERS,
        &python::schedule(training.descent()),
        &loss(training),
        &data(training, measured),
        &model(training, &layers),
    ];
    let updates = updates(run, measured, beside.after_update);
    let pieces = [&definitions[..], beside.definitions, &[&updates]].concat();
    let imports = [
        "import math\n",
        "import torch",
        "from torch import nn",
        "from torch.nn import functional as F",
    ];
    python::program(run.what, &imports, &pieces)
}

fn data(training: &Training, measured: Measured<'_>) -> String {
    let rows = data_of(training, training.examples(), "");
    match measured {
        Measured::First(_) => rows,
        Measured::HeldOut(examples) => format!("{rows}\n{}", data_of(training, examples, "TEST_")),
    }
}

fn data_of(training: &Training, examples: &Examples, prefix: &str) -> String {
    let inputs = python::tensor(&examples.inputs, examples.width);
    let targets = if has_labels(training) {
        format!("torch.tensor({})", python::integers(labels(examples)))
    } else {
        python::tensor(&examples.targets, examples.outputs)
    };
    format!("{prefix}INPUTS = {inputs}\n{prefix}TARGETS = {targets}")
}

fn model(training: &Training, layers: &[Sketch]) -> String {
    let weights = python::tensor(training.weights(), 0);
    format!(
        "model = nn.Sequential(\n{})\nFIRST_WEIGHTS = {weights}\nwith torch.no_grad():\n    \
         nn.utils.vector_to_parameters(FIRST_WEIGHTS, model.parameters())",
        indented(layers, 1)
    )
}

/// Layers as arguments, a line each.
fn indented(layers: &[Sketch], depth: usize) -> String {
    let indent = "    ".repeat(depth);
    let line = |layer| format!("{indent}{},\n", constructor(layer, depth));
    layers.iter().map(line).collect()
}

fn constructor(layer: &Sketch, depth: usize) -> String {
    match layer {
        Sketch::Linear { inputs, units } => format!("nn.Linear({inputs}, {units})"),
        Sketch::Activation(Activation::Tanh) => "nn.Tanh()".into(),
        Sketch::Activation(Activation::Relu) => "nn.ReLU()".into(),
        Sketch::Activation(Activation::LeakyRelu) => format!("nn.LeakyReLU({LEAK})"),
        Sketch::Activation(Activation::Sigmoid) => "nn.Sigmoid()".into(),
        Sketch::Activation(Activation::Linear) => "nn.Identity()".into(),
        Sketch::Dropout { rate, random } => format!("Dropout({rate}, {})", python::random(random)),
        Sketch::BatchNorm { units, momentum } => {
            format!("nn.BatchNorm1d({units}, momentum={momentum})")
        }
        Sketch::LayerNorm { units } => format!("nn.LayerNorm({units})"),
        Sketch::Convolution { inputs, channels, window } => {
            let (from, side) = (inputs.channels, inputs.side);
            format!(
                "nn.Unflatten(1, ({from}, {side}, {side})),\n{}nn.Conv2d({from}, {channels}, {}, \
                 stride={}, padding={}),\n{}nn.Flatten()",
                "    ".repeat(depth),
                window.size,
                window.stride,
                window.padding,
                "    ".repeat(depth),
            )
        }
        Sketch::Pool { inputs, size, pooling } => {
            let (channels, side) = (inputs.channels, inputs.side);
            let kind = if *pooling == Pooling::Max { "Max" } else { "Avg" };
            let indent = "    ".repeat(depth);
            format!(
                "nn.Unflatten(1, ({channels}, {side}, {side})),\n{indent}nn.{kind}Pool2d({size}),\n\
                 {indent}nn.Flatten()"
            )
        }
        Sketch::Residual { scale, layers } => {
            let inner = indented(layers, depth + 1);
            format!(
                "Residual(\n{}{scale},\n{inner}{})",
                "    ".repeat(depth + 1),
                "    ".repeat(depth)
            )
        }
    }
}

fn loss(training: &Training) -> String {
    let mean = match training.network().head() {
        Head::Softmax => "F.cross_entropy(outputs, targets)",
        Head::Squared => "0.5 * ((outputs - targets) ** 2).sum(1).mean()",
        Head::Logistic => {
            "F.binary_cross_entropy_with_logits(outputs, targets, reduction=\"none\").sum(1).mean()"
        }
    };
    let Descent { l1, l2, .. } = *training.descent();
    let mut text = format!("def loss_of(outputs, targets):\n    return {mean}");
    if l1 != 0.0 || l2 != 0.0 {
        text += &format!(
            "\n\n\ndef penalty():\n    \"\"\"Of weights; biases and scales are left out.\"\"\"\n    \
             layers = [it for it in model.modules() if isinstance(it, (nn.Linear, nn.Conv2d))]\n    \
             return sum({l1} * it.weight.abs().sum() + {} * (it.weight**2).sum() for it in layers)",
            0.5 * l2
        );
    }
    text
}

fn updates(run: &Dense<'_>, measured: Measured<'_>, after_update: &str) -> String {
    let (training, descent) = (run.training, run.training.descent());
    let rate = python::rate(descent);
    let penalty = if descent.l1 != 0.0 || descent.l2 != 0.0 { " + penalty()" } else { "" };
    let size = descent.batch_size.clamp(1, training.examples().len().max(1));
    let first = measured.first(training.examples().len(), ("[:", "]"));
    let prefix = if matches!(measured, Measured::HeldOut(_)) { "TEST_" } else { "" };
    format!(
        "optimiser = {}\nbatches = Batches(len(INPUTS), {size}, {})\nfor step in range({}):\n{rate}    \
         batch = batches.draw()\n    loss = loss_of(model(INPUTS[batch]), TARGETS[batch]){penalty}\n    \
         optimiser.zero_grad()\n    loss.backward()\n    optimiser.step()\n{after_update}\nmodel.eval()\nwith \
         torch.no_grad():\n    print(\"{}\", loss_of(model({prefix}INPUTS{first}), {prefix}TARGETS{first}).item())",
        python::optimiser(descent, "model.parameters()"),
        python::random(training.order()),
        run.steps,
        run.measure,
    )
}
