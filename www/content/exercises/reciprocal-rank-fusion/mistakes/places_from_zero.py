# Places counted from zero
#
# `enumerate` starts at 0, so the first place gives 1/60 instead of 1/61. The order is nearly always
# the same, and the scores do not match those of anybody else. Use `enumerate(ranking, 1)`.
import math


def fuse(rankings, k=60):
    places = {}
    for ranking in rankings:
        for place, name in enumerate(dict.fromkeys(ranking)):
            places.setdefault(name, []).append(place)
    scores = {name: math.fsum(1 / (k + p) for p in found) for name, found in places.items()}
    order = sorted(scores, key=lambda name: (-scores[name], min(places[name]), name))
    return [(name, scores[name]) for name in order]
