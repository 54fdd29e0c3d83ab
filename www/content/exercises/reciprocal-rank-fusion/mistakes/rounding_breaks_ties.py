# Rounding decides a tie
#
# With k = 10, places 1, 2, 4 and places 4, 1, 2 are worth the same on paper, and
# 0.24567099567099568 against 0.24567099567099565 when you add as you read. The sort sees a
# difference, and the tie rules are never asked. Add with `math.fsum`, which rounds once at the end,
# or sort by the score rounded to 12 digits.
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
