# Only expanded nodes are counted
#
# What costs is the distance, and it is computed for every neighbour that is looked at, kept or not.
# From node 3 on the line one node is expanded and three distances are computed. Count each node
# when its distance is computed.
import heapq


def search_layer(vectors, neighbours, query, entry, ef):
    first = (squared_distance(vectors[entry], query), entry)
    seen, candidates, results, expanded = {entry}, [first], [first], 0
    while candidates:
        nearest = heapq.heappop(candidates)
        if len(results) == ef and nearest > results[-1]:
            break
        expanded += 1
        for node in neighbours[nearest[1]]:
            if node not in seen:
                seen.add(node)
                found = (squared_distance(vectors[node], query), node)
                if len(results) < ef or found < results[-1]:
                    heapq.heappush(candidates, found)
                    results = sorted([*results, found])[:ef]
    return [node for _, node in results], expanded


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
