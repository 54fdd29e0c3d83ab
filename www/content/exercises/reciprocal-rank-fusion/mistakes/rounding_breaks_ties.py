# Rounding decides a tie
#
# 1/61 + 1/62 + 1/63 and 1/63 + 1/61 + 1/62 are one number on paper and may be two in floating
# point. Then the sort sees a difference, and the tie rules are never asked. Add with `math.fsum`,
# which rounds once at the end, or sort by the score rounded to 12 digits.
def fuse(rankings, k=60):
    scores, best = {}, {}
    for ranking in rankings:
        seen = set()
        for place, name in enumerate(ranking, 1):
            if name not in seen:
                seen.add(name)
                scores[name] = scores.get(name, 0.0) + 1 / (k + place)
                best[name] = min(place, best.get(name, place))
    order = sorted(scores, key=lambda name: (-scores[name], best[name], name))
    return [(name, scores[name]) for name in order]
