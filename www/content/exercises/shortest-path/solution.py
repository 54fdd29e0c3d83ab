import heapq
import math


def shortest_path(graph, start, goal):
    """Cheapest way as (cost, [start, ..., goal]); (math.inf, []) if there is none."""
    best = {start: 0}
    previous = {}
    frontier = [(0, start)]
    while frontier:
        cost, node = heapq.heappop(frontier)
        if node == goal:
            return cost, walk_back(previous, goal)
        if cost > best[node]:
            continue  # a cheaper way to this node was found after this entry was pushed
        for neighbour, edge_cost in graph.get(node, ()):
            candidate = cost + edge_cost
            if candidate < best.get(neighbour, math.inf):
                best[neighbour] = candidate
                previous[neighbour] = node
                heapq.heappush(frontier, (candidate, neighbour))
    return math.inf, []


def walk_back(previous, goal):
    path = [goal]
    while path[-1] in previous:
        path.append(previous[path[-1]])
    path.reverse()
    return path
