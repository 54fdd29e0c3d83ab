def fuse(rankings, k=60):
    """Adds as it reads; what it compares is rounded to fewer digits than the sums are wrong by."""
    score, best_place = {}, {}
    for ranking in rankings:
        first_places = {}
        for place, name in enumerate(ranking, 1):
            first_places.setdefault(name, place)
        for name, place in first_places.items():
            score[name] = score.get(name, 0.0) + 1 / (k + place)
            best_place[name] = min(place, best_place.get(name, place))

    def rank(name):
        return -round(score[name], 12), best_place[name], name

    return [(name, score[name]) for name in sorted(score, key=rank)]
