//! The network as a module of burn: its fields, its first weights, its forward pass.

use nets::activation::{Activation, LEAK};
use nets::convolution::Pooling;
use nets::dense::Sketch;
use nets::random::Random;

use super::super::each_layer;

/// Name, type and layer of every field, in the order of the weights.
fn fields(layers: &[Sketch]) -> Vec<(String, &'static str, Sketch)> {
    let mut fields = Vec::new();
    each_layer(layers, &mut |layer| {
        let (name, kind) = match layer {
            Sketch::Linear { .. } => ("linear", "nn::Linear"),
            Sketch::BatchNorm { .. } => ("batch_norm", "nn::BatchNorm"),
            Sketch::LayerNorm { .. } => ("layer_norm", "nn::LayerNorm"),
            Sketch::Convolution { .. } => ("convolution", "nn::conv::Conv2d"),
            _ => return,
        };
        fields.push((format!("{name}_{}", fields.len() + 1), kind, layer.clone()));
    });
    fields
}

/// Names of the fields whose weights are penalised.
pub fn weighted(layers: &[Sketch]) -> Vec<String> {
    let fields = fields(layers).into_iter();
    let has_matrix =
        |layer: &Sketch| matches!(layer, Sketch::Linear { .. } | Sketch::Convolution { .. });
    fields.filter(|(_, _, layer)| has_matrix(layer)).map(|(name, ..)| name).collect()
}

/// What each dropout layer draws from, in order.
pub fn randoms(layers: &[Sketch]) -> Vec<Random> {
    let mut randoms = Vec::new();
    each_layer(layers, &mut |layer| {
        if let Sketch::Dropout { random, .. } = layer {
            randoms.push(random.clone());
        }
    });
    randoms
}

pub fn structure(layers: &[Sketch]) -> String {
    let fields = fields(layers).into_iter();
    let lines: String = fields.map(|(name, kind, _)| format!("    {name}: {kind},\n")).collect();
    format!("#[derive(Module, Debug)]\nstruct Model {{\n{lines}}}")
}

/// `Model::new`, which reads the weights field by field.
pub fn construction(layers: &[Sketch]) -> String {
    let fields = fields(layers);
    let assigned: String = fields
        .iter()
        .map(|(name, _, layer)| format!("            {name}: {},\n", made(layer)))
        .collect();
    format!(
        "impl Model {{\n    /// With these first weights, layer by layer: unit by input, then biases.\n    fn \
         new(weights: &[f32], device: &Device) -> Self {{\n        let mut rest = weights;\n        let mut \
         take = |count: usize| {{\n            let (first, after) = rest.split_at(count);\n            rest = \
         after;\n            first.to_vec()\n        }};\n        Self {{\n{assigned}        }}\n    }}\n}}"
    )
}

fn made(layer: &Sketch) -> String {
    match layer {
        Sketch::Linear { inputs, units } => format!(
            "nn::Linear {{\n                weight: Param::from_tensor(\n                    \
             Tensor::<2>::from_data(TensorData::new(take({}), [{units}, {inputs}]), device)\n                        \
             .transpose(),\n                ),\n                bias: \
             Some(Param::from_data(TensorData::new(take({units}), [{units}]), device)),\n            }}",
            units * inputs
        ),
        // Scales start at 1 and shifts at 0 in burn, too; their weights are passed over.
        Sketch::BatchNorm { units, momentum } => format!(
            "{{\n                take({});\n                \
             nn::BatchNormConfig::new({units}).with_momentum({momentum:?}).init(device)\n            }}",
            2 * units
        ),
        Sketch::LayerNorm { units } => format!(
            "{{\n                take({});\n                \
             nn::LayerNormConfig::new({units}).init(device)\n            }}",
            2 * units
        ),
        Sketch::Convolution { inputs, channels, window } => {
            let (from, size) = (inputs.channels, window.size);
            format!(
                "{{\n                let mut layer = nn::conv::Conv2dConfig::new([{from}, {channels}], \
                 [{size}, {size}])\n                    .with_stride([{stride}, {stride}])\n                    \
                 .with_padding(nn::PaddingConfig2d::Explicit({padding}, {padding}, {padding}, \
                 {padding}))\n                    .init(device);\n                let shape = [{channels}, \
                 {from}, {size}, {size}];\n                layer.weight = \
                 Param::from_data(TensorData::new(take({count}), shape), device);\n                \
                 layer.bias = Some(Param::from_data(TensorData::new(take({channels}), [{channels}]), \
                 device));\n                layer\n            }}",
                stride = window.stride,
                padding = window.padding,
                count = channels * from * size * size,
            )
        }
        _ => String::new(),
    }
}

/// `Model::forward`.
pub fn pass(layers: &[Sketch]) -> String {
    let mut names =
        fields(layers).into_iter().map(|(name, ..)| name).collect::<Vec<_>>().into_iter();
    let mut drops = 0..;
    let body = lines(layers, 2, &mut names, &mut drops);
    let has_dropout = !randoms(layers).is_empty();
    let (argument, function) = if has_dropout {
        (
            ", dropout: &mut [Random]",
            "\n\n/// Zeros with a chance of `rate`, unit by unit and example by example; without random \
             numbers, nothing.\nfn dropped(x: Tensor<2>, rate: f32, random: Option<&mut Random>) -> Tensor<2> \
             {\n    let Some(random) = random else { return x };\n    let [count, units] = x.dims();\n    let \
             kept = (0..units * count).map(|_| if random.unit() < rate { 0.0 } else { 1.0 / (1.0 - rate) \
             });\n    let kept: Vec<f32> = kept.collect();\n    let kept = TensorData::new(kept, [units, \
             count]);\n    let device = x.device();\n    x * Tensor::<2>::from_data(kept, \
             &device).transpose()\n}",
        )
    } else {
        ("", "")
    };
    format!(
        "impl Model {{\n    fn forward(&self, x: Tensor<2>{argument}) -> Tensor<2> {{\n{body}        x\n    \
         }}\n}}{function}"
    )
}

fn lines(
    layers: &[Sketch],
    depth: usize,
    names: &mut impl Iterator<Item = String>,
    drops: &mut impl Iterator<Item = usize>,
) -> String {
    let indent = "    ".repeat(depth);
    let mut text = String::new();
    for layer in layers {
        let value = match layer {
            Sketch::Linear { .. } | Sketch::LayerNorm { .. } => {
                format!("self.{}.forward(x)", names.next().unwrap_or_default())
            }
            Sketch::BatchNorm { .. } => {
                format!("batch_normalised(&self.{}, x)", names.next().unwrap_or_default())
            }
            Sketch::Activation(activation) => activated(*activation),
            Sketch::Dropout { rate, .. } => {
                let index = drops.next().unwrap_or_default();
                format!("dropped(x, {rate:?}, dropout.get_mut({index}))")
            }
            Sketch::Convolution { inputs, .. } => format!(
                "self.{}.forward({}).flatten::<2>(1, 3)",
                names.next().unwrap_or_default(),
                maps(inputs.channels, inputs.side)
            ),
            Sketch::Pool { inputs, size, pooling } => {
                let function = match pooling {
                    Pooling::Max => "nn::pool::MaxPool2dConfig",
                    Pooling::Average => "nn::pool::AvgPool2dConfig",
                };
                format!(
                    "{function}::new([{size}, {size}]).with_strides([{size}, {size}]).init().forward({})\
                     .flatten::<2>(1, 3)",
                    maps(inputs.channels, inputs.side)
                )
            }
            Sketch::Residual { scale, layers } => {
                let inner = lines(layers, depth + 1, names, drops);
                format!(
                    "{{\n{indent}    let shortcut = x.clone();\n{inner}{indent}    shortcut + x * \
                     {scale:?}\n{indent}}}"
                )
            }
        };
        text += &format!("{indent}let x = {value};\n");
    }
    text
}

fn maps(channels: usize, side: usize) -> String {
    format!("x.reshape([-1, {channels}, {side}, {side}])")
}

fn activated(activation: Activation) -> String {
    match activation {
        Activation::Tanh => "activation::tanh(x)".into(),
        Activation::Relu => "activation::relu(x)".into(),
        Activation::LeakyRelu => format!("activation::leaky_relu(x, {LEAK:?})"),
        Activation::Sigmoid => "activation::sigmoid(x)".into(),
        Activation::Linear => "x".into(),
    }
}
