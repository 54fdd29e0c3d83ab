# n^2 + m: without a heap, each next node is found by looking at all that were reached.
import math


def shortest_path(graph, start, goal):
    best, previous, settled = {start: 0}, {}, set()
    while True:
        node, cost = None, math.inf
        for candidate, reached in best.items():
            if candidate not in settled and reached < cost:
                node, cost = candidate, reached
        if node is None:
            return math.inf, []
        if node == goal:
            break
        settled.add(node)
        for neighbour, edge_cost in graph.get(node, ()):
            if cost + edge_cost < best.get(neighbour, math.inf):
                best[neighbour] = cost + edge_cost
                previous[neighbour] = node
    path = [goal]
    while path[-1] in previous:
        path.append(previous[path[-1]])
    return cost, path[::-1]
