# An empty bin makes the index infinite
#
# No current reading lies below 52, its share is 0, and the logarithm of 0 is minus infinity: one
# empty bin decides everything. Add half a reading to each count, in both samples, and divide by the
# sum of what you then have.
import numpy as np


def stability_index(reference, current, bins=10):
    ordered, i = np.sort(reference), np.arange(1, bins)
    edges = np.unique(ordered[(i * len(reference) + bins - 1) // bins - 1])
    expected, actual = (
        np.bincount(np.searchsorted(edges, values), minlength=len(edges) + 1) / len(values)
        for values in (reference, current)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = (actual - expected) * np.log(actual / expected)
    return float(parts.sum()), parts
