# The farthest point, without chance
#
# `argmax` ignores the draw. One wrong measurement far out is then certain to become a centre; with
# chances in proportion, a group of many points outweighs it. In the first example the draw of 0.005
# asks for the point at 1.
import numpy as np


def choose_centres(points, k, draws):
    chosen = [int(draws[0] * len(points))]
    weights = np.full(len(points), np.inf)
    for _ in range(1, k):
        weights = np.minimum(weights, ((points - points[chosen[-1]]) ** 2).sum(axis=1))
        if weights.max() > 0:
            chosen.append(int(weights.argmax()))
        else:
            chosen.append(min(set(range(len(points))) - set(chosen)))
    return chosen
