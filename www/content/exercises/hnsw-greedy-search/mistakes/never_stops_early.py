# The search never stops early
#
# The results are right or even better, but every node that can be reached becomes a candidate and
# is visited: in the trap 7 distances instead of 4 with ef = 1. Then a scan would be simpler. A
# neighbour becomes a candidate only if it would be a result, and a candidate beyond the farthest
# result ends the search.
import heapq


def search_layer(vectors, neighbours, query, entry, ef):
    known = {entry: (squared_distance(vectors[entry], query), entry)}
    candidates = [known[entry]]
    while candidates:
        _, node = heapq.heappop(candidates)
        for other in neighbours[node]:
            if other not in known:
                known[other] = (squared_distance(vectors[other], query), other)
                heapq.heappush(candidates, known[other])
    return sorted(known, key=known.get)[:ef], len(known)


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
