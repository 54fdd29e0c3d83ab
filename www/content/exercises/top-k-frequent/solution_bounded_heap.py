import heapq
from collections import Counter


class Candidate:
    """Compares by rank: the smallest candidate is the one to throw out next."""

    def __init__(self, signature, count):
        self.signature = signature
        self.count = count

    def __lt__(self, other):
        if self.count != other.count:
            return self.count < other.count
        return self.signature > other.signature


def top_k(signatures, k):
    """The k most frequent as (signature, count); of equals, the first in the alphabet.

    What `nsmallest` does inside, written out: a heap of k with the worst on top. A string has no
    minus, so the order of candidates is spelled out in a class.
    """
    heap = []
    for signature, count in Counter(signatures).items():
        candidate = Candidate(signature, count)
        if len(heap) < k:
            heapq.heappush(heap, candidate)
        elif heap and heap[0] < candidate:
            heapq.heapreplace(heap, candidate)
    ranked = [heapq.heappop(heap) for _ in range(len(heap))]
    return [(candidate.signature, candidate.count) for candidate in reversed(ranked)]
