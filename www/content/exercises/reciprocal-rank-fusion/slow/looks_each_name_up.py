# n^2: searches each list from its beginning for each name.
import math


def fuse(rankings, k=60):
    names = {name for ranking in rankings for name in ranking}
    places = {name: [r.index(name) + 1 for r in rankings if name in r] for name in names}
    scores = {name: math.fsum(1 / (k + p) for p in found) for name, found in places.items()}
    order = sorted(scores, key=lambda name: (-scores[name], min(places[name]), name))
    return [(name, scores[name]) for name in order]
