# A node is settled when it is pushed
#
# The heap gives out nodes in the right order, but a node is marked as done when the first edge reaches
# it, and that edge need not be on the cheapest way: with `a → c` for 7 in the heap, `a → b → c` for 3
# is no longer looked at. Mark a node when it is popped, or push again whenever the cost improves.
import heapq
import math


def shortest_path(graph, start, goal):
    frontier = [(0, start, [start])]
    seen = {start}
    while frontier:
        cost, node, path = heapq.heappop(frontier)
        if node == goal:
            return cost, path
        for neighbour, edge_cost in graph.get(node, ()):
            if neighbour not in seen:
                seen.add(neighbour)
                heapq.heappush(frontier, (cost + edge_cost, neighbour, path + [neighbour]))
    return math.inf, []
