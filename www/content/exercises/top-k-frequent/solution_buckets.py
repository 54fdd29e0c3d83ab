from collections import Counter


def top_k(signatures, k):
    """The k most frequent as (signature, count); of equals, the first in the alphabet.

    No count exceeds n, so signatures can be put into buckets by their count and read from the
    fullest down. Only the buckets that are read are sorted, which costs n log n if the answer
    comes from a large one.
    """
    counts = Counter(signatures)
    buckets = [[] for _ in range(max(counts.values(), default=0) + 1)]
    for signature, count in counts.items():
        buckets[count].append(signature)
    found = []
    for count in range(len(buckets) - 1, 0, -1):
        if len(found) >= k:
            break
        found += [(signature, count) for signature in sorted(buckets[count])]
    return found[:k]
