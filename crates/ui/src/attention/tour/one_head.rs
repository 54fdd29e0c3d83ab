//! The first half of the tour: one head, from the token that needs another to the weight of a cell.

use protocol::attention::look::{Kind, Part};

use super::step::{Setup, Step};
use crate::attention::fragment::default_config;
use crate::attention::view::View;

/// The trained model that reverses words, with the answer begun.
const REVERSE: Setup = Setup {
    lanes: || vec![default_config()],
    step: None,
    text: "magnet>tenga",
    view: View::Heads,
    stage: None,
    cell: None,
};

/// A stage of head 2.2; with the last query and the first key as the cell, where there is one.
const fn inside(kind: Kind, cell: Option<(u32, u32)>) -> Setup {
    let stage = Some(Part { kind, layer: 1, head: 1 });
    Setup { view: View::Inside, stage, cell, ..REVERSE }
}

/// Steps 1 to 5.
pub const STEPS: [Step; 5] = [NEED, QUERY_KEY_VALUE, SCALE, MASK, SOFTMAX];

const NEED: Step = Step {
    title: "A token needs another token",
    text: &[
        "After magnet> this model has to write tengam. Which letter comes next depends on a letter that stands somewhere else, and on where it stands. How often letters occur says nothing about it.",
        "Attention lets the last token fetch what it needs: it compares itself with every token up to its own place, turns the comparisons into weights that add up to one, and takes the weighted mean of what those tokens offer.",
    ],
    setup: REVERSE,
    look_at: "Heads: the last row of the matrix is what the last letter looks at. Move along it. Then read below which pattern the head follows, and beside it what the model predicts.",
    question: "Why attention rather than a recurrent network?",
    answer: "A recurrent network carries everything in one state of fixed size, and what stood n tokens ago has to survive n updates. With attention any two tokens are one step apart, and all tokens of a training text are computed at once. The price is a score for every pair: n² of them, where a recurrent network makes n steps.",
    weak: "“It captures long-range dependencies.” Say through what: the path between two tokens has a constant length instead of n.",
    next: (
        "At which lengths is attention cheaper?",
        "A layer of attention takes about n² · d multiplications, a recurrent one n · d². Attention is cheaper while the text is shorter than the vectors are wide.",
    ),
    sources: &[
        "Vaswani et al. 2017, section 4 and table 1",
        "Bahdanau, Cho and Bengio 2015, section 1 (the state of fixed size)",
    ],
};

const QUERY_KEY_VALUE: Step = Step {
    title: "Query, key and value",
    text: &[
        "In each head every token's vector is multiplied by three matrices. The query says what this token looks for, the key what it can be found by, the value what it hands on.",
        "The stream here is 32 numbers wide and has four heads, so a head makes 8 numbers of each.",
    ],
    setup: inside(Kind::Query, None),
    look_at: "Inside: the queries of head 2.2, a row a token. Open its keys and its values next: the same tokens, each time for another purpose.",
    question: "Why three matrices? Why not compare the vectors themselves?",
    answer: "Compared with themselves, vectors give symmetric scores: a would look at b as much as b at a, and a long vector mostly finds itself. With a matrix for each side, looking has a direction. The third matrix separates what a token is found by from what it hands on: here a letter is looked for by its place, and what is wanted is which letter it is.",
    weak: "“It is like a database.” A database returns the row that matches. A head returns a weighted mean of everything that it may see.",
    next: (
        "What of these matrices matters in the end?",
        "Two products: query with key decides where a head looks, value with output projection what it moves. Each has a rank of at most the head's width, here 8 of 32.",
    ),
    sources: &[
        "Vaswani et al. 2017, section 3.2",
        "Elhage et al. 2021, A Mathematical Framework for Transformer Circuits (QK and OV circuits)",
    ],
};

const SCALE: Step = Step {
    title: "Why divide by √d",
    text: &[
        "A score is the product of a query and a key: a sum of d terms. If their entries are independent with mean 0 and variance 1, each term has variance 1 and the sum has variance d. The wider the head, the larger the scores.",
        "Divided by √d they have variance 1 again, whatever the width. Here d is 8, and √8 is 2.83.",
    ],
    setup: inside(Kind::Scores, Some((11, 0))),
    look_at: "Inside: the scores of head 2.2, and one cell of them in its own numbers: the product first, then the division.",
    question: "Why divide by √d, and what happens without it?",
    answer: "With heads 64 wide, scores at the start have a standard deviation of 8. Of two keys whose scores are 8 apart one gets 0.9997 of the weight, and the gradient through the softmax is p(1 − p), 0.0003. The choice is made at random, before anything is learned, and hardly any gradient comes back to correct it. Divided by its standard deviation, the softmax starts soft.",
    weak: "“To keep the numbers small.” Say why they would be large and what breaks: variance d, a saturated softmax, no gradient.",
    next: (
        "Would you ever divide by d instead?",
        "Once trained, queries and keys are no longer independent, and their product can grow like d. A parametrisation that carries learning rates over from narrow to wide models (µP) divides by d for that reason.",
    ),
    sources: &[
        "Vaswani et al. 2017, section 3.2.1 with footnote 4",
        "Yang et al. 2022, Tensor Programs V (1/d attention)",
    ],
};

const MASK: Step = Step {
    title: "The mask: no token sees its own future",
    text: &[
        "The model learns to predict each next token, at all places of a text at once. A token that could look ahead would read its answer instead of working it out.",
        "So before the softmax every score of a later key becomes −∞, and e^−∞ is exactly 0.",
    ],
    setup: REVERSE,
    look_at: "Heads: above the diagonal every weight is exactly 0, and the first row has a single 1, since the first token sees itself alone. Choose a cell up there: the arithmetic beside it says so.",
    question: "Why −∞ before the softmax, and not zero after it?",
    answer: "Set to zero afterwards, a row would no longer add up to one. Worse, its sum would have counted the future already: the scores of later tokens would change the weights of earlier ones. With −∞ later tokens take no part at all. That is what makes a text of n tokens n training examples in a single pass.",
    weak: "“So that it cannot cheat.” True. Say where the leak would be: in the sum below the fraction.",
    next: (
        "Is the mask needed while writing?",
        "With kept keys and values the newest token is the last one: nothing stands after it. The mask matters where several tokens are read at once, in training and for the prompt.",
    ),
    sources: &[
        "Vaswani et al. 2017, section 3.2.3",
        "PyTorch documentation, scaled_dot_product_attention (causal mask filled with −inf before the softmax)",
    ],
};

const SOFTMAX: Step = Step {
    title: "From score to weight, in one cell",
    text: &[
        "The softmax turns a row of scores into weights: e to the power of each score, divided by the sum over the row. All are positive and they add up to one.",
        "A score that is larger by 1 has 2.72 times the weight. Only differences count: add the same number to all scores of a row, and nothing changes.",
    ],
    setup: inside(Kind::Shares, Some((11, 0))),
    look_at: "Inside: the weights of head 2.2 and one cell of them: its score, the highest of its row that is taken off, the sum, and the quotient.",
    question: "How do you compute a softmax that cannot overflow?",
    answer: "Take the highest score of the row off every score first. Numerator and denominator get the same factor, so the result is the same; the largest exponent is 0 and the sum at least 1. Without it, e^s overflows above 88.7 in 32-bit floats and above 11.1 in 16-bit ones.",
    weak: "“The framework does that.” It does. They want the line, and why it changes nothing.",
    next: (
        "And if a row does not fit into fast memory?",
        "Keep a running maximum and a running sum, and rescale the sum and the output whenever the maximum grows: online softmax, on which FlashAttention is built.",
    ),
    sources: &[
        "Milakov and Gimelshein 2018, Online normalizer calculation for softmax",
        "Dao et al. 2022, FlashAttention, section 3.1",
    ],
};
