import heapq
from bisect import insort


def search_layer(vectors, neighbours, query, entry, ef):
    """One sorted list of results: ef is a few dozen, and moving that many entries costs little."""
    distances = {entry: squared_distance(vectors[entry], query)}
    results = [(distances[entry], entry)]
    candidates = results[:]
    while candidates:
        nearest = heapq.heappop(candidates)
        if nearest > results[-1]:
            break  # with room left this cannot happen: every candidate is still a result
        for node in neighbours[nearest[1]]:
            if node in distances:
                continue
            distances[node] = squared_distance(vectors[node], query)
            found = (distances[node], node)
            if len(results) < ef or found < results[-1]:
                heapq.heappush(candidates, found)
                insort(results, found)
                del results[ef:]
    return [node for _, node in results], len(distances)


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
