# The classes come in the order of the data
#
# The first row's class is drawn first, so the draws fall to other classes than asked for, and sorting the
# file changes the training set. Go through the classes in ascending order: `np.unique` sorts them.
import numpy as np


def balanced_indices(labels, per_class, draws):
    chance, chosen = iter(draws), []
    for label in dict.fromkeys(labels.tolist()):
        rows = np.flatnonzero(labels == label).tolist()
        enough = len(rows) >= per_class
        kept = [] if enough else list(rows)
        while len(kept) < per_class:
            place = int(next(chance) * len(rows))
            kept.append(rows.pop(place) if enough else rows[place])
        chosen += kept
    return np.array(chosen)
