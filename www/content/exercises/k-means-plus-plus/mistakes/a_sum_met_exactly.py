# A piece of length zero is taken
#
# The search stops at the first sum that is at least the draw, so a draw of 0 takes the first point even
# if its weight is 0: of 7, 7, 9 with the first chosen it takes the second 7. The sum has to be *greater*:
# `side="right"`, or `>`.
import numpy as np


def choose_centres(points, k, draws):
    chosen = [int(draws[0] * len(points))]
    weights = np.full(len(points), np.inf)
    for draw in draws[1:k]:
        weights = np.minimum(weights, ((points - points[chosen[-1]]) ** 2).sum(axis=1))
        reached = np.cumsum(weights)
        if reached[-1] > 0:
            chosen.append(int(np.searchsorted(reached, draw * reached[-1], side="left")))
        else:
            chosen.append(min(set(range(len(points))) - set(chosen)))
    return chosen
