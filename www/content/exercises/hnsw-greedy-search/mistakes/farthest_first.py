# The farthest result comes first
#
# The heap of results is ordered for the search, with the farthest on top. Whoever shows the first
# three photos shows the three worst. Sort by distance, then index, before you return.
import heapq


def search_layer(vectors, neighbours, query, entry, ef):
    distance = squared_distance(vectors[entry], query)
    seen, candidates, results = {entry}, [(distance, entry)], [(-distance, -entry)]
    while candidates:
        nearest = heapq.heappop(candidates)
        if len(results) == ef and nearest > (-results[0][0], -results[0][1]):
            break
        for node in neighbours[nearest[1]]:
            if node not in seen:
                seen.add(node)
                distance = squared_distance(vectors[node], query)
                if len(results) < ef or (-distance, -node) > results[0]:
                    heapq.heappush(candidates, (distance, node))
                    heapq.heappush(results, (-distance, -node))
                    if len(results) > ef:
                        heapq.heappop(results)
    return [-node for _, node in sorted(results)], len(seen)


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
