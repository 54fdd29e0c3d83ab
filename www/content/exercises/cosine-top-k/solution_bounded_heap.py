import heapq
import math

import numpy as np


def top_k(query, songs, k):
    """A song at a time, as they come from disk: memory for k of them, never for all."""
    query = query.tolist()
    query_length = math.hypot(*query)
    best = []  # a heap whose first element is the one to give way
    for index, song in enumerate(songs):
        entry = (cosine(query, query_length, song.tolist()), -index)
        if len(best) < k:
            heapq.heappush(best, entry)
        elif entry > best[0]:
            heapq.heapreplace(best, entry)
    best.sort(reverse=True)
    return np.array([-index for _, index in best]), np.array([value for value, _ in best])


def cosine(query, query_length, song):
    lengths = query_length * math.hypot(*song)
    dot = sum(a * b for a, b in zip(query, song))
    return round(dot / lengths, 9) if lengths > 0 else 0.0
