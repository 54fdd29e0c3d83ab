import numpy as np


def choose_centres(points, k, draws):
    """Distances between all points once, then only minima of columns.

    Clear, and n² numbers: fine for a thousand points, impossible for a million.
    """
    offsets = points[:, None, :] - points[None, :, :]
    squared = (offsets**2).sum(axis=-1)
    chosen = [int(draws[0] * len(points))]
    for draw in draws[1:k]:
        weights = squared[:, chosen].min(axis=1)
        if weights.sum() == 0:
            chosen.append(next(i for i in range(len(points)) if i not in chosen))
            continue
        passed = np.cumsum(weights) > draw * weights.sum()
        chosen.append(int(passed.argmax()))
    return chosen
