# Only k counts are kept while counting
#
# When a new signature comes and k are known, the rarest is thrown out with its count. If it returns
# it starts from 1, and among many rare ones a frequent signature may never get up. Count all first,
# then keep k. If memory forbids that, it needs a method with a bound, such as Misra and Gries's.
import heapq


def top_k(signatures, k):
    counts = {}
    for signature in signatures:
        if signature not in counts and len(counts) == k:
            if k == 0:
                break
            del counts[min(counts, key=counts.get)]
        counts[signature] = counts.get(signature, 0) + 1
    return heapq.nsmallest(k, counts.items(), key=lambda item: (-item[1], item[0]))
