# A heap from the wrong end
#
# `heapq` is a heap of minima, so popping `(count, signature)` k times gives the k *least* frequent.
# Put `-count` into the tuples; the signature then breaks ties as it should, too.
import heapq
from collections import Counter


def top_k(signatures, k):
    heap = [(count, signature) for signature, count in Counter(signatures).items()]
    heapq.heapify(heap)
    smallest = [heapq.heappop(heap) for _ in range(min(k, len(heap)))]
    return [(signature, count) for count, signature in smallest]
