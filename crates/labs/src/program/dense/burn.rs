//! The same in Rust with burn: a module, one of burn's optimisers, and the loop.

mod model;

use nets::dense::{Descent, Examples, Head, Sketch, Training};

use super::{Dense, Measured, has_labels, has_layer, labels};
use crate::program::rust;

pub fn write(run: &Dense<'_>, measured: Measured<'_>) -> String {
    let training = run.training;
    let layers = training.network().stack().sketch();
    let has_batch_norm = has_layer(&layers, |it| matches!(it, Sketch::BatchNorm { .. }));
    let pieces: [&str; 12] = [
        &model::structure(&layers),
        &model::construction(&layers),
        &model::pass(&layers),
        if has_batch_norm { rust::BATCH_NORM } else { "" },
        &penalty(training.descent(), &layers),
        &loss(training),
        &rust::schedule(training.descent()),
        &main(run, &layers, measured),
        &data(training, measured),
        rust::NUMBERS,
        rust::BATCHES,
        rust::RANDOM,
    ];
    rust::program(run.what, &imports(training, &layers), &pieces)
}

fn imports(training: &Training, layers: &[Sketch]) -> [&'static str; 5] {
    let has_activation = has_layer(layers, |it| matches!(it, Sketch::Activation(_)));
    let needs_functions = has_activation || training.network().head() != Head::Squared;
    [
        "use burn::module::{Module, Param};",
        "use burn::nn;",
        "use burn::optim::{self, GradientsParams};",
        if needs_functions { "use burn::tensor::activation;" } else { "" },
        "use burn::tensor::{Device, Int, Tensor, TensorData};",
    ]
}

fn loss(training: &Training) -> String {
    let (kind, mean) = match training.network().head() {
        Head::Softmax => {
            (", Int", "activation::log_softmax(outputs, 1).gather(1, targets).mean().neg()")
        }
        Head::Squared => ("", "(outputs - targets).square().sum_dim(1).mean() * 0.5"),
        Head::Logistic => (
            "",
            "(activation::softplus(outputs.clone(), 1.0) - outputs * targets).sum_dim(1).mean()",
        ),
    };
    format!(
        "fn loss_of(outputs: Tensor<2>, targets: Tensor<2{kind}>) -> Tensor<1> {{\n    {mean}\n}}"
    )
}

fn penalty(descent: &Descent, layers: &[Sketch]) -> String {
    if descent.l1 == 0.0 && descent.l2 == 0.0 {
        return String::new();
    }
    let terms = model::weighted(layers).into_iter().map(|name| {
        format!(
            "\n    let weight = model.{name}.weight.val();\n    sum = sum + weight.clone().abs().sum() * \
             {:?} + weight.square().sum() * {:?};",
            descent.l1,
            0.5 * descent.l2
        )
    });
    format!(
        "/// Of weights; biases and scales are left out.\nfn penalty(model: &Model, device: &Device) -> \
         Tensor<1> {{\n    let mut sum = Tensor::zeros([1], device);{}\n    sum\n}}",
        terms.collect::<String>()
    )
}

fn data(training: &Training, measured: Measured<'_>) -> String {
    let mut rows =
        rows(training, training.examples(), ("rows", "Inputs and targets, a row an example."));
    if let Measured::HeldOut(examples) = measured {
        let held_out = ("test_rows", "Examples that training never sees.");
        rows += &format!("\n\n{}", self::rows(training, examples, held_out));
    }
    let weights = rust::vector(training.weights());
    format!("{rows}\n\nfn first_weights() -> Vec<f32> {{\n    {weights}\n}}")
}

/// A function that gives inputs and targets.
fn rows(training: &Training, examples: &Examples, (name, what): (&str, &str)) -> String {
    let inputs = rust::vector(&examples.inputs);
    let (count, width, outputs) = (examples.len(), examples.width, examples.outputs);
    let (kind, shape, targets) = if has_labels(training) {
        (", Int", 1, rust::integers(labels(examples)))
    } else {
        ("", outputs, rust::vector(&examples.targets))
    };
    format!(
        "/// {what}\nfn {name}(device: &Device) -> (Tensor<2>, Tensor<2{kind}>) {{\n    let inputs = \
         {inputs};\n    let targets = {targets};\n    (\n        \
         Tensor::from_data(TensorData::new(inputs, [{count}, {width}]), device),\n        \
         Tensor::from_data(TensorData::new(targets, [{count}, {shape}]), device),\n    )\n}}"
    )
}

fn main(run: &Dense<'_>, layers: &[Sketch], measured: Measured<'_>) -> String {
    let (training, descent) = (run.training, run.training.descent());
    let (rate, step) = rust::rate(descent);
    let penalised =
        if descent.l1 != 0.0 || descent.l2 != 0.0 { " + penalty(&model, &device)" } else { "" };
    let randoms: Vec<String> = model::randoms(layers).iter().map(rust::random).collect();
    let (dropout, drop, keep) = if randoms.is_empty() {
        (String::new(), "", "")
    } else {
        let list = randoms.join(", ");
        (format!("    let mut dropout = vec![{list}];\n"), ", &mut dropout", ", &mut []")
    };
    let size = descent.batch_size.clamp(1, training.examples().len().max(1));
    let first = measured.first(training.examples().len(), (".slice([0..", "])"));
    let measured = if matches!(measured, Measured::HeldOut(_)) { "test_rows" } else { "rows" };
    format!(
        "fn main() {{\n    let device = Device::flex().autodiff();\n    let (inputs, targets) = \
         rows(&device);\n    let mut model = Model::new(&first_weights(), &device);\n    let mut optimiser = \
         {};\n    let mut batches = Batches::new({}, {size}, {});\n{dropout}    for {step} in 0..{}u64 \
         {{\n        let batch: Vec<i32> = batches.draw().iter().map(|it| *it as i32).collect();\n        \
         let count = batch.len();\n        let batch = Tensor::<1, Int>::from_data(TensorData::new(batch, \
         [count]), &device);\n        let outputs = model.forward(inputs.clone().select(0, \
         batch.clone()){drop});\n        let loss = loss_of(outputs, targets.clone().select(0, \
         batch)){penalised};\n        let gradients = GradientsParams::from_grads(loss.backward(), \
         &model);\n        model = optimiser.step({rate}, model, gradients);\n    }}\n\n    let (inputs, \
         targets) = {measured}(&Device::flex());\n    let loss = loss_of(model.valid().forward(inputs{first}{keep}), \
         targets{first});\n    println!(\"{} {{}}\", loss.into_scalar::<f32>());\n}}",
        rust::optimiser(descent),
        training.examples().len(),
        rust::random(training.order()),
        run.steps,
        run.measure
    )
}
