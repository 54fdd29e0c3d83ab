# Ties are put in order only after the cut
#
# `most_common(k)` has already decided who is left out, by order of arrival; sorting its k results
# comes too late. With z three times, then m and k twice, two places go to z and m, though k is
# first in the alphabet. Let the comparison know about ties before anybody is dropped.
from collections import Counter


def top_k(signatures, k):
    kept = Counter(signatures).most_common(k)
    return sorted(kept, key=lambda item: (-item[1], item[0]))
