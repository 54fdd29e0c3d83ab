# Missing counts as last
#
# A name that a list lacks gets the place behind its end here. With k = 60 that is worth almost as
# much as a place within, and an empty list hands everybody 1/61. A list gives nothing to a name
# that it does not contain.
import math


def fuse(rankings, k=60):
    names = {name for ranking in rankings for name in ranking}
    places = {
        name: [r.index(name) + 1 if name in r else len(r) + 1 for r in rankings] for name in names
    }
    scores = {name: math.fsum(1 / (k + p) for p in found) for name, found in places.items()}
    order = sorted(scores, key=lambda name: (-scores[name], min(places[name]), name))
    return [(name, scores[name]) for name in order]
