# Always on to the nearest neighbour
#
# Following the cheapest edge from where you stand decides too early: it never returns to a dearer
# edge that opens a cheaper way, and it can end in a dead end. Keep every open way in a heap, ordered
# by its cost from the start, and go on with the cheapest of all.
import math


def shortest_path(graph, start, goal):
    node, cost, path = start, 0, [start]
    seen = {start}
    while node != goal:
        ahead = [(edge_cost, neighbour) for neighbour, edge_cost in graph.get(node, ()) if neighbour not in seen]
        if not ahead:
            return math.inf, []
        edge_cost, node = min(ahead)
        seen.add(node)
        cost += edge_cost
        path.append(node)
    return cost, path
