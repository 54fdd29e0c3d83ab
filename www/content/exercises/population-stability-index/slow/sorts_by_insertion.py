# n^2: puts the reference in order by inserting one reading after the other.
import numpy as np


def stability_index(reference, current, bins=10):
    ordered = []
    for value in reference.tolist():
        place = sum(other <= value for other in ordered)
        ordered.insert(place, value)
    n = len(ordered)
    edges = np.unique(np.array([ordered[-(-i * n // bins) - 1] for i in range(1, bins)]))
    shares = []
    for values in (reference, current):
        counts = np.bincount(np.searchsorted(edges, values), minlength=len(edges) + 1) + 0.5
        shares.append(counts / counts.sum())
    expected, actual = shares
    parts = (actual - expected) * np.log(actual / expected)
    return float(parts.sum()), parts
