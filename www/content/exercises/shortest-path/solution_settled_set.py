import heapq
import math


def shortest_path(graph, start, goal):
    """Cheapest way as (cost, [start, ..., goal]); (math.inf, []) if there is none.

    Shorter to write: the heap's entries carry where they came from, and the first entry popped for
    a node settles it. The price is a larger heap: one entry an edge.
    """
    came_from = {}
    frontier = [(0, start, "")]
    while frontier:
        cost, node, before = heapq.heappop(frontier)
        if node in came_from:
            continue
        came_from[node] = before
        if node == goal:
            path = [goal]
            while path[-1] != start:
                path.append(came_from[path[-1]])
            return cost, path[::-1]
        for neighbour, edge_cost in graph.get(node, ()):
            if neighbour not in came_from:
                heapq.heappush(frontier, (cost + edge_cost, neighbour, node))
    return math.inf, []
