# A node is marked when it is expanded, not when it is seen
#
# Until then each of its neighbours computes its distance again, and it can stand among the results
# twice. In the trap node 2 is reached from 0 and from 1: four results are `[1, 2, 2, 0]`, and the
# copy has pushed out the way to node 6. Mark a node as soon as its distance is computed.
import heapq


def search_layer(vectors, neighbours, query, entry, ef):
    first = (squared_distance(vectors[entry], query), entry)
    expanded, candidates, results, computed = set(), [first], [first], 1
    while candidates:
        nearest = heapq.heappop(candidates)
        if len(results) == ef and nearest > results[-1]:
            break
        if nearest[1] in expanded:
            continue
        expanded.add(nearest[1])
        for node in neighbours[nearest[1]]:
            if node not in expanded:
                computed += 1
                found = (squared_distance(vectors[node], query), node)
                if len(results) < ef or found < results[-1]:
                    heapq.heappush(candidates, found)
                    results = sorted([*results, found])[:ef]
    return [node for _, node in results], computed


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
