//! How attention itself may know where tokens stand.

/// What scores know of places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Places {
    /// Nothing: places have to be in the stream.
    #[default]
    Unknown,
    /// Queries and keys are turned by angles that grow with their place (Su et al. 2021, equation 34):
    /// RoPE.
    Rotary,
    /// A score falls with the distance, in each head at its own rate (Press et al. 2022): ALiBi.
    Distance,
}

/// Angles shrink from head to tail of a row down to nearly one part in this.
const BASE: f64 = 10_000.0;

/// Turns of rows by their places: the cosine and sine of each pair of neighbours.
pub struct Turns {
    pairs: usize,
    cosines_sines: Vec<(f32, f32)>,
}

impl Turns {
    /// For rows of `depth` numbers at places 0 to `time`.
    pub fn new(time: usize, depth: usize) -> Self {
        Self::at(0..time, depth)
    }

    /// For rows of `depth` numbers at these places.
    pub fn at(places: impl Iterator<Item = usize>, depth: usize) -> Self {
        let pairs = depth / 2;
        let turn = |place: usize, pair: usize| {
            let angle = place as f64 * rate(2 * pair, depth);
            (libm::cos(angle) as f32, libm::sin(angle) as f32)
        };
        let all = places.flat_map(|place| (0..pairs).map(move |pair| turn(place, pair)));
        Self { pairs, cosines_sines: all.collect() }
    }

    /// Cosine and sine of the angle by which a pair of neighbours is turned in the row of this index.
    pub fn angle(&self, row: usize, pair: usize) -> (f32, f32) {
        self.cosines_sines[row * self.pairs + pair]
    }

    /// Turns each of `rows` as the one of this index.
    pub fn each(&self, row: usize, rows: &mut [f32]) {
        let turns = &self.cosines_sines[row * self.pairs..][..self.pairs];
        rows.chunks_exact_mut(2 * self.pairs).for_each(|row| turn(row, turns, 1.0));
    }

    /// Turns every row, the first of which is at place 0.
    pub fn forward(&self, rows: &mut [f32]) {
        self.turn(rows, 1.0);
    }

    /// Turns slopes of turned rows back.
    pub fn backward(&self, rows: &mut [f32]) {
        self.turn(rows, -1.0);
    }

    fn turn(&self, rows: &mut [f32], sign: f32) {
        let turns = self.cosines_sines.chunks_exact(self.pairs);
        for (row, turns) in rows.chunks_exact_mut(2 * self.pairs).zip(turns) {
            turn(row, turns, sign);
        }
    }
}

fn turn(row: &mut [f32], turns: &[(f32, f32)], sign: f32) {
    for ([x, y], (cosine, sine)) in row.as_chunks_mut::<2>().0.iter_mut().zip(turns) {
        let sine = sign * sine;
        (*x, *y) = (*x * cosine - *y * sine, *x * sine + *y * cosine);
    }
}

/// The angle a place that the pair of numbers from `first` is turned by, or its wave goes through.
pub fn rate(first: usize, width: usize) -> f64 {
    libm::pow(BASE, -(first as f64) / width as f64)
}

/// What is added to streams of this width at places 0 to `time`: sines and cosines in turn, of
/// wavelengths that grow from 2π to nearly 10,000 · 2π (Vaswani et al. 2017, section 3.5).
pub fn sinusoid(time: usize, width: usize) -> Vec<f32> {
    sinusoid_at(0..time, width)
}

/// [`sinusoid`] at these places.
pub fn sinusoid_at(places: impl Iterator<Item = usize>, width: usize) -> Vec<f32> {
    let value = |place: usize, unit: usize| {
        let angle = place as f64 * rate(unit & !1, width);
        if unit.is_multiple_of(2) { libm::sin(angle) as f32 } else { libm::cos(angle) as f32 }
    };
    places.flat_map(|place| (0..width).map(move |unit| value(place, unit))).collect()
}

/// How much a score falls by token of distance in this head of so many: 2 to the power of −8h/n for
/// the h-th of n, counted from 1.
pub fn fall(head: usize, heads: usize) -> f32 {
    libm::exp2(-8.0 * (head + 1) as f64 / heads as f64) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_turned_rows_depend_on_the_distance() {
        let turns = Turns::new(6, 4);
        let at = |place: usize, row: [f32; 4]| {
            let mut rows = [[0.0; 4]; 6].concat();
            rows[4 * place..][..4].copy_from_slice(&row);
            turns.forward(&mut rows);
            rows[4 * place..][..4].to_vec()
        };
        let product = |query: usize, key: usize| -> f32 {
            let (query, key) = (at(query, [1.0, -2.0, 0.5, 3.0]), at(key, [0.3, 1.0, -1.0, 2.0]));
            query.iter().zip(key).map(|(a, b)| a * b).sum()
        };
        assert!((product(5, 3) - product(2, 0)).abs() < 1e-5);
        assert!((product(5, 3) - product(5, 2)).abs() > 0.1);
        let mut rows = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
        turns.forward(&mut rows);
        turns.backward(&mut rows);
        assert!(rows.iter().zip(1..).all(|(found, first)| (found - first as f32).abs() < 1e-6));
    }

    #[test]
    fn eight_heads_fall_by_halves() {
        assert_eq!((0..8).map(|head| fall(head, 8)).collect::<Vec<_>>()[..3], [0.5, 0.25, 0.125]);
        assert_eq!(fall(3, 4), 1.0 / 256.0);
    }
}
