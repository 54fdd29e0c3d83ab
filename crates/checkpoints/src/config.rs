//! What `config.json`, as Hugging Face writes it, says of a model: the number of heads, which the
//! weights do not tell, and whether the model computes what `nets` computes.

use serde::Deserialize;

use crate::Refusal;

/// What is read of `config.json`; a key that is not there has GPT-2's own value.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Config {
    model_type: Option<String>,
    /// Heads a block.
    pub n_head: Option<usize>,
    /// Blocks.
    pub n_layer: Option<u64>,
    /// Width of the stream.
    pub n_embd: Option<u64>,
    /// Longest sequence, in tokens.
    pub n_positions: Option<u64>,
    /// Tokens of the vocabulary.
    pub vocab_size: Option<u64>,
    n_inner: Option<u64>,
    activation_function: Option<String>,
    layer_norm_epsilon: Option<f64>,
    scale_attn_weights: Option<bool>,
    scale_attn_by_inverse_layer_idx: Option<bool>,
    add_cross_attention: Option<bool>,
    tie_word_embeddings: Option<bool>,
}

impl Config {
    /// Reads and checks the text of a `config.json`.
    ///
    /// # Errors
    /// A [`Refusal`] where it is not readable, of another kind of model, or of a GPT-2 with a variation
    /// that is not computed here: saying nothing would show wrong numbers.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let unreadable = |error: serde_json::Error| Refusal::Config(error.to_string());
        let config: Self = serde_json::from_str(text).map_err(unreadable)?;
        if let Some(kind) = config.model_type.as_deref().filter(|&kind| kind != "gpt2") {
            return Err(Refusal::Config(format!("a model of the type {kind}, not gpt2")));
        }
        match config.variation() {
            Some(what) => Err(Refusal::Config(format!("{what}, which is not computed here"))),
            None => Ok(config),
        }
    }

    /// Whether the output matrix is one of its own, by what the file says.
    pub(crate) fn is_untied(&self) -> bool {
        self.tie_word_embeddings == Some(false)
    }

    /// What differs from GPT-2 as it was published (Radford et al. 2019).
    fn variation(&self) -> Option<String> {
        let activation = self.activation_function.as_deref().unwrap_or("gelu_new");
        if !["gelu_new", "gelu_pytorch_tanh"].contains(&activation) {
            return Some(format!("the activation {activation}"));
        }
        let epsilon = self.layer_norm_epsilon.unwrap_or(1e-5);
        if (epsilon - 1e-5).abs() > 1e-12 {
            return Some(format!("a layer norm with epsilon {epsilon}"));
        }
        let is_usual = |inner: &u64| self.n_embd.is_none_or(|width| inner / 4 == width);
        if let Some(inner) = self.n_inner.filter(|inner| !is_usual(inner)) {
            return Some(format!("an MLP {inner} wide"));
        }
        if self.scale_attn_weights == Some(false) {
            return Some("attention without its division by √d".into());
        }
        if self.scale_attn_by_inverse_layer_idx == Some(true) {
            return Some("attention scaled by the layer".into());
        }
        (self.add_cross_attention == Some(true)).then(|| "attention to another sequence".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let got = Config::read(text);
        let got = got.map_or_else(|refusal| refusal.to_string(), |config| format!("{config:?}"));
        assert!(got.contains(expect), "{text}: {got}");
    }

    #[test]
    fn heads_are_read_and_the_rest_may_be_missing() {
        check(r#"{"model_type":"gpt2","n_head":12,"n_inner":null,"more":[1]}"#, "n_head: Some(12)");
        check("{}", "n_head: None");
    }

    #[test]
    fn what_would_be_computed_wrongly_is_refused() {
        check("[", "config.json:");
        check(r#"{"n_head":-1}"#, "config.json:");
        check(r#"{"model_type":"llama"}"#, "of the type llama");
        check(r#"{"activation_function":"relu"}"#, "the activation relu");
        check(r#"{"layer_norm_epsilon":1e-6}"#, "epsilon");
        check(r#"{"n_embd":32,"n_inner":64}"#, "an MLP 64 wide");
        check(r#"{"n_embd":32,"n_inner":128}"#, "n_inner: Some(128)");
        check(r#"{"scale_attn_weights":false}"#, "√d");
        check(r#"{"scale_attn_by_inverse_layer_idx":true}"#, "by the layer");
        check(r#"{"add_cross_attention":true}"#, "another sequence");
    }
}
