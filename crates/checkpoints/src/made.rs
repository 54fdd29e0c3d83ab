//! Files for tests: what a program that saves models would write, right or wrong.

use safetensors::Dtype;

/// A tensor to be written.
#[derive(Clone, Debug)]
pub struct Made {
    pub name: String,
    pub dtype: Dtype,
    pub shape: Vec<usize>,
    pub bytes: Vec<u8>,
}

impl Made {
    pub fn f32(name: &str, shape: &[usize], values: &[f32]) -> Self {
        let bytes = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        Self { name: name.into(), dtype: Dtype::F32, shape: shape.into(), bytes }
    }

    /// The same numbers in two bytes each.
    pub fn halved(&self, dtype: Dtype) -> Self {
        let halve = |value: f32| match dtype {
            Dtype::F16 => half::f16::from_f32(value).to_le_bytes(),
            _ => half::bf16::from_f32(value).to_le_bytes(),
        };
        let bytes = self.values().into_iter().flat_map(halve).collect();
        Self { dtype, bytes, ..self.clone() }
    }

    pub fn values(&self) -> Vec<f32> {
        self.bytes.as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect()
    }
}

/// The file, with its tensors in this order.
pub fn file(tensors: &[Made]) -> Vec<u8> {
    let mut end = 0;
    let entries = tensors.iter().map(|tensor| {
        let begin = end;
        end += tensor.bytes.len();
        let Made { name, dtype, shape, .. } = tensor;
        format!(
            r#""{name}":{{"dtype":"{dtype}","shape":{shape:?},"data_offsets":[{begin},{end}]}}"#
        )
    });
    let json = format!("{{{}}}", entries.collect::<Vec<_>>().join(","));
    let mut file = (json.len() as u64).to_le_bytes().to_vec();
    file.extend(json.into_bytes());
    tensors.iter().for_each(|tensor| file.extend(&tensor.bytes));
    file
}

/// The tensors of a small GPT-2, numbered through, with the width and the layers of the caller.
pub fn gpt2(prefix: &str, [vocabulary, context, layers, width]: [usize; 4]) -> Vec<Made> {
    let mut next = 0.0;
    let mut tensor = |name: &str, shape: &[usize]| {
        let values: Vec<f32> = (0..shape.iter().product())
            .map(|_| {
                next += 0.25;
                next
            })
            .collect();
        Made::f32(&format!("{prefix}{name}"), shape, &values)
    };
    let mut tensors =
        vec![tensor("wte.weight", &[vocabulary, width]), tensor("wpe.weight", &[context, width])];
    for layer in 0..layers {
        for (part, inputs, outputs) in [
            ("ln_1", 1, 1),
            ("attn.c_attn", 1, 3),
            ("attn.c_proj", 1, 1),
            ("ln_2", 1, 1),
            ("mlp.c_fc", 1, 4),
            ("mlp.c_proj", 4, 1),
        ] {
            let matrix = [inputs * width, outputs * width];
            let shape = if part.starts_with("ln") { &matrix[1..] } else { &matrix[..] };
            tensors.push(tensor(&format!("h.{layer}.{part}.weight"), shape));
            tensors.push(tensor(&format!("h.{layer}.{part}.bias"), &matrix[1..]));
        }
    }
    tensors.push(tensor("ln_f.weight", &[width]));
    tensors.push(tensor("ln_f.bias", &[width]));
    tensors
}
