//! Files that are not opened, and what is said of them.

use safetensors::Dtype;

use super::{ENOUGH, asked, open, opened};
use crate::gpt2::{self, Asked};
use crate::made::{self, Made};
use crate::{Config, Loading, Refusal, header};

const SIZES: [usize; 4] = [5, 3, 2, 4];

/// A GPT-2 with this done to its tensors, and what is said of it.
fn check(change: impl FnOnce(&mut Vec<Made>), expect: &str) {
    let mut tensors = made::gpt2("", SIZES);
    change(&mut tensors);
    let refusal = opened(&tensors).unwrap_err();
    assert!(refusal.to_string().contains(expect), "{refusal}");
}

fn named<'a>(tensors: &'a mut [Made], name: &str) -> &'a mut Made {
    tensors.iter_mut().find(|tensor| tensor.name == name).unwrap()
}

#[test]
fn a_missing_tensor_is_named() {
    for name in made::gpt2("", SIZES).into_iter().map(|tensor| tensor.name) {
        let expect = format!("The tensor {name} is missing.");
        check(|tensors| tensors.retain(|tensor| tensor.name != name), &expect);
    }
    check(|tensors| named(tensors, "h.1.ln_2.bias").name = "h.7.ln_2.bias".into(), "h.1.ln_2.bias");
}

#[test]
fn a_wrong_shape_is_told_with_the_right_one() {
    // As nanoGPT saves it: outputs × inputs.
    check(
        |tensors| named(tensors, "h.1.attn.c_attn.weight").shape = vec![12, 4],
        "h.1.attn.c_attn.weight has the shape [12, 4]; expected [4, 12].",
    );
    check(|tensors| named(tensors, "wte.weight").shape = vec![20], "expected [rows, columns].");
    let empty = |tensors: &mut Vec<Made>| {
        *named(tensors, "wpe.weight") = Made::f32("wpe.weight", &[0, usize::MAX], &[]);
    };
    check(empty, "expected [rows, columns].");
}

#[test]
fn tensors_that_no_gpt_2_has_are_named() {
    let adapter = Made::f32("h.0.crossattention.c_attn.bias", &[1], &[0.0]);
    check(|tensors| tensors.push(adapter), "No GPT-2 has a tensor h.0.crossattention.c_attn.bias.");
    let two = ["score.bias", "score.weight"].map(|name| Made::f32(name, &[1], &[0.0]));
    check(
        |tensors| tensors.extend(two),
        "2 tensors are in no GPT-2; the first of them is score.bias.",
    );
}

#[test]
fn other_kinds_of_numbers_are_named() {
    let whole = |tensors: &mut Vec<Made>| named(tensors, "ln_f.bias").dtype = Dtype::I32;
    check(whole, "ln_f.bias holds I32; F32, F16 and BF16 can be read.");
}

#[test]
fn other_models_are_told_by_their_looks() {
    for (name, expect) in [
        ("model.layers.0.self_attn.q_proj.weight", "a Llama or a relative"),
        ("gpt_neox.layers.0.attention.query_key_value.weight", "a GPT-NeoX or Pythia"),
        ("transformer.h.0.attn.attention.q_proj.weight", "a GPT-Neo,"),
        ("transformer.h.0.attn.q_proj.weight", "a GPT-J"),
        ("transformer.h.0.self_attention.query_key_value.weight", "a BLOOM or Falcon"),
        ("bert.encoder.layer.0.attention.self.query.weight", "a BERT"),
        ("backbone.layers.0.mixer.A_log", "a Mamba"),
    ] {
        let refusal = opened(&[Made::f32(name, &[1], &[0.0])]).unwrap_err();
        assert!(refusal.to_string().contains(expect), "{name}: {refusal}");
    }
    let unknown = opened(&[Made::f32("conv1.weight", &[1], &[0.0])]).unwrap_err();
    assert_eq!(unknown, Refusal::Missing("wte.weight".into()));
}

#[test]
fn a_weight_that_is_no_number_is_refused_where_it_stands() {
    for value in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let bytes = value.to_le_bytes();
        check(
            |tensors| named(tensors, "ln_f.weight").bytes[8..12].copy_from_slice(&bytes),
            "Number 2 of the tensor ln_f.weight is infinite or no number.",
        );
    }
    let halves = |tensors: &mut Vec<Made>| {
        let tensor = named(tensors, "wpe.weight");
        *tensor = tensor.halved(Dtype::F16);
        tensor.bytes[2..4].copy_from_slice(&[0x00, 0x7c]);
    };
    check(halves, "Number 1 of the tensor wpe.weight");
    let output = Made::f32("lm_head.weight", &[5, 4], &[f32::NAN; 20]);
    check(|tensors| tensors.push(output), "Number 0 of the tensor lm_head.weight");
}

#[test]
fn heads_come_from_the_configuration_the_visitor_or_the_width() {
    let check = |width, config: Option<&str>, heads, expect| {
        let file = made::file(&made::gpt2("", [2, 2, 1, width]));
        let config = config.map(|text| Config::read(text).unwrap());
        let asked = Asked { config: config.as_ref(), heads, memory_bytes: ENOUGH };
        assert_eq!(open(&file, &asked, &[]).map(|(sizes, _)| sizes.heads), expect);
    };
    check(64, None, None, Ok(1));
    check(128, None, None, Ok(2));
    check(128, None, Some(4), Ok(4));
    check(128, Some(r#"{"n_head":8}"#), Some(4), Ok(8));
    check(32, None, None, Err(Refusal::Heads { width: 32, heads: None }));
    check(32, None, Some(5), Err(Refusal::Heads { width: 32, heads: Some(5) }));
    check(32, None, Some(0), Err(Refusal::Heads { width: 32, heads: Some(0) }));
}

#[test]
fn a_configuration_of_another_model_is_refused() {
    let file = made::file(&made::gpt2("", [5, 3, 2, 64]));
    let check = |text: &str, expect: &str| {
        let config = Config::read(text).unwrap();
        let asked = Asked { config: Some(&config), ..asked(1) };
        let refusal = open(&file, &asked, &[]).unwrap_err();
        assert_eq!(refusal.to_string(), expect);
    };
    check(r#"{"vocab_size":6}"#, "config.json has vocab_size 6, the weights have 5.");
    check(r#"{"n_positions":4}"#, "config.json has n_positions 4, the weights have 3.");
    check(r#"{"n_layer":12}"#, "config.json has n_layer 12, the weights have 2.");
    check(r#"{"n_embd":8}"#, "config.json has n_embd 8, the weights have 64.");
    check(r#"{"tie_word_embeddings":false}"#, "The tensor lm_head.weight is missing.");
}

#[test]
fn memory_is_asked_for_before_it_is_taken() {
    let file = made::file(&made::gpt2("", SIZES));
    let header = header::read(&file, file.len() as u64).unwrap();
    let plan = |memory_bytes| gpt2::plan(&header, &Asked { memory_bytes, ..asked(2) });
    let needed = plan(ENOUGH).unwrap().memory_bytes();
    assert_eq!(needed, 4 * (5 + 3 + 2 * (13 + 12 * 4) + 2) * 4);
    assert!(plan(needed).is_ok());
    let (bytes, allowed) = (needed, needed - 1);
    assert_eq!(plan(allowed), Err(Refusal::Memory { bytes, numbers: needed / 4, allowed }));
}

#[test]
fn chunks_follow_each_other_to_the_end() {
    let file = made::file(&made::gpt2("", SIZES));
    let header = header::read(&file, file.len() as u64).unwrap();
    let mut loading = Loading::new(gpt2::plan(&header, &asked(2)).unwrap()).unwrap();
    loading.push(0, &file[..100]).unwrap();
    assert_eq!(loading.push(99, &file[99..]), Err(Refusal::Order { expected: 100, found: 99 }));
    let expected = file.len() as u64;
    loading.push(100, &file[100..file.len() - 1]).unwrap();
    assert_eq!(loading.progress(), (expected - 1, expected));
    let beyond = loading.push(expected - 1, &[0, 0]);
    assert_eq!(beyond, Err(Refusal::Length { expected, found: expected + 1 }));
    let cut = open(&file[..file.len() - 1], &asked(2), &[]);
    assert_eq!(cut, Err(Refusal::Length { expected, found: expected - 1 }));
}
