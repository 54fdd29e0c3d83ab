# Only the distance to the newest centre counts
#
# A point on top of the first centre then looks far away from the second, and is likely to be chosen:
# with 0, 30 chosen among 0, 10, 11, 30, the point at 0 has weight 900 instead of 0. Keep the minimum
# over all centres.
import numpy as np


def choose_centres(points, k, draws):
    chosen = [int(draws[0] * len(points))]
    for draw in draws[1:k]:
        weights = ((points - points[chosen[-1]]) ** 2).sum(axis=1)
        reached = np.cumsum(weights)
        if reached[-1] > 0:
            chosen.append(int(np.searchsorted(reached, draw * reached[-1], side="right")))
        else:
            chosen.append(min(set(range(len(points))) - set(chosen)))
    return chosen
