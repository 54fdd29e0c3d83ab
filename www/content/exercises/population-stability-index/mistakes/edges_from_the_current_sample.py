# The edges move with the data
#
# With edges from the current readings, each week is measured by another ruler, and two weeks cannot
# be compared. The reference sets the edges, once; the current readings are only counted.
import numpy as np


def stability_index(reference, current, bins=10):
    ordered, i = np.sort(current), np.arange(1, bins)
    edges = np.unique(ordered[(i * len(current) + bins - 1) // bins - 1])
    expected, actual = (
        np.bincount(np.searchsorted(edges, values), minlength=len(edges) + 1) + 0.5
        for values in (reference, current)
    )
    expected, actual = expected / expected.sum(), actual / actual.sum()
    parts = (actual - expected) * np.log(actual / expected)
    return float(parts.sum()), parts
