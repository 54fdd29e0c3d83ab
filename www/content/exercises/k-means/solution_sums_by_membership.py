import numpy as np


def k_means(points, centres, max_rounds=100):
    """Without a loop over clusters: a table of memberships turns sums into a matrix product."""
    centres = centres.astype(np.float64)
    labels = np.full(len(points), -1)
    for _ in range(max_rounds):
        nearest = squared_distances(points, centres).argmin(axis=1)
        if np.array_equal(nearest, labels):
            break
        labels = nearest
        members = (labels[:, None] == np.arange(len(centres))).astype(np.float64)
        counts = members.sum(axis=0)[:, None]
        means = members.T @ points / np.maximum(counts, 1)
        centres = np.where(counts > 0, means, centres)
    distances = squared_distances(points, centres)
    return centres, distances.argmin(axis=1), float(distances.min(axis=1).sum())


def squared_distances(points, centres):
    return ((points[:, None, :] - centres) ** 2).sum(axis=2)
