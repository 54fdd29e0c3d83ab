//! The lab's lanes as programs.

use nets::dense::Descent;
use nets::random::Random;

use super::network::Learning;
use super::setup::{Ground, NOISE, Setup, Task};
use super::surface::Surface;
use crate::lab::Language;
use crate::program::{Dense, dense, python, rust};

/// A lane from its start to `steps`.
pub fn write(setup: Setup, steps: u64, language: Language) -> String {
    let Setup { task, descent, seed } = setup;
    match task {
        Task::Surface(ground) => {
            let walk = Walk { ground, descent, steps, random: Random::new(seed, NOISE) };
            match language {
                Language::PyTorch => walk.in_python(),
                Language::Burn => walk.in_rust(),
            }
        }
        Task::Network(problem) => {
            let learning = Learning::new(*problem, descent, seed);
            let what = "A small classifier and one rule of descent.";
            let training = learning.training();
            dense(&Dense { what, training, steps, measure: "loss" }, language)
        }
    }
}

/// A walk down a surface, to be written down.
struct Walk {
    ground: Ground,
    descent: Descent,
    steps: u64,
    random: Random,
}

const WHAT: &str = "One rule of descent on a loss of two weights.";

impl Walk {
    fn in_python(&self) -> String {
        let [x, y] = self.ground.start;
        let noise = self.ground.noise;
        let noisy = if noise > 0.0 {
            format!("    w.grad += {noise} * torch.tensor([random.normal(), random.normal()])\n")
        } else {
            String::new()
        };
        let (body, _) = formula(self.ground.surface);
        let height = format!("def height(w):\n    x, y = w.double()\n{}", indented(body));
        let walk = format!(
            "w = torch.tensor([{x}, {y}], requires_grad=True)\noptimiser = {}\n{}for step in \
             range({}):\n{}    optimiser.zero_grad()\n    height(w).backward()\n{noisy}    \
             optimiser.step()\n\nprint(\"loss\", height(w).item())",
            python::optimiser(&self.descent, "[w]"),
            if noise > 0.0 {
                format!("random = {}\n", python::random(&self.random))
            } else {
                String::new()
            },
            self.steps,
            python::rate(&self.descent),
        );
        let random = if noise > 0.0 { python::RANDOM } else { "" };
        let schedule = python::schedule(&self.descent);
        let needs_math = noise > 0.0 || !schedule.is_empty();
        let imports: &[&str] =
            if needs_math { &["import math\n", "import torch"] } else { &["import torch"] };
        python::program(WHAT, imports, &[random, &schedule, &height, &walk])
    }

    fn in_rust(&self) -> String {
        let [x, y] = self.ground.start;
        let noise = self.ground.noise;
        let (random, noisy) = if noise > 0.0 {
            (
                format!("    let mut random = {};\n", rust::random(&self.random)),
                format!(
                    "        let noise = [random.normal(), random.normal()].map(|it| {noise:?} * \
                     it);\n        let slopes = slopes + Tensor::<1>::from_data(noise, \
                     &device.clone().inner());\n"
                ),
            )
        } else {
            (String::new(), String::new())
        };
        let (_, body) = formula(self.ground.surface);
        let height = format!(
            "fn height(w: Tensor<1>) -> Tensor<1> {{\n    let (x, y) = (w.clone().slice([0..1]), \
             w.slice([1..2]));\n{}\n}}",
            indented(body)
        );
        let (rate, step) = rust::rate(&self.descent);
        let main = format!(
            "fn main() {{\n    let device = Device::flex().autodiff();\n    let mut model = Model {{ w: \
             Param::from_data([{x:?}f32, {y:?}], &device) }};\n    let mut optimiser = {};\n{random}    for \
             {step} in 0..{}u64 {{\n        let mut slopes = height(model.w.val()).backward();\n        let \
             slopes = model.w.val().grad_remove(&mut slopes).expect(\"a slope\");\n{noisy}        let mut \
             gradients = GradientsParams::new();\n        gradients.register(model.w.id, slopes);\n        \
             model = optimiser.step({rate}, model, gradients);\n    }}\n\n    println!(\"loss {{}}\", \
             height(model.w.val()).into_scalar::<f32>());\n}}",
            rust::optimiser(&self.descent),
            self.steps,
        );
        let imports = [
            "use burn::module::{Module, Param};",
            "use burn::optim::{self, GradientsParams};",
            "use burn::tensor::{Device, Tensor};",
        ];
        let model = "#[derive(Module, Debug)]\nstruct Model {\n    w: Param<Tensor<1>>,\n}";
        let random = if noise > 0.0 { rust::RANDOM } else { "" };
        let schedule = rust::schedule(&self.descent);
        rust::program(WHAT, &imports, &[model, &height, &schedule, &main, random])
    }
}

fn indented(body: &str) -> String {
    body.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// The surface in Python and in Rust, of `x` and `y`.
fn formula(surface: Surface) -> (&'static str, &'static str) {
    match surface {
        Surface::Ravine => (
            "return 0.5 * (0.1 * x**2 + 10 * y**2)",
            "(x.square() * 0.1 + y.square() * 10.0) * 0.5",
        ),
        Surface::Turned => (
            "along, across = 0.8 * x + 0.6 * y, 0.8 * y - 0.6 * x\n\
             return 0.5 * (0.1 * along**2 + 10 * across**2)",
            "let along = x.clone() * 0.8 + y.clone() * 0.6;\nlet across = y * 0.8 - x * 0.6;\n\
             (along.square() * 0.1 + across.square() * 10.0) * 0.5",
        ),
        Surface::Rosenbrock => (
            "return (1 - x) ** 2 + 100 * (y - x**2) ** 2",
            "(x.clone() - 1.0).square() + (y - x.square()).square() * 100.0",
        ),
        Surface::Beale => (
            "first, second, third = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3\n\
             return first**2 + second**2 + third**2",
            "let term = |at: f64, power: Tensor<1>| (x.clone() * (power - 1.0) + at).square();\n\
             let (square, cube) = (y.clone().square(), y.clone().square() * y.clone());\n\
             term(1.5, y) + term(2.25, square) + term(2.625, cube)",
        ),
        Surface::Saddle => (
            "return 0.5 * x**2 - 0.5 * y**2 + 0.25 * y**4 + 0.25",
            "let square = y.square();\n\
             x.square() * 0.5 - square.clone() * 0.5 + square.square() * 0.25 + 0.25",
        ),
        Surface::TwoMinima => (
            "return 0.5 * (x**2 - 1) ** 2 + 0.25 * x + 0.5 * y**2 + 0.2573768206378528",
            "let well = (x.clone().square() - 1.0).square() * 0.5;\n\
             well + x * 0.25 + y.square() * 0.5 + 0.2573768206378528",
        ),
    }
}
