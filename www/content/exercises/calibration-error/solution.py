import numpy as np


def calibration(confidence, correct, bins=10):
    """Returns (error, mean_confidence, accuracy, counts)."""
    inner_edges = np.arange(1, bins) / bins
    # side="left" puts a confidence that equals an edge below it: the bins are closed above.
    index = np.searchsorted(inner_edges, confidence, side="left")

    counts = np.bincount(index, minlength=bins)
    confidence_sum = np.bincount(index, weights=confidence, minlength=bins)
    correct_sum = np.bincount(index, weights=correct, minlength=bins)
    # |accuracy - mean confidence| · count is the difference of the sums: no empty bin divides.
    error = np.abs(correct_sum - confidence_sum).sum() / len(confidence)

    filled = np.where(counts > 0, counts, np.nan)
    return float(error), confidence_sum / filled, correct_sum / filled, counts
