# An empty bin makes the error NaN
#
# The mean of no reading is NaN, 0 · NaN is NaN, and one empty bin is enough to lose the whole sum.
# With four bins nothing lies in [0, 0.25]. Leave empty bins out of the sum, or add up differences
# of sums, where they are 0.
import numpy as np


def calibration(confidence, correct, bins=10):
    index = np.searchsorted(np.arange(1, bins) / bins, confidence)
    counts = np.bincount(index, minlength=bins)
    filled = np.where(counts > 0, counts, np.nan)
    mean_confidence = np.bincount(index, weights=confidence, minlength=bins) / filled
    accuracy = np.bincount(index, weights=correct, minlength=bins) / filled
    error = (counts * np.abs(accuracy - mean_confidence)).sum() / len(confidence)
    return float(error), mean_confidence, accuracy, counts
