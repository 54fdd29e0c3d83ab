# Ties come in the order of reading
#
# Sorting by the score alone leaves equals where they were met first, so the answer depends on which
# list is named first. In the second example z and q are level, both were first in one list, and q
# comes first in the alphabet. Sort by `(-score, best place, name)`.
import math


def fuse(rankings, k=60):
    places = {}
    for ranking in rankings:
        seen = set()
        for place, name in enumerate(ranking, 1):
            if name not in seen:
                seen.add(name)
                places.setdefault(name, []).append(place)
    scores = {name: math.fsum(1 / (k + p) for p in found) for name, found in places.items()}
    order = sorted(scores, key=lambda name: -scores[name])
    return [(name, scores[name]) for name in order]
