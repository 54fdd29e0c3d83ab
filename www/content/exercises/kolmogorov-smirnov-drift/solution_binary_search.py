import numpy as np


def ks_drift(reference, current, alpha=0.05):
    """Both distribution functions at every value at once."""
    first, second = np.sort(np.array(reference)), np.sort(np.array(current))
    n, m = len(first), len(second)
    values = np.unique(np.concatenate([first, second]))
    up_to = np.searchsorted(first, values, side="right")
    current_up_to = np.searchsorted(second, values, side="right")
    gaps = np.abs(up_to * m - current_up_to * n)
    place = int(gaps.argmax())  # the first of equals, so the smallest value
    statistic = int(gaps[place]) / (n * m)
    threshold = np.sqrt(-np.log(alpha / 2) / 2 * (n + m) / (n * m))
    return statistic, values[place].item(), bool(statistic > threshold)
