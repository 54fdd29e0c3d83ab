//! Leaving things out: the smallest weights of a network, or whole units.

use super::Dense;

/// Sets the `share` of all weights that are smallest in size to 0, over all layers together (Han et
/// al. 2015, "Learning both Weights and Connections"); of equals the first. Biases stay.
pub fn smallest_weights(layers: &mut [Dense], share: f32) {
    let sizes = layers.iter().enumerate().flat_map(|(layer, dense)| {
        dense.weights.iter().enumerate().map(move |(place, weight)| (weight.abs(), layer, place))
    });
    let mut sizes: Vec<(f32, usize, usize)> = sizes.collect();
    let count = count_of(share, sizes.len());
    if count == 0 {
        return;
    }
    let order = |a: &(f32, usize, usize), b: &(f32, usize, usize)| {
        a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2)))
    };
    if count < sizes.len() {
        sizes.select_nth_unstable_by(count, order);
    }
    for &(_, layer, place) in &sizes[..count] {
        layers[layer].weights[place] = 0.0;
    }
}

/// Removes from each hidden layer the `share` of units whose incoming weights have the smallest sum
/// of sizes (Li et al. 2017, "Pruning Filters for Efficient ConvNets"), with everything that the next
/// layer did with them. One unit at least is kept.
pub fn weakest_units(layers: &mut [Dense], share: f32) {
    for index in 1..layers.len() {
        let (before, after) = layers.split_at_mut(index);
        let (hidden, next) = (&mut before[index - 1], &mut after[0]);
        let units = hidden.units();
        let sizes = hidden.weights.chunks_exact(hidden.inputs.max(1));
        let sizes = sizes.map(|row| row.iter().map(|weight| weight.abs()).sum::<f32>());
        let mut order: Vec<(f32, usize)> = sizes.enumerate().map(|(unit, it)| (it, unit)).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut is_kept = vec![true; units];
        for &(_, unit) in &order[..count_of(share, units).min(units.saturating_sub(1))] {
            is_kept[unit] = false;
        }
        keep(hidden, next, &is_kept);
    }
}

fn keep(hidden: &mut Dense, next: &mut Dense, is_kept: &[bool]) {
    fn chosen<'a>(row: &'a [f32], is_kept: &'a [bool]) -> impl Iterator<Item = f32> + 'a {
        row.iter().zip(is_kept).filter(|(_, kept)| **kept).map(|(value, _)| *value)
    }
    let rows = hidden.weights.chunks_exact(hidden.inputs.max(1)).zip(is_kept);
    hidden.weights =
        rows.filter(|(_, kept)| **kept).flat_map(|(row, _)| row.iter().copied()).collect();
    hidden.biases = chosen(&hidden.biases, is_kept).collect();
    let rows = next.weights.chunks_exact(next.inputs.max(1));
    next.weights = rows.flat_map(|row| chosen(row, is_kept)).collect();
    next.inputs = is_kept.iter().filter(|kept| **kept).count();
}

/// `share` of `all`, to the nearest whole number, half way the even one.
fn count_of(share: f32, all: usize) -> usize {
    (share.clamp(0.0, 1.0) * all as f32).round_ties_even() as usize
}
