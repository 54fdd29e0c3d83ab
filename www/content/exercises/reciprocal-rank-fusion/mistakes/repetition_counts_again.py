# A repetition scores twice
#
# The pie is named at places 1 and 3 of one list, and gets both: whoever is listed twice, by a bug
# upstream or by two versions of one page, wins. Only the first place in each list counts. Keep a
# set of the names that this list has had.
import math


def fuse(rankings, k=60):
    places = {}
    for ranking in rankings:
        for place, name in enumerate(ranking, 1):
            places.setdefault(name, []).append(place)
    scores = {name: math.fsum(1 / (k + p) for p in found) for name, found in places.items()}
    order = sorted(scores, key=lambda name: (-scores[name], min(places[name]), name))
    return [(name, scores[name]) for name in order]
