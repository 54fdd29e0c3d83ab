# Equal counts stand in reverse alphabetical order
#
# Tuples of `(count, signature)` sorted from the top take the largest count, and then the largest
# string: of sync, decode and alloc it keeps sync. Only one of the two may be turned round: negate
# the count and sort upwards.
import heapq
from collections import Counter


def top_k(signatures, k):
    pairs = [(count, signature) for signature, count in Counter(signatures).items()]
    return [(signature, count) for count, signature in heapq.nlargest(k, pairs)]
