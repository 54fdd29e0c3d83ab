import numpy as np


def stability_index(reference, current, bins=10):
    """Returns (index, parts): how far `current` has moved, and which bins say so."""
    edges = quantile_edges(reference, bins)
    expected, actual = smoothed_shares(reference, edges), smoothed_shares(current, edges)
    parts = (actual - expected) * np.log(actual / expected)
    return float(parts.sum()), parts


def quantile_edges(values, bins):
    """Inner edges that are values themselves: place ceil(i n / bins), counted from 1."""
    ordered = np.sort(values)
    i = np.arange(1, bins)
    places = (i * len(values) + bins - 1) // bins  # in integers: no rounding moves an edge
    return np.unique(ordered[places - 1])


def smoothed_shares(values, edges):
    """Share of each bin, with half a reading added to every one."""
    index = np.searchsorted(edges, values, side="left")
    counts = np.bincount(index, minlength=len(edges) + 1) + 0.5
    return counts / counts.sum()
