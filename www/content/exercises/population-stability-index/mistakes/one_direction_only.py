# One divergence instead of both
#
# Σ q ln(q / p) is the Kullback-Leibler divergence, half of the story: exchanging the samples
# changes it, and single parts can be negative. For the risen pulse its parts begin with −0.0916
# where the table says 0.1831. Weight the logarithm by the difference q − p.
import numpy as np


def stability_index(reference, current, bins=10):
    ordered, i = np.sort(reference), np.arange(1, bins)
    edges = np.unique(ordered[(i * len(reference) + bins - 1) // bins - 1])
    expected, actual = (
        np.bincount(np.searchsorted(edges, values), minlength=len(edges) + 1) + 0.5
        for values in (reference, current)
    )
    expected, actual = expected / expected.sum(), actual / actual.sum()
    parts = actual * np.log(actual / expected)
    return float(parts.sum()), parts
