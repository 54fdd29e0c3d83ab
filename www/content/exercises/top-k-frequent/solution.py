import heapq
from collections import Counter


def top_k(signatures, k):
    """The k most frequent as (signature, count); of equals, the first in the alphabet."""
    counts = Counter(signatures)
    return heapq.nsmallest(k, counts.items(), key=lambda item: (-item[1], item[0]))
