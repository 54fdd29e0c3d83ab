import numpy as np


def choose_centres(points, k, draws):
    """Indices of k points, chosen by k-means++ with the given draws."""
    chosen = [int(draws[0] * len(points))]
    weights = np.full(len(points), np.inf)
    for draw in draws[1:k]:
        newest = points[chosen[-1]]
        weights = np.minimum(weights, ((points - newest) ** 2).sum(axis=1))
        reached = np.cumsum(weights)
        if reached[-1] > 0:
            chosen.append(int(np.searchsorted(reached, draw * reached[-1], side="right")))
        else:
            chosen.append(min(set(range(len(points))) - set(chosen)))
    return chosen
