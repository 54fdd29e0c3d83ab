import numpy as np


def stability_index(reference, current, bins=10):
    """Sorts both samples; then the edges are looked up in the samples, not the other way round."""
    reference, current = np.sort(reference), np.sort(current)
    n = len(reference)
    edges = sorted({float(reference[-(-i * n // bins) - 1]) for i in range(1, bins)})

    def shares(ordered):
        up_to_edge = np.searchsorted(ordered, np.array(edges), side="right")
        counts = np.diff(up_to_edge, prepend=0, append=len(ordered))
        return (counts + 0.5) / (len(ordered) + 0.5 * len(counts))

    p, q = shares(reference), shares(current)
    parts = (q - p) * (np.log(q) - np.log(p))
    return float(parts.sum()), parts
