import math


def fuse(rankings, k=60):
    """Fuses rankings into one list of (name, score), best first."""
    places = {}
    for ranking in rankings:
        seen = set()
        for place, name in enumerate(ranking, 1):
            if name not in seen:
                seen.add(name)
                places.setdefault(name, []).append(place)
    # fsum rounds once, at the end: the order of the terms makes no difference.
    scored = [
        (math.fsum(1 / (k + place) for place in found), min(found), name)
        for name, found in places.items()
    ]
    scored.sort(key=lambda entry: (-entry[0], entry[1], entry[2]))
    return [(name, score) for score, _, name in scored]
