# The gaps cancel each other
#
# The absolute value comes after the sum over bins. What is left is | accuracy − mean confidence |
# of all readings together, which is 0.05 in "too sure in one bin, not sure enough in another",
# though one bin is off by 0.2 and the other by 0.3. Take the absolute value of each bin's gap, then
# add.
import numpy as np


def calibration(confidence, correct, bins=10):
    index = np.searchsorted(np.arange(1, bins) / bins, confidence)
    counts = np.bincount(index, minlength=bins)
    filled = np.where(counts > 0, counts, np.nan)
    mean_confidence = np.bincount(index, weights=confidence, minlength=bins) / filled
    accuracy = np.bincount(index, weights=correct, minlength=bins) / filled
    error = abs(np.nansum(counts * (accuracy - mean_confidence))) / len(confidence)
    return float(error), mean_confidence, accuracy, counts
