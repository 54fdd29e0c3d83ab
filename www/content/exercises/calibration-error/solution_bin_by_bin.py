import numpy as np


def calibration(confidence, correct, bins=10):
    """One bin at a time: longer, and each line says what the definition says."""
    mean_confidence = np.full(bins, np.nan)
    accuracy = np.full(bins, np.nan)
    counts = np.zeros(bins, dtype=np.int64)
    error = 0.0
    for i in range(bins):
        inside = confidence <= (i + 1) / bins
        if i > 0:
            inside = inside & (confidence > i / bins)
        counts[i] = inside.sum()
        if counts[i] == 0:
            continue
        mean_confidence[i] = confidence[inside].mean()
        accuracy[i] = correct[inside].mean()
        error += counts[i] / len(confidence) * abs(accuracy[i] - mean_confidence[i])
    return float(error), mean_confidence, accuracy, counts
