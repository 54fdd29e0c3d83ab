# Empty bins report 0
#
# An accuracy of 0 says "always wrong", and a diagram would draw it. In [0, 0.25] of the first
# example nothing was read, so nothing is known. The error is right as it is; put NaN where the
# count is 0.
import numpy as np


def calibration(confidence, correct, bins=10):
    index = np.searchsorted(np.arange(1, bins) / bins, confidence)
    counts = np.bincount(index, minlength=bins)
    confidence_sum = np.bincount(index, weights=confidence, minlength=bins)
    correct_sum = np.bincount(index, weights=correct, minlength=bins)
    error = np.abs(correct_sum - confidence_sum).sum() / len(confidence)
    filled = np.maximum(counts, 1)
    return float(error), confidence_sum / filled, correct_sum / filled, counts
