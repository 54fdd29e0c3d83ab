//! Least squares without negative factors, for a handful of columns.

/// One equation: the values of the columns; the right side is 1.
pub type Row = Vec<f64>;

/// Factors, none below zero, for which `rows · factors` is nearest to 1, and the root mean square
/// of what is left.
///
/// The optimum is the unconstrained one of some subset of the columns. With at most five columns all
/// subsets are tried.
pub fn nonnegative(rows: &[Row]) -> (Vec<f64>, f64) {
    let count = rows.first().map_or(0, Vec::len);
    let mut best = (vec![0.0; count], f64::INFINITY);
    for subset in 1_u32..1 << count {
        let chosen: Vec<usize> = (0..count).filter(|column| subset >> column & 1 == 1).collect();
        let Some(solved) = solve(rows, &chosen) else { continue };
        if solved.iter().any(|factor| *factor < 0.0) {
            continue;
        }
        let mut factors = vec![0.0; count];
        for (column, factor) in chosen.iter().zip(solved) {
            factors[*column] = factor;
        }
        let left = residual(rows, &factors);
        // Of two that are equally good the one with fewer columns was there first.
        if left < best.1 {
            best = (factors, left);
        }
    }
    best
}

/// The normal equations of some columns; `None` where they do not determine the factors.
fn solve(rows: &[Row], chosen: &[usize]) -> Option<Vec<f64>> {
    let sum = |f: &dyn Fn(&Row) -> f64| rows.iter().map(f).sum::<f64>();
    // Columns of unit length, so that what is nearly dependent can be told.
    let lengths: Vec<f64> = chosen.iter().map(|&c| sum(&|row| row[c] * row[c]).sqrt()).collect();
    if lengths.iter().any(|length| *length <= 0.0 || !length.is_finite()) {
        return None;
    }
    let mut system: Vec<Vec<f64>> = Vec::with_capacity(chosen.len());
    for (i, &a) in chosen.iter().enumerate() {
        let mut line: Vec<f64> = chosen
            .iter()
            .enumerate()
            .map(|(j, &b)| sum(&|row| row[a] * row[b]) / (lengths[i] * lengths[j]))
            .collect();
        line.push(sum(&|row| row[a]) / lengths[i]);
        system.push(line);
    }
    let solved = eliminate(system)?;
    Some(solved.into_iter().zip(lengths).map(|(factor, length)| factor / length).collect())
}

/// Gauss's elimination with pivots on the diagonal, which is enough for a positive definite matrix.
fn eliminate(mut system: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    const NEARLY_DEPENDENT: f64 = 1e-10;
    let count = system.len();
    for pivot in 0..count {
        if system[pivot][pivot] < NEARLY_DEPENDENT {
            return None;
        }
        for line in pivot + 1..count {
            let share = system[line][pivot] / system[pivot][pivot];
            let above = system[pivot].clone();
            for (value, above) in system[line].iter_mut().zip(above) {
                *value -= share * above;
            }
        }
    }
    let mut factors = vec![0.0; count];
    for line in (0..count).rev() {
        let known: f64 =
            (line + 1..count).map(|column| system[line][column] * factors[column]).sum();
        factors[line] = (system[line][count] - known) / system[line][line];
    }
    Some(factors)
}

fn residual(rows: &[Row], factors: &[f64]) -> f64 {
    let fitted =
        |row: &Row| row.iter().zip(factors).map(|(value, factor)| value * factor).sum::<f64>();
    let squares: f64 = rows.iter().map(|row| (fitted(row) - 1.0).powi(2)).sum();
    (squares / rows.len() as f64).sqrt()
}
