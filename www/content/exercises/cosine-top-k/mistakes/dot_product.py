# The lengths are not divided out
#
# A dot product grows with the length of the song's vector, so `[90, 0]` beats `[0.1, 0.1]` for the
# query `[1, 1]`, though it is 45° off and the other points the same way. Divide by both norms.
import numpy as np


def top_k(query, songs, k):
    similarity = np.round(songs @ query, 9)
    order = np.argsort(-similarity, kind="stable")[:k]
    return order, similarity[order] + 0.0
