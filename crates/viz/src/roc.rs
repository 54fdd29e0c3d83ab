//! The curve of a ranking: the share of positives that are found against the share of negatives that
//! are taken for positives, as the threshold falls.

/// Points from (0, 0) to (1, 1): false positive rate, true positive rate. Equal scores fall together,
/// so that a tie across the classes is a slanted piece. `None` without any positive or negative, or
/// with a score that is no number.
pub fn curve(labels: &[f64], scores: &[f64]) -> Option<Vec<(f64, f64)>> {
    let is_positive = |label: &&f64| **label > 0.5;
    let positives = labels.iter().filter(is_positive).count();
    let negatives = labels.len() - positives;
    let is_complete = labels.len() == scores.len() && !scores.iter().any(|score| score.is_nan());
    if positives == 0 || negatives == 0 || !is_complete {
        return None;
    }
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
    let (mut found, mut mistaken, mut points) = (0, 0, vec![(0.0, 0.0)]);
    for (place, index) in order.iter().enumerate() {
        if labels[*index] > 0.5 {
            found += 1;
        } else {
            mistaken += 1;
        }
        let next = order.get(place + 1);
        if next.is_none_or(|next| scores[*next] != scores[*index]) {
            points.push((mistaken as f64 / negatives as f64, found as f64 / positives as f64));
        }
    }
    Some(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn area(points: &[(f64, f64)]) -> f64 {
        points.windows(2).map(|pair| (pair[1].0 - pair[0].0) * (pair[0].1 + pair[1].1) / 2.0).sum()
    }

    /// The share of pairs of a positive and a negative that are the right way round; a tie is half.
    fn pairs(labels: &[f64], scores: &[f64]) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for (a, label) in labels.iter().enumerate().filter(|(_, label)| **label > 0.5) {
            assert!(*label > 0.0);
            for b in (0..labels.len()).filter(|b| labels[*b] < 0.5) {
                count += 1.0;
                sum += match scores[a].total_cmp(&scores[b]) {
                    std::cmp::Ordering::Greater => 1.0,
                    std::cmp::Ordering::Equal => 0.5,
                    std::cmp::Ordering::Less => 0.0,
                };
            }
        }
        sum / count
    }

    #[test]
    fn a_tie_across_the_classes_is_slanted() {
        let points = curve(&[1.0, 0.0, 1.0, 0.0], &[0.9, 0.8, 0.8, 0.3]).unwrap();
        assert_eq!(points, [(0.0, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 1.0)]);
        assert_eq!(curve(&[1.0, 1.0], &[0.4, 0.6]), None);
        assert_eq!(curve(&[1.0, 0.0], &[f64::NAN, 0.6]), None);
    }

    proptest! {
        #[test]
        fn the_area_is_the_share_of_pairs(rows in proptest::collection::vec((0..2_u8, 0..6_u8), 2..30)) {
            let labels: Vec<f64> = rows.iter().map(|row| f64::from(row.0)).collect();
            let scores: Vec<f64> = rows.iter().map(|row| f64::from(row.1)).collect();
            if let Some(points) = curve(&labels, &scores) {
                prop_assert!((area(&points) - pairs(&labels, &scores)).abs() < 1e-9);
            }
        }
    }
}
