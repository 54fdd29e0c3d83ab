import heapq


def search_layer(vectors, neighbours, query, entry, ef):
    """Returns (results, computed): nodes nearest first, and the number of distances computed."""
    distance = squared_distance(vectors[entry], query)
    seen = {entry}
    candidates = [(distance, entry)]  # nearest on top
    results = [(-distance, -entry)]  # farthest on top: both signs turned around
    while candidates:
        nearest = heapq.heappop(candidates)
        if len(results) == ef and nearest > farthest(results):
            break
        for node in neighbours[nearest[1]]:
            if node in seen:
                continue
            seen.add(node)
            distance = squared_distance(vectors[node], query)
            if len(results) < ef or (distance, node) < farthest(results):
                heapq.heappush(candidates, (distance, node))
                heapq.heappush(results, (-distance, -node))
                if len(results) > ef:
                    heapq.heappop(results)
    return [-node for _, node in sorted(results, reverse=True)], len(seen)


def farthest(results):
    distance, node = results[0]
    return -distance, -node


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
