# Of equal distances the larger index stays
#
# A heap of `(-distance, index)` has the farthest on top, and among equally far nodes the one with
# the smallest index, which is dropped first. Of the four corners `[2, 3]` remain instead of `[0,
# 1]`. Turn both signs around: `(-distance, -index)`.
import heapq


def search_layer(vectors, neighbours, query, entry, ef):
    distance = squared_distance(vectors[entry], query)
    seen, candidates, results = {entry}, [(distance, entry)], [(-distance, entry)]
    while candidates:
        distance, nearest = heapq.heappop(candidates)
        if len(results) == ef and distance > -results[0][0]:
            break
        for node in neighbours[nearest]:
            if node not in seen:
                seen.add(node)
                distance = squared_distance(vectors[node], query)
                if len(results) < ef or distance <= -results[0][0]:
                    heapq.heappush(candidates, (distance, node))
                    heapq.heappush(results, (-distance, node))
                    if len(results) > ef:
                        heapq.heappop(results)
    return [node for _, node in sorted((-d, node) for d, node in results)], len(seen)


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
