# There is room, and nothing is let in
#
# A neighbour has to beat the farthest result only when there are `ef` of them. If it always has to,
# a search that starts at the nearest node returns that one alone, and where it starts far away the
# way through farther nodes stays closed. Let a neighbour in if `len(results) < ef` or it is nearer.
import heapq


def search_layer(vectors, neighbours, query, entry, ef):
    first = (squared_distance(vectors[entry], query), entry)
    seen, candidates, results = {entry}, [first], [first]
    while candidates:
        nearest = heapq.heappop(candidates)
        if len(results) == ef and nearest > results[-1]:
            break
        for node in neighbours[nearest[1]]:
            if node not in seen:
                seen.add(node)
                found = (squared_distance(vectors[node], query), node)
                if found < results[-1]:
                    heapq.heappush(candidates, found)
                    results = sorted([*results, found])[:ef]
    return [node for _, node in results], len(seen)


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
