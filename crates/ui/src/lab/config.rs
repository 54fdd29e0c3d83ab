//! The lab's settings: what it opens with, the choices on offer, and how one change makes another
//! valid configuration. What does not fit is moved to the nearest value that does.

use protocol::boundary::{Activation, Config, DataSource, Engine, Optimiser, Point};

/// Most hidden layers.
pub const LAYERS_MAX: usize = 6;
/// Most units in a layer.
pub const UNITS_MAX: u8 = 8;
/// Most points that a visitor may bring.
pub const POINTS_MAX: usize = 2000;
/// Largest coordinate of a visitor's point, either way.
pub const COORDINATE_MAX: f32 = 100.0;

/// A choice: its value, its name in links, its words on screen.
pub type Choice<T> = (T, &'static str, &'static str);

/// Activations of the hidden layers.
pub const ACTIVATIONS: [Choice<Activation>; 4] = [
    (Activation::Tanh, "tanh", "tanh"),
    (Activation::Relu, "relu", "ReLU"),
    (Activation::Sigmoid, "sigmoid", "sigmoid"),
    (Activation::Linear, "linear", "linear"),
];

/// Update rules.
pub const OPTIMISERS: [Choice<Optimiser>; 3] = [
    (Optimiser::Sgd, "sgd", "SGD"),
    (Optimiser::Momentum, "momentum", "momentum"),
    (Optimiser::Adam, "adam", "Adam"),
];

/// What does the arithmetic.
pub const ENGINES: [Choice<Engine>; 2] =
    [(Engine::Slices, "slices", "by hand"), (Engine::Burn, "burn", "burn")];

/// Sets that come with the lab.
pub const DATA_SETS: [Choice<DataSource>; 6] = [
    (DataSource::Moons, "moons", "Two moons"),
    (DataSource::Circles, "circles", "Circles"),
    (DataSource::Xor, "xor", "XOR"),
    (DataSource::Spiral, "spiral", "Spiral"),
    (DataSource::Blobs, "blobs", "Two clouds"),
    (DataSource::Checkerboard, "checkerboard", "Chessboard"),
];

/// Name of the visitor's own points in links, and their words.
pub const OWN: (&str, &str) = ("own", "Your own");

/// Learning rates of the slider.
pub const LEARNING_RATES: [f32; 18] = [
    0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5,
    1.0, 3.0, 10.0,
];

/// Penalties of the sliders.
pub const PENALTIES: [f32; 9] = [0.0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3];

/// What the lab opens with: the trainer's own defaults, of which a test there shows that every seed
/// comes to 97 % of the test points within 6,000 updates.
pub fn opening() -> Config {
    Config {
        data: DataSource::Moons,
        noise: 0.1,
        test_share: 0.5,
        hidden: vec![8, 4],
        activation: Activation::Tanh,
        optimiser: Optimiser::Sgd,
        learning_rate: 0.1,
        batch_size: 10,
        l1: 0.0,
        l2: 0.0,
        seed: 7,
        engine: Engine::Slices,
    }
}

/// One change of one setting.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Another set of points.
    Data(DataSource),
    /// Standard deviation of the noise.
    Noise(f32),
    /// Share of points held out.
    TestShare(f32),
    /// One more hidden layer before the output.
    AddLayer,
    /// Without this hidden layer, from 0.
    RemoveLayer(usize),
    /// So many units in this hidden layer.
    Units(usize, u8),
    /// Of the hidden layers.
    Activation(Activation),
    /// How weights are updated.
    Optimiser(Optimiser),
    /// How far an update goes.
    LearningRate(f32),
    /// Points an update sees.
    BatchSize(u16),
    /// Penalty on absolute weights.
    L1(f32),
    /// Penalty on squared weights.
    L2(f32),
    /// What does the arithmetic.
    Engine(Engine),
    /// Data, split, initialisation and batches anew.
    Seed(u32),
}

/// The configuration after a change.
pub fn changed(mut config: Config, change: Change) -> Config {
    match change {
        Change::Data(data) => config.data = data,
        Change::Noise(value) => config.noise = value.clamp(0.0, 0.5),
        Change::TestShare(value) => config.test_share = value.clamp(0.1, 0.9),
        Change::AddLayer if config.hidden.len() < LAYERS_MAX => {
            config.hidden.push(config.hidden.last().copied().unwrap_or(4));
        }
        Change::RemoveLayer(index) if index < config.hidden.len() => {
            config.hidden.remove(index);
        }
        Change::AddLayer | Change::RemoveLayer(_) => {}
        Change::Units(index, units) => {
            if let Some(layer) = config.hidden.get_mut(index) {
                *layer = units.clamp(1, UNITS_MAX);
            }
        }
        Change::Activation(activation) => config.activation = activation,
        Change::Optimiser(optimiser) => config.optimiser = optimiser,
        Change::LearningRate(value) => config.learning_rate = value.clamp(1e-6, 10.0),
        Change::BatchSize(size) => config.batch_size = size.clamp(1, 64),
        Change::L1(value) => config.l1 = value.clamp(0.0, 1.0),
        Change::L2(value) => config.l2 = value.clamp(0.0, 1.0),
        Change::Engine(engine) => config.engine = engine,
        Change::Seed(seed) => config.seed = seed,
    }
    config
}

/// Index of the value nearest to `value` by ratio, for a slider over a list.
pub fn nearest(list: &[f32], value: f32) -> usize {
    let log = |v: f32| (v.max(1e-5)).ln();
    let distance = |index: &usize| (log(list[*index]) - log(value)).abs();
    (0..list.len()).min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0)
}

/// Name in links of a value out of its choices.
pub fn name_of<T: PartialEq>(choices: &[Choice<T>], value: &T) -> &'static str {
    choices.iter().find(|choice| choice.0 == *value).map_or("", |choice| choice.1)
}

/// The value with that name in links.
pub fn value_of<T: Clone>(choices: &[Choice<T>], name: &str) -> Option<T> {
    choices.iter().find(|choice| choice.1 == name).map(|choice| choice.0.clone())
}

/// Name of a set of points in links.
pub fn data_name(data: &DataSource) -> &'static str {
    match data {
        DataSource::Own(_) => OWN.0,
        set => name_of(&DATA_SETS, set),
    }
}

/// The visitor's own points, if that is what is trained on.
pub fn own_points(config: &Config) -> Option<&[Point]> {
    match &config.data {
        DataSource::Own(points) => Some(points),
        _ => None,
    }
}

/// Whether both classes have the two points that a run needs: one to train on, one to test with.
pub fn is_trainable(config: &Config) -> bool {
    own_points(config).is_none_or(|points| {
        [true, false].iter().all(|&b| points.iter().filter(|p| p.is_positive == b).count() >= 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_stay_within_what_can_be_trained() {
        let check = |change, read: fn(&Config) -> f32, expect: f32| {
            assert_eq!(read(&changed(opening(), change)), expect);
        };
        check(Change::Noise(7.0), |c| c.noise, 0.5);
        check(Change::TestShare(0.0), |c| c.test_share, 0.1);
        check(Change::LearningRate(0.0), |c| c.learning_rate, 1e-6);
        check(Change::L1(-1.0), |c| c.l1, 0.0);
        check(Change::BatchSize(0), |c| f32::from(c.batch_size), 1.0);
        check(Change::Units(1, 99), |c| f32::from(c.hidden[1]), 8.0);
        check(Change::Units(9, 2), |c| c.hidden.len() as f32, 2.0);
        check(Change::RemoveLayer(9), |c| c.hidden.len() as f32, 2.0);
    }

    #[test]
    fn there_are_never_more_than_six_layers() {
        let deep = (0..9).fold(opening(), |config, _| changed(config, Change::AddLayer));
        assert_eq!(deep.hidden, [8, 4, 4, 4, 4, 4]);
        let bare = (0..9).fold(deep, |config, _| changed(config, Change::RemoveLayer(0)));
        assert!(bare.hidden.is_empty());
        assert_eq!(changed(bare, Change::AddLayer).hidden, [4]);
    }

    #[test]
    fn sliders_find_the_nearest_by_ratio() {
        assert_eq!(LEARNING_RATES[nearest(&LEARNING_RATES, 0.03)], 0.03);
        assert_eq!(LEARNING_RATES[nearest(&LEARNING_RATES, 0.027)], 0.03);
        assert_eq!(PENALTIES[nearest(&PENALTIES, 0.0)], 0.0);
        assert_eq!(PENALTIES[nearest(&PENALTIES, 1.0)], 0.3);
    }

    #[test]
    fn names_lead_back_to_their_values() {
        for (value, name, _) in ACTIVATIONS {
            assert_eq!(value_of(&ACTIVATIONS, name_of(&ACTIVATIONS, &value)), Some(value));
            assert_eq!(name_of(&ACTIVATIONS, &value), name);
        }
        assert_eq!(data_name(&DataSource::Own(vec![])), "own");
        assert_eq!(value_of(&OPTIMISERS, "lion"), None);
    }
}
