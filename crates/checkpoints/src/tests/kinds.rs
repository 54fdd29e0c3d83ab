//! Files that are opened: kinds of numbers, names, orders, an output matrix of its own.

use safetensors::Dtype;

use super::{asked, open, opened};
use crate::made::{self, Made};

const SIZES: [usize; 4] = [5, 3, 2, 4];

/// The numbers of all tensors, as they are listed.
fn numbers(tensors: &[Made]) -> Vec<f32> {
    tensors.iter().flat_map(Made::values).collect()
}

fn check(tensors: &[Made], expect: &[f32]) {
    let (sizes, weights) = opened(tensors).unwrap();
    assert!(sizes.form.is_tied);
    let found = [sizes.vocabulary, sizes.context, sizes.layers, sizes.width];
    assert_eq!((found, sizes.heads), (SIZES, 2));
    assert_eq!(weights, expect);
}

#[test]
fn names_with_and_without_their_beginning_are_one_model() {
    let expect = numbers(&made::gpt2("", SIZES));
    check(&made::gpt2("", SIZES), &expect);
    check(&made::gpt2("transformer.", SIZES), &expect);
}

#[test]
fn the_order_in_the_file_does_not_matter() {
    let mut tensors = made::gpt2("", SIZES);
    let expect = numbers(&tensors);
    tensors.reverse();
    check(&tensors, &expect);
    tensors.sort_by(|a, b| a.name.cmp(&b.name));
    check(&tensors, &expect);
}

#[test]
fn masks_are_passed_over() {
    let mut tensors = made::gpt2("", SIZES);
    let expect = numbers(&tensors);
    let mask = |name: &str, dtype, shape: &[usize], bytes: usize| Made {
        name: name.into(),
        dtype,
        shape: shape.into(),
        bytes: vec![1; bytes],
    };
    tensors.insert(5, mask("h.0.attn.bias", Dtype::U8, &[1, 1, 3, 3], 9));
    tensors.insert(2, mask("h.1.attn.bias", Dtype::BOOL, &[1, 1, 3, 3], 9));
    tensors.insert(9, mask("h.0.attn.masked_bias", Dtype::F32, &[], 4));
    tensors.push(mask("h.1.attn.masked_bias", Dtype::F32, &[0], 0));
    check(&tensors, &expect);
}

#[test]
fn halves_are_read_as_the_numbers_they_are() {
    for dtype in [Dtype::F16, Dtype::BF16] {
        let whole = made::gpt2("", SIZES);
        let halved: Vec<Made> = whole.iter().map(|tensor| tensor.halved(dtype)).collect();
        // By the definition of the kinds: 11 and 8 significant bits; all numbers here are normal.
        let bits = if dtype == Dtype::F16 { 11 } else { 8 };
        let round = |value: f32| {
            let unit = 2f32.powi(value.log2().floor() as i32 + 1 - bits);
            (value / unit).round_ties_even() * unit
        };
        let expect: Vec<f32> = numbers(&whole).into_iter().map(round).collect();
        check(&halved, &expect);
    }
}

#[test]
fn an_output_that_repeats_the_token_table_is_tied() {
    for place in [0, 7] {
        let mut tensors = made::gpt2("transformer.", SIZES);
        let expect = numbers(&tensors);
        let output = Made { name: "lm_head.weight".into(), ..tensors[0].clone() };
        tensors.insert(place, output);
        check(&tensors, &expect);
    }
}

#[test]
fn an_output_of_its_own_is_kept_with_a_column_a_token() {
    let [vocabulary, _, _, width] = SIZES;
    let mut tensors = made::gpt2("transformer.", SIZES);
    let mut expect = numbers(&tensors);
    let mut values = tensors[0].values();
    values[7] += 1.0;
    for column in 0..width {
        expect.extend((0..vocabulary).map(|token| values[token * width + column]));
    }
    tensors.insert(3, Made::f32("lm_head.weight", &[vocabulary, width], &values));
    for chunks in [&[][..], &[1], &[7, 3]] {
        let (sizes, weights) = open(&made::file(&tensors), &asked(2), chunks).unwrap();
        assert!(!sizes.form.is_tied);
        assert_eq!(weights, expect);
    }
}
