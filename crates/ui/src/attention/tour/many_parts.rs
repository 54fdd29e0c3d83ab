//! The second half of the tour: what stands around a head, and several of them together.
//!
//! Shares in the steps that compare lanes are those of these runs, measured natively at the step
//! named, on held-out words: they repeat bit for bit.

use protocol::attention::{Config, Form, Norm, Positions, Task};

use super::step::{Setup, Step};
use crate::attention::fragment::default_config;
use crate::attention::view::View;

/// Steps 6 to 10.
pub const STEPS: [Step; 5] = [NORM, POSITIONS, HEADS, INDUCTION, WRITING];

/// Two lanes that are trained for `step` updates, side by side.
const fn compared(lanes: fn() -> Vec<Config>, step: u64, text: &'static str) -> Setup {
    Setup { lanes, step: Some(step), text, view: View::Heads, stage: None, cell: None }
}

const NORM: Step = Step {
    title: "The residual stream, and where the norm stands",
    text: &[
        "Attention and MLP do not replace a token's vector: what they compute is added to it. The vectors that run through all layers are the residual stream; every part reads from it and writes into it.",
        "A norm before each part leaves the stream itself alone. A norm after each sum rescales it in every layer. “Show me” trains both for 200 steps, with four layers and ten times the usual learning rate. That takes some seconds.",
    ],
    setup: compared(
        || {
            let before = Config { layers: 4, learning_rate: 0.03, ..default_config() };
            let form = Form { norm: Norm::After, ..before.form };
            vec![before.clone(), Config { form, ..before }]
        },
        200,
        "magnet>tenga",
    ),
    look_at: "Training: after 200 steps lane A, norm before, has about half of the letters right. Lane B, norm after, stays at 15 %, which is about what writing the end sign everywhere would earn.",
    question: "Pre-norm or post-norm, and why?",
    answer: "Before each part: then a path leads from the loss to every layer that no norm rescales, and gradients are of moderate size from the start. After each sum, the gradients near the output are large at the start; training needs a slow warm-up of the learning rate or a small one. Where it trains it is not worse: at the usual rate both have 99 % right here after 400 steps.",
    weak: "“Layer norm stabilises training.” Both models have it. The question is where it stands.",
    next: (
        "Why does a pre-norm model have one more norm at the end?",
        "Nothing rescales its stream, which grows as layer after layer adds to it. Without a last norm the logits would grow with the depth.",
    ),
    sources: &[
        "Xiong et al. 2020, On Layer Normalization in the Transformer Architecture",
        "Radford et al. 2019, section 2.3 (norm before each part, and a last one)",
        "Elhage et al. 2021 (the residual stream)",
    ],
};

const POSITIONS: Step = Step {
    title: "Why positions",
    text: &[
        "Scores compare what tokens are. Swap two earlier tokens, and their scores and values are swapped with them: the mean that a later token gets is the same. To reverse a word, first and last have to mean something.",
        "“Show me” trains two models for 400 steps: A is told its places, B is not.",
    ],
    setup: compared(
        || {
            let told = default_config();
            let form = Form { positions: Positions::None, ..told.form };
            vec![told.clone(), Config { form, ..told }]
        },
        400,
        "magnet>tenga",
    ),
    look_at: "Training: by step 400 lane A has over 99 % of the letters right, lane B 37 %. Then put lane B in focus and see what its heads look at instead.",
    question: "Why does a transformer need positions at all?",
    answer: "Without them, and the mask aside, attention sees a set: “dog bites man” and “man bites dog” are the same. So order has to be put in: added to the embedding (learned or sinusoidal), turned into query and key so that their product depends on the distance (RoPE), or taken off the score by distance (ALiBi).",
    weak: "“Because it has no recurrence.” True, and it explains nothing: say what stays the same when two tokens are swapped.",
    next: (
        "Then why is lane B not entirely lost?",
        "The mask tells it something: the first token sees one key, the tenth sees ten. Decoders without any positions do nearly as well as others on natural text. Reversing asks for exact places.",
    ),
    sources: &[
        "Vaswani et al. 2017, section 3.5",
        "Su et al. 2021, RoFormer; Press et al. 2022, ALiBi",
        "Haviv et al. 2022, Transformer Language Models without Positional Encodings",
    ],
};

const HEADS: Step = Step {
    title: "Why several heads",
    text: &[
        "A head has one softmax for each token, so it makes one weighted mean. A token that needs two things from two places gets them mixed.",
        "“Show me” trains two models for 400 steps. A has four heads of 8 numbers in each layer, B one of 32: as many weights, used differently.",
    ],
    setup: compared(
        || vec![default_config(), Config { heads: 1, ..default_config() }],
        400,
        "magnet>tenga",
    ),
    look_at: "Training: by step 400 lane A has over 99 % right, lane B 88 %. Heads: the four of a layer in A do not look at the same places.",
    question: "Why several heads, if the number of weights is the same?",
    answer: "Four heads make four weighted means and keep them apart, side by side in the joined vector. One head has to find a single compromise. What each of the four gives up is width: its scores come from 8 numbers instead of 32, so what it can tell apart is less.",
    weak: "“Each head learns another aspect of language.” Nothing assigns such roles. Say what a single softmax cannot do.",
    next: (
        "Are all of them needed once it is trained?",
        "Often not. In translation models and in BERT many heads can be removed at test time with little loss, and some layers do with one. Measure before you cut: the view Change removes heads one by one.",
    ),
    sources: &[
        "Vaswani et al. 2017, section 3.2.2",
        "Michel, Levy and Neubig 2019, Are Sixteen Heads Really Better than One?",
    ],
};

const INDUCTION: Step = Step {
    title: "Two layers working together",
    text: &[
        "After rbqxmrbqx comes m, because m came after x last time. Two heads find it together: one of the first layer tells every token what stood before it; one of the second looks for the token that was told of x.",
        "“Show me” trains two models for 400 steps on letters that come again: A has two layers, B one.",
    ],
    setup: compared(
        || {
            let two = Config { task: Task::Repeat, ..default_config() };
            vec![two.clone(), Config { layers: 1, ..two }]
        },
        400,
        "rbqxmrbqx",
    ),
    look_at: "Training: by step 400 lane A has 99 % right, lane B 53 %. Heads, lane A: go through the heads of layer 2 and look for one whose last row, x, looks at m in place 5.",
    question: "What is an induction head, and why does it take two layers?",
    answer: "A head that looks for an earlier occurrence of the present token and attends to what came after it. In the first layer a key is made of its own token and place: m does not know yet that it stands after x. A head has to write that into m first; then a query of the next layer can match it.",
    weak: "“A head that copies.” Many heads copy. Say what it searches for, and who made that searchable.",
    next: (
        "How would you find one in a large model?",
        "Feed it random tokens twice. In the second half, measure each head's weight on what came after the same token before: the prefix-matching score. Then remove the best heads and see whether the second half is predicted worse.",
    ),
    sources: &[
        "Olsson et al. 2022, In-context Learning and Induction Heads",
        "Elhage et al. 2021 (composition of heads; one layer cannot)",
    ],
};

const WRITING: Step = Step {
    title: "Writing, and what is kept",
    text: &[
        "To write, the model chooses a token, reads it, and chooses the next. Keys and values of what it has read change no more, because no earlier token sees a later one.",
        "So they are kept. Each step then computes query, key and value of one token instead of all: that is the KV cache.",
    ],
    setup: Setup {
        lanes: || vec![default_config()],
        step: None,
        text: "magnet>",
        view: View::Write,
        stage: None,
        cell: None,
    },
    look_at: "Write: press Write, then “Write it again without the cache”. Below stand milliseconds a token and bytes kept, measured on your device. At 17 tokens, the most that this model reads, the difference is small; it grows with the length.",
    question: "What does the KV cache save, and what does it cost?",
    answer: "Without it token n takes a pass over n tokens; with it over one, whose query still meets n keys. It costs 2 · layers · width numbers a token. Here that is 2 · 2 · 32 numbers of 4 bytes, 512 bytes. With 32 layers, a width of 4,096 and 16 bits it is 524 KB a token, 2.1 GB at 4,096 tokens.",
    weak: "“It makes generation faster.” Say how: one token's pass instead of n. And say what then limits it: reading weights and cache from memory for every token.",
    next: (
        "How do you make it smaller?",
        "Let heads share keys and values (multi-query, grouped-query attention), store them in fewer bits, or keep a window of the latest tokens. Eight heads to one key and value divide it by eight.",
    ),
    sources: &[
        "Shazeer 2019, Fast Transformer Decoding: One Write-Head is All You Need",
        "Ainslie et al. 2023, GQA; Touvron et al. 2023, Llama 2 (32 layers, width 4,096)",
    ],
};
