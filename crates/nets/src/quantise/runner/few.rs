//! Weights that are not 0, unit by unit, each with the input that it belongs to.

/// Values and their places.
#[derive(Clone, Debug)]
pub struct Few<T> {
    ends: Vec<u32>,
    places: Vec<u16>,
    values: Vec<T>,
}

impl<T: Copy + PartialEq> Few<T> {
    /// Everything in `values` (unit by input) that is not `zero`.
    pub fn of(values: &[T], inputs: usize, zero: T) -> Self {
        let mut few = Self { ends: Vec::new(), places: Vec::new(), values: Vec::new() };
        for row in values.chunks_exact(inputs.max(1)) {
            for (place, &value) in row.iter().enumerate().filter(|(_, value)| **value != zero) {
                few.places.push(place as u16);
                few.values.push(value);
            }
            few.ends.push(few.values.len() as u32);
        }
        few
    }

    /// Input and value of each of a unit's weights.
    pub fn unit(&self, unit: usize) -> impl Iterator<Item = (usize, T)> + '_ {
        let start = if unit == 0 { 0 } else { self.ends[unit - 1] as usize };
        let range = start..self.ends[unit] as usize;
        let places = self.places[range.clone()].iter().map(|&place| usize::from(place));
        places.zip(self.values[range].iter().copied())
    }
}
