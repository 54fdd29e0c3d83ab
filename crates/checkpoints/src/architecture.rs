//! What a file that is no GPT-2 looks like, by the names of its tensors.

use crate::Header;

/// Part of a name, and the kind of model that has it. The first that is found counts.
const MARKS: [(&str, &str); 17] = [
    ("base_model.model.", "an adapter (LoRA), to be merged into its model first"),
    ("lora_", "an adapter (LoRA), to be merged into its model first"),
    ("gpt_neox.", "a GPT-NeoX or Pythia, with rotary positions"),
    ("attn.attention.q_proj", "a GPT-Neo, with queries, keys and values apart"),
    ("h.0.attn.q_proj", "a GPT-J, with rotary positions"),
    ("self_attention.query_key_value", "a BLOOM or Falcon"),
    ("decoder.embed_positions", "an OPT or BART"),
    ("block_sparse_moe", "a Mixtral, a mixture of experts"),
    ("self_attn.qkv_proj", "a Phi-3, with rotary positions and a gated MLP"),
    ("self_attn.q_proj", "a Llama or a relative of it, with rotary positions and a gated MLP"),
    ("mixer.", "a Mamba: a state-space model, no transformer"),
    ("time_mix", "an RWKV: a recurrent network, no transformer"),
    ("encoder.block.", "a T5: an encoder and a decoder"),
    ("encoder.layer.", "a BERT or a relative of it: an encoder"),
    ("tokens_embed", "the first GPT, with norms after each part"),
    ("vision", "a model of pictures"),
    ("_orig_mod.", "a model that torch.compile wrapped, to be saved without it"),
];

/// What the file looks like, where its names tell.
pub fn guess(header: &Header) -> Option<&'static str> {
    let has = |mark: &str| header.tensors.keys().any(|name| name.contains(mark));
    MARKS.iter().find(|(mark, _)| has(mark)).map(|&(_, like)| like)
}
