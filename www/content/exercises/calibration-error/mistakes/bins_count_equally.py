# Each bin counts the same
#
# Of the filled bins' gaps this takes the plain mean: a bin with a single reading weighs as much as
# one with a thousand. For five receipts it gives (0.1 + 0.4 + 0.45) / 3 = 0.3167 instead of 0.3.
# Weight each gap by the bin's share of the readings.
import numpy as np


def calibration(confidence, correct, bins=10):
    index = np.searchsorted(np.arange(1, bins) / bins, confidence)
    counts = np.bincount(index, minlength=bins)
    filled = np.where(counts > 0, counts, np.nan)
    mean_confidence = np.bincount(index, weights=confidence, minlength=bins) / filled
    accuracy = np.bincount(index, weights=correct, minlength=bins) / filled
    error = np.nanmean(np.abs(accuracy - mean_confidence))
    return float(error), mean_confidence, accuracy, counts
