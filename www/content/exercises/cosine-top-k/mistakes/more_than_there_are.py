# k beyond the catalogue
#
# The place at which `np.partition` cuts must exist: with four songs and k = 9 there is no ninth,
# and NumPy raises `ValueError`. Small catalogues are common, on the first day and behind filters.
# Use `min(k, len(songs))`.
import numpy as np


def top_k(query, songs, k):
    lengths = np.linalg.norm(songs, axis=1) * np.linalg.norm(query)
    similarity = np.round((songs @ query) / np.where(lengths > 0, lengths, 1.0), 9)
    cut = -np.partition(-similarity, k - 1)[k - 1]
    above = np.flatnonzero(similarity > cut)
    level = np.flatnonzero(similarity == cut)[: k - len(above)]
    chosen = np.sort(np.concatenate([above, level]))
    order = chosen[np.argsort(-similarity[chosen], kind="stable")]
    return order, similarity[order]
