//! The bytes of a stored layer. Zeros need not be written: whichever of three forms is shortest is
//! taken.
//!
//! A layer is: a byte of form and precision, units and inputs (two bytes each), the largest input
//! (four bytes, whole numbers only), the number of scales (two bytes) and the scales, biases (four
//! bytes each), where the weights are, and the weights; numbers of four bits in pairs. Everything is
//! little-endian.

use super::grid::Precision;
use super::stored::{Stored, Weights};

/// How many of a layer's bytes are what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Weights themselves.
    pub weights: usize,
    /// Where the weights that are not 0 are.
    pub places: usize,
    /// Scales of weights and inputs.
    pub scales: usize,
    /// Biases.
    pub biases: usize,
    /// Form and shape.
    pub heading: usize,
}

impl Share {
    /// All of them.
    #[must_use]
    pub fn total(&self) -> usize {
        self.weights + self.places + self.scales + self.biases + self.heading
    }
}

/// Where weights that are not 0 are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Places {
    /// Every weight is written, zeros too.
    All,
    /// A bit a weight.
    Bits,
    /// For each unit how many (two bytes), and which inputs (a byte each, so of 256 at most).
    Lists,
}

/// Inputs that a byte tells apart.
const LISTED_MAX: usize = 256;

const PLACES: [Places; 3] = [Places::All, Places::Bits, Places::Lists];
const PRECISIONS: [Precision; 3] = [Precision::Float, Precision::Int8, Precision::Int4];

impl Stored {
    fn precision(&self) -> Precision {
        match &self.weights {
            Weights::Float(_) => Precision::Float,
            Weights::Whole { precision, .. } => *precision,
        }
    }

    fn is_kept(&self, place: usize) -> bool {
        match &self.weights {
            Weights::Float(values) => values[place] != 0.0,
            Weights::Whole { values, .. } => values[place] != 0,
        }
    }

    fn share_in(&self, places: Places) -> Share {
        let all = self.units() * self.inputs;
        let kept = (0..all).filter(|&place| self.is_kept(place)).count();
        let (written, of_places) = match places {
            Places::All => (all, 0),
            Places::Bits => (kept, all.div_ceil(8)),
            Places::Lists => (kept, 2 * self.units() + kept),
        };
        let scales = match &self.weights {
            Weights::Float(_) => 0,
            Weights::Whole { scales, .. } => 4 + 2 + 4 * scales.len(),
        };
        Share {
            weights: (written * self.precision().bits()).div_ceil(8),
            places: of_places,
            scales,
            biases: 4 * self.units(),
            heading: 5,
        }
    }

    fn places(&self) -> Places {
        let fits = |places: &Places| *places != Places::Lists || self.inputs <= LISTED_MAX;
        let shortest = PLACES.into_iter().filter(fits).min_by_key(|it| self.share_in(*it).total());
        shortest.unwrap_or(Places::All)
    }

    /// What the bytes of [`Stored::encode`] are.
    #[must_use]
    pub fn share(&self) -> Share {
        self.share_in(self.places())
    }

    /// The layer as bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let (places, precision) = (self.places(), self.precision());
        let index = |at: Option<usize>| at.unwrap_or(0) as u8;
        let form = index(PLACES.iter().position(|it| *it == places));
        let kind = index(PRECISIONS.iter().position(|it| *it == precision));
        let mut bytes = vec![form << 4 | kind];
        let two = |number: usize| (number as u16).to_le_bytes();
        bytes.extend(two(self.units()));
        bytes.extend(two(self.inputs));
        if let Weights::Whole { scales, .. } = &self.weights {
            bytes.extend(self.input_top.to_le_bytes());
            bytes.extend(two(scales.len()));
            bytes.extend(scales.iter().flat_map(|scale| scale.to_le_bytes()));
        }
        bytes.extend(self.biases.iter().flat_map(|bias| bias.to_le_bytes()));
        let all = self.units() * self.inputs;
        match places {
            Places::All => {}
            Places::Bits => bytes.extend(bits((0..all).map(|place| self.is_kept(place)))),
            Places::Lists => {
                for unit in 0..self.units() {
                    let start = unit * self.inputs;
                    let kept = (0..self.inputs).filter(|input| self.is_kept(start + input));
                    let kept: Vec<u8> = kept.map(|input| input as u8).collect();
                    bytes.extend(two(kept.len()));
                    bytes.extend(kept);
                }
            }
        }
        let written = (0..all).filter(|&place| places == Places::All || self.is_kept(place));
        match &self.weights {
            Weights::Float(values) => {
                bytes.extend(written.flat_map(|place| values[place].to_le_bytes()));
            }
            Weights::Whole { values, precision: Precision::Int4, .. } => {
                bytes.extend(pairs(written.map(|place| values[place])));
            }
            Weights::Whole { values, .. } => bytes.extend(written.map(|place| values[place] as u8)),
        }
        bytes
    }
}

/// Eight a byte, the first in the lowest bit.
fn bits(flags: impl Iterator<Item = bool>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (place, flag) in flags.enumerate() {
        if place % 8 == 0 {
            bytes.push(0);
        }
        if let Some(byte) = bytes.last_mut() {
            *byte |= u8::from(flag) << (place % 8);
        }
    }
    bytes
}

/// Two a byte, the first in the lower half.
fn pairs(numbers: impl Iterator<Item = i8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (place, number) in numbers.enumerate() {
        let half = number as u8 & 0x0f;
        match bytes.last_mut() {
            Some(byte) if place % 2 == 1 => *byte |= half << 4,
            _ => bytes.push(half),
        }
    }
    bytes
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn two(&mut self) -> Option<usize> {
        let bytes = self.take(2)?;
        Some(usize::from(u16::from_le_bytes([bytes[0], bytes[1]])))
    }

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        let bytes = self.take(4 * count)?.chunks_exact(4);
        Some(bytes.map(|it| f32::from_le_bytes([it[0], it[1], it[2], it[3]])).collect())
    }
}

/// Reads a layer that [`Stored::encode`] has written; `None` if the bytes are no such layer.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<Stored> {
    let mut bytes = Bytes(bytes);
    let form = bytes.take(1)?[0];
    let places = *PLACES.get(usize::from(form >> 4))?;
    let precision = *PRECISIONS.get(usize::from(form & 0x0f))?;
    let (units, inputs) = (bytes.two()?, bytes.two()?);
    let (mut input_top, mut scales) = (0.0, Vec::new());
    if precision != Precision::Float {
        input_top = bytes.floats(1)?[0];
        let count = bytes.two()?;
        scales = bytes.floats(count)?;
    }
    let biases = bytes.floats(units)?;
    let all = units * inputs;
    let mut kept = vec![places == Places::All; all];
    match places {
        Places::All => {}
        Places::Bits => {
            let flags = bytes.take(all.div_ceil(8))?;
            let flag = |place: usize| flags[place / 8] >> (place % 8) & 1 == 1;
            kept.iter_mut().enumerate().for_each(|(place, kept)| *kept = flag(place));
        }
        Places::Lists => {
            for unit in 0..units {
                let count = bytes.two()?;
                for &input in bytes.take(count)? {
                    *kept.get_mut(unit * inputs + usize::from(input))? = true;
                }
            }
        }
    }
    let count = kept.iter().filter(|it| **it).count();
    let weights = if precision == Precision::Float {
        let mut written = bytes.floats(count)?.into_iter();
        Weights::Float(spread(&kept, &mut written, 0.0))
    } else {
        let taken = bytes.take((count * precision.bits()).div_ceil(8))?;
        let whole = |place: usize| match precision {
            Precision::Int4 if place.is_multiple_of(2) => ((taken[place / 2] << 4) as i8) >> 4,
            Precision::Int4 => (taken[place / 2] as i8) >> 4,
            _ => taken[place] as i8,
        };
        let values = spread(&kept, &mut (0..count).map(whole), 0);
        Weights::Whole { precision, values, scales }
    };
    Some(Stored { inputs, weights, biases, input_top })
}

fn spread<T: Copy>(kept: &[bool], written: &mut impl Iterator<Item = T>, zero: T) -> Vec<T> {
    kept.iter().map(|it| if *it { written.next().unwrap_or(zero) } else { zero }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::quantise::{Dense, Scope};
    use crate::random::Random;

    fn layer(units: usize, inputs: usize, zeros: f32) -> Dense {
        let mut random = Random::new(3, (units * inputs) as u64);
        let mut draw = || if random.unit() < zeros { 0.0 } else { random.normal() };
        let weights = (0..units * inputs).map(|_| draw()).collect();
        Dense { inputs, weights, biases: (0..units).map(|_| draw()).collect() }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_counted(
            units in 1_usize..20,
            inputs in 1_usize..300,
            zeros in 0.0_f32..1.0,
            precision in prop::sample::select(PRECISIONS.to_vec()),
            is_each in any::<bool>(),
        ) {
            let scope = if is_each { Scope::Channel } else { Scope::Tensor };
            let stored = Stored::new(&layer(units, inputs, zeros), precision, scope, 2.5);
            let bytes = stored.encode();
            prop_assert_eq!(bytes.len(), stored.share().total());
            let read = decode(&bytes).unwrap();
            prop_assert_eq!(&read.weights, &stored.weights);
            prop_assert_eq!(&read.biases, &stored.biases);
            prop_assert_eq!(decode(&bytes[..bytes.len() - 1]), None);
        }
    }

    #[test]
    fn bytes_by_hand() {
        let check = |zeros: f32, precision: Precision, scope: Scope, expect: Share| {
            let stored = Stored::new(&layer(10, 64, zeros), precision, scope, 1.0);
            assert_eq!(stored.share(), expect, "{precision:?} {scope:?} {zeros}");
        };
        let dense = Share { weights: 2560, places: 0, scales: 0, biases: 40, heading: 5 };
        check(0.0, Precision::Float, Scope::Tensor, dense);
        let tensor = Share { weights: 640, scales: 10, ..dense };
        check(0.0, Precision::Int8, Scope::Tensor, tensor);
        check(0.0, Precision::Int8, Scope::Channel, Share { scales: 46, ..tensor });
        // All zero: a list of no places for each of ten units.
        check(1.0, Precision::Float, Scope::Tensor, Share { weights: 0, places: 20, ..dense });
    }

    #[test]
    fn the_shortest_form_is_taken() {
        let places = |zeros: f32, precision: Precision| {
            Stored::new(&layer(20, 64, zeros), precision, Scope::Channel, 1.0).places()
        };
        assert_eq!(places(0.0, Precision::Int8), Places::All);
        assert_eq!(places(0.5, Precision::Int8), Places::Bits);
        assert_eq!(places(0.97, Precision::Int8), Places::Lists);
        assert_eq!(places(0.5, Precision::Float), Places::Bits);
    }
}
