//! Whatever a file holds and however it is cut, opening it answers, and always the same.

use proptest::collection::vec;
use proptest::prelude::*;
use safetensors::Dtype;

use super::{asked, open};
use crate::made::{self, Made};
use crate::{Config, Tokeniser};

/// A GPT-2 whose tensors have kinds and places by these numbers.
fn shuffled(picks: &[usize]) -> Vec<Made> {
    let mut tensors = made::gpt2("", [5, 3, 1, 4]);
    for (index, pick) in picks.iter().enumerate() {
        let at = index % tensors.len();
        let dtype = [Dtype::F32, Dtype::F16, Dtype::BF16][pick % 3];
        if dtype != Dtype::F32 && tensors[at].dtype == Dtype::F32 {
            tensors[at] = tensors[at].halved(dtype);
        }
        let other = pick / 3 % tensors.len();
        tensors.swap(at, other);
    }
    tensors
}

proptest! {
    #[test]
    fn chunks_of_any_sizes_give_the_same_weights(
        picks in vec(0..1_000_usize, 0..40),
        chunks in vec(1..200_usize, 1..20),
        small in vec(1..6_usize, 1..9),
    ) {
        let file = made::file(&shuffled(&picks));
        let whole = open(&file, &asked(2), &[]);
        prop_assert!(whole.is_ok());
        prop_assert_eq!(&open(&file, &asked(2), &chunks), &whole);
        prop_assert_eq!(&open(&file, &asked(2), &small), &whole);
    }

    #[test]
    fn changed_bytes_never_panic(
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        length in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut file = made::file(&made::gpt2("", [5, 3, 1, 4]));
        // Most of what is worth breaking is in the header.
        let header = u64::from_le_bytes(*file.first_chunk().unwrap()) as usize + 8;
        for (index, byte) in changes {
            let at = index.index(header + 20);
            file[at] = byte;
        }
        if is_cut {
            file.truncate(length.index(file.len()));
        }
        let _ = open(&file, &asked(2), &[13]);
    }

    #[test]
    fn made_up_headers_never_panic(
        names in vec("(transformer\\.)?(wte|wpe|ln_f|h\\.[0-9]{1,12}\\.(ln_1|attn\\.c_attn))\\.(weight|bias)", 0..6),
        axes in vec(prop_oneof![0..4_u64, any::<u64>()], 0..3),
        offsets in vec(prop_oneof![0..40_u64, any::<u64>()], 2),
        rest in 0..40_usize,
    ) {
        let entry = |name| format!(
            r#""{name}":{{"dtype":"F32","shape":{axes:?},"data_offsets":{offsets:?}}}"#
        );
        let json = format!("{{{}}}", names.iter().map(entry).collect::<Vec<_>>().join(","));
        let mut file = (json.len() as u64).to_le_bytes().to_vec();
        file.extend(json.into_bytes());
        file.extend(vec![0; rest]);
        prop_assert!(open(&file, &asked(2), &[5]).is_err());
    }

    #[test]
    fn any_text_as_a_file_beside_the_weights_never_panics(text in ".{0,60}", more in ".{0,60}") {
        let _ = Config::read(&text);
        prop_assert!(Tokeniser::new(&text, &more, 300).is_err());
    }
}
