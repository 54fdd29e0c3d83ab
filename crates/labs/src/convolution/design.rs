//! Which layers a network has, and the arithmetic of their sizes.

use figures::{Invalid, Settings};
use nets::activation::Activation;
use nets::convolution::{Convolution, Maps, Pool, Pooling, Window};
use nets::dense::{Layer, Linear, Start};

use super::digits::PIXELS;
use crate::datasets::DIGIT_SIDE;

/// Digits to tell apart.
pub const CLASSES: usize = 10;

/// Places along one side of a pooling window.
const POOL: usize = 2;

/// One layer.
#[derive(Clone, Debug)]
pub enum Step {
    /// A convolution, followed by ReLU.
    Convolution { layer: Convolution, inputs: Maps, window: Window },
    /// Pooling.
    Pool { layer: Pool, inputs: Maps, pooling: Pooling },
    /// A dense layer, followed by ReLU unless it is the last.
    Dense { inputs: usize, units: usize },
}

/// The layers of a network.
#[derive(Clone, Debug)]
pub struct Design {
    /// First to last.
    pub steps: Vec<Step>,
}

impl Design {
    /// What the controls ask for.
    ///
    /// # Errors
    /// If a window does not fit into what is left of the picture.
    pub fn read(settings: &Settings) -> Result<Self, Invalid> {
        let convolutional = Self::convolutional(settings)?;
        if settings.choice("model", &[("convolution", false), ("dense", true)])? {
            return Ok(Self::dense(convolutional.weight_count()));
        }
        Ok(convolutional)
    }

    fn convolutional(settings: &Settings) -> Result<Self, Invalid> {
        let size = settings.count("kernel", 1, 5)?;
        let channels = settings.count("channels", 1, 16)?;
        let stride = settings.count("stride", 1, 2)?;
        let is_padded = settings.choice("padding", &[("same", true), ("none", false)])?;
        let pooling = settings.choice(
            "pool",
            &[("max", Some(Pooling::Max)), ("average", Some(Pooling::Average)), ("none", None)],
        )?;
        let padding = if is_padded { size / 2 } else { 0 };
        let mut steps = Vec::new();
        let mut maps = Maps { channels: 1, side: DIGIT_SIDE };
        let window = Window { size, stride, padding };
        convolve(&mut steps, &mut maps, channels, window)?;
        if let Some(pooling) = pooling {
            let layer = Pool::new(maps, POOL, pooling).ok_or_else(|| no_room(maps, POOL, 0))?;
            steps.push(Step::Pool { inputs: maps, pooling, layer: layer.clone() });
            maps = layer.outputs();
        }
        convolve(&mut steps, &mut maps, 2 * channels, Window { stride: 1, ..window })?;
        steps.push(Step::Dense { inputs: maps.units(), units: CLASSES });
        Ok(Self { steps })
    }

    /// One hidden layer, with as many weights as fit into `budget`.
    fn dense(budget: usize) -> Self {
        let of_a_unit = PIXELS + 1 + CLASSES;
        let units = (budget.saturating_sub(CLASSES) + of_a_unit / 2) / of_a_unit;
        let units = units.max(1);
        Self {
            steps: vec![
                Step::Dense { inputs: PIXELS, units },
                Step::Dense { inputs: units, units: CLASSES },
            ],
        }
    }

    /// The layers, with those that bend.
    #[must_use]
    pub fn layers(&self) -> Vec<Box<dyn Layer>> {
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            let is_last = index + 1 == self.steps.len();
            match step {
                Step::Convolution { layer, .. } => layers.push(Box::new(layer.clone())),
                Step::Pool { layer, .. } => layers.push(Box::new(layer.clone())),
                Step::Dense { inputs, units } => {
                    layers.push(Box::new(Linear::new(*inputs, *units, Start::HeUniform)));
                }
            }
            if !is_last && !matches!(step, Step::Pool { .. }) {
                layers.push(Box::new(Activation::Relu));
            }
        }
        layers
    }

    /// Weights of all layers.
    #[must_use]
    pub fn weight_count(&self) -> usize {
        self.steps.iter().map(Step::weight_count).sum()
    }

    /// Products of a weight and an input, for one picture.
    #[must_use]
    pub fn multiplications(&self) -> usize {
        self.steps.iter().map(Step::multiplications).sum()
    }
}

fn convolve(
    steps: &mut Vec<Step>,
    maps: &mut Maps,
    channels: usize,
    window: Window,
) -> Result<(), Invalid> {
    let inputs = *maps;
    let layer = Convolution::new(inputs, channels, window)
        .ok_or_else(|| no_room(inputs, window.size, window.padding))?;
    *maps = layer.outputs();
    steps.push(Step::Convolution { layer, inputs, window });
    Ok(())
}

fn no_room(maps: Maps, size: usize, padding: usize) -> Invalid {
    let side = maps.side;
    Invalid(format!(
        "A window of {size} × {size} does not fit: {side} + 2 · {padding} − {size} is below 0. Take a \
         smaller kernel, padding, a stride of 1, or no pooling."
    ))
}

impl Step {
    /// What it is, in a word or two.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Convolution { .. } => "convolution",
            Self::Pool { pooling: Pooling::Max, .. } => "max pooling",
            Self::Pool { pooling: Pooling::Average, .. } => "average pooling",
            Self::Dense { .. } => "dense",
        }
    }

    /// Its weights and biases.
    #[must_use]
    pub fn weight_count(&self) -> usize {
        match self {
            Self::Convolution { layer, .. } => layer.weight_count(),
            Self::Pool { .. } => 0,
            Self::Dense { inputs, units } => (inputs + 1) * units,
        }
    }

    /// Products of a weight and an input, for one picture.
    #[must_use]
    pub fn multiplications(&self) -> usize {
        match self {
            Self::Convolution { layer, .. } => layer.multiplications(),
            Self::Pool { .. } => 0,
            Self::Dense { inputs, units } => inputs * units,
        }
    }
}
