//! What programs say. That they run and reach the same loss is tested with PyTorch and burn
//! themselves, by `tests/programs/run.py`.

use nets::activation::Activation;
use nets::dense::{Descent, Examples, Head, Linear, Network, Start, Training, layers};
use nets::optimiser::{Constants, Rule};
use nets::random::Random;
use nets::schedule::Schedule;

use super::{Dense, dense};
use crate::lab::Language;

fn written(head: Head, descent: Descent, language: Language) -> String {
    let layers = layers![
        Linear::new(2, 3, Start::XavierUniform),
        Activation::Tanh,
        Linear::new(3, 2, Start::Zero),
    ];
    let network = Network::new(2, layers, head);
    let weights = network.start(&mut Random::new(1, 0));
    let examples = Examples::classes(2, vec![0.5, 1.5, -1.0, 2.0], &[1, 0], 2);
    let training = Training::new(network, weights, examples, descent, Random::new(1, 1));
    let run = Dense { what: "A test.", training: &training, steps: 7, measure: "loss" };
    dense(&run, language)
}

/// The parts that a program of both languages must have.
fn check(head: Head, descent: Descent, in_python: &[&str], in_rust: &[&str]) {
    for (language, parts) in [(Language::PyTorch, in_python), (Language::Burn, in_rust)] {
        let program = written(head, descent, language);
        for part in parts {
            assert!(program.contains(part), "no {part:?} in\n{program}");
        }
        assert!(program.lines().all(|line| !line.ends_with(' ')), "a line ends with a space");
    }
}

#[test]
fn the_network_is_written_down() {
    check(
        Head::Softmax,
        Descent::new(Rule::Sgd, 0.25, 8),
        &[
            "\"\"\"A test.\n",
            "    nn.Linear(2, 3),\n    nn.Tanh(),\n    nn.Linear(3, 2),\n",
            "INPUTS = numbers(\"\"\"\n0.5 1.5 -1 2\n\"\"\").reshape(-1, 2)",
            "\"\"\"\n1 0\n\"\"\".split()",
            "torch.optim.SGD(model.parameters(), lr=0.25)",
            // A batch is no larger than there are rows.
            "Batches(len(INPUTS), 2, Random(0x",
            "for step in range(7):",
            "print(\"loss\", ",
        ],
        &[
            "//! A test.\n",
            "    linear_1: nn::Linear,\n    linear_2: nn::Linear,\n",
            "self.linear_1.forward(x);\n        let x = activation::tanh(x);",
            "optim::SgdConfig::new()",
            "optimiser.step(0.25, model, gradients)",
            "for _ in 0..7u64",
        ],
    );
}

#[test]
fn every_rule_has_its_constants() {
    let constants = Constants { momentum: 0.8, square_decay: 0.95, weight_decay: 0.125 };
    let check = |rule: Rule, in_python: &str, in_rust: &[&str]| {
        let descent = Descent { constants, ..Descent::new(rule, 0.5, 2) };
        check(Head::Squared, descent, &[in_python], in_rust);
    };
    let arguments = "(model.parameters(), lr=0.5";
    let python = |class: &str, more: &str| {
        format!("torch.optim.{class}{arguments}{more}, weight_decay=0.125)")
    };
    let decay = "WeightDecayConfig::new(0.125)";
    check(Rule::Sgd, &python("SGD", ""), &["SgdConfig", decay]);
    let nesterov = "with_nesterov(false)";
    check(Rule::Momentum, &python("SGD", ", momentum=0.8"), &["with_momentum(0.8)", nesterov]);
    let more = ", momentum=0.8, nesterov=True";
    check(Rule::Nesterov, &python("SGD", more), &["with_nesterov(true)", "with_dampening(0.0)"]);
    check(Rule::RmsProp, &python("RMSprop", ", alpha=0.95"), &["with_alpha(0.95)", decay]);
    let betas = ", betas=(0.8, 0.95)";
    check(Rule::Adam, &python("Adam", betas), &["with_beta_2(0.95)", "with_epsilon(1e-8)", decay]);
    check(Rule::AdamW, &python("AdamW", betas), &["AdamWConfig", "with_weight_decay(0.125)"]);
}

#[test]
fn schedules_and_penalties_are_there_when_they_do_something() {
    let schedule = Schedule::WarmCosine { warm_up: 5, total: 25 };
    let descent = Descent { schedule, l1: 0.5, ..Descent::new(Rule::Sgd, 0.5, 2) };
    check(
        Head::Logistic,
        descent,
        &["0.5 * factor(step)", "(step - 5) / 20", "+ penalty()", "with_logits"],
        &["0.5 * factor(step)", "(step - 5) as f64 / 20.0", "+ penalty(&model", "softplus"],
    );
    for language in [Language::PyTorch, Language::Burn] {
        let plain = written(Head::Squared, Descent::new(Rule::Sgd, 0.5, 2), language);
        assert!(!plain.contains("factor") && !plain.contains("penalty"), "{plain}");
    }
}
