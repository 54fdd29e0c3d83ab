# Frequent rows are drawn with repetition
#
# The list does not get shorter, so a row can come twice while another never comes: with the draws 0.0 and
# 0.0 the first row is taken twice. There are enough rows; take each at most once.
import numpy as np


def balanced_indices(labels, per_class, draws):
    chance, chosen = iter(draws), []
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label).tolist()
        kept = [] if len(rows) >= per_class else list(rows)
        while len(kept) < per_class:
            kept.append(rows[int(next(chance) * len(rows))])
        chosen += kept
    return np.array(chosen)
