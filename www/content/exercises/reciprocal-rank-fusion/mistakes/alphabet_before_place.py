# The alphabet is asked before the places
#
# Of equal scores, the name with the better place in any list comes first, and the alphabet decides
# only what is level in that, too. With k = 1, one first place is worth 1/2, and so are two third
# places, 1/4 each: z, once first, comes before a, twice third. Put `min(places)` before the name in
# the key.
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
    order = sorted(scores, key=lambda name: (-scores[name], name))
    return [(name, scores[name]) for name in order]
