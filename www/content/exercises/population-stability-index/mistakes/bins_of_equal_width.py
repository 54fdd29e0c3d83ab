# Bins of equal width
#
# Cutting the range from the smallest to the largest value into equal parts lets one outlier decide
# all edges: most bins are empty and one holds nearly everything. For "many equal readings" that
# gives edges at 63.75, 67.5 and 71.25 instead of one at 60. Take values of the sorted reference at
# equal steps of its places.
import numpy as np


def stability_index(reference, current, bins=10):
    edges = np.unique(np.linspace(reference.min(), reference.max(), bins + 1)[1:-1])
    expected, actual = (
        np.bincount(np.searchsorted(edges, values), minlength=len(edges) + 1) + 0.5
        for values in (reference, current)
    )
    expected, actual = expected / expected.sum(), actual / actual.sum()
    parts = (actual - expected) * np.log(actual / expected)
    return float(parts.sum()), parts
