# The weights are distances, not their squares
#
# Weights 0, 1, 10 instead of 0, 1, 100: the near point of the first example then gets a chance of 1 in
# 11 instead of 1 in 101, and starts fall together far more often. k-means minimises squared distance,
# and its start should weigh the same.
import numpy as np


def choose_centres(points, k, draws):
    chosen = [int(draws[0] * len(points))]
    weights = np.full(len(points), np.inf)
    for draw in draws[1:k]:
        away = np.sqrt(((points - points[chosen[-1]]) ** 2).sum(axis=1))
        weights = np.minimum(weights, away)
        reached = np.cumsum(weights)
        if reached[-1] > 0:
            chosen.append(int(np.searchsorted(reached, draw * reached[-1], side="right")))
        else:
            chosen.append(min(set(range(len(points))) - set(chosen)))
    return chosen
