# Equal edges make bins that nothing can enter
#
# Where a value fills several quantiles, several edges are equal, and the bins between them stay
# empty. The half readings of the smoothing are then shared out among bins that do not exist, and
# `parts` is too long. For "many equal readings" the edges are 60, 60, 60: keep one, `np.unique`.
import numpy as np


def stability_index(reference, current, bins=10):
    ordered, i = np.sort(reference), np.arange(1, bins)
    edges = ordered[(i * len(reference) + bins - 1) // bins - 1]
    expected, actual = (
        np.bincount(np.searchsorted(edges, values), minlength=bins) + 0.5
        for values in (reference, current)
    )
    expected, actual = expected / expected.sum(), actual / actual.sum()
    parts = (actual - expected) * np.log(actual / expected)
    return float(parts.sum()), parts
