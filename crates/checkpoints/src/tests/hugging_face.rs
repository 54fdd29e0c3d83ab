//! A GPT-2 that Hugging Face's transformers made, saved and read
//! (`tests/fixtures/make_gpt2_fixtures.py`).

use nets::reading::{Changes, Part, Trace, Weights};
use nets::transformer::{Form, Layout, Sizes};
use serde::Deserialize;

use super::{ENOUGH, asked, open};
use crate::gpt2::Asked;
use crate::made::{self, Made};
use crate::{Config, Tokeniser, header};

const FILE: &[u8] = include_bytes!("../../../../tests/fixtures/gpt2/model.safetensors");
const CONFIG: &str = include_str!("../../../../tests/fixtures/gpt2/config.json");
const VOCABULARY: &str = include_str!("../../../../tests/fixtures/gpt2/vocab.json");
const MERGES: &str = include_str!("../../../../tests/fixtures/gpt2/merges.txt");
const EXPECTED: &str = include_str!("../../../../tests/fixtures/gpt2/expected.json");

#[derive(Deserialize)]
struct Expected {
    tensors: Vec<Tensor>,
    texts: Vec<Text>,
}

#[derive(Deserialize)]
struct Tensor {
    name: String,
    shape: Vec<usize>,
    first: Vec<f32>,
    last: Vec<f32>,
    sum: f64,
}

#[derive(Deserialize)]
struct Text {
    text: String,
    words: Vec<String>,
    tokens: Vec<u32>,
    /// By layer and head, queries by keys; for texts that the model has read.
    #[serde(default)]
    attentions: Vec<Vec<Vec<f32>>>,
    /// Of what follows the last token.
    #[serde(default)]
    logits: Vec<f32>,
}

fn expected() -> Expected {
    serde_json::from_str(EXPECTED).unwrap()
}

fn model() -> (Sizes, Vec<f32>) {
    let config = Config::read(CONFIG).unwrap();
    let asked = Asked { config: Some(&config), heads: None, memory_bytes: ENOUGH };
    open(FILE, &asked, &[1000]).unwrap()
}

#[test]
fn sizes_are_those_of_the_configuration() {
    let form = Form { is_tied: true, ..Form::default() };
    let expect = Sizes { vocabulary: 300, context: 64, layers: 2, heads: 4, width: 32, form };
    assert_eq!(model().0, expect);
}

#[test]
fn every_tensor_is_where_nets_looks_for_it() {
    let (sizes, weights) = model();
    let (layout, tensors) = (Layout::new(&sizes), expected().tensors);
    assert_eq!(layout.entries().len(), tensors.len());
    // The parameters of PyTorch's model come in the order of its forward pass, which is ours.
    for (entry, tensor) in layout.entries().iter().zip(&tensors) {
        let shape = [entry.rows, entry.columns];
        let skipped = 2 - tensor.shape.len();
        assert_eq!(&shape[skipped..], tensor.shape, "{}", tensor.name);
        let ours = &weights[entry.range.clone()];
        assert!(ours.starts_with(&tensor.first), "{}", tensor.name);
        assert!(ours.ends_with(&tensor.last), "{}", tensor.name);
        let sum: f64 = ours.iter().copied().map(f64::from).sum();
        assert!((sum - tensor.sum).abs() < 1e-6, "{}: {sum}", tensor.name);
    }
}

fn assert_close(what: &str, ours: &[f32], theirs: &[f32]) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (index, (a, b)) in ours.iter().zip(theirs).enumerate() {
        assert!((a - b).abs() <= 1e-4, "{what}[{index}]: {a} against {b}");
    }
}

/// The pass of every text that Hugging Face's model has read.
fn traces((sizes, values): (Sizes, Vec<f32>)) -> Vec<(Text, Trace)> {
    let weights = Weights::new(sizes, values).unwrap();
    let texts = expected().texts.into_iter().filter(|text| !text.logits.is_empty());
    let read = |text: Text| {
        let trace = Trace::of(&weights, &text.tokens, &Changes::default()).unwrap();
        (text, trace)
    };
    texts.map(read).collect()
}

fn logits_of(trace: &Trace) -> Vec<f32> {
    trace.stage(Part::Logits).unwrap().values.into_owned()
}

#[test]
fn attentions_and_logits_are_those_of_hugging_face() {
    let traces = traces(model());
    assert_eq!(traces.len(), 3);
    for (Text { text, tokens, attentions, logits, .. }, trace) in traces {
        assert_close(&text, &logits_of(&trace), &logits);
        assert_eq!((attentions.len(), attentions[0].len()), (2, 4));
        for (layer, heads) in attentions.iter().enumerate() {
            assert_eq!(trace.shares(layer).len(), 4 * tokens.len().pow(2));
            assert_close(&format!("{text}, layer {layer}"), trace.shares(layer), &heads.concat());
        }
    }
}

#[test]
fn an_output_of_twice_the_token_table_gives_twice_the_logits() {
    let header = header::read(FILE, FILE.len() as u64).unwrap();
    let mut tensors: Vec<Made> = Vec::new();
    for (name, tensor) in header.tensors {
        let bytes = FILE[tensor.bytes.start as usize..tensor.bytes.end as usize].to_vec();
        let shape = tensor.shape.iter().map(|&axis| axis as usize).collect();
        tensors.push(Made { name, dtype: tensor.dtype, shape, bytes });
    }
    let table = tensors.iter().find(|tensor| tensor.name.ends_with("wte.weight")).unwrap();
    let twice: Vec<f32> = table.values().iter().map(|value| 2.0 * value).collect();
    tensors.push(Made::f32("lm_head.weight", &[300, 32], &twice));
    let model = open(&made::file(&tensors), &asked(4), &[4097]).unwrap();
    assert!(!model.0.form.is_tied);
    for (text, trace) in traces(model) {
        let halves: Vec<f32> = logits_of(&trace).iter().map(|logit| logit / 2.0).collect();
        assert_close(&text.text, &halves, &text.logits);
    }
}

#[test]
fn tokens_are_those_of_hugging_face() {
    let tokeniser = Tokeniser::new(VOCABULARY, MERGES, 300).unwrap();
    for Text { text, words, tokens, .. } in expected().texts {
        assert_eq!(tokeniser.encode(&text).unwrap(), tokens, "{text}");
        assert_eq!(tokeniser.decode(&tokens), text);
        assert_eq!(tokeniser.words(&text).unwrap(), words, "{text}");
    }
}

#[test]
fn a_piece_is_the_text_with_its_space() {
    let tokeniser = Tokeniser::new(VOCABULARY, MERGES, 384).unwrap();
    let pieces = |text: &str| -> Vec<String> {
        let tokens = tokeniser.encode(text).unwrap();
        tokens.iter().map(|&token| tokeniser.piece(token)).collect()
    };
    assert_eq!(pieces("the the\n"), ["t", "he", " the", "\n"]);
    assert_eq!(pieces("é"), ["\u{fffd}", "\u{fffd}"]);
    assert_eq!(tokeniser.end().map(|end| tokeniser.piece(end)).unwrap(), "<|endoftext|>");
    // A row that pads the table, and one that is not there.
    assert_eq!(tokeniser.piece(383) + &tokeniser.piece(u32::MAX), "");
}

#[test]
fn files_that_do_not_belong_together_are_refused() {
    let check = |vocabulary: &str, merges: &str, size, expect: &str| {
        let refusal = Tokeniser::new(vocabulary, merges, size).err().unwrap();
        assert!(refusal.to_string().contains(expect), "{refusal}");
    };
    check(VOCABULARY, MERGES, 299, "vocab.json has 300 tokens, the model has 299");
    check(VOCABULARY, MERGES, 50_257, "they do not belong together");
    check("[]", MERGES, 300, "vocab.json:");
    check(&VOCABULARY.replace("\"!\": 0", "\"!\": 1"), MERGES, 300, "is not the only token 1");
    check(&VOCABULARY.replace("\"!\": 0", "\"!\": 999"), MERGES, 300, "the only token 999");
    check(&VOCABULARY.replace("\"!\":", "\"!!\":"), MERGES, 300, "no token for the byte 33");
    check(VOCABULARY, "#version: 0.2\nĠ t\nq z\n", 300, "merges.txt does not belong");
    check(VOCABULARY, "Ġt\n", 300, "line 1 is Ġt");
}
