# The search ends when the goal is first seen
#
# Seeing the goal over an edge is not the same as having the cheapest way to it: a cheaper one may
# still lie in the heap. In the airport the direct edge for 9 is seen first. Return when the goal is
# popped; until then its cost can improve.
import heapq
import math


def shortest_path(graph, start, goal):
    if start == goal:
        return 0, [start]
    best = {start: 0}
    frontier = [(0, start, [start])]
    while frontier:
        cost, node, path = heapq.heappop(frontier)
        for neighbour, edge_cost in graph.get(node, ()):
            candidate = cost + edge_cost
            if neighbour == goal:
                return candidate, path + [goal]
            if candidate < best.get(neighbour, math.inf):
                best[neighbour] = candidate
                heapq.heappush(frontier, (candidate, neighbour, path + [neighbour]))
    return math.inf, []
