# Equal counts stay in the order of arrival
#
# `Counter.most_common` breaks ties by who was seen first. Of sync, decode and alloc, once each, it
# keeps sync and drops alloc; tomorrow the same crashes in another order give another list. Compare
# the signature too: `(-count, signature)`.
from collections import Counter


def top_k(signatures, k):
    return Counter(signatures).most_common(k)
