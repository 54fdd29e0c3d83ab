# The others move up over a repetition
#
# Removing repetitions before counting gives later names better places than they had. In `["a", "a",
# "a", "b"]` the name b is at place 4, not 2. Count every entry, and skip the ones that were seen.
import math


def fuse(rankings, k=60):
    places = {}
    for ranking in rankings:
        for place, name in enumerate(dict.fromkeys(ranking), 1):
            places.setdefault(name, []).append(place)
    scores = {name: math.fsum(1 / (k + p) for p in found) for name, found in places.items()}
    order = sorted(scores, key=lambda name: (-scores[name], min(places[name]), name))
    return [(name, scores[name]) for name in order]
