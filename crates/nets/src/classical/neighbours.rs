//! k nearest neighbours on a line: the mean of the k targets whose points are closest.

/// Writes, for every k of the ascending `ks`, the mean target of the k points nearest to `x`. Of two
/// points equally far away the left one is nearer; a k above the number of points takes them all.
/// `points` ascend.
pub fn means(points: &[f64], targets: &[f64], x: f64, ks: &[usize], into: &mut [f64]) {
    let mut right = points.partition_point(|&point| point < x);
    let mut left = right;
    let mut sum = 0.0;
    for (&k, mean) in ks.iter().zip(into) {
        while right - left < k.min(points.len()) {
            let is_left =
                left > 0 && (right == points.len() || x - points[left - 1] <= points[right] - x);
            if is_left {
                left -= 1;
                sum += targets[left];
            } else {
                sum += targets[right];
                right += 1;
            }
        }
        *mean = sum / (right - left).max(1) as f64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(x: f64, expect: [f64; 4]) {
        let mut into = [f64::NAN; 4];
        means(&[0.0, 1.0, 2.0, 4.0], &[1.0, 2.0, 4.0, 8.0], x, &[1, 2, 4, 9], &mut into);
        assert_eq!(into, expect, "at {x}");
    }

    #[test]
    fn nearest_first_and_left_before_right() {
        check(1.1, [2.0, 3.0, 3.75, 3.75]);
        check(0.5, [1.0, 1.5, 3.75, 3.75]);
        check(-7.0, [1.0, 1.5, 3.75, 3.75]);
        check(9.0, [8.0, 6.0, 3.75, 3.75]);
    }
}
